//! Installations of before there was a compartment: everything in them lay open.

use super::{canary, found_in};
use crate::world::*;
use redress_store::{
    Db, Error, Keys, Location, Read, Restore, export, keys::FILE_NAME, migrate::Migration,
    read_note, rebuild_check, restore_with,
};
use rusqlite::{Connection, params};
use serde_json::Value;
use std::path::Path;

const JOURNAL: &str = include_str!("../../../../migrations/0001_journal.sql");
const FERRY: &str =
    "CREATE TABLE ferry (\n  id TEXT PRIMARY KEY,\n  facts BIGINT NOT NULL,\n  text TEXT\n);";

static NOW: &[Migration] = &[
    Migration {
        version: 1,
        name: "0001_journal",
        text: JOURNAL,
    },
    Migration {
        version: 2,
        name: "0002_ferry",
        text: FERRY,
    },
    Migration {
        version: 175,
        name: "0175_compartment",
        text: include_str!("../../../../migrations/0175_compartment.sql"),
    },
];

fn schema(text: &str) -> String {
    text.replace("BIGINT", "INTEGER").replace("BYTES", "BLOB")
}

fn bytes(value: &Value) -> Option<Vec<u8>> {
    let text = value.as_str()?;
    let pairs = text.as_bytes().chunks(2);
    let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.map(byte).collect()
}

/// The same house as an earlier version kept it: the same leaves, everything open.
fn as_before(world: &World) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(world.dir.path().join(FILE_NAME), dir.path().join(FILE_NAME)).unwrap();
    let old = Connection::open(dir.path().join("redress.db")).unwrap();
    old.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO schema_version VALUES (1, '0001_journal'), (2, '0002_ferry'); BEGIN;").unwrap();
    old.execute_batch(&schema(JOURNAL)).unwrap();
    old.execute_batch(&schema(FERRY)).unwrap();
    let mut lines = Vec::new();
    world
        .db
        .read_now(|r| {
            export::lines(r, true, |line| -> Result<_, Error> {
                lines.push(line.clone());
                Ok(())
            })
        })
        .unwrap();
    lines.iter().for_each(|line| open_entry(&old, line));
    let new = Connection::open(world.dir.path().join("redress.db")).unwrap();
    for (from, to) in [
        (
            "SELECT place, hash FROM journal_node",
            "INSERT INTO journal_node VALUES (?1, ?2)",
        ),
        (
            "SELECT number, note, size FROM journal_checkpoint",
            "INSERT INTO journal_checkpoint (number, note, size) VALUES (?1, ?2, ?3)",
        ),
        (
            "SELECT id, facts, text FROM ferry",
            "INSERT INTO ferry VALUES (?1, ?2, ?3)",
        ),
    ] {
        let mut rows = new.prepare(from).unwrap();
        let width = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<rusqlite::types::Value> =
                (0..width).map(|n| row.get(n).unwrap()).collect();
            old.execute(to, rusqlite::params_from_iter(values)).unwrap();
        }
    }
    old.execute_batch("COMMIT").unwrap();
    dir
}

fn open_entry(old: &Connection, line: &Value) {
    let leaf = &line["leaf"];
    let text = |value: &Value| match value {
        Value::Null => None,
        value => Some(serde_json::to_string(value).unwrap()),
    };
    old.execute(
        "INSERT INTO journal_entry (seq, id, about, kind, version, actor, unit, recorded_at, occurred_at, record_commitment,
           record_salt, record, personal_commitment, personal_salt, personal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        params![
            leaf["seq"].as_i64(), leaf["id"].as_str(), leaf["about"].as_str(), leaf["kind"].as_str(),
            leaf["version"].as_i64(), leaf["actor"].as_str(), leaf["unit"].as_str(), leaf["recorded_at"].as_i64(),
            leaf["occurred_at"].as_i64(), bytes(&leaf["record"]), bytes(&line["record_salt"]), text(&line["record"]),
            bytes(&leaf["personal"]), bytes(&line["personal_salt"]), text(&line["personal"]),
        ],
    )
    .unwrap();
}

fn opened(dir: &Path) -> Result<Db, Error> {
    let at = Location::Sqlite(dir.to_owned());
    Db::open_with(&at, Keys::load(dir)?, wiring(), NOW)
}

const NAMES: [&str; 2] = ["Kanarėlė", "rasa@canary.example"];

