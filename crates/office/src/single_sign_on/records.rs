//! The secrets of providers, sealed, and who came in under which name of theirs. Neither
//! is evidence: a secret stands in no fact, and a name at a provider says nothing about
//! complaints.

use crate::{
    fault::ours,
    records::{forget_secret, keep_secret, secret},
};
use redress_complaint::House;
use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Reader, Tx, sql};
use redress_web::Trouble;

/// The name under which a provider's secret is sealed and kept.
fn name(code: &str) -> String {
    format!("provider {code}")
}

/// Empty where there is none, or where it was sealed with other keys.
pub async fn secret_of(house: &House, code: &str) -> Result<String, Trouble> {
    let name = name(code);
    let read = {
        let name = name.clone();
        move |reader: &mut Reader| secret(reader, &name)
    };
    let sealed = house.db.read(read).await.map_err(ours)?;
    let opened = sealed.and_then(|sealed| house.db.keys().unseal(&name, &sealed));
    Ok(opened.unwrap_or_default())
}

pub fn keep(tx: &mut Tx, code: &str, typed: &str) -> Result<(), Error> {
    let name = name(code);
    let sealed = tx.keys().seal(&name, typed)?;
    keep_secret(tx, &name, &sealed)
}

pub fn forget(tx: &mut Tx, code: &str) -> Result<(), Error> {
    forget_secret(tx, &name(code))
}

pub fn has_secret(reader: &mut impl Read, code: &str) -> Result<bool, Error> {
    secret(reader, &name(code)).map(|kept| kept.is_some())
}

/// Whoever came in under this name before.
pub fn known(reader: &mut impl Read, issuer: &str, subject: &str) -> Result<Option<Id>, Error> {
    let query = sql("SELECT person FROM sign_in_elsewhere WHERE issuer = $1 AND subject = $2");
    reader.one(&query.arg(issuer).arg(subject), |row| row.id(0))
}

pub fn remember(
    tx: &mut Tx,
    issuer: &str,
    subject: &str,
    person: Id,
    now: Instant,
) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO sign_in_elsewhere (issuer, subject, person, first_at, last_at) VALUES ($1, $2, $3, $4, $4)
         ON CONFLICT (issuer, subject) DO UPDATE SET last_at = excluded.last_at",
    );
    let query = query.arg(issuer).arg(subject).arg(person).arg(now);
    tx.execute(&query).map(|_| ())
}
