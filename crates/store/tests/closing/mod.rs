//! What lies closed: who can read it, who cannot, and what is left when it is forgotten.

mod before;
mod copies;

use crate::world::*;
use redress_kernel::{Draft, Instant};
use redress_store::{Db, Error, Keys, Read, rebuild_check, sql};
use serde_json::json;
use std::path::Path;

const DAY: i64 = 86_400;

pub fn days(days: i64) -> Instant {
    MORNING.plus_seconds(days * DAY)
}

/// Somebody who must not be found in any file.
pub fn canary(number: u8) -> Draft {
    Draft {
        personal: Some(json!({ "name": "Rasa Kanarėlė", "email": "rasa@canary.example" })),
        ..received(number, "")
    }
}

const CANARIES: [&str; 2] = ["Kanarėlė", "rasa@canary.example"];

/// How often one of them stands in some file of this folder.
pub fn found_in(folder: &Path, words: &[&str]) -> usize {
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|file| std::fs::read(file.unwrap().path()).unwrap_or_default());
    files
        .map(|bytes| {
            let hits = |word: &str| {
                let windows = bytes.windows(word.len());
                windows.filter(|window| *window == word.as_bytes()).count()
            };
            words.iter().map(|word| hits(word)).sum::<usize>()
        })
        .sum()
}

#[test]
fn no_name_lies_open_in_the_files_of_a_house_and_every_name_is_read_as_before() {
    let world = World::sqlite();
    let entry = world.record(canary(1), 0);
    world.record(received(2, "the boat left at dawn"), 1);
    let again = world.db.read_now(|r| r.entry(entry.seq)).unwrap().unwrap();
    assert!(again.personal.present().unwrap().contains("Kanarėlė"));
    assert_eq!(found_in(world.dir.path(), &CANARIES), 0);
    // The control: what the small world's projection keeps in the open is found.
    assert!(found_in(world.dir.path(), &["the boat left at dawn"]) > 0);
}

/// What is said of what somebody did to the tables behind our back.
fn after(world: &World, act: &'static str) -> (Result<(), Error>, Option<i64>) {
    world.db.write_now(move |tx| tx.execute(&sql(act))).unwrap();
    let read = world.db.read_now(|r| r.entries_from(0, 100)).map(|_| ());
    (read, world.verify(&[]).first_bad.map(|bad| bad.seq))
}

#[test]
fn exchanged_closed_parts_and_exchanged_keys_are_refused_and_named() {
    for act in [
        "UPDATE journal_entry SET sealed = (SELECT o.sealed FROM journal_entry o WHERE o.seq = 2) WHERE seq = 0",
        "UPDATE secret_key SET wrapped = (SELECT o.wrapped FROM secret_key o WHERE o.about <> secret_key.about)",
        "DELETE FROM secret_key",
    ] {
        for world in worlds() {
            world.record(canary(1), 0);
            world.record(canary(2), 1);
            let (read, bad) = after(&world, act);
            assert!(matches!(read, Err(Error::Keys(_))), "{act}: {read:?}");
            assert_eq!(bad, Some(0), "{act}");
        }
    }
}

#[test]
fn what_a_thief_of_the_database_puts_in_the_open_is_found_too() {
    let world = World::sqlite();
    world.record(canary(1), 0);
    let (_, bad) = after(
        &world,
        "UPDATE journal_entry SET personal = '{}' WHERE seq = 0",
    );
    assert_eq!(bad, Some(0));
}

fn key_rows(world: &World) -> i64 {
    let count = sql("SELECT COUNT(*) FROM secret_key");
    let found = world.db.read_now(move |r| r.one(&count, |row| row.int(0)));
    found.unwrap().unwrap_or_default()
}

#[test]
fn erasing_the_last_part_forgets_the_key_and_nothing_before_it_does() {
    for world in worlds() {
        world.record(canary(1), 0);
        world.record(canary(1), 1);
        assert_eq!(key_rows(&world), 1);
        let refused = world.db.write_now(|tx| tx.forget(complaint(1)));
        assert!(matches!(refused, Err(Error::Wrong(_))), "{refused:?}");
        let erase = |seq: i64| {
            move |tx: &mut redress_store::Tx| tx.erase(complaint(1), &[seq], "request", &by(9))
        };
        world.db.write_now(erase(0)).unwrap();
        assert_eq!(key_rows(&world), 1, "the second part is still there");
        world.db.write_now(erase(2)).unwrap();
        assert_eq!(key_rows(&world), 0);
        assert!(world.verify(&[]).ok);
        assert_eq!(rebuild_check(&world.db).unwrap(), []);
        // What is written about it later has a key of its own.
        let later = world.record(canary(1), 20);
        let read = world.db.read_now(move |r| r.entry(later.seq)).unwrap();
        assert!(read.unwrap().personal.present().is_some());
    }
}

#[test]
fn a_key_that_was_made_in_a_write_that_failed_never_was() {
    for world in worlds() {
        let failed = world.db.write_now(|tx| {
            tx.record(canary(1), &by(0))?;
            Err::<(), _>(Error::Wrong("changed my mind".into()))
        });
        assert!(failed.is_err());
        assert_eq!(key_rows(&world), 0);
        let entry = world.record(canary(1), 1);
        let fresh = Db::open_with(
            world.db.location(),
            Keys::load(world.dir.path()).unwrap(),
            wiring(),
            MIGRATIONS,
        );
        let read = fresh
            .unwrap()
            .read_now(move |r| r.entry(entry.seq))
            .unwrap();
        assert!(read.unwrap().personal.present().unwrap().contains("Rasa"));
    }
}

#[test]
fn the_key_file_of_another_house_opens_nothing_and_the_refusal_says_so() {
    let world = World::sqlite();
    world.record(canary(1), 0);
    let (at, other) = (world.db.location().clone(), tempfile::tempdir().unwrap());
    let keys = Keys::create(other.path(), MORNING).unwrap();
    let Err(Error::Keys(why)) = Db::open_with(&at, keys, wiring(), MIGRATIONS) else {
        panic!("refused")
    };
    assert!(why.contains("did not sign this journal"), "{why}");
    let ours = Keys::load(world.dir.path()).unwrap();
    assert!(Db::open_with(&at, ours, wiring(), MIGRATIONS).is_ok());
}
