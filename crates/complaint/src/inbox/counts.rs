//! How many cases stand in each queue for one viewer: sums that are kept by unit, owner
//! and day, less the few from which the viewer is kept apart, so that a count costs the
//! same at ten cases and at a million.

use super::{
    queries::Queue,
    sight::{in_units, is_tallied, seen_by, within},
};
use redress_kernel::{Actor, Instant};
use redress_store::{Error, Read, Sql, sql};

/// So many sums: one for each queue, and one more.
const SUMS: usize = Queue::ALL.len() + 1;

/// How many open cases stand in each queue for this viewer, in the order of `Queue::ALL`,
/// and of the significant ones those that are not confirmed yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts(pub [i64; SUMS]);

impl Counts {
    pub fn of(&self, queue: Queue) -> i64 {
        Queue::ALL
            .iter()
            .zip(self.0)
            .find(|(q, _)| **q == queue)
            .map_or(0, |(_, n)| n)
    }

    /// Significant, and nobody at the top has confirmed it.
    pub fn unconfirmed(&self) -> i64 {
        self.0.last().copied().unwrap_or_default()
    }
}

/// The tallies over the viewer's units, less the few cases hidden from this viewer.
pub fn counts(
    reader: &mut impl Read,
    viewer: &Actor,
    now: Instant,
    end_of_today: Instant,
) -> Result<Counts, Error> {
    if !is_tallied(viewer) {
        return each_counted(reader, viewer, now, end_of_today);
    }
    let tally = over(&EVERYBODY, viewer, now, end_of_today)
        .push(" FROM complaint_tally WHERE owner IN ('*', '', '!', '!1', ")
        .bind(viewer.id.to_string())
        .push(")");
    let all = totals(reader, &in_units(tally, viewer, "unit"))?;
    let hidden = hidden(reader, viewer, now, end_of_today)?;
    let mut shown = all;
    shown
        .iter_mut()
        .zip(hidden)
        .for_each(|(all, hidden)| *all -= hidden);
    Ok(Counts(shown))
}

/// How a row counts: by how much, and which rows stand for everybody's cases.
struct Weight {
    n: &'static str,
    everybody: &'static str,
    significant: &'static str,
    unconfirmed: &'static str,
}

/// The tallies have rows for each owner and, under `*`, for all of them together.
const EVERYBODY: Weight = Weight {
    n: "n",
    everybody: "owner = '*'",
    significant: "owner = '!'",
    unconfirmed: "owner = '!1'",
};
/// Cases themselves: each counts once, and each is one of everybody's.
const EACH: Weight = Weight {
    n: "1",
    everybody: "1 = 1",
    significant: "significant > 0",
    unconfirmed: "significant = 1",
};

/// One sum a queue; PostgreSQL would widen a sum of integers to a decimal, so it is cast back.
fn over(weight: &Weight, viewer: &Actor, now: Instant, end_of_today: Instant) -> Sql {
    let (n, everybody) = (weight.n, weight.everybody);
    let case = |q: Sql, condition: &'static str| q.push("CAST(SUM(CASE WHEN ").push(condition);
    let then = |q: Sql| q.push(" THEN ").push(n).push(" ELSE 0 END) AS BIGINT)");
    let next = |q: Sql, condition| case(then(q).push(", "), condition);
    // As in the lists: what was put aside is not at hand, unless it is overdue.
    let at_hand = |q: Sql| q.push(" AND (waiting < 2 OR due_at < ").bind(now).push(")");
    let q = case(sql("SELECT "), "owner = ").bind(viewer.id.to_string());
    let q = at_hand(next(at_hand(q), "owner = ''"));
    let q = next(q, everybody)
        .push(" AND due_at >= ")
        .bind(now)
        .push(" AND due_at <= ")
        .bind(end_of_today);
    let q = next(q, everybody).push(" AND due_at < ").bind(now);
    let q = next(q, everybody).push(" AND waiting > 0");
    let q = next(q, weight.significant);
    then(next(next(q, everybody), weight.unconfirmed))
}

/// A sample is a page or two of cases: they are counted one by one.
fn each_counted(
    reader: &mut impl Read,
    viewer: &Actor,
    now: Instant,
    end_of_today: Instant,
) -> Result<Counts, Error> {
    let q = over(&EACH, viewer, now, end_of_today)
        .push(" FROM (SELECT COALESCE(c.owner, '') AS owner, c.due_at, c.significant, CASE WHEN c.waiting IS NULL THEN 0 ELSE 1 + c.aside END AS waiting
                FROM sampled_case w JOIN complaint c ON c.id = w.complaint
                WHERE c.is_open = 1 AND w.person = ")
        .bind(viewer.id);
    let q = seen_by(q, viewer, "c").push(") AS theirs");
    totals(reader, &q).map(Counts)
}

fn hidden(
    reader: &mut impl Read,
    viewer: &Actor,
    now: Instant,
    end_of_today: Instant,
) -> Result<[i64; SUMS], Error> {
    let q = over(&EACH, viewer, now, end_of_today)
        .push(" FROM (SELECT COALESCE(c.owner, '') AS owner, c.due_at, c.significant, CASE WHEN c.waiting IS NULL THEN 0 ELSE 1 + c.aside END AS waiting
                FROM complaint_subject s JOIN complaint c ON c.id = s.complaint
                WHERE c.is_open = 1 AND s.person = ")
        .bind(viewer.id);
    totals(reader, &within(q, viewer, "c").push(") AS mine"))
}

fn totals(reader: &mut impl Read, query: &Sql) -> Result<[i64; SUMS], Error> {
    let row = reader.one(query, |row| {
        let mut all = [0; SUMS];
        for (at, slot) in all.iter_mut().enumerate() {
            *slot = row.opt_int(at)?.unwrap_or(0);
        }
        Ok(all)
    })?;
    Ok(row.unwrap_or_default())
}
