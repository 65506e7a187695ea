//! Recounts of dates: read with every case, kept for all open ones when one is
//! recorded, and weighed before (what would move, what would be overdue).

use super::project::written;
use crate::{Complaint, case::recount::Recount, facts::DatesRecounted, record::facts_of};
use redress_kernel::{Id, Instant, organisation::Counting};
use redress_store::{Error, Read, Tx, sql};

/// A weighing looks at so many open cases, the next due ones first.
pub const WEIGHED_MAX: i64 = 10_000;
const PAGE: i64 = 500;

/// The open cases that the new fact may touch get their rows written anew.
pub(super) fn recounted(tx: &mut Tx) -> Result<(), Error> {
    every_open(tx, written)
}

/// Each open case as it is folded now, for every projection that holds its dates.
pub fn every_open(
    tx: &mut Tx,
    follow: fn(&mut Tx, &Complaint) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut after = String::new();
    loop {
        let page = open_after(tx, &after)?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = last.to_string();
        for id in page {
            let case = facts_of(tx, id)?.fold();
            follow(tx, &case)?;
        }
    }
}

fn open_after(reader: &mut impl Read, after: &str) -> Result<Vec<Id>, Error> {
    let query = sql("SELECT id FROM complaint WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2");
    reader.rows(&query.arg(after).arg(PAGE), |row| row.id(0))
}

/// What a recount would do now. Only numbers and references: whoever sets the
/// calendar sees no case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effect {
    pub open: i64,
    /// Open cases beyond the limit, which were not looked at.
    pub unseen: i64,
    pub moved: i64,
    pub overdue_before: i64,
    pub overdue_after: i64,
    /// The first that would move, with the next date before and after.
    pub examples: Vec<Moved>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    pub reference: String,
    pub before: Option<Instant>,
    pub after: Option<Instant>,
}

pub const EXAMPLES_MAX: usize = 10;

pub fn effect(reader: &mut impl Read, counting: &Counting, now: Instant) -> Result<Effect, Error> {
    let open = reader.one(
        &sql("SELECT COALESCE(CAST(SUM(n) AS BIGINT), 0) FROM complaint_tally WHERE owner = '*'"),
        |row| row.int(0),
    )?;
    let query = sql("SELECT id FROM complaint WHERE is_open = 1 ORDER BY due_at, id LIMIT $1");
    let ids = reader.rows(&query.arg(WEIGHED_MAX), |row| row.id(0))?;
    let would = Recount::new(
        i64::MAX,
        now,
        Id::SYSTEM,
        &fact(counting, &Effect::default()),
    );
    let mut effect = Effect {
        open: open.unwrap_or(0),
        ..Effect::default()
    };
    effect.unseen = (effect.open - WEIGHED_MAX).max(0);
    for id in ids {
        let mut case = facts_of(reader, id)?.fold();
        let before = case.next_due().map(|(_, at)| at);
        case.recount(&would);
        weigh(&mut effect, &case, before, now);
    }
    Ok(effect)
}

fn weigh(effect: &mut Effect, case: &Complaint, before: Option<Instant>, now: Instant) {
    let after = case.next_due().map(|(_, at)| at);
    let late = |due: Option<Instant>| i64::from(due.is_some_and(|due| due < now));
    effect.overdue_before += late(before);
    effect.overdue_after += late(after);
    if before == after {
        return;
    }
    effect.moved += 1;
    if effect.examples.len() < EXAMPLES_MAX {
        effect.examples.push(Moved {
            reference: case.reference.clone(),
            before,
            after,
        });
    }
}

/// The fact of this recount with what was weighed.
pub fn fact(counting: &Counting, effect: &Effect) -> DatesRecounted {
    DatesRecounted {
        counting: counting.clone(),
        open: effect.open,
        moved: effect.moved,
        overdue: (effect.overdue_after - effect.overdue_before).max(0),
    }
}
