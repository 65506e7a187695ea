//! One house on each engine that there is: SQLite always, PostgreSQL when a throw-away
//! cluster is named in REDRESS_TEST_DATABASE_URL.

use crate::office::Ferry;
use redress_store::Location;
use std::sync::atomic::{AtomicU32, Ordering};

static DATABASES: AtomicU32 = AtomicU32::new(0);

pub async fn ferries() -> Vec<Ferry> {
    let mut ferries = vec![Ferry::open().await];
    match std::env::var("REDRESS_TEST_DATABASE_URL") {
        Ok(cluster) => {
            let number = DATABASES.fetch_add(1, Ordering::SeqCst);
            let tests = env!("CARGO_CRATE_NAME");
            let name = format!("{tests}_{}_{number}", std::process::id());
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
