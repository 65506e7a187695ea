//! How many open cases stand in each queue: sums by owner, unit, waiting and due
//! date, so that a count costs the same at ten cases and at a hundred thousand.

use super::project::{NEVER, is_aside, significant};
use crate::Complaint;
use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Row, Sums, Tx, sql};
use std::collections::HashMap;

/// In the place of an owner: the cases of all owners and of none, together.
const EVERYBODY: &str = "*";
/// Beside everybody's: the significant ones, and of these the unconfirmed.
const SIGNIFICANT: &str = "!";
const UNCONFIRMED: &str = "!1";

/// The bucket in which an open case is counted. Due dates end with a local day,
/// so there are few of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Tally {
    open: bool,
    unit: String,
    owner: String,
    waiting: i64,
    pub(super) due_at: i64,
    /// As the column of the list says it.
    significant: i64,
}

impl Tally {
    /// Takes so many cases out of the bucket in which they were counted and puts them
    /// into the one where they belong now: their owner's, and everybody's.
    pub fn moved(tx: &mut Tx, before: Option<&Tally>, after: Option<&Tally>, n: i64) {
        let (before, after) = (before.filter(|it| it.open), after.filter(|it| it.open));
        if before == after {
            return;
        }
        for (tally, n) in [(before, -n), (after, n)] {
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

    /// Its next date is known to whoever counts it.
    pub fn with(c: &Complaint, due_at: Option<Instant>) -> Tally {
        let text = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
        Tally {
            open: c.is_open(),
            unit: text(c.unit),
            owner: text(c.owner),
            waiting: waits(c.waiting.is_some(), is_aside(c)),
            due_at: due_at.map_or(NEVER, Instant::micros),
            significant: significant(c),
        }
    }

    pub fn on_file(tx: &mut Tx, id: Id) -> Result<Option<Tally>, Error> {
        let query = sql(COLUMNS).push(" WHERE id = ").bind(id);
        tx.one(&query, tally)
    }

    /// Of several cases, each with the step that its date is about.
    pub fn of_these(
        reader: &mut impl Read,
        ids: &[Id],
    ) -> Result<HashMap<Id, (Tally, Option<String>)>, Error> {
        let mut all = HashMap::with_capacity(ids.len());
        for some in ids.chunks(AT_ONCE) {
            let query = sql(COLUMNS)
                .push(" WHERE id IN (")
                .bind_padded(some, AT_ONCE)
                .push(") ORDER BY id");
            let with_step = |row: &Row| Ok((row.id(8)?, (tally(row)?, row.opt_text(6)?)));
            all.extend(reader.all(query, AT_ONCE, with_step)?);
        }
        Ok(all)
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

const AT_ONCE: usize = 50;

const COLUMNS: &str =
    "SELECT is_open, unit, owner, waiting, due_at, aside, due_step, significant, id FROM complaint";

fn tally(row: &Row) -> Result<Tally, Error> {
    Ok(Tally {
        open: row.int(0)? == 1,
        unit: row.opt_text(1)?.unwrap_or_default(),
        owner: row.opt_text(2)?.unwrap_or_default(),
        waiting: waits(row.opt_text(3)?.is_some(), row.int(5)? == 1),
        due_at: row.int(4)?,
        significant: row.int(7)?,
    })
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
