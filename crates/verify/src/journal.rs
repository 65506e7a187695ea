//! An exported journal, line by line: each leaf in its place and in its spelling, times
//! that never go back, the root that was signed; and where the texts came along, that
//! they open their commitments and that nothing is gone but what an entry erased.

use crate::{
    Leaf, canonical,
    committed::{Files, PERSONAL, RECORD, opens},
    tree::{Growing, Hash},
};
use serde_json::Value;
use std::collections::BTreeMap;

/// The first entry that is not as it was, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub entry: u64,
    pub why: String,
}

pub(crate) fn found<T>(entry: u64, why: impl Into<String>) -> Result<T, Found> {
    Err(Found {
        entry,
        why: why.into(),
    })
}

/// A signed state that the journal has to have passed through.
#[derive(Debug, Clone)]
pub struct Mark {
    pub name: String,
    pub size: u64,
    pub root: Hash,
}

/// What was gone through and found in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    pub entries: u64,
    pub root: Hash,
    pub last_at: Option<i64>,
}

pub struct Journal {
    /// With both parts and their salts, or leaves alone.
    opened: bool,
    tree: Growing,
    last_at: Option<i64>,
    /// Still to come, the nearest last.
    marks: Vec<Mark>,
    agreed: u64,
    /// For every entry: is its personal part gone?
    gone: Vec<Option<bool>>,
    erased_by: BTreeMap<u64, u64>,
    files: Files,
}

impl Journal {
    pub fn new(opened: bool, mut marks: Vec<Mark>) -> Journal {
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.size));
        Journal {
            opened,
            tree: Growing::default(),
            last_at: None,
            marks,
            agreed: 0,
            gone: Vec::new(),
            erased_by: BTreeMap::new(),
            files: Files::default(),
        }
    }

    /// The next line, without its line feed.
    pub fn line(&mut self, line: &[u8]) -> Result<(), Found> {
        let entry = self.tree.size();
        self.passed()?;
        let value = std::str::from_utf8(line).ok().and_then(canonical::read);
        let Some(value) = value else {
            return found(entry, "its line is not written as an export writes it");
        };
        let leaf = match self.opened {
            true => value.get("leaf").and_then(Leaf::of),
            false => Leaf::of(&value),
        };
        let Some(leaf) = leaf else {
            return found(entry, "its line is no entry of a journal");
        };
        if leaf.seq != entry {
            return found(entry, format!("entry {} stands in its place", leaf.seq));
        }
        if self.last_at.is_some_and(|before| leaf.recorded_at < before) {
            return found(
                entry,
                "it says it was recorded before the one in front of it",
            );
        }
        if self.opened {
            self.opened(&leaf, &value)?;
        }
        self.last_at = Some(leaf.recorded_at);
        self.tree.add(leaf.hash);
        Ok(())
    }

    /// Do its parts open what its leaf commits to?
    fn opened(&mut self, leaf: &Leaf, line: &Value) -> Result<(), Found> {
        const MEMBERS: [&str; 5] = ["leaf", "personal", "personal_salt", "record", "record_salt"];
        let all = MEMBERS.map(|name| line.get(name));
        let (
            [
                _,
                Some(personal),
                Some(personal_salt),
                Some(record),
                Some(salt),
            ],
            Some(5),
        ) = (all, line.as_object().map(|line| line.len()))
        else {
            return found(leaf.seq, "its line lacks a part or has one too many");
        };
        if !opened(RECORD, &leaf.record, salt, record) {
            return found(leaf.seq, "its record is not what its leaf commits to");
        }
        let gone = match (leaf.personal, personal, personal_salt) {
            (None, Value::Null, Value::Null) => None,
            (Some(_), Value::Null, Value::Null) => Some(true),
            (Some(hash), part, salt) if opened(PERSONAL, &hash, salt, part) => Some(false),
            _ => {
                return found(
                    leaf.seq,
                    "its personal part is not what its leaf commits to",
                );
            }
        };
        self.gone.push(gone);
        let part = Some(personal).filter(|part| !part.is_null());
        self.files.heard(leaf.seq, record, part, gone == Some(true));
        self.erasing(leaf, record)
    }

    fn erasing(&mut self, leaf: &Leaf, record: &Value) -> Result<(), Found> {
        if leaf.kind != "erased" {
            return Ok(());
        }
        let named = record.get("entries").and_then(Value::as_array);
        for erased in named.into_iter().flatten() {
            match erased.as_u64().filter(|erased| *erased < leaf.seq) {
                Some(erased) => self.erased_by.insert(erased, leaf.seq),
                None => return found(leaf.seq, "it erases what is not before it"),
            };
        }
        Ok(())
    }

    /// Compares with every signed state of the present size.
    fn passed(&mut self) -> Result<(), Found> {
        let size = self.tree.size();
        while let Some(mark) = self.marks.pop_if(|mark| mark.size == size) {
            if mark.root != self.tree.root() {
                let (from, name) = (self.agreed, mark.name);
                let why = format!("between here and entry {size} it is not what {name} signed");
                return found(from, why);
            }
            self.agreed = size;
        }
        Ok(())
    }

    /// After the last line; `read` gives the bytes of a file by its name.
    pub fn end(mut self, read: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Whole, Found> {
        self.passed()?;
        let entries = self.tree.size();
        if let Some(mark) = self.marks.last() {
            let why = format!(
                "{} covers {} entries, and there are only {entries}: the end was cut off, or an older state was put back",
                mark.name, mark.size
            );
            return found(entries, why);
        }
        self.erasures()?;
        match self.files.check(read) {
            Ok(()) => Ok(Whole {
                entries,
                root: self.tree.root(),
                last_at: self.last_at,
            }),
            Err((entry, why)) => found(entry, why),
        }
    }

    fn erasures(&self) -> Result<(), Found> {
        for (entry, gone) in (0..).zip(&self.gone) {
            match (gone, self.erased_by.get(&entry)) {
                (Some(true), None) => {
                    return found(entry, "its personal part is gone and no entry erased it");
                }
                (Some(false), Some(by)) => {
                    return found(
                        entry,
                        format!("entry {by} erased its personal part, which is there"),
                    );
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn opened(tag: &str, committed: &Hash, salt: &Value, part: &Value) -> bool {
    let text = canonical::canonical(part);
    match (salt.as_str(), text) {
        (Some(salt), Some(text)) => opens(tag, committed, salt, &text),
        _ => false,
    }
}
