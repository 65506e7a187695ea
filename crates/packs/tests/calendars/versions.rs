//! `calendars/versions.csv`: every version that was ever published, with its digest. A
//! complaint is pinned to one, so a version never gets other days.

use super::{draws_anew, folder, text};
use redress_packs::calendars::{self, Known};

const HEAD: &str = "calendar,version,digest";

#[test]
fn a_version_never_gets_other_days() {
    let path = folder().join("versions.csv");
    let stored = text(&path);
    let missing = missing(&stored, calendars::all());
    let Err(fault) = &missing else {
        return;
    };
    if draws_anew() && fault.is_new {
        let more: String = fault.rows.iter().map(|row| format!("{row}\n")).collect();
        std::fs::write(&path, format!("{stored}{more}")).expect("the file can be written");
        return;
    }
    panic!("{}\n{}", fault.told, fault.rows.join("\n"));
}

#[test]
fn a_day_changed_under_an_old_version_is_noticed() {
    let stored = text(&folder().join("versions.csv"));
    let mut known: Vec<Known> = calendars::all().to_vec();
    known[0].digest = "0".repeat(64);
    let fault = missing(&stored, &known).expect_err("noticed");
    assert!(!fault.is_new && fault.rows.len() == 1);
    known[0].national.version = "2999-01-01".into();
    let fault = missing(&stored, &known).expect_err("a version without a row");
    assert!(fault.is_new);
}

#[test]
fn every_version_that_was_delivered_is_still_there() {
    let stored = text(&folder().join("versions.csv"));
    assert_eq!(lost(&stored, &here()), Vec::<String>::new());
}

#[test]
fn a_version_that_went_is_noticed_and_one_whose_days_changed() {
    let stored = text(&folder().join("versions.csv"));
    let gone = format!("{stored}KR,2020-01-01,{}\n", "0".repeat(64));
    assert_eq!(lost(&gone, &here()).len(), 1);
    let mut changed = here();
    changed[0].digest = "0".repeat(64);
    assert_eq!(lost(&stored, &changed).len(), 1);
}

/// `former/` holds what is listed, under the names of calendar and version.
#[test]
fn former_versions_lie_under_their_names() {
    let listed: Vec<&str> = calendars::FORMER.iter().map(|(file, _)| *file).collect();
    let names = calendars::former()
        .iter()
        .map(|known| format!("{}@{}.json", known.national.id, known.national.version));
    assert_eq!(listed, names.collect::<Vec<_>>());
    let there = std::fs::read_dir(folder().join("former")).map(|all| all.count());
    assert_eq!(
        there.unwrap_or(0),
        listed.len(),
        "list them in calendars/mod.rs"
    );
}

fn here() -> Vec<Known> {
    calendars::all()
        .iter()
        .chain(calendars::former())
        .cloned()
        .collect()
}

/// Rows of versions that no list of this release has with that digest.
fn lost(stored: &str, here: &[Known]) -> Vec<String> {
    let rows = stored.lines().skip(1);
    rows.filter(|it| !here.iter().any(|known| row(known) == **it))
        .map(str::to_owned)
        .collect()
}

#[derive(Debug)]
struct Missing {
    is_new: bool,
    told: &'static str,
    rows: Vec<String>,
}

/// Rows that the file lacks: of new versions, or of old ones that were changed.
fn missing(stored: &str, known: &[Known]) -> Result<(), Missing> {
    assert_eq!(stored.lines().next(), Some(HEAD));
    let rows: Vec<String> = known
        .iter()
        .map(row)
        .filter(|row| !stored.lines().any(|it| it == row))
        .collect();
    let is_old = |row: &&String| {
        let (version, _) = row.rsplit_once(',').expect("three columns");
        stored
            .lines()
            .any(|it| it.starts_with(&format!("{version},")))
    };
    let changed: Vec<String> = rows.iter().filter(is_old).cloned().collect();
    match (rows.is_empty(), changed.is_empty()) {
        (true, _) => Ok(()),
        (_, false) => Err(Missing {
            is_new: false,
            told: "days changed under a version that is in use: change it in heads.toml, then draw anew",
            rows: changed,
        }),
        (_, true) => Err(Missing {
            is_new: true,
            told: "a version without a row: UPDATE_GOLDEN=1 cargo test -p redress-packs --test calendars",
            rows,
        }),
    }
}

fn row(known: &Known) -> String {
    let national = &known.national;
    format!("{},{},{}", national.id, national.version, known.digest)
}
