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

mod bulk_export;
mod corrective_action;
mod data_protection;
#[path = "../support/engines.rs"]
mod engines;
mod objective;
#[path = "../desk/office.rs"]
mod office;
mod policy;
mod significance;
#[path = "../support/smtp_sink.rs"]
mod smtp_sink;
mod system;

use axum::http::StatusCode;
use engines::ferries;
use office::{Answer, Ferry};

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
