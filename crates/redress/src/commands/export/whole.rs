//! Everything, out of one installation and into an empty other one: the journal
//! as lines, the files, a description. The other one has the same journal root.

use super::{Failure, Stumble, fresh, heads, keep_files, one_spelling, open, pretty, say};
use crate::{cli::Place, clock::MachineClock};
use redress_complaint::facts::Happened;
use redress_kernel::{Id, instant::Clock, journal::leaf::hex};
use redress_store::{
    Db, Error, Read, Reader,
    export::{file_ids, lines, take_over},
    verify,
};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

pub fn export_all(place: &Place, to: &Path) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    fresh(to)?;
    // One moment: lines, files and root belong together while others go on writing.
    let (entries, root, files) = db.read_now(|reader| -> Result<_, Stumble> {
        let entries = journal(reader, &to.join("journal.jsonl"))?;
        Ok((entries, hex(&reader.head()?.root), file_ids(reader)?))
    })?;
    let files = keep_files(&db, files.into_iter(), to)?;
    heads(&db, to)?;
    let manifest = json!({
        "format": "redress-export", "version": 1, "entries": entries, "root": root,
        "files": files, "made_at": MachineClock.now().to_string(),
    });
    fs::write(to.join("manifest.json"), pretty(&manifest))?;
    fs::write(to.join("schema.json"), pretty(&schema()))?;
    let object = json!({ "entries": entries, "root": root, "files": files, "folder": to });
    say(
        place.json,
        &object,
        &format!(
            "{entries} facts and {files} files in {}, root {root}",
            to.display()
        ),
    );
    Ok(ExitCode::SUCCESS)
}

fn journal(reader: &mut Reader, file: &Path) -> Result<i64, Stumble> {
    let mut out = BufWriter::new(File::create(file)?);
    let entries = lines(reader, true, |line| -> Result<(), Stumble> {
        Ok(writeln!(out, "{}", one_spelling(line)?)?)
    })?;
    out.flush()?;
    Ok(entries)
}

/// What a line holds, for whoever reads it without this program.
fn schema() -> Value {
    let text = |about: &str| json!({ "type": "string", "description": about });
    let or_null = |about: &str| json!({ "type": ["string", "null"], "description": about });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of journal.jsonl: one fact",
        "type": "object",
        "required": ["leaf", "record", "record_salt", "personal", "personal_salt"],
        "properties": {
            "leaf": {
                "type": "object",
                "description": "What is hashed into the tree: SHA-256 over a zero byte and the canonical JSON (RFC 8785) of this object",
                "properties": {
                    "seq": { "type": "integer", "description": "Position in the journal, from 0" },
                    "id": text("Identifier of the fact"),
                    "about": text("What it is about: a complaint, a person, the organisation"),
                    "kind": { "type": "string", "description": "What happened; of complaints one of complaint_kinds, other rooms have theirs" },
                    "version": { "type": "integer", "description": "Version of the kind's shape" },
                    "actor": text("Who did it"),
                    "unit": or_null("For which unit"),
                    "recorded_at": { "type": "integer", "description": "Microseconds since 1970 UTC" },
                    "occurred_at": { "type": ["integer", "null"], "description": "When it happened as claimed, if that differs" },
                    "record": text("Commitment of the record part, hexadecimal"),
                    "personal": or_null("Commitment of the personal part"),
                }
            },
            "record": { "description": "Codes, identifiers, instants, amounts" },
            "record_salt": text("Opens the commitment of the record part"),
            "personal": { "description": "Names, contact, free text; null when there was none or it was erased" },
            "personal_salt": or_null("Opens the commitment of the personal part"),
        },
        "complaint_kinds": Happened::KINDS,
        "files": "files/ holds the bytes of each file under the identifier that a fact names",
    })
}

/// `redress import --format redress DIR`: into an installation without any fact.
pub fn import_all(place: &Place, from: &[PathBuf]) -> Result<ExitCode, Failure> {
    let [from] = from else {
        return Err(Failure::Usage(
            "give the one folder that `redress export all` wrote".to_owned(),
        ));
    };
    let manifest = manifest(from)?;
    let db = open(place)?;
    let empty = db.read_now(|reader| -> Result<_, Error> { Ok(reader.size()? == 0) })?;
    if !empty {
        return Err(Failure::Usage(
            "this installation is not empty; choose another --data".to_owned(),
        ));
    }
    let wanted = manifest
        .get("root")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let (entries, files) = take(&db, from.clone(), wanted.clone())?;
    let verifiers = db.keys().verifiers();
    let verified = db.read_now(move |reader| verify(reader, &verifiers, &[]))?;
    if let Some(bad) = &verified.first_bad {
        return Err(Failure::Failed(format!(
            "entry {} does not verify: {}",
            bad.seq, bad.why
        )));
    }
    let object = json!({ "entries": entries, "root": wanted, "files": files, "ok": verified.ok });
    let sentence = format!(
        "{entries} facts and {files} files, root {wanted}: the same journal. Passwords, tokens and access codes did not come along: `redress user add` makes a first sign-in, unless keys.toml was copied the access codes are new ones."
    );
    say(place.json, &object, &sentence);
    Ok(ExitCode::SUCCESS)
}

fn manifest(from: &Path) -> Result<Value, Failure> {
    let text = fs::read_to_string(from.join("manifest.json")).map_err(|error| {
        Failure::Failed(format!(
            "{}: no export of everything: {error}",
            from.display()
        ))
    })?;
    let manifest: Value = serde_json::from_str(&text).unwrap_or_default();
    match manifest.get("format").and_then(Value::as_str) {
        Some("redress-export") => Ok(manifest),
        _ => Err(Failure::Failed(format!(
            "{}: manifest.json is not ours",
            from.display()
        ))),
    }
}

/// In one transaction: all of it, or nothing.
fn take(db: &Db, from: PathBuf, wanted: String) -> Result<(i64, usize), Failure> {
    Ok(db.write_now(move |tx| -> Result<_, Error> {
        let unreadable = |error: std::io::Error| Error::Wrong(error.to_string());
        let journal = File::open(from.join("journal.jsonl")).map_err(unreadable)?;
        let lines = BufReader::new(journal).lines().map(|line| {
            let line = line.map_err(unreadable)?;
            serde_json::from_str(&line).map_err(|_| Error::Wrong("a line is no JSON".to_owned()))
        });
        let (entries, root) = take_over(tx, lines)?;
        if hex(&root) != wanted {
            return Err(Error::Wrong(
                "the root is not the one of manifest.json".to_owned(),
            ));
        }
        let mut files = 0;
        for file in fs::read_dir(from.join("files")).into_iter().flatten() {
            let file = file.map_err(unreadable)?;
            let id: Option<Id> = file.file_name().to_str().and_then(|name| name.parse().ok());
            if let Some(id) = id {
                tx.put_blob(id, &fs::read(file.path()).map_err(unreadable)?)?;
                files += 1;
            }
        }
        Ok((entries, files))
    })?)
}
