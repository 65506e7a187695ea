//! `redress import --list` and `--undo`: what came in, and taking a whole import back.

use super::{
    super::{Failure, open, say},
    Place,
};
use crate::clock::MachineClock;
use redress_channels::import::{ImportRun, NotUndone, kept, run_of, runs, undo};
use redress_kernel::{By, Id, instant::Clock};
use redress_store::Error;
use serde_json::{Value, json};
use std::process::ExitCode;

/// How many imports the list shows, and how many kept cases are named.
const LIST_MAX: i64 = 200;

#[allow(clippy::print_stdout, reason = "the list is what was asked for")]
pub fn list(place: &Place) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let all = db.read_now(|reader| runs(reader, LIST_MAX))?;
    if !place.json {
        for run in &all {
            println!(
                "{} {} {} {} {}: {} imported, {} duplicates, {} rejected",
                run.id,
                run.begun_at,
                run.state.name(),
                run.format,
                run.name,
                run.imported,
                run.duplicates,
                run.rejected
            );
        }
    }
    let items: Vec<Value> = all.iter().map(object).collect();
    say(
        place.json,
        &json!({ "imports": items }),
        &format!("{} imports", all.len()),
    );
    Ok(ExitCode::SUCCESS)
}

pub fn undo_import(place: &Place, run: &str) -> Result<ExitCode, Failure> {
    let unknown = || {
        Failure::Usage(format!(
            "there is no import {run}; see redress import --list"
        ))
    };
    let id: Id = run.parse().map_err(|_| unknown())?;
    let db = open(place)?;
    match undo(&db, id, By::system(MachineClock.now())) {
        Ok(()) => {}
        Err(NotUndone::Store(error)) => return Err(error.into()),
        Err(NotUndone::Refused(refusal)) if refusal.code == "no-such-import" => {
            return Err(unknown());
        }
        Err(NotUndone::Refused(_)) => {
            return Err(Failure::Failed(format!(
                "the import {run} was undone before"
            )));
        }
    }
    let (its, stay) = db.read_now(|reader| -> Result<_, Error> {
        Ok((run_of(reader, id)?, kept(reader, id, LIST_MAX)?))
    })?;
    let annulled = its.map_or(0, |run| run.annulled);
    let mut sentence = format!("{annulled} complaints taken back");
    if !stay.is_empty() {
        sentence.push_str(&format!(
            "; worked on meanwhile and kept: {}",
            stay.join(", ")
        ));
    }
    say(
        place.json,
        &json!({ "undone": run, "annulled": annulled, "kept": stay }),
        &sentence,
    );
    Ok(ExitCode::SUCCESS)
}

fn object(run: &ImportRun) -> Value {
    json!({
        "id": run.id, "format": run.format, "file": run.name, "state": run.state.name(),
        "begun_at": run.begun_at.to_string(), "rows": run.rows, "imported": run.imported,
        "duplicates": run.duplicates, "rejected": run.rejected, "annulled": run.annulled,
    })
}
