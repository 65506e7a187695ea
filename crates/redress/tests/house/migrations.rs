//! Migrations are one story for the operator: each has a number of its own (gaps
//! leave room between the chapters), and each table says whose it is and why.
//! `-- owner:` counts until the next one.

use crate::tree::{self, File};
use crate::{found, nothing_found};
use std::collections::BTreeMap;

/// A room ("store") or a slice ("operation.assessment").
pub type Owner = String;

/// Every table that the migrations create, with its owner.
pub fn owners(migrations: &[File]) -> BTreeMap<String, Owner> {
    let mut owners = BTreeMap::new();
    for file in migrations {
        let mut owner = String::new();
        for line in file.text.lines() {
            if let Some(named) = line.trim().strip_prefix("-- owner:") {
                owner = named
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned();
            }
            if let Some(table) = created(line) {
                owners.insert(table, owner.clone());
            }
        }
    }
    owners
}

fn created(line: &str) -> Option<String> {
    let line = line.trim();
    let upper = line.to_uppercase();
    let after = ["CREATE TABLE ", "CREATE VIRTUAL TABLE "]
        .iter()
        .find(|start| upper.starts_with(**start))?
        .len();
    let rest = line.get(after..)?;
    let rest = match upper.get(after..)?.strip_prefix("IF NOT EXISTS ") {
        Some(_) => rest.get("IF NOT EXISTS ".len()..)?,
        None => rest,
    };
    let name: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

fn out_of_order(migrations: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    let mut last = 0;
    for file in migrations {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let number = name
            .split_once('_')
            .filter(|(digits, _)| digits.len() == 4)
            .and_then(|(digits, _)| digits.parse::<u32>().ok());
        match number {
            Some(number) if number > last => last = number,
            Some(number) => findings.push(format!("{name}: {number} is taken")),
            None => findings.push(format!("{name}: expected a name like 0012_receipt.sql")),
        }
        for line in ["-- owner:", "-- why:"] {
            if !file.text.contains(line) {
                findings.push(format!("{name}: no `{line}` line"));
            }
        }
    }
    findings
}

fn homeless(owners: &BTreeMap<String, Owner>, is_room: impl Fn(&str) -> bool) -> Vec<String> {
    owners
        .iter()
        .filter(|(_, owner)| !is_room(owner))
        .map(|(table, owner)| {
            format!("table {table}: its owner {owner:?} is no crate and no slice")
        })
        .collect()
}

pub fn migrations() -> Vec<File> {
    let mut migrations = tree::files("migrations");
    migrations.retain(|file| file.is("sql"));
    migrations
}

fn exists(owner: &str) -> bool {
    let (room, slice) = owner.split_once('.').unwrap_or((owner, ""));
    let source = tree::root().join("crates").join(room).join("src");
    !room.is_empty()
        && source.is_dir()
        && (slice.is_empty()
            || source.join(slice).is_dir()
            || source.join(format!("{slice}.rs")).is_file())
}

#[test]
fn migrations_have_numbers_of_their_own_and_say_whose_they_are() {
    nothing_found("Migrations:", &out_of_order(&migrations()));
}

#[test]
fn every_table_has_a_home() {
    nothing_found("Tables:", &homeless(&owners(&migrations()), exists));
}

#[test]
fn a_number_used_twice_and_a_missing_owner_are_found() {
    let planted = [
        File::new("migrations/0001_journal.sql", "-- owner: store\n-- why: x"),
        File::new("migrations/0001_twin.sql", "-- why: x"),
        File::new("migrations/late.sql", "-- owner: store\n-- why: x"),
    ];
    found(
        &out_of_order(&planted),
        &["1 is taken", "-- owner:", "like 0012_"],
    );
    let tables = owners(&[File::new(
        "migrations/0001_a.sql",
        "-- owner: operation.assessment\nCREATE TABLE IF NOT EXISTS assessment (\n-- owner: nobody\ncreate table stray(id TEXT);",
    )]);
    assert_eq!(tables["assessment"], "operation.assessment");
    found(&homeless(&tables, |owner| owner != "nobody"), &["stray"]);
}
