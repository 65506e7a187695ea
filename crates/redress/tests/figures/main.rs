//! The figures: sums kept with each fact against a recount of all facts, figures
//! against the lists behind them, and the pages that show both.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod following;
mod owed;
mod pages;
mod recount;
mod world;
