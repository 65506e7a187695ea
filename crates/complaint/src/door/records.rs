//! Requests that were already done: a double click, the back button or a program
//! that tries again must not write the same note twice. Not evidence, so it is
//! no projection; rows older than a week are swept.

use redress_kernel::{Actor, Id, Instant, reference::hmac_sha256};
use redress_store::{Error, Read, Tx, sql};

const KEPT_SECONDS: i64 = 7 * 86_400;

/// One person's one act on one case; the key they sent may hold anything and is not kept.
pub fn key(actor: &Actor, verb: &str, complaint: Id, request: &str) -> String {
    let parts: [&[u8]; 4] = [
        &actor.id.bytes(),
        &complaint.bytes(),
        verb.as_bytes(),
        request.as_bytes(),
    ];
    hmac_sha256(b"redress request of a verb", &parts)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

pub fn seen_before(tx: &mut Tx, key: &str) -> Result<bool, Error> {
    let query = sql("SELECT at FROM door_request WHERE request = $1").arg(key);
    Ok(tx.one(&query, |row| row.int(0))?.is_some())
}

pub fn remember(tx: &mut Tx, key: &str, now: Instant) -> Result<(), Error> {
    let old = now.plus_seconds(-KEPT_SECONDS);
    tx.execute(&sql("DELETE FROM door_request WHERE at < $1").arg(old))?;
    tx.execute(
        &sql("INSERT INTO door_request (request, at) VALUES ($1, $2)")
            .arg(key)
            .arg(now),
    )?;
    Ok(())
}
