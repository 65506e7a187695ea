//! What is kept of second factors: the authenticator's sealed secret and the last code
//! that counted, hashes of recovery codes, public keys of passkeys, spent challenges, known
//! kinds of browsers. No evidence, and outside the journal, as passwords are.

use crate::{passkey::Kept, records::password_of, recovery_codes, totp};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Keys, Read, Row, Tx, sql};

/// How many passkeys one person may have.
pub const PASSKEYS_MAX: usize = 20;

/// A passkey, as its owner sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    pub id: Id,
    pub person: Id,
    pub name: String,
    pub kept: Kept,
    pub added_at: Instant,
    pub used_at: Option<Instant>,
}

/// By what a person can prove who they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ways {
    /// None for whoever came in at a provider only.
    pub password: bool,
    pub authenticator: bool,
    /// Recovery codes that are left.
    pub codes: i64,
    pub passkeys: Vec<Passkey>,
}

impl Ways {
    /// Recovery codes alone are none: they stand in for something.
    pub fn second(&self) -> bool {
        self.authenticator || !self.passkeys.is_empty()
    }
}

pub fn ways(reader: &mut impl Read, person: Id) -> Result<Ways, Error> {
    let confirmed =
        sql("SELECT person FROM authenticator WHERE person = $1 AND confirmed_at IS NOT NULL");
    let codes = sql("SELECT COUNT(*) FROM recovery_code WHERE person = $1");
    Ok(Ways {
        password: password_of(reader, person)?.is_some(),
        authenticator: reader
            .one(&confirmed.arg(person), |row| row.id(0))?
            .is_some(),
        codes: reader
            .one(&codes.arg(person), |row| row.int(0))?
            .unwrap_or_default(),
        passkeys: passkeys(reader, person)?,
    })
}

fn seal_name(person: Id) -> String {
    format!("authenticator of {person}")
}

/// A secret that does not count until a code of it was typed.
pub fn begin_authenticator(
    tx: &mut Tx,
    person: Id,
    secret: &[u8],
    at: Instant,
) -> Result<(), Error> {
    let sealed = tx.keys().seal(&seal_name(person), &totp::written(secret))?;
    let query = sql(
        "INSERT INTO authenticator (person, secret, begun_at, confirmed_at, last_step) VALUES ($1, $2, $3, NULL, 0)
         ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at,
           confirmed_at = NULL, last_step = 0",
    );
    tx.execute(&query.arg(person).arg(sealed).arg(at))
        .map(|_| ())
}

/// An authenticator: its secret, whether it counts, and the last step that did.
pub struct Authenticator {
    pub secret: Vec<u8>,
    pub confirmed: bool,
    last_step: i64,
}

pub fn authenticator(
    reader: &mut impl Read,
    keys: &Keys,
    person: Id,
) -> Result<Option<Authenticator>, Error> {
    let query = sql("SELECT secret, confirmed_at, last_step FROM authenticator WHERE person = $1");
    let found = reader.one(&query.arg(person), |row| {
        Ok((row.text(0)?, row.opt_instant(1)?, row.int(2)?))
    })?;
    let Some((sealed, confirmed, last_step)) = found else {
        return Ok(None);
    };
    // Sealed with keys that are gone (restored without them), it is as if it were not there.
    let secret = keys.unseal(&seal_name(person), &sealed);
    Ok(secret.map(|written| Authenticator {
        secret: totp::read(&written),
        confirmed: confirmed.is_some(),
        last_step,
    }))
}

/// A typed code is right and was not used before; from now on it was.
pub fn spend_code(tx: &mut Tx, person: Id, typed: &str, now: Instant) -> Result<bool, Error> {
    spend(tx, person, typed, now, true)
}

/// The first code of an authenticator that is being set up: both have the same secret.
pub fn spend_first_code(tx: &mut Tx, person: Id, typed: &str, now: Instant) -> Result<bool, Error> {
    let right = spend(tx, person, typed, now, false)?;
    if right {
        confirm_authenticator(tx, person, now)?;
    }
    Ok(right)
}

fn spend(
    tx: &mut Tx,
    person: Id,
    typed: &str,
    now: Instant,
    confirmed: bool,
) -> Result<bool, Error> {
    let keys = tx.keys().clone();
    let known = authenticator(tx, &keys, person)?.filter(|known| known.confirmed == confirmed);
    let Some(known) = known else {
        return Ok(false);
    };
    let Some(step) = totp::accepted(&known.secret, typed, now, known.last_step) else {
        return Ok(false);
    };
    let query = sql("UPDATE authenticator SET last_step = $2 WHERE person = $1 AND last_step < $2");
    Ok(tx.execute(&query.arg(person).arg(step))? > 0)
}

/// It counts from now on.
fn confirm_authenticator(tx: &mut Tx, person: Id, at: Instant) -> Result<(), Error> {
    let query = sql("UPDATE authenticator SET confirmed_at = $2 WHERE person = $1");
    tx.execute(&query.arg(person).arg(at)).map(|_| ())
}

pub fn forget_authenticator(tx: &mut Tx, person: Id) -> Result<bool, Error> {
    Ok(tx.execute(&sql("DELETE FROM authenticator WHERE person = $1").arg(person))? > 0)
}

/// New codes on paper; the earlier ones are worth nothing.
pub fn keep_recovery_codes(tx: &mut Tx, person: Id, codes: &[String]) -> Result<(), Error> {
    forget_recovery_codes(tx, person)?;
    for hash in codes.iter().filter_map(|code| recovery_codes::kept(code)) {
        let query = sql("INSERT INTO recovery_code (hash, person) VALUES ($1, $2)");
        tx.execute(&query.arg(hash).arg(person))?;
    }
    Ok(())
}

