//! After a change of the rule the open complaints are looked through once: what falls
//! under it becomes significant, by the installation and with the fact of each case.

use crate::{amend, fault::Fault};
use redress_complaint::{
    House,
    facts::Reason,
    house::organisation,
    record::find,
    significance::found_by_rule,
    slice::{Outcome, Work},
};
use redress_kernel::{By, Draft, Id, Instant, Organisation, Refusal};
use redress_store::{Error, Job, NewJob, Read, Tx, sql};

const KIND: &str = "significance.sweep";
/// Cases that share one commit.
const PAGE: i64 = 200;

pub const WORK: Work = Work {
    kind: KIND,
    ready: |_| true,
    run,
};

/// Records the setting and, where the rule is another one now, has the open ones looked at.
pub fn amended(
    tx: &mut Tx,
    change: impl FnOnce(Organisation) -> Result<Organisation, Refusal>,
    by: &By,
) -> Result<(), Fault> {
    let before = organisation(tx)?.significance;
    amend::amended(tx, change, by)?;
    if organisation(tx)?.significance != before {
        begin(tx, by.at)?;
    }
    Ok(())
}

pub fn begin(tx: &mut Tx, now: Instant) -> Result<(), Error> {
    tx.enqueue(NewJob {
        kind: KIND,
        key: format!("significance sweep {}", now.micros()),
        payload: String::new(),
        run_at: now,
        max_attempts: 20,
    })
}

/// Done again it finds nothing new, so it may be broken off anywhere.
fn run(house: &House, _: &Job) -> Outcome {
    let mut after = String::new();
    loop {
        let (from, now) = (after.clone(), house.now());
        let page = move |tx: &mut Tx| judged(tx, &from, now);
        match house.db.write_now(page) {
            Ok(Some(last)) => after = last.to_string(),
            Ok(None) => return Outcome::Done,
            Err(error) => return Outcome::Again(error.to_string()),
        }
    }
}

/// A page of open cases after this one; the last of them, if there was any.
fn judged(tx: &mut Tx, after: &str, now: Instant) -> Result<Option<Id>, Error> {
    let query = sql("SELECT id FROM complaint WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2");
    let page: Vec<Id> = tx.rows(&query.arg(after).arg(PAGE), |row| row.id(0))?;
    let organisation = organisation(tx)?;
    for id in &page {
        let case = find(tx, *id)?;
        let found = case.and_then(|case| found_by_rule(&case, &organisation, now));
        if let Some(fact) = found {
            let draft = Draft::with(*id, &fact, &Reason::default());
            tx.record(draft, &By::system(now))?;
        }
    }
    Ok(page.last().copied())
}
