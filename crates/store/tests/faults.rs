//! Faults: a full disk is told and waited out, a disk that fails is not trusted
//! again; what was acknowledged before is there in either case.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod world;

use redress_kernel::Id;
use redress_store::{Db, Error, Keys, Location, Read, sql};
use std::io::{Seek, SeekFrom, Write};
use world::*;

/// The engine refuses to grow beyond this, exactly as on a full disk.
fn pages_at_most(db: &Db, pages: u32) {
    let limit = made(format!("PRAGMA max_page_count = {pages}"));
    db.write_now(move |tx| tx.one(&limit, |_| Ok(()))).unwrap();
}

#[test]
fn a_full_disk_is_told_to_all_of_the_batch_reading_goes_on_and_writing_resumes() {
    let world = World::sqlite();
    world.record(received(1, "acknowledged"), 0);
    pages_at_most(&world.db, 60);
    let mut answers = Vec::new();
    for number in 0..40u8 {
        answers.push(world.db.write_now(move |tx| {
            tx.put_blob(Id::new(1, [number; 10]), &[7; 20_000])?;
            tx.record(noted(1), &by(1))
        }));
    }
    let kept = answers.iter().filter(|answer| answer.is_ok()).count() as i64;
    assert!(answers.contains(&Err(Error::Full)));
    assert!(
        answers
            .iter()
            .all(|answer| matches!(answer, Ok(_) | Err(Error::Full)))
    );
    assert_eq!(world.db.read_now(|r| r.head()).unwrap().size, 2 + kept);
    assert!(
        !*world.db.failed().borrow(),
        "a full disk is no broken disk"
    );
    pages_at_most(&world.db, 100_000);
    world.record(noted(1), 2);
    assert!(world.verify(&[]).ok);
}

#[test]
fn after_the_disk_failed_nothing_is_acknowledged_any_more() {
    let world = World::sqlite();
    for number in 1..=9 {
        world.record(received(number, "acknowledged"), 0);
    }
    assert!(!*world.db.failed().borrow());
    let path = world.dir.path().join("redress.db");
    let beside = rusqlite::Connection::open(&path).unwrap();
    beside
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(4096)).unwrap();
    file.write_all(&[0x55; 4096 * 30]).unwrap();
    let failed = world.db.write_now(|tx| tx.record(noted(1), &by(1)));
    assert!(matches!(failed, Err(Error::Storage(_))), "{failed:?}");
    assert!(*world.db.failed().borrow());
    let after = world.db.write_now(|tx| tx.record(noted(1), &by(1)));
    assert_eq!(after.err(), Some(Error::Stopped));
}

#[test]
fn whoever_shared_a_commit_with_what_did_not_fit_is_told_the_truth() {
    let world = World::sqlite();
    pages_at_most(&world.db, 60);
    let (go, waiting) = std::sync::mpsc::channel::<()>();
    let small = world.db.clone();
    let small = std::thread::spawn(move || {
        small.write_now(move |tx| {
            let entry = tx.record(noted(1), &by(1));
            // Held open so that the large one waits for the same commit.
            let _ = waiting.recv_timeout(std::time::Duration::from_millis(200));
            entry
        })
    });
    let id = Id::new(1, [1; 10]);
    let large = world
        .db
        .write_now(move |tx| tx.put_blob(id, &[7; 4096 * 80]));
    drop(go);
    assert_eq!(large, Err(Error::Full));
    // SQLite may give the whole transaction up when the disk is full.
    let small = small.join().unwrap();
    assert!(matches!(small, Ok(_) | Err(Error::Full)), "{small:?}");
    let kept = world.db.read_now(|r| r.head()).unwrap().size;
    assert_eq!(kept, i64::from(small.is_ok()));
    assert_eq!(world.db.read_now(move |r| r.blob(id)).unwrap(), None);
    assert!(world.verify(&[]).ok);
}

#[test]
fn a_database_that_cannot_be_made_durable_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("redress.db"), [0x55; 8192]).unwrap();
    let opened = Db::open(
        &Location::Sqlite(dir.path().into()),
        Keys::fresh(MORNING).unwrap(),
        redress_store::Wiring::none(),
    );
    assert!(matches!(opened.err(), Some(Error::Storage(_))));
}

#[test]
fn durability_is_as_compiled_in_on_every_connection() {
    let world = World::sqlite();
    for (pragma, wanted) in [
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
    ] {
        let ask = made(format!("PRAGMA {pragma}"));
        let (read, write) = (ask.clone(), ask);
        assert_eq!(
            world
                .db
                .read_now(move |r| r.one(&read, |row| row.int(0)))
                .unwrap(),
            Some(wanted),
            "{pragma}"
        );
        assert_eq!(
            world
                .db
                .write_now(move |tx| tx.one(&write, |row| row.int(0)))
                .unwrap(),
            Some(wanted),
            "{pragma}"
        );
    }
    let mode = world
        .db
        .read_now(|r| r.one(&sql("PRAGMA journal_mode"), |row| row.text(0)))
        .unwrap();
    assert_eq!(mode.as_deref(), Some("wal"));
}

#[test]
fn erased_text_lies_in_no_file_of_the_database() {
    let world = World::sqlite();
    let canary = "Zuikis-Kiškis-4711";
    world.record(received(1, canary), 0);
    world.record(received(2, "another"), 1);
    world
        .db
        .write_now(|tx| tx.erase(complaint(1), &[0], "request", &by(2)))
        .unwrap();
    // The log beside the database is emptied at the latest when it is closed.
    let dir = world.dir;
    drop(world.db);
    for file in std::fs::read_dir(dir.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(
            !bytes
                .windows(canary.len())
                .any(|window| window == canary.as_bytes())
        );
    }
}
