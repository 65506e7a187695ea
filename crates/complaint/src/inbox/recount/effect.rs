//! What a recount would do, weighed before it is decided: what would move, what
//! would be overdue.

use crate::{Complaint, case::recount::Recount, house::calendar, record::folded};
use redress_kernel::{Id, Instant, organisation::Counting};
use redress_store::{Error, Read, sql};

/// A weighing looks at so many open cases, the next due ones first.
pub const WEIGHED_MAX: i64 = 10_000;
/// So many of them are read together.
const AT_ONCE: usize = 50;

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
    let (zone, then) = (calendar(reader)?.zone.clone(), counting.calendar().zone);
    let would = Recount::new(i64::MAX, now, Id::SYSTEM, counting);
    let mut effect = Effect {
        open: open.unwrap_or(0),
        ..Effect::default()
    };
    effect.unseen = (effect.open - WEIGHED_MAX).max(0);
    for some in ids.chunks(AT_ONCE) {
        for mut case in folded(reader, some)? {
            let before = case.next_due(&zone).map(|(_, at)| at);
            case.recount(&would);
            let after = case.next_due(&then).map(|(_, at)| at);
            weigh(&mut effect, &case, (before, after), now);
        }
    }
    Ok(effect)
}

fn weigh(
    effect: &mut Effect,
    case: &Complaint,
    (before, after): (Option<Instant>, Option<Instant>),
    now: Instant,
) {
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
