//! The calendars against their sources: official lists, computed ones and our own
//! rules, day by day. Every disagreement is decided in `calendars/decisions.csv`, and
//! the calendars are exactly what lists, rules and decisions give.
//! `UPDATE_GOLDEN=1 cargo test -p redress-packs --test calendars` draws them anew.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod compare;
mod decisions;
mod documented;
mod drawing;
mod facts;
mod shared;
mod sources;
mod versions;

use std::path::{Path, PathBuf};

/// `crates/packs/calendars`.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("calendars")
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[allow(clippy::disallowed_methods, reason = "a developer asks for new files")]
fn draws_anew() -> bool {
    std::env::var("UPDATE_GOLDEN").is_ok()
}

/// The text of a file that a test draws; differs it, the first lines are told.
fn assert_drawn(path: &Path, drawn: &str) {
    if draws_anew() {
        std::fs::write(path, drawn).expect("the file can be written");
        return;
    }
    let stored = text(path);
    let differing: Vec<_> = drawn
        .lines()
        .zip(stored.lines().chain(std::iter::repeat("(nothing)")))
        .enumerate()
        .filter(|(_, (new, old))| new != old)
        .map(|(index, (new, old))| format!("{}: {old}\n  but should say: {new}", index + 1))
        .take(5)
        .collect();
    assert!(
        stored == drawn,
        "{} is not what sources, rules and decisions give:\n{}\nIf that is meant: UPDATE_GOLDEN=1 cargo test -p redress-packs --test calendars",
        path.display(),
        differing.join("\n")
    );
}