fn lived_in(facts: i64) -> World {
    let world = World::sqlite();
    world
        .db
        .write_now(move |tx| {
            (0..facts).try_for_each(|n| tx.record(canary((n % 7) as u8), &by(n)).map(|_| ()))
        })
        .unwrap();
    world
}

#[test]
fn an_open_installation_is_closed_at_its_next_start_with_the_same_root() {
    let world = lived_in(20);
    let dir = as_before(&world);
    assert!(found_in(dir.path(), &NAMES) > 0, "the control: it lay open");
    let db = opened(dir.path()).unwrap();
    let head = |db: &Db| db.read_now(|r| r.head()).unwrap();
    assert_eq!(head(&db), head(&world.db));
    let keys = db.keys().verifiers();
    assert!(
        db.read_now(|r| redress_store::verify(r, &keys, &[]))
            .unwrap()
            .ok
    );
    assert_eq!(rebuild_check(&db).unwrap(), []);
    let read = db.read_now(|r| r.entry(0)).unwrap().unwrap();
    assert!(read.personal.present().unwrap().contains("Kanarėlė"));
    drop(db);
    assert_eq!(
        found_in(dir.path(), &NAMES),
        0,
        "also not in free pages, the log or the backup"
    );
}

#[test]
fn the_backup_before_the_change_is_closed_and_can_be_gone_back_to() {
    let world = lived_in(3);
    let dir = as_before(&world);
    drop(opened(dir.path()).unwrap());
    let files = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|file| file.unwrap().path());
    let saved: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|e| e == "redress-backup"))
        .collect();
    assert_eq!(read_note(&saved[0]).unwrap().entries, 6);
    let empty = tempfile::tempdir().unwrap();
    let restore = Restore {
        file: saved[0].clone(),
        dir: empty.path().to_owned(),
        to: Location::Sqlite(empty.path().to_owned()),
        keys: Some(dir.path().join(FILE_NAME)),
        second: None,
        new_keys: false,
        now: MORNING,
    };
    restore_with(&restore, NOW).unwrap();
    assert!(opened(empty.path()).is_ok());
}

/// The part that fails is taken back, the parts before it stay done: what a kill leaves.
#[test]
fn a_start_that_stops_in_the_middle_goes_on_at_the_next_one() {
    let world = lived_in(700); // and as many acknowledgements: 1,400 entries, two parts
    let dir = as_before(&world);
    let file = dir.path().join("redress.db");
    let stop = "CREATE TRIGGER stop BEFORE UPDATE ON journal_entry WHEN NEW.seq = 1398 BEGIN SELECT RAISE(ABORT, 'stop'); END";
    Connection::open(&file)
        .unwrap()
        .execute_batch(stop)
        .unwrap();
    assert!(opened(dir.path()).is_err());
    let count = |what: &str| -> i64 {
        let conn = Connection::open(&file).unwrap();
        conn.query_row(what, [], |row| row.get(0)).unwrap()
    };
    let open = count("SELECT COUNT(*) FROM journal_entry WHERE personal IS NOT NULL");
    assert!(open > 0, "it stopped before the end");
    Connection::open(&file)
        .unwrap()
        .execute_batch("DROP TRIGGER stop")
        .unwrap();
    let db = opened(dir.path()).unwrap();
    assert_eq!(
        count("SELECT COUNT(*) FROM journal_entry WHERE personal IS NOT NULL"),
        0
    );
    assert_eq!(count("SELECT COUNT(*) FROM secret_work"), 0);
    let head = |db: &Db| db.read_now(|r| r.head()).unwrap();
    assert_eq!(head(&db), head(&world.db));
    drop(db);
    assert_eq!(found_in(dir.path(), &NAMES), 0);
}

#[test]
fn a_key_file_of_before_is_given_its_first_epoch_and_stays_the_same_otherwise() {
    let dir = tempfile::tempdir().unwrap();
    let keys = Keys::create(dir.path(), MORNING).unwrap();
    let path = dir.path().join(FILE_NAME);
    let text = std::fs::read_to_string(&path).unwrap();
    let first = text.split("[[epoch]]").next().unwrap();
    let before: String = first
        .lines()
        .filter(|line| !line.starts_with("format"))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&path, before).unwrap();
    let again = Keys::load(dir.path()).unwrap();
    assert_eq!((again.id(), again.code_key()), (keys.id(), keys.code_key()));
    assert_eq!(again.epochs().len(), 1);
    let once_more = Keys::load(dir.path()).unwrap();
    assert!(
        again.epochs() == once_more.epochs(),
        "it is kept, not made again"
    );
}
