//! The small keys, one a case or person, wrapped by an epoch key: made with the first
//! fact in its own transaction, found again, forgotten.

use super::{Blind, Key, cipher, close};
use crate::{Error, Keys, conn::Conn, random, sql};
use redress_kernel::Id;
use ring::aead::{Aad, NONCE_LEN, Nonce};
use std::{collections::HashMap, sync::Arc};

/// Opened keys that one connection holds; more are opened again when they are needed.
const HELD_MAX: usize = 4096;

pub(crate) const WRAPPED: &str = "SELECT epoch, wrapped FROM secret_key WHERE about = $1";

/// The key file and the small keys that were opened with it, for one connection. A
/// writer's are let go with each transaction: what is rolled back never was.
pub(crate) struct Held {
    pub keys: Arc<Keys>,
    opened: HashMap<Id, Key>,
    blind: Option<Arc<Blind>>,
    seen: u64,
}

impl Held {
    pub fn new(keys: Arc<Keys>) -> Held {
        let seen = keys.forgotten();
        Held {
            keys,
            opened: HashMap::new(),
            blind: None,
            seen,
        }
    }

    pub fn blind(&mut self) -> Arc<Blind> {
        let blind = self.blind.take();
        let blind = blind.unwrap_or_else(|| Arc::new(Blind::of(&self.keys)));
        self.blind = Some(blind.clone());
        blind
    }

    pub fn opened(&self, about: Id) -> Option<&Key> {
        self.opened.get(&about)
    }

    pub fn keep(&mut self, about: Id, key: Key) {
        if self.opened.len() >= HELD_MAX {
            self.opened.clear();
        }
        self.opened.insert(about, key);
    }

    /// Opens a wrapped key and keeps it; a changed one is none.
    pub fn unwrap(&mut self, about: Id, epoch: i64, wrapped: &[u8]) -> Result<Option<Key>, Error> {
        let found = unwrapped(&self.keys.epoch_key(epoch)?, about, epoch, wrapped);
        if let Some(key) = found {
            self.keep(about, key);
        }
        Ok(found)
    }

    pub fn let_go(&mut self) {
        self.opened.clear();
    }

    /// A reader lets go what was forgotten since it last looked.
    pub fn begin(&mut self) {
        let now = self.keys.forgotten();
        if self.seen != now {
            self.opened.clear();
            self.seen = now;
        }
    }
}

fn place(about: Id, epoch: i64) -> String {
    format!("secret_key.wrapped\n{epoch}\n{about}")
}

pub(super) fn wrap(key: &Key, about: Id, epoch: (i64, Key)) -> Result<Vec<u8>, Error> {
    close(&epoch.1, &place(about, epoch.0), key)
}

pub(super) fn unwrapped(epoch_key: &Key, about: Id, epoch: i64, wrapped: &[u8]) -> Option<Key> {
    let (nonce, body) = wrapped.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut body: [u8; 48] = body.try_into().ok()?;
    let place = place(about, epoch);
    let opened = cipher(epoch_key)?
        .open_in_place(nonce, Aad::from(place.as_bytes()), &mut body)
        .ok()?;
    Key::try_from(&*opened).ok()
}

/// The key of this case or person, None where there is none (any more).
pub(crate) fn key_of(conn: &mut Conn, about: Id) -> Result<Option<Key>, Error> {
    if let Some(key) = conn.held.as_ref().and_then(|held| held.opened(about)) {
        return Ok(Some(*key));
    }
    let query = sql(WRAPPED).arg(about);
    let found = conn.one(&query, |row| Ok((row.int(0)?, row.bytes(1)?)))?;
    let (Some((epoch, wrapped)), Some(held)) = (found, conn.held.as_mut()) else {
        return Ok(None);
    };
    let opened = held.unwrap(about, epoch, &wrapped)?;
    opened.map(Some).ok_or_else(|| {
        Error::Keys(format!(
            "the wrapped key of {about} was changed or belongs to another key file"
        ))
    })
}

/// The same, made in this transaction where there is none yet.
pub(crate) fn key_for(conn: &mut Conn, about: Id) -> Result<Key, Error> {
    if let Some(key) = key_of(conn, about)? {
        return Ok(key);
    }
    let key: Key = random::fill()?;
    let none = || Error::Keys("this connection holds no keys".into());
    let epoch = conn.held.as_ref().ok_or_else(none)?.keys.present_epoch()?;
    let query = sql("INSERT INTO secret_key (about, epoch, wrapped) VALUES ($1, $2, $3)")
        .arg(about)
        .arg(epoch.0)
        .arg(wrap(&key, about, epoch)?);
    conn.execute(&query)?;
    if let Some(held) = conn.held.as_mut() {
        held.keep(about, key);
    }
    Ok(key)
}

/// Takes the key away, and with it every chance to read what it closed. Refused while a
/// fact still holds a part under it: a fact says that it is erased, first.
pub(crate) fn forget(conn: &mut Conn, about: Id) -> Result<(), Error> {
    if holds_something(conn, about)? {
        return Err(Error::Wrong(format!(
            "{about} cannot be forgotten: a fact about it still has its personal part"
        )));
    }
    take_away(conn, &about.to_string())
}

/// From the table, and from every connection that has opened it.
pub(crate) fn take_away(conn: &mut Conn, about: &str) -> Result<(), Error> {
    conn.execute(&sql("DELETE FROM secret_key WHERE about = $1").arg(about))?;
    if let Some(held) = conn.held.as_mut() {
        held.let_go();
        held.keys.forget_opened();
    }
    Ok(())
}

fn holds_something(conn: &mut Conn, about: Id) -> Result<bool, Error> {
    let left = sql("SELECT seq FROM journal_entry WHERE about = $1 \
         AND (sealed IS NOT NULL OR personal IS NOT NULL) ORDER BY seq LIMIT 1");
    Ok(conn.one(&left.arg(about), |row| row.int(0))?.is_some())
}

/// After an erasure: the keys of what has no personal part left.
pub(crate) fn forget_what_is_empty(conn: &mut Conn, erased: &[i64]) -> Result<(), Error> {
    let mut abouts = std::collections::BTreeSet::new();
    for seq in erased {
        let query = sql("SELECT about FROM journal_entry WHERE seq = $1").arg(*seq);
        abouts.extend(conn.one(&query, |row| row.id(0))?);
    }
    for about in abouts {
        if !holds_something(conn, about)? {
            forget(conn, about)?;
        }
    }
    Ok(())
}
