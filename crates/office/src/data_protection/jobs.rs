//! What the machine does with an erasure: carries it out when it is due, then takes what
//! is left of it out of the files of the database, and says in the journal how that went.

use super::{
    cases::candidates,
    erasure::{Erasure, State, Wait},
    facts::ErasureCleared,
    records::not_cleared,
    taking::{self, CLEAR},
};
use redress_complaint::{
    House,
    slice::{Outcome, Work},
};
use redress_kernel::{By, Draft, Id, Instant};
use redress_store::{Error, Job, NewJob, Read, Step, Tx, is_clear};
use std::collections::BTreeMap;

const CARRY_OUT: &str = "erasure.carry-out";
/// Looked at each hour for as long as a hold, an open case or a letter can stand in its way.
const ATTEMPTS: u32 = 100_000;

pub const WORK: &[Work] = &[
    Work {
        kind: CARRY_OUT,
        ready: |_| true,
        run: carry_out,
    },
    Work {
        kind: CLEAR,
        ready: |_| true,
        run: clear,
    },
];

pub fn key(erasure: Id) -> String {
    format!("{CARRY_OUT}:{erasure}")
}

pub fn plan(tx: &mut Tx, erasure: Id, due_at: Instant) -> Result<(), Error> {
    tx.enqueue(NewJob {
        kind: CARRY_OUT,
        key: key(erasure),
        payload: erasure.to_string(),
        run_at: due_at,
        max_attempts: ATTEMPTS,
    })
}

fn carry_out(house: &House, job: &Job) -> Outcome {
    let Ok(id) = job.payload.parse::<Id>() else {
        return Outcome::Hopeless("the job names no erasure".to_owned());
    };
    let now = house.now();
    let done = house.db.write_now(move |tx| -> Result<_, Error> {
        let Some(erasure) = Erasure::fold(&tx.entries(id)?)? else {
            return Ok(Ok(()));
        };
        if erasure.state != State::Approved {
            return Ok(Ok(()));
        }
        let cases = candidates(tx, &erasure.complaints, Some(id))?;
        taking::carry_out(tx, &erasure, &cases, now)
    });
    match done {
        Ok(Ok(())) => Outcome::Done,
        Ok(Err(Wait::Held)) => Outcome::Again("a legal hold".to_owned()),
        Ok(Err(Wait::Open)) => Outcome::Again("a case is open again".to_owned()),
        Ok(Err(Wait::Letter)) => Outcome::Again("the letter has not left".to_owned()),
        Ok(Err(Wait::NotDue)) => Outcome::Again("not due".to_owned()),
        Err(error) => Outcome::Again(error.to_string()),
    }
}

/// One time for all whose rows are gone by now: the files are long.
fn clear(house: &House, _: &Job) -> Outcome {
    let waiting = match house.db.read_now(not_cleared) {
        Ok(waiting) if waiting.is_empty() => return Outcome::Done,
        Ok(waiting) => waiting,
        Err(error) => return Outcome::Again(error.to_string()),
    };
    let steps = match house.db.clear_residue() {
        Ok(steps) => steps,
        Err(error) => return Outcome::Again(error.to_string()),
    };
    let (now, clear) = (house.now(), is_clear(&steps));
    let kept = house.db.write_now(move |tx| -> Result<(), Error> {
        let told = told(&steps, clear);
        waiting
            .iter()
            .try_for_each(|id| report(tx, *id, &told, now))
    });
    match (kept, clear) {
        (Ok(()), true) => Outcome::Done,
        (Ok(()), false) => Outcome::Again("the database does not let go yet".to_owned()),
        (Err(error), _) => Outcome::Again(error.to_string()),
    }
}

fn told(steps: &[Step], clear: bool) -> ErasureCleared {
    let step = |step: &Step| (step.name.to_owned(), step.went.name().to_owned());
    let steps: BTreeMap<String, String> = steps.iter().map(step).collect();
    ErasureCleared { steps, clear }
}

/// The same news is told once.
fn report(tx: &mut Tx, id: Id, told: &ErasureCleared, now: Instant) -> Result<(), Error> {
    let known = Erasure::fold(&tx.entries(id)?)?;
    let news =
        known.filter(|it| it.state == State::Erased && (told.clear || it.steps != told.steps));
    if news.is_some() {
        tx.record(Draft::of(id, told), &By::system(now))?;
    }
    Ok(())
}
