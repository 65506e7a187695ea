//! Working through many complaints at Blue Ferry Co.: selections, cases put aside,
//! texts, views, groups and pictures, on SQLite always and on PostgreSQL when a
//! throw-away cluster is named in REDRESS_TEST_DATABASE_URL.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod aside;
mod bulk;
mod deadlines;
#[path = "../support/engines.rs"]
mod engines;
mod group;
#[path = "../desk/office.rs"]
mod office;
mod picture;
mod related;
mod retention;
#[path = "../support/smtp_sink.rs"]
mod smtp_sink;
mod texts;
mod views;
mod why;

use engines::ferries;

/// What stands between two texts.
#[track_caller]
pub fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before:?} in {text}"))
        .1;
    rest.split_once(after).expect("its end").0.to_owned()
}
