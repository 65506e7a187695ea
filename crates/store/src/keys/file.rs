//! How the key file lies on the disk: for its owner's eyes, replaced as a whole, and
//! what it said before written over.

use super::{
    FILE_NAME, Keys,
    epochs::{Epoch, Kept},
};
use crate::{Error, note::Verifier};
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::SigningKey;
use redress_kernel::Instant;
use serde::{Deserialize, Serialize};
use std::{
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

/// 1 had no epochs.
const FORMAT: u32 = 2;
const NEXT_NAME: &str = "keys.toml.next";

#[derive(Serialize, Deserialize)]
struct File {
    #[serde(default = "first_format")]
    format: u32,
    /// The journal's origin: it stays when the signing key changes.
    name: String,
    id: String,
    created: String,
    signing_seed: String,
    code_key: String,
    reference_key: String,
    /// Public keys that signed this journal before.
    #[serde(default)]
    former: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    root: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second_place: Option<PathBuf>,
    #[serde(default)]
    epoch: Vec<Line>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    number: i64,
    began: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    key: String,
}

fn first_format() -> u32 {
    1
}

impl Line {
    fn of(epoch: &Epoch) -> Line {
        Line {
            number: epoch.number,
            began: epoch.began.to_string(),
            ended: epoch.ended.map(|at| at.to_string()),
            key: STANDARD.encode(epoch.key),
        }
    }

    fn epoch(&self) -> Option<Epoch> {
        let ended = self.ended.as_ref().map(|at| at.parse::<Instant>());
        Some(Epoch {
            number: self.number,
            began: self.began.parse().ok()?,
            ended: ended.transpose().ok()?,
            key: secret(&self.key)?,
        })
    }
}

impl Keys {
    /// None for a text that is no key file, or one of a format to come.
    pub(super) fn read(text: &str) -> Option<Keys> {
        let file: File = toml::from_str(text).ok()?;
        if file.format > FORMAT {
            return None;
        }
        let former = file.former.iter().map(|text| Verifier::read(text));
        let root = file.root.as_deref().map(secret);
        let kept = Kept {
            epochs: file.epoch.iter().map(Line::epoch).collect::<Option<_>>()?,
            root: match root {
                Some(root) => Some(root?),
                None => None,
            },
            second: file.second_place,
        };
        Some(Keys {
            signing: SigningKey::from_bytes(&secret(&file.signing_seed)?),
            code: secret(&file.code_key)?,
            reference: secret(&file.reference_key)?,
            created: file.created.parse().ok()?,
            former: former.collect::<Result<_, _>>().ok()?,
            name: file.name,
            dir: None,
            kept: Arc::new(RwLock::new(kept)),
            forgotten: Arc::default(),
        })
    }

    pub(super) fn written(&self, kept: &Kept) -> Result<String, Error> {
        let file = File {
            format: FORMAT,
            name: self.name.clone(),
            id: self.id(),
            created: self.created.to_string(),
            signing_seed: STANDARD.encode(self.signing.to_bytes()),
            code_key: STANDARD.encode(self.code),
            reference_key: STANDARD.encode(self.reference),
            former: self.former.iter().map(Verifier::text).collect(),
            root: kept.root.map(|root| STANDARD.encode(root)),
            second_place: kept.second.clone(),
            epoch: kept.epochs.iter().map(Line::of).collect(),
        };
        toml::to_string(&file).map_err(|_| Error::Keys("they cannot be written".into()))
    }

    /// Writes the file of a new place for the owner's eyes only, and to the disk
    /// before it counts.
    pub(crate) fn save(&mut self, dir: &Path) -> Result<(), Error> {
        std::fs::create_dir_all(dir)?;
        let text = self.written(&self.kept())?;
        let mut file = for_reading_only(&dir.join(FILE_NAME))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::File::open(dir)?.sync_all()?;
        self.dir = Some(dir.to_owned());
        Ok(())
    }

    /// These keys become the key file of an empty place.
    pub fn put_in(&mut self, dir: &Path) -> Result<(), Error> {
        match dir.join(FILE_NAME).exists() {
            true => Err(Error::Keys(format!(
                "{} is there; move it away first",
                dir.join(FILE_NAME).display()
            ))),
            false => self.save(dir),
        }
    }

    /// Reads the file once more: another process may have changed it.
    pub(crate) fn look_again(&self) -> Result<(), Error> {
        if let Some(dir) = self.dir() {
            self.adopt(self.on_disk(dir)?);
        }
        Ok(())
    }

    fn on_disk(&self, dir: &Path) -> Result<Kept, Error> {
        let there = Keys::from_file(&dir.join(FILE_NAME))?;
        match there.id() == self.id() {
            true => Ok(there.kept().clone()),
            false => Err(Error::Keys(format!(
                "{} was exchanged: it belongs to {}, not to {}; put the right one back",
                dir.join(FILE_NAME).display(),
                there.id(),
                self.id()
            ))),
        }
    }

    fn adopt(&self, kept: Kept) {
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = kept;
    }

    /// Changes what the newest file says, one process at a time.
    pub(super) fn change(
        &self,
        with: impl FnOnce(&mut Kept) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Some(dir) = self.dir() else {
            let mut kept = self.kept().clone();
            with(&mut kept)?;
            self.adopt(kept);
            return Ok(());
        };
        let held = std::fs::File::open(dir)?;
        held.lock()?;
        let mut kept = self.on_disk(dir)?;
        with(&mut kept)?;
        replace(dir, &self.written(&kept)?)?;
        self.adopt(kept);
        Ok(())
    }
}

/// The new one is whole on the disk before it bears the name; then the old one's bytes
/// are written over, as far as the disk lets us.
fn replace(dir: &Path, text: &str) -> Result<(), Error> {
    let (path, next) = (dir.join(FILE_NAME), dir.join(NEXT_NAME));
    drop(std::fs::remove_file(&next));
    let mut file = for_reading_only(&next)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    let old = for_writing_again(&path)?;
    std::fs::rename(&next, &path)?;
    std::fs::File::open(dir)?.sync_all()?;
    blank(old)
}

pub(crate) fn for_writing_again(path: &Path) -> Result<std::fs::File, Error> {
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(std::fs::OpenOptions::new().write(true).open(path)?)
}

pub(crate) fn blank(mut old: std::fs::File) -> Result<(), Error> {
    let length = old.metadata()?.len();
    std::io::copy(
        &mut std::io::Read::take(std::io::repeat(0), length),
        &mut old,
    )?;
    Ok(old.sync_all()?)
}

pub(super) fn secret(text: &str) -> Option<[u8; 32]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

/// For the owner's eyes only; must not be there yet.
pub(crate) fn private(path: &Path) -> Result<std::fs::File, Error> {
    made(path, 0o600)
}

/// The same, and nobody writes into it again.
pub(super) fn for_reading_only(path: &Path) -> Result<std::fs::File, Error> {
    made(path, 0o400)
}

fn made(path: &Path, mode: u32) -> Result<std::fs::File, Error> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    Ok(options.open(path)?)
}
