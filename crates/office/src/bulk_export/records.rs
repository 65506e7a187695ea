//! Which complaints an export is of: those that whoever asked may see, by day of receipt.

use redress_complaint::inbox::{Cursor, seen_by};
use redress_kernel::{Actor, Id, Instant};
use redress_store::{Error, Read, Sql, sql};

/// A part of it that is read and recorded in one write; others write in between.
pub const TOGETHER: i64 = 50;

/// Behind the first instant, and not behind the second.
pub type Bounds = (Instant, Instant);

fn within(query: Sql, (behind, until): Bounds) -> Sql {
    query
        .push(" WHERE c.received_at > ")
        .bind(behind)
        .push(" AND c.received_at <= ")
        .bind(until)
}

/// Not counted beyond what is too many.
pub fn count(reader: &mut impl Read, viewer: &Actor, bounds: Bounds) -> Result<i64, Error> {
    let query = sql("SELECT COUNT(*) FROM (SELECT c.id FROM complaint c");
    let query = seen_by(within(query, bounds), viewer, "c")
        .push(" ORDER BY c.received_at, c.id LIMIT ")
        .bind(super::CASES_MAX + 1)
        .push(") AS these");
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or_default())
}

pub fn page(
    reader: &mut impl Read,
    viewer: &Actor,
    bounds: Bounds,
    after: Option<Cursor>,
) -> Result<Vec<(Id, Cursor)>, Error> {
    let query = sql("SELECT c.id, c.received_at FROM complaint c");
    let query = seen_by(within(query, bounds), viewer, "c");
    let query = query.when(after, |query, after| {
        query
            .push(" AND (c.received_at, c.id) > (")
            .bind(after.at)
            .push(", ")
            .bind(after.id)
            .push(")")
    });
    let query = query
        .push(" ORDER BY c.received_at, c.id LIMIT ")
        .bind(TOGETHER);
    reader.rows(&query, |row| {
        let (id, at) = (row.id(0)?, row.instant(1)?.micros());
        Ok((id, Cursor { rank: 0, at, id }))
    })
}
