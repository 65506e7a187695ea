//! Finding a case by anything that was written in it, on both engines alike.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    dead_code
)]

mod closed;
mod erasing;
mod oracles;
mod scope;
mod similar;
mod words;
mod world;