fn forget_recovery_codes(tx: &mut Tx, person: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM recovery_code WHERE person = $1").arg(person))
        .map(|_| ())
}

/// Used once, gone.
pub fn spend_recovery_code(tx: &mut Tx, person: Id, typed: &str) -> Result<bool, Error> {
    let Some(hash) = recovery_codes::kept(typed) else {
        return Ok(false);
    };
    let query = sql("DELETE FROM recovery_code WHERE hash = $1 AND person = $2");
    Ok(tx.execute(&query.arg(hash).arg(person))? > 0)
}

/// The oldest first.
pub fn passkeys(reader: &mut impl Read, person: Id) -> Result<Vec<Passkey>, Error> {
    let query = sql(
        "SELECT id, person, name, credential, public_key, counter, added_at, used_at
         FROM passkey WHERE person = $1 ORDER BY added_at, id LIMIT 20",
    );
    reader.rows(&query.arg(person), passkey_of)
}

pub fn passkey_named(reader: &mut impl Read, credential: &str) -> Result<Option<Passkey>, Error> {
    let query = sql(
        "SELECT id, person, name, credential, public_key, counter, added_at, used_at
         FROM passkey WHERE credential = $1",
    );
    reader.one(&query.arg(credential), passkey_of)
}

fn passkey_of(row: &Row) -> Result<Passkey, Error> {
    Ok(Passkey {
        id: row.id(0)?,
        person: row.id(1)?,
        name: row.text(2)?,
        kept: Kept {
            credential: row.text(3)?,
            public_key: row.text(4)?,
            counter: u32::try_from(row.int(5)?).unwrap_or(u32::MAX),
        },
        added_at: row.instant(6)?,
        used_at: row.opt_instant(7)?,
    })
}

pub fn keep_passkey(tx: &mut Tx, new: &Passkey) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO passkey (credential, id, person, name, public_key, counter, added_at, used_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)",
    );
    let query = query
        .arg(new.kept.credential.as_str())
        .arg(new.id)
        .arg(new.person)
        .arg(new.name.as_str())
        .arg(new.kept.public_key.as_str());
    tx.execute(&query.arg(i64::from(new.kept.counter)).arg(new.added_at))
        .map(|_| ())
}

pub fn passkey_used(tx: &mut Tx, id: Id, counter: u32, at: Instant) -> Result<(), Error> {
    let query = sql("UPDATE passkey SET counter = $2, used_at = $3 WHERE id = $1");
    tx.execute(&query.arg(id).arg(i64::from(counter)).arg(at))
        .map(|_| ())
}

pub fn forget_passkey(tx: &mut Tx, person: Id, id: Id) -> Result<bool, Error> {
    let query = sql("DELETE FROM passkey WHERE person = $1 AND id = $2");
    Ok(tx.execute(&query.arg(person).arg(id))? > 0)
}

/// Every second factor of a person, what stands in for it, and the browsers they used.
pub fn forget_all(tx: &mut Tx, person: Id) -> Result<(), Error> {
    forget_authenticator(tx, person)?;
    forget_recovery_codes(tx, person)?;
    tx.execute(&sql("DELETE FROM passkey WHERE person = $1").arg(person))?;
    tx.execute(&sql("DELETE FROM known_device WHERE person = $1").arg(person))?;
    withdraw_request(tx, person).map(|_| ())
}

/// False: this challenge was answered before. What has run out is swept by the way.
pub fn spend_challenge(
    tx: &mut Tx,
    challenge: &str,
    ends: Instant,
    now: Instant,
) -> Result<bool, Error> {
    tx.execute(&sql("DELETE FROM spent_challenge WHERE expires_at <= $1").arg(now))?;
    let query = sql(
        "INSERT INTO spent_challenge (hash, expires_at) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
    );
    Ok(tx.execute(&query.arg(crate::secret::kept(challenge)).arg(ends))? > 0)
}

pub fn knows_devices(reader: &mut impl Read, person: Id) -> Result<bool, Error> {
    let query = sql("SELECT device FROM known_device WHERE person = $1 ORDER BY device LIMIT 1");
    Ok(reader.one(&query.arg(person), |row| row.text(0))?.is_some())
}

/// True: this person was not known to use such a browser.
pub fn note_device(tx: &mut Tx, person: Id, device: &str) -> Result<bool, Error> {
    let query = sql(
        "INSERT INTO known_device (person, device) VALUES ($1, $2) ON CONFLICT (person, device) DO NOTHING",
    );
    Ok(tx.execute(&query.arg(person).arg(device))? > 0)
}

/// Somebody says that their second factor is lost; asked again, the first time counts.
pub fn request_recovery(tx: &mut Tx, person: Id, at: Instant) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO recovery_request (person, asked_at) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING",
    );
    tx.execute(&query.arg(person).arg(at)).map(|_| ())
}

pub fn requested_at(reader: &mut impl Read, person: Id) -> Result<Option<Instant>, Error> {
    let query = sql("SELECT asked_at FROM recovery_request WHERE person = $1");
    reader.one(&query.arg(person), |row| row.instant(0))
}

/// Who waits for a second person, the longest first.
pub fn requests(reader: &mut impl Read) -> Result<Vec<Id>, Error> {
    let query = sql("SELECT person FROM recovery_request ORDER BY asked_at, person LIMIT 100");
    reader.rows(&query, |row| row.id(0))
}

pub fn withdraw_request(tx: &mut Tx, person: Id) -> Result<bool, Error> {
    Ok(tx.execute(&sql("DELETE FROM recovery_request WHERE person = $1").arg(person))? > 0)
}
