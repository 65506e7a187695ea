//! What the log says of signing in: tried, refused, made to wait, ended. People stand
//! there as their numbers, networks as a mark that only this installation's keys make,
//! never an address or what was typed (decision 88). Leaves no evidence: watching staff
//! is not what the journal is for.

use redress_complaint::House;
use redress_kernel::{Id, reference::hmac_sha256};
use redress_web::guard::SECURITY;

/// What happened, by which means, and to whom where that is known.
pub fn note(house: &House, what: &'static str, person: Option<Id>, network: &str) {
    note_by(house, what, "password", person, network);
}

pub fn note_by(
    house: &House,
    what: &'static str,
    by: &'static str,
    person: Option<Id>,
    network: &str,
) {
    let person = person.map_or_else(|| "unknown".to_owned(), |id| id.to_string());
    let from = mark(house, network);
    tracing::info!(target: SECURITY, event = what, by, person, from, "sign-in");
}

/// The same network is the same mark, so that tries can be counted together.
fn mark(house: &House, network: &str) -> String {
    let key = house.db.keys().derived("networks in the log");
    let mac = hmac_sha256(&key, &[network.as_bytes()]);
    mac.iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
