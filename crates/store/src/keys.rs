//! The key file: what signs the journal, what access codes are derived from, what
//! scatters references, and the epoch keys that open what is kept closed. It lies
//! beside the database, never in it and never in a backup: a copied database opens
//! no case, names nobody and signs nothing.

mod epochs;
mod file;
mod root;
mod second;

pub use epochs::{DESTROYED_AFTER_DAYS, EPOCH_DAYS, Epoch};
pub(crate) use file::{blank, for_writing_again, private};
pub use root::RootKey;
pub use second::SecondCopy;

use crate::{Error, note::Verifier, random};
use ed25519_dalek::SigningKey;
use epochs::Kept;
use redress_kernel::{Instant, journal::leaf::hex};
use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering},
    },
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
    /// What changes while we run: all who hold these keys see it change.
    kept: Arc<RwLock<Kept>>,
    /// Rises with each key that is forgotten: whoever keeps one opened looks again.
    forgotten: Arc<AtomicU64>,
}

/// Keys never show themselves in a log.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.id())
    }
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
            kept: Arc::new(RwLock::new(Kept::first(now)?)),
            forgotten: Arc::default(),
        })
    }

    /// Makes the key file of a new installation; refuses to overwrite one.
    pub fn create(dir: &Path, now: Instant) -> Result<Keys, Error> {
        let mut keys = Keys::fresh(now)?;
        keys.save(dir)?;
        Ok(keys)
    }

    /// A file of before there were epochs is given its first one.
    pub fn load(dir: &Path) -> Result<Keys, Error> {
        let mut keys = Keys::from_file(&dir.join(FILE_NAME))?;
        keys.dir = Some(dir.to_owned());
        if keys.epochs().is_empty() {
            let began = keys.created;
            keys.change(|kept| match kept.epochs.is_empty() {
                true => kept.begin(began),
                false => Ok(()),
            })?;
        }
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
        Keys::read(&text)
            .ok_or_else(|| Error::Keys(format!("{} is not a key file", path.display())))
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

    /// New keys in place of these, which may have been seen by somebody: what they signed is
    /// believed on, what they closed opens still, and an epoch of its own begins now.
    pub(crate) fn renewed(&self, now: Instant) -> Result<Keys, Error> {
        let mut keys = Keys::succeeding(&self.verifiers(), now)?;
        let mut kept = self.kept().clone();
        kept.begin(now)?;
        keys.kept = Arc::new(RwLock::new(kept));
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

    /// How often a key was forgotten since these keys were read.
    pub(crate) fn forgotten(&self) -> u64 {
        self.forgotten.load(Ordering::SeqCst)
    }

    pub(crate) fn forget_opened(&self) {
        self.forgotten.fetch_add(1, Ordering::SeqCst);
    }
}
