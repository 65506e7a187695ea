//! The leaf: what of an entry is public for ever. No personal data in it, nor a
//! bare hash of any: each part is committed under a salt of its own, so that
//! taking part and salt away leaves nothing to guess from.

use super::canonical::write_text;
use crate::{Id, Instant, content::Content};
use sha2::{Digest, Sha256};
use std::fmt::Write;

pub type Hash = [u8; 32];

/// The layout of the leaf text; it changes only together with this number.
pub const LEAF_VERSION: u8 = 1;

const RECORD: &[u8] = b"redress/record/v1\0";
const PERSONAL: &[u8] = b"redress/personal/v1\0";
const FILE: &[u8] = b"redress/file/v1\0";

/// Every column of an entry, with commitments in place of its two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf<'a> {
    pub seq: i64,
    pub id: Id,
    pub about: Id,
    pub kind: &'a str,
    pub version: i64,
    pub actor: Id,
    pub unit: Option<Id>,
    pub recorded_at: Instant,
    pub occurred_at: Option<Instant>,
    pub record: Hash,
    pub personal: Option<Hash>,
}

impl Leaf<'_> {
    /// Canonical JSON, written member by member in its order.
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(512);
        let _ = write!(
            out,
            "{{\"about\":\"{}\",\"actor\":\"{}\",\"id\":\"{}\",\"kind\":",
            self.about, self.actor, self.id
        );
        write_text(self.kind, &mut out);
        out.push_str(",\"occurred_at\":");
        or_null(
            &mut out,
            self.occurred_at.map(Instant::micros),
            |out, us| out.push_str(&us.to_string()),
        );
        out.push_str(",\"personal\":");
        or_null(&mut out, self.personal.as_ref(), |out, hash| {
            quoted(out, &hex(hash))
        });
        let _ = write!(
            out,
            ",\"record\":\"{}\",\"recorded_at\":{},\"seq\":{},\"unit\":",
            hex(&self.record),
            self.recorded_at.micros(),
            self.seq
        );
        or_null(&mut out, self.unit, |out, unit| {
            quoted(out, &unit.to_string())
        });
        let _ = write!(out, ",\"v\":{LEAF_VERSION},\"version\":{}}}", self.version);
        out
    }

    pub fn hash(&self) -> Hash {
        super::tree::leaf_hash(self.text().as_bytes())
    }
}

fn or_null<T>(out: &mut String, value: Option<T>, with: impl FnOnce(&mut String, T)) {
    match value {
        Some(value) => with(out, value),
        None => out.push_str("null"),
    }
}

fn quoted(out: &mut String, plain: &str) {
    out.push('"');
    out.push_str(plain);
    out.push('"');
}

pub fn record_commitment(salt: &Hash, text: &str) -> Hash {
    commitment(RECORD, salt, text.as_bytes())
}

pub fn personal_commitment(salt: &Hash, text: &str) -> Hash {
    commitment(PERSONAL, salt, text.as_bytes())
}

/// What a fact says of a file: the salt lies in its personal part.
pub fn file_commitment(salt: &Hash, bytes: &[u8]) -> Hash {
    commitment(FILE, salt, bytes)
}

/// The same of what may be too large to have in hand.
pub fn content_commitment(salt: &Hash, content: &Content) -> Hash {
    let mut hash = Sha256::new().chain_update(FILE).chain_update(salt);
    content.each(&mut |piece| hash.update(piece));
    hash.finalize().into()
}

/// The tag keeps a record from passing as a personal part or a file.
fn commitment(tag: &[u8], salt: &Hash, plain: &[u8]) -> Hash {
    Sha256::new()
        .chain_update(tag)
        .chain_update(salt)
        .chain_update(plain)
        .finalize()
        .into()
}

pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| {
        DIGITS
            .get(usize::from(value))
            .map_or('0', |d| char::from(*d))
    };
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Lower-case digits only: one hash has one spelling.
pub fn unhex(text: &str) -> Option<Hash> {
    let mut bytes = [0; 32];
    if text.len() != 64
        || text
            .bytes()
            .any(|c| !matches!(c, b'0'..=b'9' | b'a'..=b'f'))
    {
        return None;
    }
    for (byte, place) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(place..place + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::canonical::canonical;
    use super::*;

    fn leaf() -> Leaf<'static> {
        Leaf {
            seq: 7,
            id: Id::new(1_772_000_000_000_000, [1; 10]),
            about: Id::ORGANISATION,
            kind: "rec\"eived",
            version: 1,
            actor: Id::SYSTEM,
            unit: None,
            recorded_at: Instant::from_micros(1_772_000_000_000_000),
            occurred_at: Some(Instant::from_micros(-5)),
            record: [0xab; 32],
            personal: Some([1; 32]),
        }
    }

    #[test]
    fn a_leaf_is_canonical_json() {
        for leaf in [
            leaf(),
            Leaf {
                unit: Some(Id::SYSTEM),
                occurred_at: None,
                personal: None,
                ..leaf()
            },
        ] {
            let text = leaf.text();
            assert_eq!(
                canonical(&serde_json::from_str(&text).unwrap()).unwrap(),
                text
            );
        }
    }

    #[test]
    fn the_same_text_is_committed_differently_as_record_as_personal_and_as_file() {
        let salt = [9; 32];
        let all = [
            record_commitment(&salt, "a"),
            personal_commitment(&salt, "a"),
            file_commitment(&salt, b"a"),
        ];
        assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
        assert_ne!(record_commitment(&[8; 32], "a"), all[0]);
    }

    #[test]
    fn hexadecimal_has_one_spelling() {
        let hash: Hash = std::array::from_fn(|i| (i * 8) as u8);
        assert_eq!(unhex(&hex(&hash)), Some(hash));
        assert_eq!(unhex(&hex(&[0xab; 32]).to_uppercase()), None);
        assert_eq!(unhex("ab"), None);
    }
}
