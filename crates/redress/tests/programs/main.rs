//! What programs do at Blue Ferry Co. besides cases: people, units, lists, settings,
//! texts, webhooks, the records of the management system; on SQLite always and on
//! PostgreSQL when a throw-away cluster is named in REDRESS_TEST_DATABASE_URL.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "../support/engines.rs"]
mod engines;
mod lists;
#[path = "../desk/office.rs"]
mod office;
mod people;
mod permits;
mod settings;
#[path = "../support/smtp_sink.rs"]
mod smtp_sink;
mod system;
mod texts;
mod units;
mod webhooks;

use axum::http::StatusCode;
use engines::ferries;
use office::{Answer, Ferry};
use serde_json::Value;

pub fn body(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.bytes).unwrap_or_else(|_| panic!("no JSON: {}", answer.text()))
}

/// A call that was carried out.
#[track_caller]
pub fn done(answer: &Answer, status: u16) -> Value {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
    match answer.bytes.is_empty() {
        true => Value::Null,
        false => body(answer),
    }
}

/// A call that was refused: the member beside which the sentence stands, and its code.
#[track_caller]
pub fn refused(answer: &Answer) -> (String, String) {
    let text = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = body(answer);
    let first = &problem["errors"][0];
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match first.is_null() {
        true => (String::new(), said(&problem["code"])),
        false => (said(&first["field"]), said(&first["code"])),
    }
}

pub async fn get(ferry: &Ferry, who: &str, path: &str) -> Value {
    done(&ferry.get(who, path).await, 200)
}

pub async fn send(ferry: &Ferry, who: &str, call: (&str, &str), json: Value) -> Answer {
    ferry.ask(who, call, json, &[]).await
}

/// The items of the answer, by this member.
pub fn each(list: &Value, member: &str) -> Vec<String> {
    let items = list["items"].as_array().unwrap().iter();
    items
        .map(|item| item[member].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// How many facts there are.
pub async fn facts(ferry: &Ferry) -> i64 {
    use redress_store::{Error, Read, Reader};
    let read = |reader: &mut Reader| -> Result<i64, Error> { reader.size() };
    ferry.house.db.read(read).await.unwrap()
}
