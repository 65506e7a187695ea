//! `redress verify` and `redress rebuild`: the journal proves itself, and the
//! projections prove that they follow from it.

use super::{Failure, open, say};
use crate::{
    cli::{Place, Rebuild, Verify},
    serve::witness::{FILE_NAME, Witness},
};
use redress_kernel::journal::leaf::hex;
use redress_store::{Error, rebuild as replay, rebuild_check, verify as prove};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

pub fn verify(place: &Place, asked: Verify) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let outside = asked
        .against
        .iter()
        .map(|file| Ok(checkpoint_of(std::fs::read_to_string(file)?)))
        .chain(beside(place))
        .collect::<Result<Vec<_>, Failure>>()?;
    let verifiers = db.keys().verifiers();
    let verified =
        db.read_now(move |reader| -> Result<_, Error> { prove(reader, &verifiers, &outside) })?;
    let mut object = Map::new();
    object.insert("entries".to_owned(), json!(verified.entries));
    object.insert("root".to_owned(), json!(hex(&verified.root)));
    object.insert("ok".to_owned(), json!(verified.ok));
    if let Some(bad) = &verified.first_bad {
        object.insert(
            "first_bad".to_owned(),
            json!({ "seq": bad.seq, "why": bad.why }),
        );
    }
    let sentence = match &verified.first_bad {
        None => format!(
            "intact: {} entries, root {}",
            verified.entries,
            hex(&verified.root)
        ),
        Some(bad) => format!("NOT intact, first at entry {}: {}", bad.seq, bad.why),
    };
    say(place.json, &Value::Object(object), &sentence);
    Ok(if verified.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

/// What a server kept in the folder counts like any other checkpoint.
fn beside(place: &Place) -> Option<Result<String, Failure>> {
    let kept = Witness::at(place.data.join(FILE_NAME)).kept();
    kept.map_err(Failure::from).transpose()
}

/// A receipt ends with the checkpoint that it is proved by: whoever kept one kept both.
fn checkpoint_of(kept: String) -> String {
    match kept.strip_prefix("c2sp.org/tlog-proof@v1\n") {
        Some(rest) => rest
            .split_once("\n\n")
            .map_or_else(String::new, |(_, note)| note.to_owned()),
        None => kept,
    }
}

#[allow(
    clippy::print_stdout,
    reason = "the differences are what was asked for"
)]
pub fn rebuild(place: &Place, asked: Rebuild) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    if !asked.check {
        replay(&db)?;
        say(
            place.json,
            &json!({ "rebuilt": true }),
            "rebuilt from the journal",
        );
        return Ok(ExitCode::SUCCESS);
    }
    let differences = rebuild_check(&db)?;
    for difference in differences.iter().take(100).filter(|_| !place.json) {
        println!("{difference:?}");
    }
    let object = json!({ "ok": differences.is_empty(), "differences": differences.len() });
    say(
        place.json,
        &object,
        &format!(
            "{} differences between the projections and a replay",
            differences.len()
        ),
    );
    Ok(if differences.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}
