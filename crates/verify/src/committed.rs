//! Parts and files behind their commitments: SHA-256 over a tag, a salt and the bytes.
//! What is erased is gone with its salt, and a later entry says so.

use crate::{hexadecimal::unhex, tree::Hash};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

pub const RECORD: &str = "redress/record/v1\0";
pub const PERSONAL: &str = "redress/personal/v1\0";
const FILE: &str = "redress/file/v1\0";

fn commitment(tag: &str, salt: &Hash, plain: &[u8]) -> Hash {
    Sha256::new()
        .chain_update(tag)
        .chain_update(salt)
        .chain_update(plain)
        .finalize()
        .into()
}

/// Does this text open the commitment under this salt?
pub fn opens(tag: &str, committed: &Hash, salt: &str, text: &str) -> bool {
    unhex(salt).is_some_and(|salt| commitment(tag, &salt, text.as_bytes()) == *committed)
}

/// What one entry says of one file.
struct Said {
    entry: u64,
    commit: String,
    /// None where the personal part holds no salt for it.
    salt: Option<String>,
    erased: bool,
}

/// All files that entries speak of.
#[derive(Default)]
pub struct Files(BTreeMap<String, Vec<Said>>);

impl Files {
    /// `{"file": id, "commit": hash}` anywhere in the record, `file_salts` beside it.
    pub fn heard(&mut self, entry: u64, record: &Value, personal: Option<&Value>, erased: bool) {
        match record {
            Value::Array(items) => items
                .iter()
                .for_each(|item| self.heard(entry, item, personal, erased)),
            Value::Object(members) => {
                let text = |name| members.get(name).and_then(Value::as_str);
                if let (Some(file), Some(commit)) = (text("file"), text("commit")) {
                    let salts = personal.and_then(|personal| personal.get("file_salts"));
                    let salt = salts.and_then(|salts| salts.get(file)?.as_str());
                    self.0.entry(file.to_owned()).or_default().push(Said {
                        entry,
                        commit: commit.to_owned(),
                        salt: salt.map(str::to_owned),
                        erased,
                    });
                }
                members
                    .values()
                    .for_each(|member| self.heard(entry, member, personal, erased));
            }
            _ => {}
        }
    }

    /// Each file has to be there as it was, or gone where it was erased. Gives the entry
    /// that is contradicted, and how.
    pub fn check(&self, read: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<(), (u64, String)> {
        for (file, all) in &self.0 {
            let bytes = read(file);
            let erased = all.iter().find(|said| said.erased);
            match (&bytes, erased) {
                (Some(_), Some(said)) => {
                    return Err((
                        said.entry,
                        format!("file {file} is there although it was erased"),
                    ));
                }
                (None, Some(_)) => continue,
                _ => all
                    .iter()
                    .try_for_each(|said| said.fits(file, bytes.as_deref()))?,
            }
        }
        Ok(())
    }
}

impl Said {
    fn fits(&self, file: &str, bytes: Option<&[u8]>) -> Result<(), (u64, String)> {
        let Some(salt) = &self.salt else {
            return Ok(());
        };
        let Some(bytes) = bytes else {
            return Err((self.entry, format!("file {file} is missing")));
        };
        let found = unhex(salt).map(|salt| commitment(FILE, &salt, bytes));
        match found.is_some() && found == unhex(&self.commit) {
            true => Ok(()),
            false => Err((self.entry, format!("file {file} is not as it was"))),
        }
    }
}
