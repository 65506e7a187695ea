//! Moving in: files of other systems come in, are undone, and come in again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    dead_code
)]

#[path = "../support/ferry.rs"]
mod ferry;
#[path = "../support/http.rs"]
mod http;
#[path = "../support/server.rs"]
mod server;

mod annulled;
mod disposal;
mod export;
mod files;
mod letters;
mod rows;
mod tickets;
mod undo;
mod wizard;
