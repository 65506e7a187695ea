//! Mail between the real binary and real mail servers: Dovecot, from which it fetches.
//! Where it is missing its tests say so, loudly; `make test` installs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    dead_code,
    reason = "tests"
)]

#[path = "../../../channels/tests/mailboxes/dovecot.rs"]
mod dovecot;
#[path = "../support/http.rs"]
mod http;
mod memory;
#[path = "../support/server.rs"]
mod server;
mod speaking;
mod world;
