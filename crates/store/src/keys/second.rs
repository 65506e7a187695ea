//! The second copy of the key file, in another place, closed to the root key. It is
//! written anew with each change of the epochs: a key that is destroyed here is
//! destroyed there too. What stands in the open says which epochs it holds, so that
//! whoever looks after the house needs no root key to see that it is there and new.

use super::{Keys, RootKey, epochs::Kept, file, root};
use crate::Error;
use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::Instant;
use serde::{Deserialize, Serialize};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

const BEGINS: &str = "redress keys copy 1";

/// How the second copy stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecondCopy {
    /// Nobody has a root key on paper.
    NoRoot,
    /// There is a root key and no place.
    NoPlace,
    /// A place is named, and it is not there, or not ours.
    Missing(PathBuf),
    /// It holds other epochs than the key file.
    Older(PathBuf),
    Fine(PathBuf),
}

#[derive(Serialize, Deserialize)]
struct Said {
    keys: String,
    epochs: Vec<i64>,
    written_at: Instant,
    root: String,
    from: String,
}

impl Keys {
    /// A new root key; whatever was closed to the former one is written anew.
    pub fn new_root(&self, now: Instant) -> Result<RootKey, Error> {
        let root = RootKey::fresh()?;
        let public = root.public();
        self.change_with_copy(now, |kept| {
            kept.root = Some(public);
            Ok(())
        })?;
        Ok(root)
    }

    pub fn has_root(&self) -> bool {
        self.kept().root.is_some()
    }

    /// Where the second copy lies from now on: it is written at once.
    pub fn keep_second(&self, folder: &Path, now: Instant) -> Result<PathBuf, Error> {
        if !self.has_root() {
            return Err(Error::Keys(
                "there is no root key yet, to which the copy would be closed: make one with redress keys root".into(),
            ));
        }
        let folder = folder.to_owned();
        self.change_with_copy(now, |kept| {
            kept.second = Some(folder.clone());
            Ok(())
        })?;
        Ok(self.second_file(&folder))
    }

    pub fn second_copy(&self) -> SecondCopy {
        let kept = self.kept();
        let (root, folder) = match (kept.root, &kept.second) {
            (None, _) => return SecondCopy::NoRoot,
            (Some(_), None) => return SecondCopy::NoPlace,
            (Some(root), Some(folder)) => (root, folder),
        };
        let path = self.second_file(folder);
        let there = std::fs::read_to_string(&path).ok();
        let Some(said) = there.as_deref().and_then(said) else {
            return SecondCopy::Missing(path);
        };
        let ours: Vec<i64> = kept.epochs.iter().map(|epoch| epoch.number).collect();
        match said.keys == self.id() && said.root == STANDARD.encode(root) {
            false => SecondCopy::Missing(path),
            true if said.epochs != ours => SecondCopy::Older(path),
            true => SecondCopy::Fine(path),
        }
    }

    /// A change of the key file that its copy knows first: what is wrapped with a new
    /// key, or saved under it, must not be lost with this machine.
    pub(super) fn change_with_copy(
        &self,
        now: Instant,
        with: impl FnOnce(&mut Kept) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.change(|kept| {
            with(kept)?;
            match (&kept.root, &kept.second) {
                (Some(root), Some(folder)) => self.write_second(kept, root, folder, now),
                _ => Ok(()),
            }
        })
    }

    fn second_file(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}.keys-copy", self.id().replace(['/', '+'], "-")))
    }

    fn write_second(
        &self,
        kept: &Kept,
        root: &[u8; 32],
        folder: &Path,
        now: Instant,
    ) -> Result<(), Error> {
        let text = self.written(kept)?;
        let said = |from: &[u8; 32]| {
            let said = Said {
                keys: self.id(),
                epochs: kept.epochs.iter().map(|epoch| epoch.number).collect(),
                written_at: now,
                root: STANDARD.encode(root),
                from: STANDARD.encode(from),
            };
            serde_json::to_string(&said).unwrap_or_default()
        };
        let (said, closed) = root::close(root, said, text.as_bytes())?;
        let whole = format!("{BEGINS}\n{said}\n{}\n", STANDARD.encode(closed));
        put(&self.second_file(folder), &whole).map_err(|error| unreachable_place(folder, &error))
    }

    /// The keys out of a second copy: what an empty machine is restored with.
    pub fn from_second(path: &Path, root: &RootKey) -> Result<Keys, Error> {
        let no_copy = || Error::Keys(format!("{} is no copy of a key file", path.display()));
        let text = std::fs::read_to_string(path).map_err(|error| {
            Error::Keys(format!(
                "{} cannot be read: {}",
                path.display(),
                error.kind()
            ))
        })?;
        let said = said(&text).ok_or_else(no_copy)?;
        if said.root != STANDARD.encode(root.public()) {
            return Err(Error::Keys(format!(
                "this root key does not open {}: it was closed to another one; take the newest paper",
                path.display()
            )));
        }
        let from = file::secret(&said.from).ok_or_else(no_copy)?;
        let mut lines = text.lines().skip(1);
        let (open, closed) = (lines.next(), lines.next());
        let closed = closed.and_then(|closed| STANDARD.decode(closed).ok());
        let opened = root.open(
            &from,
            open.unwrap_or_default(),
            &closed.ok_or_else(no_copy)?,
        );
        let changed = || Error::Keys(format!("{} was changed or is damaged", path.display()));
        let opened = String::from_utf8(opened.ok_or_else(changed)?).map_err(|_| no_copy())?;
        Keys::read(&opened).ok_or_else(no_copy)
    }
}

fn said(text: &str) -> Option<Said> {
    let mut lines = text.lines();
    if lines.next()? != BEGINS {
        return None;
    }
    serde_json::from_str(lines.next()?).ok()
}

fn unreachable_place(folder: &Path, error: &Error) -> Error {
    Error::Keys(format!(
        "the second copy of the keys cannot be written to {} ({error}); nothing was changed: \
         make that place reachable or name another with redress keys copy",
        folder.display()
    ))
}

/// Whole under its name or not at all; the one before is written over.
fn put(path: &Path, text: &str) -> Result<(), Error> {
    let next = path.with_extension("next");
    drop(std::fs::remove_file(&next));
    let mut new = file::for_reading_only(&next)?;
    new.write_all(text.as_bytes())?;
    new.sync_all()?;
    let old = match path.exists() {
        true => Some(file::for_writing_again(path)?),
        false => None,
    };
    std::fs::rename(&next, path)?;
    if let Some(folder) = path.parent() {
        std::fs::File::open(folder)?.sync_all()?;
    }
    old.map_or(Ok(()), file::blank)
}
