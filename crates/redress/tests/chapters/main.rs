//! The rooms of clauses 5, 6 and 8 at Blue Ferry Co., as their pages are used, on
//! SQLite always and on PostgreSQL when a throw-away cluster is named in
//! REDRESS_TEST_DATABASE_URL.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod corrective_action;
mod objective;
#[path = "../desk/office.rs"]
mod office;
mod policy;
mod system;

use axum::http::StatusCode;
use office::{Answer, Ferry};
use redress_store::Location;
use std::sync::atomic::{AtomicU32, Ordering};

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// One house on each engine that there is.
pub async fn ferries() -> Vec<Ferry> {
    let mut ferries = vec![Ferry::open().await];
    match std::env::var("REDRESS_TEST_DATABASE_URL") {
        Ok(cluster) => {
            let number = DATABASES.fetch_add(1, Ordering::SeqCst);
            let name = format!("chapters_{}_{number}", std::process::id());
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

/// A form that was carried out; where it led.
#[track_caller]
pub fn done(answer: Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location
}

/// A form that was refused says why.
#[track_caller]
pub fn refused(answer: Answer, why: &str) {
    let text = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    assert!(text.contains(why), "no {why:?} in {text}");
}

pub async fn page(ferry: &Ferry, who: &str, path: &str) -> String {
    let answer = ferry.get(who, path).await;
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "{path} for {who}: {}",
        answer.text()
    );
    answer.text()
}
