//! How far a recount has come: read by every list while one runs, and by the
//! administrator's pages. Written by the facts of its parts alone.

use crate::facts::{DatesRecounted, Followed, Place, RecountFollowed};
use redress_kernel::{Entry, Fact, Instant};
use redress_store::{Error, Read, Tx, sql};

/// The recount whose rows have not all followed yet. A newer one takes the place of
/// an older one: it begins again, and counts for both. So reminders that follow new hours
/// take the dates along that were still to follow.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    pub recount: i64,
    pub since: Instant,
    /// False: reminders follow the office's hours, and no list shows a wrong date meanwhile.
    pub moves_dates: bool,
    /// How many cases were open when it was decided.
    pub open: i64,
    pub sums: Followed,
    /// None before the first part.
    pub place: Option<Place>,
}

impl Running {
    /// How many will have been looked at in the end, as far as is known now.
    pub fn total(&self) -> i64 {
        self.open.max(self.sums.looked)
    }

    /// Seconds that it takes yet by the pace so far; None before there is one.
    pub fn seconds_left(&self, now: Instant) -> Option<i64> {
        let (looked, spent) = (self.sums.looked, now.seconds_since(self.since).max(0));
        (looked > 0).then(|| spent * (self.total() - looked) / looked)
    }
}

/// What `is_running` says of a recount that has not ended.
const DATES: i64 = 1;
const REMINDERS_ONLY: i64 = 2;

pub fn running(reader: &mut impl Read) -> Result<Option<Running>, Error> {
    let query = sql(
        "SELECT seq, recorded_at, open_then, looked, moved, overdue, digest, to_received, to_id, is_running
         FROM date_recount WHERE is_running > 0 ORDER BY seq DESC LIMIT 1",
    );
    reader.one(&query, |row| {
        let place = match row.text(8)?.as_str() {
            "" => None,
            _ => Some(Place {
                received_at: row.instant(7)?,
                id: row.id(8)?,
            }),
        };
        Ok(Running {
            recount: row.int(0)?,
            since: row.instant(1)?,
            moves_dates: row.int(9)? == DATES,
            open: row.int(2)?,
            sums: Followed {
                looked: row.int(3)?,
                moved: row.int(4)?,
                overdue: row.int(5)?,
                digest: row.text(6)?,
            },
            place,
        })
    })
}

pub(crate) fn fact_in(body: &str) -> Result<DatesRecounted, Error> {
    let unreadable = |_| Error::Wrong("a recount of dates cannot be read".to_owned());
    serde_json::from_str(body).map_err(unreadable)
}

/// Keeps a recount where every fold finds it.
pub(super) fn remembered(tx: &mut Tx, entry: &Entry, fact: &DatesRecounted) -> Result<(), Error> {
    let in_parts = entry.version >= DatesRecounted::VERSION;
    let dates_still_move = running(tx)?.is_some_and(|it| it.moves_dates);
    let follows = match fact.counting.is_some() || dates_still_move {
        _ if !in_parts => 0,
        true => DATES,
        false => REMINDERS_ONLY,
    };
    tx.execute(&sql(
        "UPDATE date_recount SET is_running = 0 WHERE is_running > 0",
    ))?;
    let query = sql(
        "INSERT INTO date_recount (seq, recorded_at, actor, body, is_running, open_then)
         VALUES ($1, $2, $3, $4, $5, $6)",
    );
    tx.execute(
        &query
            .arg(entry.seq)
            .arg(entry.recorded_at)
            .arg(entry.actor)
            .arg(&entry.record)
            .arg(follows)
            .arg(fact.open),
    )
    .map(|_| ())
}

pub(super) fn progressed(tx: &mut Tx, part: &RecountFollowed) -> Result<(), Error> {
    let query = sql(
        "UPDATE date_recount SET looked = looked + $2, moved = moved + $3, overdue = overdue + $4, digest = $5,
                to_received = $6, to_id = $7
         WHERE seq = $1",
    );
    tx.execute(
        &query
            .arg(part.recount)
            .arg(part.sums.looked)
            .arg(part.sums.moved)
            .arg(part.sums.overdue)
            .arg(&part.sums.digest)
            .arg(part.to.received_at)
            .arg(part.to.id),
    )
    .map(|_| ())
}

pub(super) fn ended(tx: &mut Tx, recount: i64) -> Result<(), Error> {
    tx.execute(&sql("UPDATE date_recount SET is_running = 0 WHERE seq = $1").arg(recount))
        .map(|_| ())
}
