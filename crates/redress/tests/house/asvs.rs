//! `docs/asvs.toml`: each requirement of levels 1 and 2 of OWASP's ASVS 5.0.0 is there
//! once, with a test that proves it, the reason why it does not concern us, or what is
//! missing yet. A test that is named exists, a page that is named has that heading, and
//! nothing is left blank. How many are open is printed, never hidden.

use crate::tree;
use crate::{found, nothing_found};
use serde::Deserialize;
use std::collections::BTreeMap;

const TABLE: &str = "docs/asvs.toml";
/// Ids and levels alone, with their licence.
const LEVELS: &str = "docs/asvs-levels.csv";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    standard: String,
    requirement: Vec<Requirement>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Requirement {
    id: String,
    level: u8,
    /// In our own words.
    about: String,
    status: String,
    /// `path::name`, where the status is `test`.
    #[serde(default)]
    tests: Vec<String>,
    /// `path#heading`, where it asks for something written.
    #[serde(default)]
    page: String,
    #[serde(default)]
    reason: String,
    /// What is missing.
    #[serde(default)]
    open: String,
}

fn read(path: &str) -> String {
    std::fs::read_to_string(tree::root().join(path)).unwrap_or_default()
}

fn table() -> Table {
    toml::from_str(&read(TABLE)).unwrap()
}

fn levels(text: &str) -> BTreeMap<String, u8> {
    let lines = text.lines().filter(|line| line.starts_with('V'));
    lines
        .filter_map(|line| line.split_once(','))
        .filter_map(|(id, level)| Some((id.to_owned(), level.trim().parse().ok()?)))
        .collect()
}

/// Missing, twice, of another level, or not of the standard at all.
fn out_of_step(known: &BTreeMap<String, u8>, all: &[Requirement]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, level) in known {
        let here: Vec<u8> = all
            .iter()
            .filter(|it| it.id == *id)
            .map(|it| it.level)
            .collect();
        if here != [*level] {
            wrong.push(format!("{id} of level {level} is there as {here:?}"));
        }
    }
    let unknown = all.iter().filter(|it| !known.contains_key(&it.id));
    wrong.extend(unknown.map(|it| format!("{} is no requirement of level 1 or 2", it.id)));
    wrong
}

/// Each status has what belongs to it and nothing else.
fn half_said(all: &[Requirement]) -> Vec<String> {
    let short = |text: &str| text.trim().chars().count() < 15;
    let wrong = |it: &&Requirement| {
        let (tests, reason, open) = (
            !it.tests.is_empty(),
            !it.reason.is_empty(),
            !it.open.is_empty(),
        );
        let right = match it.status.as_str() {
            "test" => tests && !reason && !open,
            "reason" => !tests && !open && !short(&it.reason),
            "open" => !reason && !short(&it.open),
            _ => false,
        };
        !right || short(&it.about)
    };
    let wrong = all.iter().filter(wrong);
    wrong
        .map(|it| format!("{}: {} needs what belongs to it", it.id, it.status))
        .collect()
}

/// Tests and headings that are named and are not there.
fn dangling(all: &[Requirement], text_of: impl Fn(&str) -> String) -> Vec<String> {
    let mut wrong = Vec::new();
    for it in all {
        for test in &it.tests {
            let there = test
                .split_once("::")
                .is_some_and(|(path, name)| is_a_test(path, name, &text_of(path)));
            if !there {
                wrong.push(format!("{}: no test {test}", it.id));
            }
        }
        let heading = it.page.split_once('#');
        let there = heading.is_none_or(|(path, name)| {
            let slug = |line: &str| {
                line.trim_start_matches('#')
                    .trim()
                    .to_lowercase()
                    .replace(' ', "-")
            };
            let text = text_of(path);
            text.lines()
                .any(|line| line.starts_with('#') && slug(line) == name)
        });
        if !there || (heading.is_none() && !it.page.is_empty()) {
            wrong.push(format!("{}: no heading {}", it.id, it.page));
        }
    }
    wrong
}

/// A function behind `#[test]` or its like, or a test of the browser by its sentence.
fn is_a_test(path: &str, name: &str, text: &str) -> bool {
    if path.ends_with(".mjs") {
        return text.contains(&format!("\ntest('{name}'"));
    }
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let head = format!("fn {name}(");
    let at = lines
        .iter()
        .position(|line| line.trim_start_matches("async ").starts_with(&head));
    at.is_some_and(|at| {
        let mut above = lines[..at]
            .iter()
            .rev()
            .take_while(|line| line.starts_with('#'));
        above.any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
    })
}

#[test]
fn every_requirement_is_there_once_with_its_level() {
    let (table, known) = (table(), levels(&read(LEVELS)));
    assert_eq!(table.standard, "OWASP ASVS 5.0.0");
    assert_eq!(known.len(), 253, "70 of level 1, 183 of level 2");
    nothing_found(
        &format!("Mend {TABLE}:"),
        &out_of_step(&known, &table.requirement),
    );
}

