//! Tampering with what leaves the house, at random: bits, rows, fields, order, dates, an
//! old state put back, a journal written anew with the true key. `redress-verify` and
//! the Python verifier, which share no code, have to find every change, and alarm on no
//! journal that is as it was. Small here; REDRESS_TAMPER=10000 says how many changes
//! otherwise (and a tenth as many clean journals), REDRESS_TAMPER_SEED from where.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

#[allow(dead_code)]
#[path = "../support/http.rs"]
mod http;
#[allow(dead_code)]
#[path = "../support/server.rs"]
mod server;

mod chance;
mod changes;
mod database;
mod former;
mod judges;
mod lost;
mod renewed;
mod rollback;
mod tamper;
mod world;
