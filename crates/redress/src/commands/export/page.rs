//! `redress export case REFERENCE --html`: the case as one page that checks itself, as
//! the desk makes it, with everything in it.

use super::{Failure, open, say};
use crate::{cli::Place, clock::MachineClock};
use redress_complaint::{
    bundle::{Maker, Wanted, bundle, exported, file_name, paper},
    house::{colleagues, organisation},
    record::{find, id_of},
};
use redress_kernel::{By, Id, Lang, instant::Clock};
use redress_store::{Db, Error};
use redress_web::Voice;
use serde_json::json;
use std::{
    fs::OpenOptions,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// How it was asked for.
pub struct Asked {
    pub reference: String,
    pub to: Option<PathBuf>,
    pub language: Option<String>,
    pub without_texts: bool,
}

pub fn page(place: &Place, asked: Asked) -> Result<ExitCode, Failure> {
    let language = match asked.language.as_deref().map(Lang::from_tag) {
        None => None,
        Some(Some(known)) => Some(known),
        Some(None) => {
            return Err(Failure::Usage(
                "--language is one of en, ko, zh-Hant, zh-Hans, lt, fa".to_owned(),
            ));
        }
    };
    let db = open(place)?;
    let unknown = || Failure::Failed(format!("there is no complaint {}", asked.reference));
    let id = found(&db, &asked.reference)?.ok_or_else(unknown)?;
    let it = db.read_now(|reader| -> Result<_, Error> { organisation(reader) })?;
    let wanted = Wanted {
        language: language.unwrap_or(it.first_language()),
        opened: !asked.without_texts,
    };
    let now = MachineClock.now();
    let keys = db.keys().verifiers();
    db.write_now(move |tx| exported(tx, id, wanted, "command", &By::system(now)))?;
    let made = db.read_now(move |reader| -> Result<_, Error> {
        let Some(case) = find(reader, id)? else {
            return Ok(None);
        };
        let bundle = bundle(reader, &case, &keys, wanted, now)?;
        let from = Maker {
            organisation: &it.name,
            colleagues: &colleagues(reader)?,
        };
        let html = paper(&Voice::of(wanted.language, &it), &bundle, &from);
        Ok(Some((case.reference, bundle.lines.len(), html)))
    })?;
    let (reference, entries, html) = made.ok_or_else(unknown)?;
    let to = asked
        .to
        .unwrap_or_else(|| PathBuf::from(file_name(&reference)));
    write_new(&to, &html)?;
    let object = json!({ "reference": reference, "entries": entries, "file": to });
    let sentence = format!("{reference}: {entries} entries in {}", to.display());
    say(place.json, &object, &sentence);
    Ok(ExitCode::SUCCESS)
}

fn found(db: &Db, reference: &str) -> Result<Option<Id>, Failure> {
    let typed = reference.to_owned();
    Ok(db.read_now(move |reader| id_of(reader, &typed))?)
}

/// Nothing that lies there already is written over.
fn write_new(to: &Path, html: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(to);
    let mut file = file.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::Usage(format!("{} is there already", to.display())),
        _ => error.into(),
    })?;
    Ok(file.write_all(html.as_bytes())?)
}
