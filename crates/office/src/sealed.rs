//! Secrets of settings as the database holds them: the relay's name and password, the
//! addresses and secrets of webhooks. Sealed with a key that comes of the key file, each
//! under its own name (decision 122), so that a copied database gives none away. They
//! stand in no fact, so a rebuild leaves them alone. Leaves no evidence.

use crate::records::{keep_secret, secret, unsealed_secrets};
use redress_store::{Error, Keys, Read, Tx, is_sealed};

/// Sealed in one go at the start of a server.
const AT_ONCE: i64 = 100;

pub fn keep_sealed(tx: &mut Tx, name: &str, text: &str) -> Result<(), Error> {
    let sealed = tx.keys().seal(name, text)?;
    keep_secret(tx, name, &sealed)
}

/// A secret as it lies there.
#[derive(Clone, PartialEq, Eq)]
pub enum Held {
    /// There is none.
    Nothing,
    Open(String),
    /// Sealed with other keys: after a restore without the key file.
    Closed,
}

impl Held {
    pub fn open(self) -> Option<String> {
        match self {
            Held::Open(text) => Some(text),
            Held::Nothing | Held::Closed => None,
        }
    }
}

/// What an earlier release left unsealed counts until the server has sealed it.
pub fn held(reader: &mut impl Read, keys: &Keys, name: &str) -> Result<Held, Error> {
    Ok(match secret(reader, name)? {
        None => Held::Nothing,
        Some(kept) if is_sealed(&kept) => match keys.unseal(name, &kept) {
            Some(text) => Held::Open(text),
            None => Held::Closed,
        },
        Some(plain) => Held::Open(plain),
    })
}

/// Seals what earlier releases left open, a part in each transaction; true: there may be
/// more. Whatever interrupts it, the next start goes on where it ended, because a sealed
/// secret is not looked at again.
pub fn seal_open_ones(tx: &mut Tx) -> Result<bool, Error> {
    Ok(close_open(tx)? == AT_ONCE)
}

/// The same for the store, which asks until there is none.
pub fn close_open(tx: &mut Tx) -> Result<i64, Error> {
    let open = unsealed_secrets(tx, AT_ONCE)?;
    for (name, value) in &open {
        keep_sealed(tx, name, value)?;
    }
    Ok(i64::try_from(open.len()).unwrap_or_default())
}
