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
use redress_store::{
    Db, Error, Keys, Location, NewJob, Read, Sql, Tx, Verified, Wiring, migrate::Migration, sql,
    verify,
};
use serde_json::json;
use std::sync::atomic::{AtomicU32, Ordering};

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
        close: |_| Ok(0),
        projections: vec![("ferry", "id")],
    }
}

/// The journal's own migration and one table of this world.
pub static MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "0001_journal",
        text: concat!(
            include_str!("../../../../migrations/0001_journal.sql"),
            include_str!("../../../../migrations/0175_compartment.sql")
        ),
    },
    Migration {
        version: 2,
        name: "0002_ferry",
        text: "CREATE TABLE ferry (\n  id TEXT PRIMARY KEY,\n  facts BIGINT NOT NULL,\n  text TEXT\n);",
    },
];

pub struct World {
    pub db: Db,
    pub dir: tempfile::TempDir,
    pub postgres: Option<String>,
}

/// SQLite always; PostgreSQL when there is a throw-away cluster to use.
pub fn worlds() -> Vec<World> {
    let mut worlds = vec![World::sqlite()];
    match std::env::var("REDRESS_TEST_DATABASE_URL") {
        Ok(cluster) => worlds.push(World::postgres(&cluster)),
        Err(_) => {
            eprintln!("\n*** SKIPPED on PostgreSQL: REDRESS_TEST_DATABASE_URL is not set ***\n")
        }
    }
    worlds
}

static DATABASES: AtomicU32 = AtomicU32::new(0);

impl World {
    pub fn sqlite() -> World {
        let dir = tempfile::tempdir().unwrap();
        let at = Location::Sqlite(dir.path().to_owned());
        World::at(dir, at, None)
    }

    fn postgres(cluster: &str) -> World {
        let number = DATABASES.fetch_add(1, Ordering::SeqCst);
        let name = format!("redress_test_{}_{number}", std::process::id());
        on_cluster(cluster, &format!("CREATE DATABASE {name}"));
        let (server, _) = cluster
            .rsplit_once('/')
            .expect("a URL that ends in a database");
        let dir = tempfile::tempdir().unwrap();
        World::at(
            dir,
            Location::Postgres(format!("{server}/{name}")),
            Some(cluster.to_owned()),
        )
    }

    fn at(dir: tempfile::TempDir, at: Location, postgres: Option<String>) -> World {
        let keys = Keys::create(dir.path(), MORNING).unwrap();
        let db = Db::open_with(&at, keys, wiring(), MIGRATIONS).unwrap();
        World { db, dir, postgres }
    }

    /// As a role of its own that owns one database and has no right besides.
    pub fn as_narrow_role(&self) -> Option<(Db, impl Fn(&str) + use<>)> {
        let cluster = self.postgres.clone()?;
        let number = DATABASES.fetch_add(1, Ordering::SeqCst);
        let name = format!("narrow_{}_{number}", std::process::id());
        on_cluster(
            &cluster,
            &format!("CREATE ROLE {name} LOGIN PASSWORD 'narrow'"),
        );
        on_cluster(&cluster, &format!("CREATE DATABASE {name} OWNER {name}"));
        let (_, rest) = cluster.split_once('@').expect("a user in the address");
        let (server, _) = rest.rsplit_once('/').expect("a database's name");
        let at = Location::Postgres(format!("postgres://{name}:narrow@{server}/{name}"));
        let keys = Keys::fresh(MORNING).unwrap();
        let db = Db::open_with(&at, keys, wiring(), MIGRATIONS).unwrap();
        let alter = move |words: &str| on_cluster(&cluster, &words.replace("ROLE", &name));
        Some((db, alter))
    }

    pub fn is_sqlite(&self) -> bool {
        self.postgres.is_none()
    }

    pub fn record(&self, draft: Draft, seconds: i64) -> Entry {
        self.db
            .write_now(move |tx| tx.record(draft, &by(seconds)))
            .unwrap()
    }

    pub fn verify(&self, against: &[String]) -> Verified {
        let keys = self.db.keys().verifiers();
        self.db
            .read_now(|reader| verify(reader, &keys, against))
            .unwrap()
    }

    /// Another database for the same world, empty.
    pub fn elsewhere(&self) -> (tempfile::TempDir, Location) {
        let dir = tempfile::tempdir().unwrap();
        let at = match &self.postgres {
            None => Location::Sqlite(dir.path().to_owned()),
            Some(cluster) => {
                let number = DATABASES.fetch_add(1, Ordering::SeqCst);
                let name = format!("redress_test_{}_{number}", std::process::id());
                on_cluster(cluster, &format!("CREATE DATABASE {name}"));
                Location::Postgres(format!("{}/{name}", cluster.rsplit_once('/').unwrap().0))
            }
        };
        (dir, at)
    }
}

fn on_cluster(cluster: &str, statement: &str) {
    let mut client =
        postgres::Client::connect(cluster, postgres::NoTls).expect("the test cluster answers");
    client.batch_execute(statement).unwrap();
}

/// Text put together in a test: statements of the house are always literals.
pub fn made(text: String) -> Sql {
    sql(Box::leak(text.into_boxed_str()))
}
