//! Signed checkpoints (C2SP signed-note and tlog-checkpoint, signature type 1, Ed25519)
//! and the keys that may have signed them.

use crate::tree::Hash;
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

const ED25519: u8 = 1;
/// Others (witnesses) may sign below; more than so many lines are nobody's note.
const SIGNATURES_MAX: usize = 32;

/// A public key with the name under which it signs: `name+id+key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub name: String,
    key: VerifyingKey,
}

impl Key {
    pub fn read(text: &str) -> Option<Key> {
        let (name, rest) = text.trim().split_once('+')?;
        let (id, key) = rest.split_once('+')?;
        let typed = STANDARD.decode(key).ok()?;
        let (&ED25519, bytes) = typed.split_first()? else {
            return None;
        };
        let key = Key {
            name: name.to_owned(),
            key: VerifyingKey::try_from(bytes).ok()?,
        };
        let named = !name.is_empty() && !name.contains(char::is_whitespace);
        (named && crate::hex(&key.id()) == id).then_some(key)
    }

    /// One key a line; None where a line is none.
    pub fn read_all(text: &str) -> Option<Vec<Key>> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let keys: Vec<Key> = lines.map(Key::read).collect::<Option<_>>()?;
        (!keys.is_empty()).then_some(keys)
    }

    pub fn text(&self) -> String {
        let typed = [&[ED25519][..], self.key.as_bytes()].concat();
        let id = crate::hex(&self.id());
        format!("{}+{id}+{}", self.name, STANDARD.encode(typed))
    }

    fn id(&self) -> [u8; 4] {
        let hash = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', ED25519])
            .chain_update(self.key.as_bytes())
            .finalize();
        std::array::from_fn(|place| hash.get(place).copied().unwrap_or_default())
    }

    fn signed(&self, text: &str, signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify_strict(text.as_bytes(), &signature).is_ok())
    }
}

/// Why nobody is believed to have signed a checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsigned {
    /// None of the keys is named below it.
    OtherKey,
    /// A key is named, and did not sign this.
    Forged,
}

/// A checkpoint as it is written, nothing believed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which journal it is of.
    pub origin: String,
    /// How many entries it covers.
    pub size: u64,
    pub root: Hash,
    /// What is signed, with its last line feed.
    text: String,
    signatures: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    name: String,
    id: Vec<u8>,
    signature: Vec<u8>,
}

impl Note {
    pub fn read(note: &str) -> Option<Note> {
        let (text, below) = note.split_once("\n\n")?;
        let mut lines = text.split('\n');
        let (origin, size) = (lines.next()?, lines.next()?);
        let root = STANDARD.decode(lines.next()?).ok()?.try_into().ok()?;
        // Further lines are allowed, empty ones are not; ours numbers the checkpoint.
        let whole = !origin.is_empty() && lines.all(|line| !line.is_empty());
        let signatures: Vec<Line> = below
            .strip_suffix('\n')?
            .split('\n')
            .map(line)
            .collect::<Option<_>>()?;
        let plain = !note.contains(|c: char| c < ' ' && c != '\n');
        (whole && plain && signatures.len() <= SIGNATURES_MAX)
            .then(|| Note {
                origin: origin.to_owned(),
                size: decimal(size).unwrap_or_default(),
                root,
                text: format!("{text}\n"),
                signatures,
            })
            .filter(|note| note.size.to_string() == size)
    }

    /// Which of these keys signed it. A line that bears a known key's name and did not
    /// come from it spoils the note, whoever else signed.
    pub fn signer<'k>(&self, keys: &'k [Key]) -> Result<&'k Key, Unsigned> {
        let mut found = None;
        for line in &self.signatures {
            let known = |key: &&Key| key.name == line.name && key.id() == *line.id;
            for key in keys.iter().filter(known) {
                if !key.signed(&self.text, &line.signature) {
                    return Err(Unsigned::Forged);
                }
                found = found.or(Some(key).filter(|key| key.name == self.origin));
            }
        }
        found.ok_or(Unsigned::OtherKey)
    }
}

/// `— name base64`: four bytes that name the key, then its signature.
fn line(text: &str) -> Option<Line> {
    let (name, coded) = text.strip_prefix("\u{2014} ")?.split_once(' ')?;
    let bytes = STANDARD.decode(coded).ok()?;
    let (id, signature) = bytes.split_at_checked(4)?;
    Some(Line {
        name: name.to_owned(),
        id: id.to_vec(),
        signature: signature.to_vec(),
    })
}

/// Without leading zeros or a sign: one number has one spelling.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}
