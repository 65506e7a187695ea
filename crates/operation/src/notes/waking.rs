//! The end of a waiting by itself: on its date the case is back in its owner's
//! list, whether or not the answer came. Recorded by the installation, once.

use redress_complaint::{
    House,
    facts::{Text, WaitingSet},
    record::find,
    slice::{Outcome, Work},
};
use redress_kernel::{By, Draft, Entry, Id};
use redress_store::{Error, Job, NewJob, Tx};

const KIND: &str = "waiting-over";

pub const WORK: Work = Work {
    kind: KIND,
    ready: |_| true,
    run,
};

/// A waiting with a date sets its own alarm.
pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !entry.is::<WaitingSet>() {
        return Ok(());
    }
    let fact = entry.read::<WaitingSet>()?.fact;
    let Some(until) = fact.until.filter(|_| fact.on.is_some()) else {
        return Ok(());
    };
    tx.enqueue(NewJob {
        kind: KIND,
        key: format!("waiting over {}", entry.seq),
        payload: format!("{} {}", entry.about, entry.seq),
        run_at: until,
        max_attempts: 20,
    })
}

fn run(house: &House, job: &Job) -> Outcome {
    let mut parts = job.payload.split(' ');
    let complaint = parts.next().and_then(|id| id.parse::<Id>().ok());
    let set_by = parts.next().and_then(|seq| seq.parse::<i64>().ok());
    let (Some(complaint), Some(set_by)) = (complaint, set_by) else {
        return Outcome::Hopeless("payload".to_owned());
    };
    let now = house.now();
    let woken = house
        .db
        .write_now(move |tx| over(tx, complaint, set_by, &By::system(now)));
    match woken {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

/// Ends that very waiting; one that was set anew has an alarm of its own.
fn over(tx: &mut Tx, complaint: Id, set_by: i64, by: &By) -> Result<(), Error> {
    let still = find(tx, complaint)?
        .filter(|case| case.is_open())
        .and_then(|case| case.waiting)
        .is_some_and(|waiting| waiting.seq == set_by);
    if !still {
        return Ok(());
    }
    let over = WaitingSet {
        ended: Some("time".to_owned()),
        ..WaitingSet::default()
    };
    tx.record(Draft::with(complaint, &over, &Text::default()), by)
        .map(|_| ())
}
