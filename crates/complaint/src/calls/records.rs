//! Calls that were already carried out, so that a program that tries again makes
//! nothing twice: what the call was about is remembered for a week, no answer is. Not
//! evidence, so it is no projection.

use redress_kernel::{Actor, Instant, reference::hmac_sha256};
use redress_store::{Error, Read, Tx, sql};

const KEPT_SECONDS: i64 = 7 * 86_400;

/// One person's one call; the key that they sent may hold anything and is not kept.
pub fn key(actor: &Actor, route: &str, about: &str, request: &str) -> String {
    let parts: [&[u8]; 4] = [
        &actor.id.bytes(),
        route.as_bytes(),
        about.as_bytes(),
        request.as_bytes(),
    ];
    hmac_sha256(b"redress request of a call", &parts)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What it was about, if it was carried out before.
pub fn carried_out(tx: &mut Tx, key: &str) -> Result<Option<String>, Error> {
    let query = sql("SELECT about FROM call_request WHERE request = $1").arg(key);
    tx.one(&query, |row| row.text(0))
}

pub fn remember(tx: &mut Tx, key: &str, about: &str, now: Instant) -> Result<(), Error> {
    let old = now.plus_seconds(-KEPT_SECONDS);
    tx.execute(&sql("DELETE FROM call_request WHERE at < $1").arg(old))?;
    let query = sql("INSERT INTO call_request (request, about, at) VALUES ($1, $2, $3)");
    tx.execute(&query.arg(key).arg(about).arg(now)).map(|_| ())
}
