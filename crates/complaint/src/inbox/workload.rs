//! Who has how much: open cases by owner, out of the tallies (4.3, resources).

use super::{
    project::NEVER,
    sight::{in_units, is_tallied, within},
};
use redress_kernel::{Actor, Id, Instant};
use redress_store::{Error, Read, sql};
use std::collections::BTreeMap;

/// More people than this work in no office of ours.
/// More cases about one person than this would be another kind of problem.
const HIDDEN_MAX: usize = 10_000;
const PEOPLE_MAX: i64 = 2000;

/// Open cases of one owner; None: nobody has them yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    pub owner: Option<Id>,
    pub open: i64,
    pub overdue: i64,
    /// Waiting for somebody outside the office.
    pub waiting: i64,
}

/// The most loaded first.
pub fn workload(reader: &mut impl Read, viewer: &Actor, now: Instant) -> Result<Vec<Load>, Error> {
    if !is_tallied(viewer) {
        return Ok(Vec::new());
    }
    let query = sql("SELECT owner, CAST(SUM(n) AS BIGINT), CAST(SUM(CASE WHEN due_at < ")
        .bind(now)
        .push(" THEN n ELSE 0 END) AS BIGINT), CAST(SUM(CASE WHEN waiting > 0 THEN n ELSE 0 END) AS BIGINT)
                FROM complaint_tally WHERE owner NOT IN ('*', '!', '!1')");
    let query = in_units(query, viewer, "unit")
        .push(" GROUP BY owner ORDER BY owner LIMIT ")
        .bind(PEOPLE_MAX);
    let rows = reader.rows(&query, |row| {
        let owner = row.text(0)?;
        let load = Load {
            owner: owner.parse().ok(),
            open: row.int(1)?,
            overdue: row.int(2)?,
            waiting: row.int(3)?,
        };
        Ok((owner, load))
    })?;
    let mut loads: BTreeMap<String, Load> = rows.into_iter().collect();
    for (owner, due_at, waiting) in hidden(reader, viewer)? {
        if let Some(load) = loads.get_mut(&owner) {
            load.open -= 1;
            load.overdue -= i64::from(due_at < now.micros() && due_at != NEVER);
            load.waiting -= i64::from(waiting);
        }
    }
    let mut loads: Vec<Load> = loads.into_values().filter(|load| load.open > 0).collect();
    loads.sort_by_key(|load| (-load.open, load.owner));
    Ok(loads)
}

/// Open cases in which the viewer is complained about: owner, due date, waiting.
fn hidden(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<(String, i64, bool)>, Error> {
    let query = sql(
        "SELECT COALESCE(c.owner, ''), c.due_at, CASE WHEN c.waiting IS NULL THEN 0 ELSE 1 END
                FROM complaint_subject s JOIN complaint c ON c.id = s.complaint
                WHERE c.is_open = 1 AND s.person = ",
    )
    .bind(viewer.id);
    let query = within(query, viewer, "c").push(" ORDER BY s.complaint");
    reader.all(query, HIDDEN_MAX, |row| {
        Ok((row.text(0)?, row.int(1)?, row.bool(2)?))
    })
}