#[test]
fn what_is_said_of_each_is_whole() {
    nothing_found(
        &format!("Say it in {TABLE}:"),
        &half_said(&table().requirement),
    );
}

#[test]
#[allow(clippy::print_stderr, reason = "the number is there to be seen")]
fn every_test_and_page_that_is_named_is_there_and_what_is_open_is_counted() {
    let all = table().requirement;
    nothing_found(
        &format!("{TABLE} names what is not there:"),
        &dangling(&all, read),
    );
    let of = |status: &str| all.iter().filter(|it| it.status == status).count();
    let (tested, reasoned, open) = (of("test"), of("reason"), of("open"));
    eprintln!(
        "ASVS 5.0.0, levels 1 and 2: {tested} tested, {reasoned} do not concern us, {open} open"
    );
    for it in all.iter().filter(|it| it.status == "open") {
        eprintln!("  open {} ({}): {}", it.id, it.about, it.open);
    }
}

/// Where the standard itself lies at hand, the copied ids and levels are compared with it.
#[test]
#[allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "the developer names the folder"
)]
fn the_copied_levels_are_those_of_the_standard() {
    let Ok(folder) = std::env::var("REDRESS_SHARED_DATA") else {
        eprintln!("SKIPPED: REDRESS_SHARED_DATA is not set");
        return;
    };
    let path = std::path::Path::new(&folder).join("asvs/asvs-5.0.0.csv");
    let mut file = csv::Reader::from_path(path).unwrap();
    let rows = file.records().map(|row| row.unwrap());
    let level = |row: &csv::StringRecord| row[row.len() - 1].parse().unwrap();
    let theirs: BTreeMap<String, u8> = rows
        .map(|row| (row[4].to_owned(), level(&row)))
        .filter(|(_, level)| *level < 3)
        .collect();
    assert_eq!(levels(&read(LEVELS)), theirs);
}

fn one(id: &str, status: &str) -> Requirement {
    Requirement {
        id: id.to_owned(),
        level: 1,
        about: "Ferries do not sink.".to_owned(),
        status: status.to_owned(),
        ..Requirement::default()
    }
}

#[test]
fn a_requirement_left_out_or_written_twice_is_found() {
    let known = levels("# licence\nV1.1.1,1\nV1.1.2,2\nV1.1.3,1\n");
    let all = [
        one("V1.1.1", "open"),
        one("V1.1.1", "open"),
        one("V1.1.2", "open"),
        one("V9.9.9", "open"),
    ];
    found(
        &out_of_step(&known, &all),
        &["V1.1.1", "V1.1.2", "V1.1.3", "V9.9.9"],
    );
}

#[test]
fn a_status_without_its_reason_is_found() {
    let said = "There is no ship that could.".to_owned();
    let right = [
        Requirement {
            reason: said.clone(),
            ..one("V1.1.1", "reason")
        },
        Requirement {
            open: said.clone(),
            ..one("V1.1.2", "open")
        },
        Requirement {
            tests: vec!["a.rs::b".into()],
            ..one("V1.1.3", "test")
        },
    ];
    assert_eq!(half_said(&right), Vec::<String>::new());
    let wrong = [
        one("V2.1.1", "reason"),
        Requirement {
            reason: "n/a".into(),
            ..one("V2.1.2", "reason")
        },
        one("V2.1.3", "test"),
        Requirement {
            reason: said,
            ..one("V2.1.4", "open")
        },
        one("V2.1.5", "done"),
    ];
    found(
        &half_said(&wrong),
        &["V2.1.1", "V2.1.2", "V2.1.3", "V2.1.4", "V2.1.5"],
    );
}

#[test]
fn a_test_that_is_none_and_a_heading_that_went_are_found() {
    let text = |path: &str| {
        match path {
        "a.rs" => "#[tokio::test]\nasync fn ferries_float() {}\nfn helps() {}\n#[test]\n#[allow(dead_code)]\nfn quays_hold() {}".to_owned(),
        "a.spec.mjs" => "\ntest('a bell rings', minutes(1), async () => {});".to_owned(),
        "a.md" => "# Ferries\n## What floats\n".to_owned(),
        _ => String::new(),
    }
    };
    let named = |test: &str, page: &str| Requirement {
        tests: vec![test.to_owned()],
        page: page.to_owned(),
        ..one(test, "test")
    };
    let right = [
        named("a.rs::ferries_float", "a.md#what-floats"),
        named("a.rs::quays_hold", ""),
        named("a.spec.mjs::a bell rings", ""),
    ];
    assert_eq!(dangling(&right, text), Vec::<String>::new());
    let wrong = [
        named("a.rs::helps", ""),
        named("a.rs::gone", ""),
        named("b.rs::ferries_float", ""),
        named("a.spec.mjs::a bell", ""),
        named("a.rs::quays_hold", "a.md#what-sinks"),
    ];
    found(
        &dangling(&wrong, text),
        &["helps", "gone", "b.rs", "a bell", "what-sinks"],
    );
}
