//! The rows follow. A part is folded by a reader while the writer writes the part
//! before it; the writer folds again only what changed in between. Nobody waits
//! long: a part is one short write among the others.

use super::{Row, next, rows, running};
use crate::{
    Complaint, House,
    facts::{DatesRecounted, Followed, Place, RecountFinished, RecountFollowed},
    record::facts_of,
};
use redress_kernel::{By, Draft, Id, Instant, journal::leaf::hex, organisation::Counting};
use redress_store::{Db, Error, Read, Tx, sql};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// So many cases follow in one write.
pub const PART: i64 = 500;
/// After so many parts whoever drives it looks whether the server is to end.
const PARTS_AT_ONCE: usize = 16;

/// Decides that all open cases are counted anew. A small office sees its lists
/// right with the same write.
pub fn begin(tx: &mut Tx, counting: Counting, by: &By) -> Result<(), Error> {
    begin_with(tx, counting, PART, by)
}

/// The same where fewer open cases than `at_once` follow with it.
pub fn begin_with(tx: &mut Tx, counting: Counting, at_once: i64, by: &By) -> Result<(), Error> {
    tx.settle()?;
    let open = open_now(tx)?;
    let fact = DatesRecounted {
        counting,
        open,
        moved: None,
        overdue: None,
    };
    let recount = tx.record(Draft::of(Id::ORGANISATION, &fact), by)?.seq;
    match open < at_once {
        true => {
            let part = prepared(tx, recount, None, at_once)?;
            follows(tx, part, by).map(|_| ())
        }
        false => Ok(()),
    }
}

fn open_now(reader: &mut impl Read) -> Result<i64, Error> {
    let query =
        sql("SELECT COALESCE(CAST(SUM(n) AS BIGINT), 0) FROM complaint_tally WHERE owner = '*'");
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or(0))
}

/// Goes on with the recount that runs, some parts further; false: none runs.
pub fn carry_on(house: &House) -> Result<bool, Error> {
    further(&house.db, PART, PARTS_AT_ONCE, &|| house.now())
}

/// So many parts of that size further.
pub fn further(
    db: &Db,
    size: i64,
    parts: usize,
    now: &(dyn Fn() -> Instant + Sync),
) -> Result<bool, Error> {
    let Some(running) = db.read_now(running)? else {
        return Ok(false);
    };
    let recount = running.recount;
    let mut part = db.read_now(|reader| prepared(reader, recount, running.place, size))?;
    for _ in 0..parts {
        let (after, is_last, by) = (part.to, part.is_last, By::system(now()));
        let ahead = || db.read_now(|reader| prepared(reader, recount, after, size));
        let (went_on, next) = std::thread::scope(|scope| {
            let ahead = (!is_last).then(|| scope.spawn(ahead));
            let went_on = db.write_now(move |tx| follows(tx, part, &by));
            let next = ahead.map(|ahead| ahead.join().unwrap_or(Err(Error::Panicked)));
            (went_on, next)
        });
        match (went_on?, next.transpose()?) {
            (true, Some(next)) => part = next,
            _ => return Ok(true),
        }
    }
    Ok(true)
}

/// Cases folded outside the write, each with the version of its row at that moment.
struct Part {
    recount: i64,
    after: Option<Place>,
    to: Option<Place>,
    is_last: bool,
    folded: HashMap<Id, (i64, Complaint)>,
}

fn prepared(
    reader: &mut impl Read,
    recount: i64,
    after: Option<Place>,
    size: i64,
) -> Result<Part, Error> {
    let rows = next(reader, after, size)?;
    let mut folded = HashMap::with_capacity(rows.len());
    for row in &rows {
        folded.insert(row.id, (row.version, facts_of(reader, row.id)?.fold()));
    }
    Ok(Part {
        recount,
        after,
        to: rows.last().map(Row::place),
        is_last: (rows.len() as i64) < size,
        folded,
    })
}

/// Records that this part follows, and behind the last one what it came to. False
/// when the recount meanwhile stands elsewhere: then the part is nothing to it.
fn follows(tx: &mut Tx, mut part: Part, by: &By) -> Result<bool, Error> {
    let running = running(tx)?.filter(|it| it.recount == part.recount && it.place == part.after);
    let Some(mut running) = running else {
        return Ok(false);
    };
    let recount = part.recount;
    if let Some(to) = part.to {
        let sums = counted(tx, &mut part, to, &running.sums.digest, by.at)?;
        running.sums.add(&sums);
        let after = part.after;
        let fact = RecountFollowed {
            recount,
            after,
            to,
            sums,
        };
        tx.record(Draft::of(Id::ORGANISATION, &fact), by)?;
    }
    if part.is_last {
        let sums = running.sums;
        let fact = RecountFinished { recount, sums };
        tx.record(Draft::of(Id::ORGANISATION, &fact), by)?;
    }
    Ok(true)
}

/// What this part comes to. The folded cases are left where the projections find
/// them.
fn counted(
    tx: &mut Tx,
    part: &mut Part,
    to: Place,
    digest: &str,
    now: Instant,
) -> Result<Followed, Error> {
    let mut sums = Followed::default();
    let mut hash = Sha256::new();
    hash.update(digest);
    for row in rows(tx, part.after, to)? {
        let folded = part.folded.remove(&row.id);
        let case = match folded.filter(|(version, _)| *version == row.version) {
            Some((_, case)) => case,
            None => facts_of(tx, row.id)?.fold(),
        };
        let due_at = case.next_due().map(|(_, at)| at);
        sums.looked += 1;
        if due_at != row.due_at {
            sums.moved += 1;
            let late = |at: Option<Instant>| at.is_some_and(|at| at < now);
            sums.overdue += i64::from(late(due_at) && !late(row.due_at));
            hash.update(moved_line(&row, due_at));
        }
        tx.memo.keep(row.id, case);
    }
    sums.digest = hex(hash.finalize().as_slice());
    Ok(sums)
}

/// As the digest counts it: reference, the next date before and now, or a dash.
fn moved_line(row: &Row, due_at: Option<Instant>) -> String {
    let said = |at: Option<Instant>| at.map_or_else(|| "-".to_owned(), |at| at.to_string());
    format!("{} {} {}\n", row.reference, said(row.due_at), said(due_at))
}

impl Followed {
    fn add(&mut self, part: &Followed) {
        self.looked += part.looked;
        self.moved += part.moved;
        self.overdue += part.overdue;
        self.digest.clone_from(&part.digest);
    }
}
