//! Counting one person's open cases through a filter: they lie together in one
//! index, and no more than a page of pages is ever looked at.

use super::{
    queries::{Filter, narrowed},
    sight::seen_by,
};
use redress_kernel::{Actor, Id, Instant};
use redress_store::{Error, Read, sql};

/// A person with more open cases than this gets no count.
const LOOKED_AT: i64 = 200;

/// None when there are too many to count on every page.
pub fn counted(
    reader: &mut impl Read,
    viewer: &Actor,
    owner: Id,
    filter: &Filter,
    now: Instant,
    end_of_today: Instant,
) -> Result<Option<i64>, Error> {
    let query = sql("SELECT COUNT(*), COALESCE(CAST(SUM(CASE WHEN 1 = 1");
    let query = narrowed(query, filter, viewer, now, end_of_today)
        .push(" THEN 1 ELSE 0 END) AS BIGINT), 0) FROM (SELECT is_open, owner, reference, stage, channel, language, category,
                 priority, waiting, aside, significant, due_at FROM complaint WHERE is_open = 1 AND owner = ")
        .bind(owner);
    let query = seen_by(query, viewer, "complaint")
        .push(" ORDER BY due_at, id LIMIT ")
        .bind(LOOKED_AT + 1)
        .push(") AS theirs");
    let found = reader.one(&query, |row| Ok((row.int(0)?, row.int(1)?)))?;
    Ok(found
        .filter(|(looked_at, _)| *looked_at <= LOOKED_AT)
        .map(|(_, n)| n))
}
