//! The relay in force, and its secrets.

use super::Settings;
use crate::{
    facts::{RelayRemoved, RelaySet},
    records::forget_secret,
    sealed::{Held, held, keep_sealed},
};
use redress_kernel::{By, Draft, Entry, Fact, Id};
use redress_store::{Error, Keys, Read, Tx, sql};

const USER: &str = "relay-user";
const PASSWORD: &str = "relay-password";

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        RelaySet::KIND => set(tx, &entry.read::<RelaySet>()?.fact),
        RelayRemoved::KIND => tx
            .execute(&sql("DELETE FROM mail_relay WHERE id = 1"))
            .map(|_| ()),
        _ => Ok(()),
    }
}

fn set(tx: &mut Tx, relay: &RelaySet) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO mail_relay (id, host, port, encryption, sender) VALUES (1, $1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET host = excluded.host, port = excluded.port,
           encryption = excluded.encryption, sender = excluded.sender",
    );
    let query = query
        .arg(relay.host.as_str())
        .arg(relay.port)
        .arg(relay.encryption.as_str());
    tx.execute(&query.arg(relay.from.as_str())).map(|_| ())
}

/// The relay with everything that sending needs; None: mail waits.
pub fn relay(reader: &mut impl Read, keys: &Keys) -> Result<Option<Settings>, Error> {
    let query = sql("SELECT host, port, encryption, sender FROM mail_relay WHERE id = 1");
    let row = reader.one(&query, |row| {
        Ok((row.text(0)?, row.int(1)?, row.text(2)?, row.text(3)?))
    })?;
    let Some((host, port, encryption, from)) = row else {
        return Ok(None);
    };
    let user = held(reader, keys, USER)?;
    let password = held(reader, keys, PASSWORD)?;
    let locked = user == Held::Closed || password == Held::Closed;
    let port = u16::try_from(port).unwrap_or_default();
    Ok(Some(Settings {
        host,
        port,
        encryption,
        from,
        user: user.open().unwrap_or_default(),
        password: password.open().unwrap_or_default(),
        locked,
    }))
}

pub(super) fn record(tx: &mut Tx, settings: &Settings, by: &By) -> Result<(), Error> {
    keep_sealed(tx, USER, &settings.user)?;
    keep_sealed(tx, PASSWORD, &settings.password)?;
    let set = RelaySet {
        host: settings.host.clone(),
        port: settings.port,
        encryption: settings.encryption.clone(),
        from: settings.from.clone(),
    };
    tx.record(Draft::of(Id::ORGANISATION, &set), by).map(|_| ())
}

pub(super) fn remove(tx: &mut Tx, by: &By) -> Result<(), Error> {
    forget_secret(tx, USER)?;
    forget_secret(tx, PASSWORD)?;
    tx.record(Draft::of(Id::ORGANISATION, &RelayRemoved {}), by)
        .map(|_| ())
}
