//! `redress export`: what leaves the house takes its proof along. A case for who
//! asks about it, the journal's leaves for an auditor, everything for another
//! installation: JSON lines, files, and a description of both.

mod page;
mod whole;

pub use whole::import_all;

use super::{Failure, open, say};
use crate::cli::{Export, Place};
use redress_complaint::{
    proof::line,
    record::{find, id_of},
};
use redress_kernel::{Id, journal::canonical::canonical};
use redress_store::{Db, Error, Read, Reader, export::lines, note::Verifier, proof};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

pub fn run(place: &Place, asked: Export) -> Result<ExitCode, Failure> {
    match asked {
        Export::Case {
            reference,
            to,
            html: true,
            language,
            without_texts,
        } => page::page(
            place,
            page::Asked {
                reference,
                to,
                language,
                without_texts,
            },
        ),
        Export::Case { reference, to, .. } => case(place, &reference, to),
        Export::Journal { to } => journal(place, &to),
        Export::All { to } => whole::export_all(place, &to),
    }
}

/// A folder of its own: nothing that lies there already is written over.
fn fresh(to: &Path) -> Result<(), Failure> {
    if to.exists() {
        return Err(Failure::Usage(format!("{} is there already", to.display())));
    }
    Ok(fs::create_dir_all(to)?)
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

const ABOUT_CASE: &str =
    "entries.jsonl  every fact of the case, one a line: its leaf in the journal, its way up
               to the checkpoint, and the salts and texts that open its commitments
files/         the files of the case, by the identifier that the facts name
checkpoint.txt the signed head of the journal under which the leaves lie
key.txt        the public key of the signature

A commitment is SHA-256 over a domain, the salt and the text (SECURITY.md).
";

fn case(place: &Place, reference: &str, to: Option<PathBuf>) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let typed = reference.to_owned();
    let found = db.read_now(|reader| -> Result<_, Error> {
        match id_of(reader, &typed)? {
            Some(id) => find(reader, id),
            None => Ok(None),
        }
    })?;
    let Some(case) = found else {
        return Err(Failure::Failed(format!(
            "there is no complaint {reference}"
        )));
    };
    let to = to.unwrap_or_else(|| PathBuf::from(&case.reference));
    fresh(&to)?;
    let keys = db.keys().verifiers();
    let entries = db.read_now(|reader| facts(reader, case.id, &keys, &to))?;
    keep_files(&db, case.files.iter().map(|file| file.id), &to)?;
    heads(&db, &to)?;
    fs::write(to.join("README.txt"), ABOUT_CASE)?;
    let object = json!({ "reference": case.reference, "entries": entries, "files": case.files.len(), "folder": to });
    let sentence = format!(
        "{}: {entries} facts and {} files in {}",
        case.reference,
        case.files.len(),
        to.display()
    );
    say(place.json, &object, &sentence);
    Ok(ExitCode::SUCCESS)
}

/// What a write of a bundle can stumble over.
enum Stumble {
    Store(Error),
    Disk(std::io::Error),
}

impl From<Error> for Stumble {
    fn from(error: Error) -> Stumble {
        Stumble::Store(error)
    }
}

impl From<std::io::Error> for Stumble {
    fn from(error: std::io::Error) -> Stumble {
        Stumble::Disk(error)
    }
}

impl From<Stumble> for Failure {
    fn from(stumble: Stumble) -> Failure {
        match stumble {
            Stumble::Store(error) => error.into(),
            Stumble::Disk(error) => error.into(),
        }
    }
}

fn facts(reader: &mut Reader, case: Id, keys: &[Verifier], to: &Path) -> Result<usize, Stumble> {
    let mut out = BufWriter::new(File::create(to.join("entries.jsonl"))?);
    let entries = reader.entries(case)?;
    for entry in &entries {
        let Some(proof) = proof(reader, entry.seq)? else {
            continue;
        };
        writeln!(out, "{}", line(entry, &proof, keys, true))?;
    }
    out.flush()?;
    Ok(entries.len())
}

fn keep_files(db: &Db, files: impl Iterator<Item = Id>, to: &Path) -> Result<usize, Failure> {
    let folder = to.join("files");
    let mut kept = 0;
    for id in files {
        if let Some(bytes) = db.read_now(|reader| -> Result<_, Error> { reader.blob(id) })? {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(id.to_string()), bytes)?;
            kept += 1;
        }
    }
    Ok(kept)
}

/// The newest checkpoint and the key that it is signed with.
fn heads(db: &Db, to: &Path) -> Result<(), Failure> {
    let checkpoint = db.read_now(|reader| -> Result<_, Error> { reader.checkpoint() })?;
    fs::write(to.join("checkpoint.txt"), checkpoint.unwrap_or_default())?;
    let keys: Vec<String> = db
        .keys()
        .verifiers()
        .iter()
        .map(|key| key.text() + "\n")
        .collect();
    Ok(fs::write(to.join("key.txt"), keys.concat())?)
}

const ABOUT_JOURNAL: &str =
    "leaves.jsonl   every leaf of the journal, one a line, in order; no personal data
checkpoint.txt the signed head over all of them
key.txt        the public key of the signature

The root is that of an RFC 6962 tree over the canonical JSON (RFC 8785) of the leaves.
";

fn journal(place: &Place, to: &Path) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    fresh(to)?;
    let entries = db.read_now(|reader| leaves(reader, &to.join("leaves.jsonl")))?;
    heads(&db, to)?;
    fs::write(to.join("README.txt"), ABOUT_JOURNAL)?;
    let object = json!({ "entries": entries, "folder": to });
    say(
        place.json,
        &object,
        &format!("{entries} leaves in {}", to.display()),
    );
    Ok(ExitCode::SUCCESS)
}

/// Canonical JSON: a line that is written otherwise is not one of ours.
fn one_spelling(line: &Value) -> Result<String, Error> {
    canonical(line).map_err(|error| Error::Wrong(error.to_string()))
}

fn leaves(reader: &mut Reader, file: &Path) -> Result<i64, Stumble> {
    let mut out = BufWriter::new(File::create(file)?);
    let entries = lines(reader, false, |line| -> Result<(), Stumble> {
        let leaf = line.get("leaf").unwrap_or(&Value::Null);
        Ok(writeln!(out, "{}", one_spelling(leaf)?)?)
    })?;
    out.flush()?;
    Ok(entries)
}
