//! A receipt: C2SP tlog-proof, whose `extra` line holds the leaf and, below it, the key
//! that is said to have signed. What a file says of itself is kept apart from what is
//! proved about it.

use crate::{
    Key, Leaf, Note, Unsigned,
    note::decimal,
    tree::{Hash, root_from},
};
use base64::{Engine, engine::general_purpose::STANDARD};

/// A receipt has two kilobytes; the file that opens it may hold a long story.
pub const SIZE_MAX: usize = 256 * 1024;
const HEADING: &str = "c2sp.org/tlog-proof@v1";
/// A tree of more levels has no 64-bit number of leaves.
const PATH_MAX: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub leaf: Leaf,
    pub index: u64,
    pub note: Note,
    /// The key that the file names; whoever made the file chose it.
    pub claimed: Option<Key>,
    /// The leaf, letter by letter.
    pub leaf_text: String,
    path: Vec<Hash>,
}

/// Why something cannot be read as a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    TooLarge,
    /// It is something else.
    NotOne,
    /// It begins as one and does not end as one.
    Cut,
    /// A line of it is not what should stand there: "entry", "path", "checkpoint".
    Garbled(&'static str),
}

/// Why a receipt proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// None of the keys is named as its signer.
    OtherKey,
    /// A key is named and did not sign this.
    Forged,
    /// The entry does not lead to the signed root.
    NotInTree,
}

/// What was proved: this leaf lay in that journal under that signed checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proved {
    pub origin: String,
    pub size: u64,
    pub signer: Key,
}

impl Receipt {
    pub fn read(bytes: &[u8]) -> Result<Receipt, Unreadable> {
        if bytes.len() > SIZE_MAX {
            return Err(Unreadable::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotOne)?;
        let text = as_sent(text);
        match text.chars().next() {
            None => Err(Unreadable::Empty),
            // The file that opens a receipt has it as one of its members.
            Some('{') => Receipt::read_text(&as_sent(&member(&text).ok_or(Unreadable::NotOne)?)),
            Some(_) => Receipt::read_text(&text),
        }
    }

    fn read_text(text: &str) -> Result<Receipt, Unreadable> {
        let rest = text.strip_prefix(HEADING).ok_or(Unreadable::NotOne)?;
        let (head, note) = rest.split_once("\n\n").ok_or(Unreadable::Cut)?;
        let mut lines = head.split('\n').skip(1);
        let extra = lines.next().and_then(extra);
        let (leaf, leaf_text, claimed) = extra.ok_or(Unreadable::Garbled("entry"))?;
        let index = lines
            .next()
            .and_then(|line| decimal(line.strip_prefix("index ")?));
        let path: Option<Vec<Hash>> = lines.map(hash).collect();
        let note = Note::read(note).ok_or(match note.contains("\n\n\u{2014} ") {
            true => Unreadable::Garbled("checkpoint"),
            false => Unreadable::Cut,
        })?;
        Ok(Receipt {
            leaf,
            leaf_text,
            index: index.ok_or(Unreadable::Garbled("entry"))?,
            path: path
                .filter(|path| path.len() <= PATH_MAX)
                .ok_or(Unreadable::Garbled("path"))?,
            note,
            claimed,
        })
    }

    /// Believes the signature of these keys alone.
    pub fn check(&self, keys: &[Key]) -> Result<Proved, Wrong> {
        let signer = self.note.signer(keys).map_err(|unsigned| match unsigned {
            Unsigned::OtherKey => Wrong::OtherKey,
            Unsigned::Forged => Wrong::Forged,
        })?;
        let root = root_from(self.index, self.note.size, self.leaf.hash, &self.path);
        match root == Some(self.note.root) && self.leaf.seq == self.index {
            true => Ok(Proved {
                origin: self.note.origin.clone(),
                size: self.note.size,
                signer: signer.clone(),
            }),
            false => Err(Wrong::NotInTree),
        }
    }
}

/// What mail programs and forms do to a text is undone: line ends, a mark in front,
/// empty lines around it.
fn as_sent(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text
        .trim_start_matches('\u{feff}')
        .trim_matches([' ', '\t', '\n', '\r']);
    match text.is_empty() {
        true => String::new(),
        false => format!("{text}\n"),
    }
}

fn member(json: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    Some(value.get("tlog_proof")?.as_str()?.to_owned())
}

/// The leaf, as it is and as it is written, and the key below it where there is one.
fn extra(line: &str) -> Option<(Leaf, String, Option<Key>)> {
    let bytes = STANDARD.decode(line.strip_prefix("extra ")?).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (leaf, key) = match text.split_once('\n') {
        Some((leaf, key)) => (leaf, Some(Key::read(key)?)),
        None => (text.as_str(), None),
    };
    Some((Leaf::read(leaf)?, leaf.to_owned(), key))
}

fn hash(line: &str) -> Option<Hash> {
    STANDARD.decode(line).ok()?.try_into().ok()
}
