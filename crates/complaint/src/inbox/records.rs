//! How many open cases stand in each queue: sums by owner, unit, waiting and due
//! date, so that a count costs the same at ten cases and at a hundred thousand.

use super::project::{NEVER, is_aside, significant};
use crate::Complaint;
use redress_kernel::Id;
use redress_store::{Error, Read, Sums, Tx, sql};

/// In the place of an owner: the cases of all owners and of none, together.
const EVERYBODY: &str = "*";
/// Beside everybody's: the significant ones, and of these the unconfirmed.
const SIGNIFICANT: &str = "!";
const UNCONFIRMED: &str = "!1";

/// The bucket in which an open case is counted. Due dates end with a local day,
/// so there are few of them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tally {
    open: bool,
    unit: String,
    owner: String,
    waiting: i64,
    due_at: i64,
    /// As the column of the list says it.
    significant: i64,
}

impl Tally {
    /// Takes a case out of the bucket in which it was counted and puts it into
    /// the one where it belongs now: its owner's, and everybody's.
    pub fn moved(tx: &mut Tx, before: Option<Tally>, after: Option<Tally>) {
        let open = |tally: &Tally| tally.open;
        let (before, after) = (before.filter(open), after.filter(open));
        if before == after {
            return;
        }
        for (tally, n) in [(before, -1), (after, 1)] {
            let Some(tally) = tally else { continue };
            tally.add(tx, n);
            tally.counted_as(EVERYBODY).add(tx, n);
            if tally.significant > 0 {
                tally.counted_as(SIGNIFICANT).add(tx, n);
            }
            if tally.significant == 1 {
                tally.counted_as(UNCONFIRMED).add(tx, n);
            }
        }
    }

    fn counted_as(&self, owner: &str) -> Tally {
        Tally {
            owner: owner.to_owned(),
            ..self.clone()
        }
    }

    pub fn of(c: &Complaint) -> Option<Tally> {
        let text = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
        Some(Tally {
            open: c.is_open(),
            unit: text(c.unit),
            owner: text(c.owner),
            waiting: waits(c.waiting.is_some(), is_aside(c)),
            due_at: c.next_due().map_or(NEVER, |(_, at)| at.micros()),
            significant: significant(c),
        })
    }

    pub fn on_file(tx: &mut Tx, id: Id) -> Result<Option<Tally>, Error> {
        let found = Tally::with_step(tx, id)?;
        Ok(found.map(|(tally, _)| tally))
    }

    /// And the step that its date is about.
    pub fn with_step(tx: &mut Tx, id: Id) -> Result<Option<(Tally, Option<String>)>, Error> {
        let query = sql(
            "SELECT is_open, unit, owner, waiting, due_at, aside, due_step, significant FROM complaint WHERE id = $1",
        )
        .arg(id);
        tx.one(&query, |row| {
            let tally = Tally {
                open: row.int(0)? == 1,
                unit: row.opt_text(1)?.unwrap_or_default(),
                owner: row.opt_text(2)?.unwrap_or_default(),
                waiting: waits(row.opt_text(3)?.is_some(), row.int(5)? == 1),
                due_at: row.int(4)?,
                significant: row.int(7)?,
            };
            Ok((tally, row.opt_text(6)?))
        })
    }

    fn add(&self, tx: &mut Tx, n: i64) {
        let key = vec![
            self.owner.as_str().into(),
            self.unit.as_str().into(),
            self.waiting.into(),
            self.due_at.into(),
        ];
        tx.add(&TALLIES, key, vec![n]);
    }
}

static TALLIES: Sums = Sums {
    table: "complaint_tally",
    keys: &["owner", "unit", "waiting", "due_at"],
    counts: &["n"],
    newest: None,
};

/// How a waiting is counted: 0 none, 1 waiting, 2 put aside.
fn waits(waiting: bool, aside: bool) -> i64 {
    i64::from(waiting) + i64::from(waiting && aside)
}
