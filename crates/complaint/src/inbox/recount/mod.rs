//! Recounts of dates (6.2). One fact moves the dates of every open case at once,
//! because each case reads it when it is folded. Lists, queues and sums follow in
//! parts of some hundred cases, in the order of receipt: each part is a fact, so a
//! rebuild comes to the same rows wherever a recount stood, and a server that was
//! killed goes on behind the last part. Evidence: each part with what it moved, and
//! a last fact with the whole (`recount-finished`).

mod effect;
mod follow;
mod records;

pub use effect::{EXAMPLES_MAX, Effect, Moved, WEIGHED_MAX, effect};
pub use follow::{PART, begin, begin_with, carry_on, further};
pub use records::{Running, running};

use super::{
    project::{NEVER, redated},
    recount::records::{ended, progressed, remembered},
};
use crate::{
    Complaint,
    facts::{DatesRecounted, Place, RecountFinished, RecountFollowed},
    record::{facts_of, kept},
};
use redress_kernel::{Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

/// What a projection does with each case whose dates may have moved: it writes what
/// differs from the folded case, and nothing else.
pub type Redate = fn(&mut Tx, &Complaint) -> Result<(), Error>;

/// For the projection of every table that holds dates. Hands over each open case
/// that follows with this entry; true: the entry was about a recount, and there is
/// nothing else to do with it.
pub fn followed(tx: &mut Tx, entry: &Entry, redate: Redate) -> Result<bool, Error> {
    if entry.is::<RecountFollowed>() {
        let part: RecountFollowed = read(entry)?;
        for row in rows(tx, part.after, part.to)? {
            let case = kept(tx, row.id)?;
            redate(tx, &case)?;
            tx.memo.keep(row.id, case);
        }
        return Ok(true);
    }
    // In its first version every row was written with the fact itself.
    if entry.is::<DatesRecounted>() && entry.version < DatesRecounted::VERSION {
        every_open(tx, redate)?;
    }
    Ok(entry.is::<DatesRecounted>() || entry.is::<RecountFinished>())
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
    followed(tx, entry, redated)
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

/// Each open case as it is folded now.
fn every_open(tx: &mut Tx, redate: Redate) -> Result<(), Error> {
    let mut after = String::new();
    loop {
        let page = open_after(tx, &after)?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = last.to_string();
        for id in page {
            let case = facts_of(tx, id)?.fold();
            redate(tx, &case)?;
        }
    }
}

fn open_after(reader: &mut impl Read, after: &str) -> Result<Vec<Id>, Error> {
    let query = sql("SELECT id FROM complaint WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2");
    reader.rows(&query.arg(after).arg(PAGE), |row| row.id(0))
}
