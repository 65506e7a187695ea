//! The key file: what signs the journal, what access codes are derived from, and
//! what scatters references. It lies beside the database, never in it and never
//! in a backup: a copied database opens no case and signs nothing.

use crate::{Error, note::Verifier, random};
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::SigningKey;
use redress_kernel::{Instant, journal::leaf::hex};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    io::Write,
    path::{Path, PathBuf},
};

pub const FILE_NAME: &str = "keys.toml";

#[derive(Clone)]
pub struct Keys {
    name: String,
    signing: SigningKey,
    code: [u8; 32],
    reference: [u8; 32],
    created: Instant,
    former: Vec<Verifier>,
    dir: Option<PathBuf>,
}

/// Keys never show themselves in a log.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.id())
    }
}

#[derive(Serialize, Deserialize)]
struct File {
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
}

impl Keys {
    /// Fresh keys that lie in no file: for the demo, for tests.
    pub fn fresh(now: Instant) -> Result<Keys, Error> {
        let signing = SigningKey::from_bytes(&random::fill()?);
        let mark = hex(&random::fill::<8>()?);
        Ok(Keys {
            name: format!("redress/{mark}"),
            signing,
            code: random::fill()?,
            reference: random::fill()?,
            created: now,
            former: Vec::new(),
            dir: None,
        })
    }

    /// Makes the key file of a new installation; refuses to overwrite one.
    pub fn create(dir: &Path, now: Instant) -> Result<Keys, Error> {
        let mut keys = Keys::fresh(now)?;
        keys.save(dir)?;
        Ok(keys)
    }

    pub fn load(dir: &Path) -> Result<Keys, Error> {
        let mut keys = Keys::from_file(&dir.join(FILE_NAME))?;
        keys.dir = Some(dir.to_owned());
        Ok(keys)
    }

    pub fn load_or_create(dir: &Path, now: Instant) -> Result<Keys, Error> {
        match dir.join(FILE_NAME).exists() {
            true => Keys::load(dir),
            false => Keys::create(dir, now),
        }
    }

    pub fn from_file(path: &Path) -> Result<Keys, Error> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            Error::Keys(format!(
                "{} cannot be read: {}",
                path.display(),
                error.kind()
            ))
        })?;
        let wrong = || Error::Keys(format!("{} is not a key file", path.display()));
        let file: File = toml::from_str(&text).map_err(|_| wrong())?;
        Ok(Keys {
            signing: SigningKey::from_bytes(&secret(&file.signing_seed).ok_or_else(wrong)?),
            code: secret(&file.code_key).ok_or_else(wrong)?,
            reference: secret(&file.reference_key).ok_or_else(wrong)?,
            created: file.created.parse().map_err(|_| wrong())?,
            former: file
                .former
                .iter()
                .map(|text| Verifier::read(text))
                .collect::<Result<_, _>>()?,
            name: file.name,
            dir: None,
        })
    }

    /// Writes the file for the owner's eyes only, and to the disk before it counts.
    pub(crate) fn save(&mut self, dir: &Path) -> Result<(), Error> {
        std::fs::create_dir_all(dir)?;
        let path = dir.join(FILE_NAME);
        let text = toml::to_string(&self.file())
            .map_err(|_| Error::Keys("they cannot be written".into()))?;
        let mut file = private(&path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::File::open(dir)?.sync_all()?;
        self.dir = Some(dir.to_owned());
        Ok(())
    }

    fn file(&self) -> File {
        File {
            name: self.name.clone(),
            id: self.id(),
            created: self.created.to_string(),
            signing_seed: STANDARD.encode(self.signing.to_bytes()),
            code_key: STANDARD.encode(self.code),
            reference_key: STANDARD.encode(self.reference),
            former: self.former.iter().map(Verifier::text).collect(),
        }
    }

    /// New keys that carry a journal on: its origin stays, its former keys are
    /// still believed for what they signed.
    pub(crate) fn succeeding(verifiers: &[Verifier], now: Instant) -> Result<Keys, Error> {
        let mut keys = Keys::fresh(now)?;
        if let Some(last) = verifiers.first() {
            keys.name.clone_from(&last.name);
        }
        keys.former = verifiers.to_vec();
        Ok(keys)
    }

    /// Names this key file without giving anything away: origin and key id.
    pub fn id(&self) -> String {
        let verifier = self.verifier();
        format!(
            "{}+{:08x}",
            verifier.name,
            u32::from_be_bytes(verifier.key_id())
        )
    }

    pub fn origin(&self) -> &str {
        &self.name
    }

    pub fn created(&self) -> Instant {
        self.created
    }

    /// Access codes are derived from this one.
    pub fn code_key(&self) -> &[u8; 32] {
        &self.code
    }

    /// References are scattered with this one.
    pub fn reference_key(&self) -> &[u8; 32] {
        &self.reference
    }

    pub fn verifier(&self) -> Verifier {
        Verifier::new(&self.name, self.signing.verifying_key())
    }

    /// Everybody who may have signed this journal, the present key first.
    pub fn verifiers(&self) -> Vec<Verifier> {
        [vec![self.verifier()], self.former.clone()].concat()
    }

    pub(crate) fn signing(&self) -> &SigningKey {
        &self.signing
    }

    pub(crate) fn dir(&self) -> Option<&Path> {
        self.dir.as_deref()
    }
}

fn secret(text: &str) -> Option<[u8; 32]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

/// For the owner's eyes only; must not be there yet.
pub(crate) fn private(path: &Path) -> Result<std::fs::File, Error> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}
