//! Mailboxes against a real server: Dovecot on loopback, behind a proxy that cuts
//! and stalls by a seed. Where Dovecot is missing these tests say so, loudly;
//! `make test` installs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods
)]

mod comparing;
mod copies;
mod cutting;
mod doors;
mod dovecot;
mod killed;
mod large;
mod ledger;
mod proxy;
mod scripted;
mod waiting;
mod withheld;
mod world;
