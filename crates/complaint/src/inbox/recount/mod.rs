//! Recounts of dates (6.2). One fact moves the dates of every open case at once,
//! because each case reads it when it is folded. Lists, queues and sums follow in
//! parts of some hundred cases, in the order of receipt: each part is a fact, so a
//! rebuild comes to the same rows wherever a recount stood, and a server that was
//! killed goes on behind the last part. Evidence: each part with what it moved, and
//! a last fact with the whole (`recount-finished`).

mod differing;
mod effect;
mod follow;
mod records;

pub(crate) use differing::{Change, Dated, Differing};
pub use effect::{EXAMPLES_MAX, Effect, Moved, WEIGHED_MAX, effect};
pub use follow::{PART, begin, begin_hours, begin_with, carry_on, further};
pub(crate) use records::fact_in;
pub use records::{Running, running};

use super::{
    project::{NEVER, redated},
    recount::records::{ended, progressed, remembered},
};
use crate::facts::{DatesRecounted, Place, RecountFinished, RecountFollowed};
use redress_kernel::{Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

/// For the projection of every table that holds dates: its share of what this entry
/// changes in the rows of open cases. None: the entry is not about a recount.
pub(crate) fn followed<T>(
    tx: &mut Tx,
    entry: &Entry,
    share: fn(&mut Differing) -> &mut Vec<T>,
) -> Result<Option<Vec<T>>, Error> {
    if entry.is::<RecountFollowed>() {
        let part: RecountFollowed = read(entry)?;
        let place = (part.recount, part.to);
        return share_of(tx, place, share, |tx| ids_in(tx, part.after, part.to)).map(Some);
    }
    // In its first version every row was written with the fact itself.
    if entry.is::<DatesRecounted>() && entry.version < DatesRecounted::VERSION {
        return share_of(tx, (entry.seq, Place::default()), share, every_open).map(Some);
    }
    let recount = entry.is::<DatesRecounted>() || entry.is::<RecountFinished>();
    Ok(recount.then(Vec::new))
}

/// What follows with the entry about this place; the projections come one after the
/// other and each takes its share.
struct Waiting {
    place: (i64, Place),
    differing: Differing,
}

/// Whoever asks first has it worked out, unless a reader did that before the write.
fn share_of<T>(
    tx: &mut Tx,
    place: (i64, Place),
    share: fn(&mut Differing) -> &mut Vec<T>,
    ids: impl FnOnce(&mut Tx) -> Result<Vec<Id>, Error>,
) -> Result<Vec<T>, Error> {
    let waiting = tx.memo.take::<Waiting>(Id::ORGANISATION);
    let mut waiting = match waiting.filter(|it| it.place == place) {
        Some(waiting) => waiting,
        None => {
            let ids = ids(tx)?;
            let differing = Differing::of(tx, &ids, |_, _| ())?;
            Waiting { place, differing }
        }
    };
    let taken = std::mem::take(share(&mut waiting.differing));
    tx.memo.keep(Id::ORGANISATION, waiting);
    Ok(taken)
}

fn ids_in(tx: &mut Tx, after: Option<Place>, to: Place) -> Result<Vec<Id>, Error> {
    let rows = rows(tx, after, to)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The projection of the inbox: how far it has come, and the rows themselves.
pub(super) fn project(tx: &mut Tx, entry: &Entry) -> Result<bool, Error> {
    if entry.is::<DatesRecounted>() {
        tx.memo.clear();
        remembered(tx, entry, &read(entry)?)?;
    } else if entry.is::<RecountFollowed>() {
        progressed(tx, &read(entry)?)?;
    } else if entry.is::<RecountFinished>() {
        let finished: RecountFinished = read(entry)?;
        ended(tx, finished.recount)?;
    }
    let Some(changes) = followed(tx, entry, |all| &mut all.inbox)? else {
        return Ok(false);
    };
    redated(tx, &changes)?;
    Ok(true)
}

fn read<F: Fact>(entry: &Entry) -> Result<F, Error> {
    let unreadable = |_| Error::Wrong("a recount of dates cannot be read".to_owned());
    entry
        .read::<F>()
        .map(|known| known.fact)
        .map_err(unreadable)
}

/// What stands in the list of an open case.
struct Row {
    id: Id,
    version: i64,
    reference: String,
    received_at: Instant,
    due_at: Option<Instant>,
}

impl Row {
    fn place(&self) -> Place {
        Place {
            received_at: self.received_at,
            id: self.id,
        }
    }
}

/// A part grows by what was received meanwhile with an earlier date, never to this.
const ROWS_MAX: usize = 100_000;

/// The open cases behind one place and up to another.
fn rows(reader: &mut impl Read, after: Option<Place>, to: Place) -> Result<Vec<Row>, Error> {
    let query = beginning(after)
        .push(" AND (received_at, id) <= (")
        .bind(to.received_at)
        .push(", ")
        .bind(to.id)
        .push(") ORDER BY received_at, id");
    reader.all(query, ROWS_MAX, row)
}

/// The next of them.
fn next(reader: &mut impl Read, after: Option<Place>, limit: i64) -> Result<Vec<Row>, Error> {
    let query = beginning(after)
        .push(" ORDER BY received_at, id LIMIT ")
        .bind(limit);
    reader.rows(&query, row)
}

fn beginning(after: Option<Place>) -> redress_store::Sql {
    sql("SELECT id, version, reference, received_at, due_at FROM complaint WHERE is_open = 1").when(
        after,
        |query, after| {
            query
                .push(" AND (received_at, id) > (")
                .bind(after.received_at)
                .push(", ")
                .bind(after.id)
                .push(")")
        },
    )
}

fn row(row: &redress_store::Row) -> Result<Row, Error> {
    let due_at = row.int(4)?;
    Ok(Row {
        id: row.id(0)?,
        version: row.int(1)?,
        reference: row.text(2)?,
        received_at: row.instant(3)?,
        due_at: (due_at != NEVER).then(|| Instant::from_micros(due_at)),
    })
}

const PAGE: i64 = 500;

fn every_open(tx: &mut Tx) -> Result<Vec<Id>, Error> {
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let page = open_after(tx, &after)?;
        let Some(last) = page.last() else {
            return Ok(all);
        };
        after = last.to_string();
        all.extend(page);
    }
}

fn open_after(reader: &mut impl Read, after: &str) -> Result<Vec<Id>, Error> {
    let query = sql("SELECT id FROM complaint WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2");
    reader.rows(&query.arg(after).arg(PAGE), |row| row.id(0))
}
