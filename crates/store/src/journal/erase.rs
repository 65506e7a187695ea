//! Erasing: recording a fact of kind `erased` takes the personal parts that it
//! names away, with their salts and their files. What it leaves behind: the
//! commitments, every leaf and root, and the fact that says so.

use crate::{Error, Sql, conn::Conn, files, sql};
use redress_kernel::Entry;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

pub const ERASED: &str = "erased";

#[derive(Deserialize)]
struct Named {
    entries: Vec<i64>,
}

/// The entries whose personal part this fact takes away.
pub(crate) fn named(entry: &Entry) -> Result<Vec<i64>, Error> {
    if entry.kind != ERASED {
        return Ok(Vec::new());
    }
    named_in(entry.seq, &entry.record)
}

pub(crate) fn named_in(seq: i64, record: &str) -> Result<Vec<i64>, Error> {
    let named: Result<Named, _> = serde_json::from_str(record);
    let wrong = || Error::Wrong(format!("entry {seq} does not name what it erases"));
    named.map(|named| named.entries).map_err(|_| wrong())
}

pub(crate) fn carry_out(conn: &mut Conn, fact: &Entry) -> Result<(), Error> {
    for seq in named(fact)? {
        if seq < 0 || seq >= fact.seq {
            return Err(Error::Wrong(format!(
                "entry {seq} cannot be erased: it is not there"
            )));
        }
        for file in files_of(conn, seq)? {
            files::erase(conn, &file)?;
        }
        conn.execute(&blank(seq))?;
    }
    Ok(())
}

fn blank(seq: i64) -> Sql {
    sql("UPDATE journal_entry SET personal = NULL, personal_salt = NULL, sealed = NULL WHERE seq = $1")
        .arg(seq)
}

fn files_of(conn: &mut Conn, seq: i64) -> Result<Vec<String>, Error> {
    let entries = super::page(conn, seq, 1)?;
    let entry = entries.iter().find(|entry| entry.seq == seq);
    let personal = entry.and_then(|entry| entry.personal.present());
    Ok(personal
        .map(|text| file_salts(text).into_keys().collect())
        .unwrap_or_default())
}

/// `file_salts` of a personal part: file id to salt, both hexadecimal.
pub(crate) fn file_salts(personal: &str) -> BTreeMap<String, String> {
    let value: Value = serde_json::from_str(personal).unwrap_or(Value::Null);
    let salts = value.get("file_salts").and_then(Value::as_object);
    let pairs = salts.into_iter().flatten();
    pairs
        .filter_map(|(id, salt)| Some((id.clone(), salt.as_str()?.to_owned())))
        .collect()
}
