//! Mail between the real binary and real mail servers: Dovecot, from which it fetches,
//! and Postfix, which brings it mail and carries its letters away. Where one is missing
//! its tests say so, loudly; `make test` installs both.
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
mod large;
mod memory;
mod postfix;
mod relayed;
#[path = "../support/server.rs"]
mod server;
#[path = "../support/smtp_sink.rs"]
mod smtp_sink;
mod speaking;
mod world;
