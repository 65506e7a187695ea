//! Erasing at random: whatever personal parts go, the journal proves itself, the
//! projections follow from it, and no figure changes. Real cases, made by the
//! demo's verbs, in a real database.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods
)]

use proptest::prelude::*;
use redress::{clock::DemoClock, demo, house::wiring, serve::open_house};
use redress_complaint::{
    House,
    facts::Erased,
    inbox::{Queue, counts},
};
use redress_kernel::{Actor, By, Draft, Erasable, Id, Instant, Role};
use redress_store::{Db, Error, Keys, Location, Read, rebuild_check, sql, verify};
use std::{path::PathBuf, sync::Arc};

fn now() -> Instant {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("redress-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn northfield(name: &str) -> (House, PathBuf) {
    let folder = folder(name);
    let keys = Keys::create(&folder, now()).unwrap();
    let db = Db::open(&Location::Sqlite(folder.clone()), keys, wiring()).unwrap();
    let clock = Arc::new(DemoClock::new(Some(now()), 1));
    let house = open_house(db, clock, redress_office::who_is, "http://localhost");
    demo::fill(&house, now(), demo::PASSWORD).unwrap();
    (house, folder)
}

fn manager() -> Actor {
    Actor {
        id: Id::SYSTEM,
        name: String::new(),
        email: String::new(),
        role: Role::Manager,
        unit: None,
        scope: None,
    }
}

/// Everything that is counted: queues, stages, channels, categories, dates; no text.
fn figures(house: &House) -> (Vec<i64>, Vec<String>) {
    house
        .db
        .read_now(|reader| -> Result<_, Error> {
            let queues = counts(reader, &manager(), now(), now().plus_seconds(40_000))?;
            let rows = reader.rows(
                &sql("SELECT reference, stage, is_open, channel, language, category, priority, safety, waiting, received_at, due_at, due_step, closed_at
                      FROM complaint ORDER BY reference LIMIT 1000"),
                |row| {
                    let texts: Vec<String> = [0, 1, 3, 4, 6].into_iter().map(|at| row.text(at)).collect::<Result<_, _>>()?;
                    Ok(format!(
                        "{texts:?} {} {:?} {} {:?} {} {} {:?} {:?}",
                        row.int(2)?, row.opt_text(5)?, row.int(7)?, row.opt_text(8)?, row.int(9)?, row.int(10)?, row.opt_text(11)?, row.opt_int(12)?
                    ))
                },
            )?;
            Ok((Queue::ALL.map(|queue| queues.of(queue)).to_vec(), rows))
        })
        .unwrap()
}

/// Journal entries with a personal part, by the complaint that they are about.
fn erasable(house: &House) -> Vec<(Id, i64)> {
    house
        .db
        .read_now(|reader| -> Result<_, Error> {
            let entries = reader.entries_from(0, 100_000)?;
            Ok(entries
                .into_iter()
                .filter(|entry| matches!(entry.personal, Erasable::Present(_)))
                .filter(|entry| redress_complaint::Happened::KINDS.contains(&entry.kind.as_str()))
                .map(|entry| (entry.about, entry.seq))
                .collect())
        })
        .unwrap()
}

fn erase(house: &House, about: Id, seq: i64) {
    let fact = Erased {
        entries: vec![seq],
        basis: "request".to_owned(),
    };
    house
        .db
        .write_now(move |tx| -> Result<(), Error> {
            tx.record(Draft::of(about, &fact), &By::system(now()))
                .map(|_| ())
        })
        .unwrap();
}

fn intact(house: &House) {
    let verifiers = house.db.keys().verifiers();
    let verified = house
        .db
        .read_now(move |reader| -> Result<_, Error> { verify(reader, &verifiers, &[]) })
        .unwrap();
    assert!(verified.ok, "{:?}", verified.first_bad);
    let differences = rebuild_check(&house.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn erasing_at_random_changes_no_figure_and_breaks_no_proof(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..12), run in any::<u32>()) {
        let (house, folder) = northfield(&format!("erase-{run}"));
        let before = figures(&house);
        let mut left = erasable(&house);
        for pick in picks {
            if left.is_empty() { break; }
            let (about, seq) = left.remove(pick.index(left.len()));
            erase(&house, about, seq);
        }
        prop_assert_eq!(figures(&house), before);
        intact(&house);
        drop(house);
        std::fs::remove_dir_all(folder).unwrap();
    }
}

/// After everything is erased, no word of the complainants is left in the database file.
#[test]
fn erasing_everything_leaves_no_canary_in_the_files() {
    let (house, folder) = northfield("erase-all");
    let before = figures(&house);
    for (about, seq) in erasable(&house) {
        erase(&house, about, seq);
    }
    assert_eq!(figures(&house), before);
    intact(&house);
    house
        .db
        .write_now(|tx| -> Result<(), Error> {
            tx.execute(&sql("DELETE FROM job WHERE state = 'done'"))
                .map(|_| ())
        })
        .unwrap();
    drop(house);
    let mut found = Vec::new();
    for file in std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let bytes = std::fs::read(&file).unwrap();
        for canary in ["Rasa Jankauskien", "m.karimi@example.org", "WO-48213"] {
            if bytes
                .windows(canary.len())
                .any(|window| window == canary.as_bytes())
            {
                found.push(format!("{canary} in {}", file.display()));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
    std::fs::remove_dir_all(folder).unwrap();
}

/// The test can fail: a row that no fact explains is a difference.
#[test]
fn a_row_that_no_fact_explains_is_noticed() {
    let (house, folder) = northfield("erase-control");
    house
        .db
        .write_now(|tx| -> Result<(), Error> {
            tx.execute(&sql(
                "UPDATE complaint SET subject = 'changed by hand' WHERE channel = 'chat'",
            ))
            .map(|_| ())
        })
        .unwrap();
    assert!(!rebuild_check(&house.db).unwrap().is_empty());
    drop(house);
    std::fs::remove_dir_all(folder).unwrap();
}

/// What a complaint is was decided once; a story that decides the same again would
/// show two lines that say the same.
#[test]
fn no_complaint_of_the_demo_decides_twice_what_it_is() {
    let (house, folder) = northfield("demo-scopes");
    let told: Vec<(Id, String)> = house
        .db
        .read_now(|reader| -> Result<_, Error> {
            let all = reader.entries_from(0, 10_000)?;
            let scopes = all
                .into_iter()
                .filter(|entry| entry.kind == "scope-decided");
            Ok(scopes.map(|entry| (entry.about, entry.record)).collect())
        })
        .unwrap();
    assert!(told.len() > 5, "the demo decides what its complaints are");
    let mut once = told.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), told.len());
    std::fs::remove_dir_all(folder).unwrap();
}
