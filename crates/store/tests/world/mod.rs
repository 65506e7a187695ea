//! A small world for the store's tests: Blue Ferry Co. with a handful of facts,
//! one projection and one listener, on SQLite always and on PostgreSQL when a
//! throw-away cluster is named in REDRESS_TEST_DATABASE_URL.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods
)]

use redress_kernel::{By, Draft, Entry, Id, Instant};
use redress_store::{Db, Error, Keys, Location, NewJob, Read, Tx, Wiring, sql};
use serde_json::json;

/// 2026-03-02 09:00 in Vilnius.
pub const MORNING: Instant = Instant::from_micros(1_772_434_800_000_000);

pub fn by(seconds: i64) -> By {
    By::system(MORNING.plus_seconds(seconds))
}

pub fn complaint(number: u8) -> Id {
    Id::new(MORNING.micros(), [number; 10])
}

pub fn received(number: u8, text: &str) -> Draft {
    Draft {
        kind: "received",
        version: 1,
        about: complaint(number),
        occurred_at: None,
        record: json!({ "channel": "web", "number": number }),
        personal: Some(json!({ "text": text, "name": "Rasa Ferry-Goer" })),
    }
}

pub fn noted(number: u8) -> Draft {
    Draft {
        kind: "noted",
        personal: None,
        record: json!({ "code": 4 }),
        ..received(number, "")
    }
}

/// Counts facts by complaint and keeps the text as long as it is there.
pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let facts = tx.entries(entry.about)?;
    let count = facts.len();
    let text = facts.iter().find_map(|fact| {
        let value: serde_json::Value = serde_json::from_str(fact.personal.present()?).ok()?;
        Some(value.get("text")?.as_str()?.to_owned())
    });
    let put = sql("INSERT INTO ferry (id, facts, text) VALUES ($1, $2, $3) \
         ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, text = excluded.text");
    tx.execute(&put.arg(entry.about).arg(count).arg(text))
        .map(|_| ())
}

/// Every receipt is acknowledged and causes a job.
pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.kind != "received" {
        return Ok(());
    }
    let draft = Draft {
        kind: "acknowledged",
        version: 1,
        about: entry.about,
        occurred_at: None,
        record: json!({}),
        personal: None,
    };
    tx.record(draft, &entry.by())?;
    tx.enqueue(NewJob {
        kind: "mail",
        key: format!("mail {}", entry.id),
        payload: entry.about.to_string(),
        run_at: entry.recorded_at,
        max_attempts: 3,
    })
}

pub fn wiring() -> Wiring {
    Wiring {
        project,
        listen,
        projections: vec![("ferry", "id")],
    }
}

pub struct World {
    pub db: Db,
    pub dir: tempfile::TempDir,
}

impl World {
    pub fn sqlite() -> World {
        let dir = tempfile::tempdir().unwrap();
        let keys = Keys::create(dir.path(), MORNING).unwrap();
        let db = Db::open(&Location::Sqlite(dir.path().to_owned()), keys, wiring()).unwrap();
        World { db, dir }.with_projection()
    }

    fn with_projection(self) -> World {
        let table = sql(
            "CREATE TABLE IF NOT EXISTS ferry (id TEXT PRIMARY KEY, facts BIGINT NOT NULL, text TEXT)",
        );
        self.db.write_now(move |tx| tx.execute(&table)).unwrap();
        self
    }

    pub fn record(&self, draft: Draft, seconds: i64) -> Entry {
        self.db
            .write_now(move |tx| tx.record(draft, &by(seconds)))
            .unwrap()
    }
}
