//! An exported folder: `leaves.jsonl` (the journal without texts), `journal.jsonl`
//! (everything) or `entries.jsonl` (a case), with `checkpoint.txt`, `key.txt` and files.

use crate::{
    Key, Note, Unsigned, bundle,
    committed::Files,
    journal::{Found, Journal, Mark, Whole, found},
};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    path::Path,
};

/// No fact has a longer line.
const LINE_MAX: u64 = 64 * 1024 * 1024;

/// Checkpoints from elsewhere, each with the name of its file.
pub type Against = [(String, Note)];

/// What an export was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// `journal.jsonl`, `leaves.jsonl` or `entries.jsonl`.
    pub of: &'static str,
    pub entries: u64,
    /// Of the whole journal under its checkpoint.
    pub size: u64,
    pub root: [u8; 32],
    pub origin: String,
    pub signer: String,
    /// Nobody gave a key: the one beside the export was taken.
    pub own_key: bool,
    pub last_at: Option<i64>,
}

/// The file that makes this folder an export; None where there is none.
pub fn of(folder: &Path) -> Option<&'static str> {
    ["journal.jsonl", "leaves.jsonl", "entries.jsonl"]
        .into_iter()
        .find(|name| folder.join(name).is_file())
}

pub fn check(folder: &Path, keys: Option<&[Key]>, against: &Against) -> Result<Verdict, Found> {
    let Some(of) = of(folder) else {
        return found(0, "this folder holds no export");
    };
    let own = fs::read_to_string(folder.join("key.txt")).ok();
    let own = own.as_deref().and_then(Key::read_all);
    let Some(believed) = keys.map(<[Key]>::to_vec).or(own) else {
        return found(0, "key.txt is missing or damaged, and no key was given");
    };
    let note = fs::read_to_string(folder.join("checkpoint.txt")).ok();
    let Some(note) = note.as_deref().and_then(Note::read) else {
        return found(0, "checkpoint.txt is missing or damaged");
    };
    let signer = signed(&note, "checkpoint.txt", &believed)?.text();
    let mut marks = vec![mark("checkpoint.txt", &note)];
    for (name, other) in against {
        signed(other, name, &believed)?;
        if other.origin != note.origin {
            return found(0, format!("{name} is of another journal, {}", other.origin));
        }
        marks.push(mark(name, other));
    }
    let whole = match of {
        "entries.jsonl" => case(folder, &believed, &note, against),
        of => journal(folder, of, marks, note.size),
    }?;
    Ok(Verdict {
        of,
        entries: whole.entries,
        size: note.size,
        root: note.root,
        origin: note.origin,
        signer,
        own_key: keys.is_none(),
        last_at: whole.last_at,
    })
}

fn mark(name: &str, note: &Note) -> Mark {
    Mark {
        name: name.to_owned(),
        size: note.size,
        root: note.root,
    }
}

fn signed<'k>(note: &Note, name: &str, keys: &'k [Key]) -> Result<&'k Key, Found> {
    note.signer(keys).or_else(|why| match why {
        Unsigned::OtherKey => found(0, format!("{name} was not signed with this key")),
        Unsigned::Forged => found(0, format!("{name} is forged: the key did not sign it")),
    })
}

fn journal(folder: &Path, of: &str, marks: Vec<Mark>, size: u64) -> Result<Whole, Found> {
    let mut journal = Journal::new(of == "journal.jsonl", marks);
    each(folder, of, |_, line| journal.line(line))?;
    let whole = journal.end(&|name| file(folder, name))?;
    match whole.entries == size {
        true => Ok(whole),
        false => found(size, "there are entries that no checkpoint covers"),
    }
}

/// Every line by itself, under one checkpoint.
fn case(folder: &Path, keys: &[Key], note: &Note, against: &Against) -> Result<Whole, Found> {
    if let Some((name, other)) = against.iter().find(|(_, other)| contradicts(note, other)) {
        let why = format!(
            "{name} has another root for the same {} entries",
            other.size
        );
        return found(0, why);
    }
    let (mut files, mut entries, mut last_at) = (Files::default(), 0, None);
    each(folder, "entries.jsonl", |number, line| {
        let text = String::from_utf8_lossy(line);
        let (receipt, proved) = bundle::check(&text, keys).or_else(|fault| {
            found(
                number,
                format!("line {} proves nothing: {fault:?}", number + 1),
            )
        })?;
        if proved.origin != note.origin {
            return found(receipt.index, "it is of another journal");
        }
        bundle::heard(&mut files, receipt.index, &text);
        entries += 1;
        last_at = last_at.max(Some(receipt.leaf.recorded_at));
        Ok(())
    })?;
    match files.check(&|name| file(folder, name)) {
        Ok(()) => Ok(Whole {
            entries,
            root: note.root,
            last_at,
        }),
        Err((entry, why)) => found(entry, why),
    }
}

/// Two signed states of one size with two roots: the journal was forked.
pub fn contradicts(one: &Note, other: &Note) -> bool {
    one.origin == other.origin && one.size == other.size && one.root != other.root
}

fn file(folder: &Path, name: &str) -> Option<Vec<u8>> {
    // A name of ours is 32 digits: nothing leads out of the folder.
    let ours = crate::hexadecimal::is_hex(name, 32);
    ours.then(|| fs::read(folder.join("files").join(name)).ok())?
}

/// Every line without its line feed; one that lacks it was cut.
fn each(
    folder: &Path,
    name: &str,
    mut on: impl FnMut(u64, &[u8]) -> Result<(), Found>,
) -> Result<(), Found> {
    let Ok(opened) = File::open(folder.join(name)) else {
        return found(0, format!("{name} cannot be read"));
    };
    let (mut reader, mut line) = (BufReader::new(opened), Vec::new());
    for number in 0.. {
        line.clear();
        let read = reader.by_ref().take(LINE_MAX).read_until(b'\n', &mut line);
        match (read, line.split_last()) {
            (Ok(0), _) => break,
            (Ok(_), Some((b'\n', line))) => on(number, line)?,
            _ => return found(number, format!("{name} is cut in the middle of a line")),
        }
    }
    Ok(())
}
