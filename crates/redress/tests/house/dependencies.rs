//! Every library that the root `Cargo.toml` names has its reason in
//! docs/decisions/0038, and the page names none that is gone.

use crate::tree;
use crate::{found, nothing_found};

const PAGE: &str = "docs/decisions/0038-what-we-build-on.md";

/// The names under `[workspace.dependencies]` that are not our own crates.
fn named(manifest: &str) -> Vec<&str> {
    let table = manifest.split("[workspace.dependencies]").nth(1);
    let table = table.unwrap_or_default().split("\n[").next();
    let lines = table.unwrap_or_default().lines();
    lines
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.trim())
        .filter(|name| !name.starts_with("redress-"))
        .collect()
}

/// The names in the first column of the table.
fn reasoned(page: &str) -> Vec<&str> {
    let rows = page.lines().filter(|line| line.starts_with("| "));
    rows.filter_map(|row| row.split('|').nth(1))
        .flat_map(|cell| cell.split(','))
        .map(str::trim)
        .filter(|name| *name != "library")
        .collect()
}

fn unexplained(manifest: &str, page: &str) -> Vec<String> {
    let (named, reasoned) = (named(manifest), reasoned(page));
    let new = named.iter().filter(|name| !reasoned.contains(name));
    let gone = reasoned.iter().filter(|name| !named.contains(name));
    let new = new.map(|name| format!("{name}: why do we need it?"));
    new.chain(gone.map(|name| format!("{name}: is named and not used")))
        .collect()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(tree::root().join(path)).unwrap()
}

#[test]
fn every_library_has_its_reason() {
    nothing_found(
        &format!("Write it down in {PAGE}, or leave it out:"),
        &unexplained(&read("Cargo.toml"), &read(PAGE)),
    );
}

#[test]
fn a_library_without_a_reason_is_found() {
    let manifest = "[workspace.dependencies]\nredress-web = { path = \"x\" }\nserde = \"1\"\nleftpad = \"9\"\n\n[workspace.lints.rust]\nunsafe_code = \"forbid\"\n";
    let page = "| library | version |\n|---|---|\n| serde, uuid | 1 |\n";
    found(&unexplained(manifest, page), &["leftpad", "uuid"]);
    assert_eq!(named(manifest), ["serde", "leftpad"]);
}
