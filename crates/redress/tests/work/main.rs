//! Working through many complaints at Blue Ferry Co.: selections, cases put aside,
//! texts, views, groups and pictures, on SQLite always and on PostgreSQL when a
//! throw-away cluster is named in REDRESS_TEST_DATABASE_URL.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod aside;
mod bulk;
mod group;
#[path = "../desk/office.rs"]
mod office;
mod picture;
mod related;
mod texts;
mod views;
mod why;

use office::Ferry;
use redress_store::Location;
use std::sync::atomic::{AtomicU32, Ordering};

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// One house on each engine that there is.
pub async fn ferries() -> Vec<Ferry> {
    let mut ferries = vec![Ferry::open().await];
    match std::env::var("REDRESS_TEST_DATABASE_URL") {
        Ok(cluster) => {
            let number = DATABASES.fetch_add(1, Ordering::SeqCst);
            let name = format!("work_{}_{number}", std::process::id());
            let url = std::thread::spawn(move || database(&cluster, &name));
            let at = Location::Postgres(url.join().unwrap());
            ferries.push(Ferry::open_at(at, tempfile::tempdir().unwrap()).await);
        }
        Err(_) => eprintln!("SKIPPED on PostgreSQL: REDRESS_TEST_DATABASE_URL is not set"),
    }
    ferries
}

fn database(cluster: &str, name: &str) -> String {
    let mut client = postgres::Client::connect(cluster, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let (server, _) = cluster.rsplit_once('/').expect("a database's name");
    format!("{server}/{name}")
}

/// What stands between two texts.
#[track_caller]
pub fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before:?} in {text}"))
        .1;
    rest.split_once(after).expect("its end").0.to_owned()
}
