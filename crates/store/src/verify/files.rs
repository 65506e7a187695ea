//! Files: a record holds `{"file": id, "commit": hex}` anywhere, the personal
//! part beside it `file_salts`. A file whose salt is there must be there and fit;
//! one that was erased must be gone.

use super::{Stop, bad, entries::Part};
use crate::{Error, Read, conn::Conn, files, journal::erase::file_salts};
use redress_kernel::{
    Id,
    journal::{
        leaf::{file_commitment, unhex},
        tree::Hash,
    },
};
use serde_json::Value;
use std::collections::BTreeMap;

/// What one entry says of one file.
pub(super) struct Committed {
    file: String,
    commit: String,
    /// None when the personal part is erased or holds no salt for it.
    salt: Option<String>,
    erased: bool,
}

#[derive(Default)]
pub(super) struct Files(BTreeMap<String, Vec<(i64, Committed)>>);

pub(super) fn committed(record: &str, personal: Option<&str>, part: Part) -> Vec<Committed> {
    // Most facts have no files; only those that might are parsed.
    if !record.contains("\"commit\":") {
        return Vec::new();
    }
    let mut found = Vec::new();
    pairs(
        &serde_json::from_str(record).unwrap_or(Value::Null),
        &mut found,
    );
    let mut salts = personal.map(file_salts).unwrap_or_default();
    let whole = found.into_iter().map(|(file, commit)| Committed {
        salt: salts.remove(&file),
        file,
        commit,
        erased: part == Part::Gone,
    });
    whole.collect()
}

fn pairs(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| pairs(item, found)),
        Value::Object(members) => {
            let text = |key| members.get(key).and_then(Value::as_str);
            if let (Some(file), Some(commit)) = (text("file"), text("commit")) {
                found.push((file.to_owned(), commit.to_owned()));
            }
            members.values().for_each(|member| pairs(member, found));
        }
        _ => {}
    }
}

impl Files {
    pub fn add(&mut self, seq: i64, files: Vec<Committed>) {
        for committed in files {
            self.0
                .entry(committed.file.clone())
                .or_default()
                .push((seq, committed));
        }
    }

    /// Before anything was closed there were no keys to ask for.
    pub fn check(&self, reader: &mut impl Read, has_closed: bool) -> Result<(), Stop> {
        let get = match has_closed {
            true => files::get,
            false => files::get_open,
        };
        self.0
            .iter()
            .try_for_each(|(file, all)| one(reader, get, file, all))
    }
}

/// What does not open any more was changed, or its key was.
fn changed(all: &[(i64, Committed)]) -> Stop {
    let first = all.first().map_or(0, |(seq, _)| *seq);
    bad(
        first,
        "a file of it cannot be opened: it or its key has changed",
    )
}

type Get = fn(&mut Conn, Id) -> Result<Option<Vec<u8>>, Error>;

fn one(reader: &mut impl Read, get: Get, file: &str, all: &[(i64, Committed)]) -> Result<(), Stop> {
    let bytes = match file.parse::<Id>() {
        Ok(id) => match get(&mut reader.conn().0, id) {
            Err(Error::Keys(_)) => return Err(changed(all)),
            found => found?,
        },
        Err(_) => None,
    };
    let erased = all.iter().find(|(_, committed)| committed.erased);
    match (&bytes, erased) {
        (Some(_), Some((seq, _))) => {
            return Err(bad(*seq, "a file of it is there although it was erased"));
        }
        (None, Some(_)) => return Ok(()),
        _ => {}
    }
    for (seq, committed) in all {
        let Some(salt) = &committed.salt else {
            continue;
        };
        let Some(bytes) = &bytes else {
            return Err(bad(*seq, "a file of it is missing"));
        };
        let salt: Hash =
            unhex(salt).ok_or_else(|| bad(*seq, "the salt of a file cannot be read"))?;
        if unhex(&committed.commit) != Some(file_commitment(&salt, bytes)) {
            return Err(bad(*seq, "a file of it has changed"));
        }
    }
    Ok(())
}
