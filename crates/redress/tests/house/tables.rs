//! A table has one writer: the slice that owns it. A projected table is written
//! in `records.rs` or `project.rs` alone, never by a handler: what `project()` did
//! not write would be lost at the next rebuild.

use crate::migrations::{self, Owner};
use crate::rust::{self, Kind};
use crate::tree::{self, File};
use crate::{found, nothing_found};
use std::collections::{BTreeMap, BTreeSet};

const WRITES: [&str; 9] = [
    "INSERT INTO",
    "INSERT OR IGNORE INTO",
    "INSERT OR REPLACE INTO",
    "REPLACE INTO",
    "UPDATE",
    "DELETE FROM",
    "ALTER TABLE",
    "DROP TABLE",
    "TRUNCATE",
];

/// Tables that a statement writes. Only capitals count as SQL (STYLE.md), so a
/// sentence with "update" in it is no statement.
fn written(statement: &str) -> Vec<String> {
    let words: Vec<&str> = statement
        .split(|c: char| c.is_whitespace() || c == '(' || c == ',' || c == ';')
        .filter(|word| !word.is_empty())
        .collect();
    let mut tables = Vec::new();
    for at in 0..words.len() {
        for write in WRITES {
            let length = write.split(' ').count();
            let Some(phrase) = words.get(at..at + length) else {
                continue;
            };
            // `FOR UPDATE`, `ON CONFLICT .. DO UPDATE SET` and `ON UPDATE` name no table.
            let is_clause =
                write == "UPDATE" && at > 0 && ["FOR", "DO", "ON"].contains(&words[at - 1]);
            if phrase.join(" ") != write || is_clause {
                continue;
            }
            if let Some(table) = words
                .get(at + length)
                .filter(|table| table.chars().any(char::is_lowercase) || table.starts_with('{'))
            {
                tables.push((*table).to_owned());
            }
        }
    }
    tables.sort();
    tables.dedup();
    tables
}

/// "operation.assessment" for crates/operation/src/assessment/records.rs.
fn room(path: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["crates", room, "src", file] => Some((
            (*room).to_owned(),
            format!("{room}.{}", file.trim_end_matches(".rs")),
        )),
        ["crates", room, "src", slice, ..] => Some(((*room).to_owned(), format!("{room}.{slice}"))),
        _ => None,
    }
}

/// The tables that manifests name: what `project()` makes and a rebuild makes again.
fn projected(sources: &[File]) -> BTreeSet<String> {
    let mut tables = BTreeSet::new();
    for file in sources.iter().filter(|file| !file.is_test()) {
        let code = rust::code_without_tests(&file.text);
        for at in 0..code.len() {
            let named = code[at].word() == Some("tables")
                && code.get(at + 2).is_some_and(|token| token.is_mark('&'));
            if named {
                let list = code[at..].iter().take_while(|token| !token.is_mark(']'));
                let list: Vec<_> = list.collect();
                tables.extend(list.windows(2).filter_map(|pair| match &pair[1].kind {
                    Kind::Text(table) if pair[0].is_mark('(') => Some(table.clone()),
                    _ => None,
                }));
            }
        }
    }
    tables
}

/// The two places in a slice that write projected tables.
fn keeps_records(path: &str) -> bool {
    ["/records.rs", "/records/", "/project.rs", "/project/"]
        .iter()
        .any(|place| path.ends_with(place) || path.contains(place))
}

fn foreign_writes(sources: &[File], owners: &BTreeMap<String, Owner>) -> Vec<String> {
    let projected = projected(sources);
    let mut findings = Vec::new();
    for file in sources {
        let Some((crate_name, slice)) = room(&file.path) else {
            continue;
        };
        if file.is_test() {
            continue;
        }
        for token in rust::code_without_tests(&file.text) {
            let Kind::Text(text) = &token.kind else {
                continue;
            };
            for table in written(text) {
                let place = format!("{}:{}", file.path, token.line);
                if crate_name == "store" && !owners.contains_key(&table) {
                    continue; // statements composed from names, engine tables
                }
                match owners.get(&table) {
                    None => findings.push(format!("{place}: {table} is in no migration")),
                    Some(owner) if *owner != crate_name && *owner != slice => {
                        findings.push(format!("{place}: {table} belongs to {owner}"));
                    }
                    Some(_) if projected.contains(&table) && !keeps_records(&file.path) => {
                        findings.push(format!(
                            "{place}: {table} is written outside records.rs and project.rs"
                        ));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    findings
}

#[test]
fn only_its_owner_writes_a_table() {
    nothing_found(
        "A table is written by its owner's records.rs or project.rs alone:",
        &foreign_writes(
            &tree::sources(),
            &migrations::owners(&migrations::migrations()),
        ),
    );
}

#[test]
fn a_planted_foreign_write_is_found() {
    let owners = BTreeMap::from([
        ("assessment".to_owned(), "operation.assessment".to_owned()),
        (
            "assessment_draft".to_owned(),
            "operation.assessment".to_owned(),
        ),
        ("journal_entry".to_owned(), "store".to_owned()),
    ]);
    let sources = [
        File::new(
            "crates/operation/src/assessment/mod.rs",
            "pub static SLICE: Slice = Slice { tables: &[(\"assessment\", \"id\")], ..NEW }",
        ),
        File::new(
            "crates/operation/src/assessment/records.rs",
            "sql(\"INSERT INTO assessment (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET id = $1\"); say(\"please update me\");",
        ),
        File::new(
            "crates/operation/src/assessment/pages.rs",
            "sql(r#\"UPDATE assessment\n SET level = $1\"#); sql(\"DELETE FROM assessment_draft\")",
        ),
        File::new(
            "crates/operation/src/closing/records.rs",
            "sql(\"DELETE FROM assessment WHERE id = $1\");\nsql(\"ALTER TABLE journal_entry ADD x\");\nsql(\"INSERT INTO nowhere (id)\");",
        ),
    ];
    found(
        &foreign_writes(&sources, &owners),
        &[
            "outside records.rs and project.rs",
            "assessment belongs to operation.assessment",
            "journal_entry belongs to store",
            "nowhere is in no migration",
        ],
    );
}
