//! The leaf: what of an entry is public for ever. Canonical JSON with exactly these
//! members; identifiers, a kind, instants, and a salted commitment of each part.

use crate::{
    canonical,
    hexadecimal::{is_hex, unhex},
    tree::{Hash, leaf_hash},
};
use serde_json::{Map, Value};

const MEMBERS: [&str; 12] = [
    "about",
    "actor",
    "id",
    "kind",
    "occurred_at",
    "personal",
    "record",
    "recorded_at",
    "seq",
    "unit",
    "v",
    "version",
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Position in the journal, from 0.
    pub seq: u64,
    pub kind: String,
    /// Microseconds since 1970 UTC.
    pub recorded_at: i64,
    /// The commitments.
    pub record: Hash,
    pub personal: Option<Hash>,
    pub hash: Hash,
}

impl Leaf {
    pub fn read(text: &str) -> Option<Leaf> {
        Leaf::of(&canonical::read(text)?)
    }

    pub fn of(value: &Value) -> Option<Leaf> {
        let members = value.as_object()?;
        let text = |name: &str| members.get(name)?.as_str();
        let known = members.len() == MEMBERS.len()
            && MEMBERS.iter().all(|name| members.contains_key(*name));
        let named = ["about", "actor", "id"]
            .iter()
            .all(|name| text(name).is_some_and(|id| is_hex(id, 32)));
        let unit = or_null(members, "unit", |unit| {
            is_hex(unit.as_str()?, 32).then_some(())
        })?;
        let occurred = or_null(members, "occurred_at", Value::as_i64)?;
        let counted = members.get("version")?.is_i64() && members.get("v")?.as_i64() == Some(1);
        // Both were only looked at: they are in the hash like everything else.
        let _ = (unit, occurred);
        Some(Leaf {
            seq: members.get("seq")?.as_u64()?,
            kind: text("kind")?.to_owned(),
            recorded_at: members.get("recorded_at")?.as_i64()?,
            record: unhex(text("record")?)?,
            personal: or_null(members, "personal", |hash| unhex(hash.as_str()?))?,
            hash: leaf_hash(canonical::canonical(value)?.as_bytes()),
        })
        .filter(|_| known && named && counted)
    }

    /// The first half of its hash, as it stands on paper and in the QR code.
    pub fn mark(&self) -> String {
        crate::hex(&self.hash).chars().take(32).collect()
    }
}

/// A member that is null, or what `read` makes of it; None where it can make nothing.
fn or_null<T>(
    members: &Map<String, Value>,
    name: &str,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Option<Option<T>> {
    match members.get(name)? {
        Value::Null => Some(None),
        value => read(value).map(Some),
    }
}
