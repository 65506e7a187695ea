//! What lies open beside the key file and should not: copies that a killed backup or
//! restore left behind, and the backups that earlier releases made before a migration.

use super::{closed, read_note, settle};
use crate::{
    Error, Keys,
    keys::{blank, for_writing_again, private},
};
use std::{
    fs::File,
    path::{Path, PathBuf},
};

/// An open copy, for its owner's eyes, held as long as somebody works with it.
pub(super) fn held(path: &Path) -> Result<File, Error> {
    let file = private(path)?;
    file.lock()?;
    Ok(file)
}

/// Copies that nobody holds any more are written over and taken away.
pub(crate) fn clear_leftovers(keys: &Keys) -> Result<(), Error> {
    let copy = |name: &str| {
        name == "restore.open" || name.starts_with("backup-") && name.ends_with(".open")
    };
    for file in beside(keys, copy)? {
        let Ok(left) = for_writing_again(&file) else {
            continue;
        };
        if left.try_lock().is_err() {
            continue;
        }
        tracing::warn!(file = %file.display(), "a copy that an interrupted backup left open is taken away");
        drop(std::fs::remove_file(&file));
        drop(std::fs::remove_file(file.with_extension("open-journal")));
        blank(left)?;
    }
    Ok(())
}

/// Backups of earlier releases lie open; what is called a backup of ours is closed to the
/// present epoch, like those that are made now.
pub(crate) fn close_former(keys: &Keys) -> Result<(), Error> {
    let ours =
        |name: &str| name.starts_with("before-migration-") && name.ends_with(".redress-backup");
    for file in beside(keys, ours)? {
        if closed::note(&file)?.is_none() {
            close(&file, keys)?;
        }
    }
    Ok(())
}

fn close(file: &Path, keys: &Keys) -> Result<(), Error> {
    let Ok(mut note) = read_note(file) else {
        tracing::warn!(file = %file.display(), "this is called a backup and is none; it was left as it is");
        return Ok(());
    };
    note.keys = keys.id();
    let part = file.with_extension("part");
    drop(std::fs::remove_file(&part));
    closed::write(file, &part, &note, keys)?;
    closed::is_whole(&part, keys)?;
    let old = for_writing_again(file)?;
    settle(&part, file)?;
    blank(old)
}

fn beside(keys: &Keys, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, Error> {
    let Some(dir) = keys.dir() else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for file in std::fs::read_dir(dir)? {
        let file = file?;
        if file.file_name().to_str().is_some_and(&wanted) {
            found.push(file.path());
        }
    }
    found.sort();
    Ok(found)
}
