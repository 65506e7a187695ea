//! A complaint that is still being written.

use redress_kernel::{Id, Instant, fields::Fields, reference::hmac_sha256};
use std::collections::BTreeMap;

pub const KEPT_DAYS: i64 = 30;
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 26;

/// The secret in the draft's address, and the key that makes one complaint of
/// many presses. The database keeps its hash alone: whoever copies that opens nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// 130 bits of the 256 handed in.
    pub fn new(random: [u8; 32]) -> Key {
        let letter = |byte: &u8| {
            LETTERS
                .get(usize::from(byte & 31))
                .copied()
                .map_or('0', char::from)
        };
        Key(random.iter().take(LENGTH).map(letter).collect())
    }

    pub fn read(typed: &str) -> Option<Key> {
        let right = typed.len() == LENGTH && typed.bytes().all(|byte| LETTERS.contains(&byte));
        right.then(|| Key(typed.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn hash(&self) -> String {
        let hash = hmac_sha256(b"redress draft", &[self.0.as_bytes()]);
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub answers: Answers,
    pub files: Vec<DraftFile>,
    pub used_at: Instant,
    /// When the form was handed out; None where its seal was missing or too old.
    pub begun_at: Option<Instant>,
    /// A field that no person sees was filled in.
    pub trapped: bool,
    /// What it became.
    pub complaint: Option<Id>,
}

/// A file kept with the draft, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    pub id: Id,
    pub name: String,
    pub media: String,
    pub bytes: i64,
}

/// All answers so far, by field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers(BTreeMap<String, Vec<String>>);

impl Answers {
    pub fn from_json(text: &str) -> Answers {
        Answers(serde_json::from_str(text).unwrap_or_default())
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// Takes over what this step says; an emptied field is emptied here too.
    pub fn put(&mut self, fields: &Fields, names: impl IntoIterator<Item = &'static str>) {
        for name in names {
            let values: Vec<String> = fields
                .all(name)
                .iter()
                .filter(|value| !value.trim().is_empty())
                .cloned()
                .collect();
            if values.is_empty() {
                self.0.remove(name);
            } else {
                self.0.insert(name.to_owned(), values);
            }
        }
    }

    pub fn fields(&self) -> Fields {
        let pairs = self
            .0
            .iter()
            .flat_map(|(name, values)| values.iter().map(|value| (name.clone(), value.clone())));
        Fields::from_pairs(pairs)
    }
}

impl Draft {
    /// An address is good for 30 days after its last use.
    pub fn is_gone(&self, now: Instant) -> bool {
        now.seconds_since(self.used_at) > KEPT_DAYS * 86_400
    }
}
