//! Checking the chain as a job: the page that asked for it can be closed, and the
//! newest answer stands on the page for everybody who may see the journal.

use super::records::{Check, begin, came_to, end, newest_check};
use crate::{fault::ours, frame::back};
use axum::{extract::State, response::Response};
use redress_complaint::{House, slice::Outcome};
use redress_kernel::{Id, journal::leaf::hex};
use redress_store::{Error, Job, NewJob, Read, Tx, verify_watched};
use redress_web::{Trouble, Visit};

pub const KIND: &str = "journal.check";

/// How often the page learns how far it has come.
const EVERY: i64 = 20_000;

/// Asks for a check; while one is waiting or under way another changes nothing.
pub async fn ask(State(house): State<House>, visit: Visit) -> Result<Response, Trouble> {
    let now = house.now();
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        let under_way = newest_check(tx)?.is_some_and(|check| {
            matches!(check.state.as_str(), "waiting" | "running")
                && now.seconds_since(check.asked_at) < 3600
        });
        if under_way {
            return Ok(());
        }
        let (id, size) = (tx.new_id(now), tx.size()?);
        begin(tx, id, size, now)?;
        tx.enqueue(NewJob {
            kind: KIND,
            key: format!("{KIND}:{id}"),
            payload: id.to_string(),
            run_at: now,
            max_attempts: 3,
        })
    };
    house.db.write(write).await.map_err(ours)?;
    Ok(back(&visit, "/admin/journal", "check-asked"))
}

pub fn run(house: &House, job: &Job) -> Outcome {
    let Ok(id) = job.payload.parse::<Id>() else {
        return Outcome::Hopeless("no check of this name".to_owned());
    };
    let check = match checked(house, id) {
        Ok(check) => check,
        Err(error) => return failed(house, id, &error),
    };
    let now = house.now();
    match house
        .db
        .write_now(move |tx: &mut Tx| end(tx, id, &check, now))
    {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn checked(house: &House, id: Id) -> Result<Check, Error> {
    let verifiers = house.db.keys().verifiers();
    let db = house.db.clone();
    let mut told = 0;
    let mut watch = |reached: i64| {
        if reached - told >= EVERY {
            told = reached;
            // Only how far it has come: a write that fails spoils no check.
            let _ = db.write_now(move |tx: &mut Tx| came_to(tx, id, reached));
        }
    };
    let verified = house
        .db
        .read_now(|reader| verify_watched(reader, &verifiers, &[], &mut watch))?;
    let state = if verified.ok { "intact" } else { "broken" };
    Ok(Check {
        state: state.to_owned(),
        entries: verified.entries,
        reached: verified.entries,
        root: hex(&verified.root),
        first_bad: verified.first_bad.as_ref().map(|bad| bad.seq),
        why: verified.first_bad.map(|bad| bad.why).unwrap_or_default(),
        ..Check::default()
    })
}

/// The journal could not be read to its end: that is no verdict about it.
fn failed(house: &House, id: Id, error: &Error) -> Outcome {
    let check = Check {
        state: "failed".to_owned(),
        ..Check::default()
    };
    let now = house.now();
    let _ = house
        .db
        .write_now(move |tx: &mut Tx| end(tx, id, &check, now));
    Outcome::Hopeless(error.to_string())
}
