//! What a backup file is: a line that says what it is, a line in the open that says
//! whose it is and which epoch it belongs to, and the database, closed in pieces under
//! a key of its own that the epoch's key wraps. When the epoch is destroyed the file is
//! noise. Documented for others in docs/security.md.

use super::BackupNote;
use crate::{
    Error, Keys,
    compartment::{self, Key},
    note::Verifier,
    random,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::Instant;
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
};

const BEGINS: &str = "redress backup 2";
/// A line in the open is a few hundred bytes.
const LINE_MAX: u64 = 1 << 20;

#[derive(Serialize, Deserialize)]
struct Open {
    keys: String,
    epoch: i64,
    made_at: Instant,
    entries: i64,
    root: String,
    verifiers: Vec<String>,
    /// The key of this file, wrapped with the epoch's.
    wrapped: String,
}

fn place(epoch: i64) -> String {
    format!("backup file\n{epoch}")
}

/// Closes a database file into a backup file.
pub(super) fn write(
    plain: &Path,
    file: &Path,
    note: &BackupNote,
    keys: &Keys,
) -> Result<(), Error> {
    let (epoch, epoch_key) = keys.present_epoch()?;
    let key: Key = random::fill()?;
    let open = Open {
        keys: note.keys.clone(),
        epoch,
        made_at: note.made_at,
        entries: note.entries,
        root: note.root.clone(),
        verifiers: note.verifiers.iter().map(Verifier::text).collect(),
        wrapped: STANDARD.encode(compartment::close(&epoch_key, &place(epoch), &key)?),
    };
    let open = serde_json::to_string(&open)
        .map_err(|_| Error::Wrong("a backup cannot say what it is".into()))?;
    let mut to = BufWriter::new(crate::keys::private(file)?);
    writeln!(to, "{BEGINS}\n{open}")?;
    let mut from = BufReader::new(File::open(plain)?);
    compartment::close_stream(&key, open.as_bytes(), &mut from, &mut to)?;
    to.flush()?;
    Ok(())
}

/// What stands in the open; None where the file is none of these.
fn head(file: &Path) -> Result<Option<(BufReader<File>, String)>, Error> {
    let mut from = BufReader::new(File::open(file)?);
    let line = |from: &mut BufReader<File>| -> Result<String, Error> {
        let mut bytes = Vec::new();
        std::io::Read::take(&mut *from, LINE_MAX).read_until(b'\n', &mut bytes)?;
        let text = String::from_utf8(bytes).unwrap_or_default();
        Ok(text.trim_end_matches('\n').to_owned())
    };
    if line(&mut from)? != BEGINS {
        return Ok(None);
    }
    let said = line(&mut from)?;
    Ok(Some((from, said)))
}

fn read(said: &str) -> Option<Open> {
    serde_json::from_str(said).ok()
}

/// What a closed backup says of itself; None where it is none.
pub(super) fn note(file: &Path) -> Result<Option<(BackupNote, i64)>, Error> {
    let Some((_, said)) = head(file)? else {
        return Ok(None);
    };
    let Some(open) = read(&said) else {
        return Ok(None);
    };
    let verifiers = open.verifiers.iter().map(|text| Verifier::read(text));
    let note = BackupNote {
        keys: open.keys,
        made_at: open.made_at,
        entries: open.entries,
        root: open.root,
        verifiers: verifiers.collect::<Result<_, _>>()?,
    };
    Ok(Some((note, open.epoch)))
}

/// Opens it into `to`, an empty file; every piece is checked.
pub(super) fn opened(file: &Path, keys: &Keys, to: &mut File) -> Result<(), Error> {
    opened_into(file, keys, &mut BufWriter::new(to))
}

/// The same without keeping anything: is the file whole?
pub(super) fn is_whole(file: &Path, keys: &Keys) -> Result<(), Error> {
    opened_into(file, keys, &mut std::io::sink())
}

fn opened_into(file: &Path, keys: &Keys, to: &mut impl Write) -> Result<(), Error> {
    let damaged = || Error::Storage(format!("{} is damaged or was changed", file.display()));
    let (mut from, said) = head(file)?.ok_or_else(damaged)?;
    let open = read(&said).ok_or_else(damaged)?;
    let epoch_key = keys.epoch_key(open.epoch)?;
    let wrapped = STANDARD.decode(&open.wrapped).map_err(|_| damaged())?;
    let key = compartment::open(&epoch_key, &place(open.epoch), &wrapped).ok_or_else(damaged)?;
    let key = Key::try_from(key).map_err(|_| damaged())?;
    compartment::open_stream(&key, said.as_bytes(), &mut from, to).map_err(|_| damaged())?;
    to.flush()?;
    Ok(())
}
