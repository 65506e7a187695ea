//! A request that nobody answered ends by itself after a week: a fact of the
//! installation, so that the queue never holds what can no longer be answered. And with a
//! case that is erased whole goes what was asked about it: the reasons and the texts.

use super::{
    facts::{SecondAsked, SecondEnded},
    records::{about, find},
    request::State,
};
use crate::{
    House,
    facts::Erased,
    slice::{Outcome, Work},
};
use redress_kernel::{By, Draft, Entry, Id};
use redress_store::{Error, Job, NewJob, Read, Tx};

const KIND: &str = "second-ends";

pub const WORK: Work = Work {
    kind: KIND,
    ready: |_| true,
    run,
};

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.is::<Erased>() {
        return erased(tx, entry);
    }
    if !entry.is::<SecondAsked>() {
        return Ok(());
    }
    let run_at = entry.read::<SecondAsked>()?.fact.ends_at;
    tx.enqueue(NewJob {
        kind: KIND,
        key: format!("second ends {}", entry.about),
        payload: entry.about.to_string(),
        run_at,
        max_attempts: 20,
    })
}

/// What was asked and answered about a case that is erased whole.
fn erased(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<Erased>()?.fact;
    let first = tx.entries(entry.about)?.first().map(|first| first.seq);
    if !first.is_some_and(|first| fact.entries.contains(&first)) {
        return Ok(());
    }
    let by = By {
        actor: entry.actor,
        unit: entry.unit,
        at: entry.recorded_at,
    };
    for request in about(tx, entry.about)? {
        let entries = tx.entries(request)?;
        let there = entries.iter().filter(|it| it.personal.present().is_some());
        let there: Vec<i64> = there.map(|it| it.seq).collect();
        if !there.is_empty() {
            tx.erase(request, &there, &fact.basis, &by)?;
        }
    }
    Ok(())
}

fn run(house: &House, job: &Job) -> Outcome {
    let Ok(id) = job.payload.parse::<Id>() else {
        return Outcome::Hopeless("payload".to_owned());
    };
    let by = By::system(house.now());
    match house.db.write_now(move |tx| over(tx, id, &by)) {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn over(tx: &mut Tx, id: Id, by: &By) -> Result<(), Error> {
    let open = find(tx, id)?.is_some_and(|request| request.state == State::Open);
    if open {
        let ended = SecondEnded {
            why: "time".to_owned(),
        };
        tx.record(Draft::of(id, &ended), by)?;
    }
    Ok(())
}
