//! E-mail at Blue Ferry Co.: raw bytes go into the real intake, and what became of them
//! is read from the desk's pages and the API; on SQLite always and on PostgreSQL when a
//! throw-away cluster is named in REDRESS_TEST_DATABASE_URL.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod arriving;
mod bounces;
mod canaries;
mod corpora;
mod cutting;
#[path = "../../../channels/tests/mailboxes/dovecot.rs"]
mod dovecot;
#[path = "../support/engines.rs"]
mod engines;
mod erasing;
mod hidden;
mod loops;
#[path = "../desk/office.rs"]
mod office;
mod persian;
mod proving;
#[path = "../../../channels/tests/mailboxes/proxy.rs"]
mod proxy;
mod replies;
#[path = "../support/smtp_sink.rs"]
mod smtp_sink;
mod triage;
mod world;
