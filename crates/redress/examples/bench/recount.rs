//! A change of the calendar over every open complaint: how long until the last row
//! has followed, and what the inbox feels of it meanwhile.

use crate::{
    client::{self, Connection},
    process::Server,
    round, world,
};
use serde_json::{Map, Value, json};
use std::{
    thread,
    time::{Duration, Instant},
};

const IDLE_LOOKS: usize = 300;
/// Between one look at the inbox and the next: a person reads.
const PAUSE: Duration = Duration::from_millis(20);
/// A recount that takes longer is measured no further.
const WAIT_MAX: Duration = Duration::from_secs(1800);

pub fn measure(server: &Server, report: &mut Map<String, Value>) {
    let (reader, admin) = (
        client::sign_in(server.addr),
        client::sign_in_as(server.addr, world::ADMIN),
    );
    let mut inbox = Connection::open(server.addr);
    let mut looked = || {
        let began = Instant::now();
        let cookie = [("cookie", reader.as_str())];
        inbox
            .send("GET", "/desk?queue=mine", &cookie, b"")
            .expect("the inbox");
        let took = began.elapsed();
        thread::sleep(PAUSE);
        took
    };
    let mut idle: Vec<Duration> = (0..IDLE_LOOKS).map(|_| looked()).collect();
    let (began, worked) = (Instant::now(), server.cpu_ms());
    decide(server, &admin);
    let decided = began.elapsed();
    let mut meanwhile = Vec::new();
    let mut asked = Connection::open(server.addr);
    while left(&mut asked) > 0 && began.elapsed() < WAIT_MAX {
        meanwhile.extend((0..10).map(|_| looked()));
    }
    let seconds = began.elapsed().as_secs_f64();
    let (idle, meanwhile) = (p95(&mut idle), p95(&mut meanwhile));
    report.insert("recount_s".into(), json!(round(seconds)));
    report.insert(
        "recount_decided_s".into(),
        json!(round(decided.as_secs_f64())),
    );
    report.insert(
        "recount_cpu_s".into(),
        json!(round((server.cpu_ms() - worked) / 1000.0)),
    );
    report.insert("inbox_p95_idle_ms".into(), json!(round(idle)));
    report.insert(
        "inbox_p95_during_recount_ms".into(),
        json!(round(meanwhile)),
    );
    report.insert(
        "inbox_p95_during_to_idle".into(),
        json!(round(meanwhile / idle)),
    );
}

/// Closes the office for all the weeks in which these complaints came in, or opens
/// it again: either way every date that was counted then moves.
fn decide(server: &Server, admin: &str) {
    let mut connection = Connection::open(server.addr);
    let headers = [
        ("cookie", admin),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
    ];
    let page = connection
        .send("GET", "/admin/calendar", &headers[..1], b"")
        .expect("the calendar");
    let days = closed_days();
    let closed = String::from_utf8_lossy(&page).contains(&days);
    let days = if closed { String::new() } else { days };
    let body = format!(
        "weekend=sat&weekend=sun&closed-days={}&apply=open",
        days.replace(' ', "+")
    );
    connection
        .send("POST", "/admin/calendar", &headers, body.as_bytes())
        .expect("it is saved");
}

/// The sixty days before yesterday, as one line of the form.
fn closed_days() -> String {
    let day = |ago: i64| {
        let at = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24 * ago);
        at.to_zoned(jiff::tz::TimeZone::UTC).date()
    };
    format!("{} - {} Storm", day(60), day(1))
}

/// How many rows have not followed yet.
fn left(connection: &mut Connection) -> i64 {
    let text = connection
        .send("GET", "/metrics", &[], b"")
        .expect("metrics");
    let text = String::from_utf8_lossy(&text).into_owned();
    text.lines()
        .find_map(|line| line.strip_prefix("redress_recount_left "))
        .and_then(|n| n.parse().ok())
        .expect("a figure")
}

/// In milliseconds.
fn p95(all: &mut [Duration]) -> f64 {
    all.sort();
    let at = (all.len() * 95 / 100).min(all.len().saturating_sub(1));
    all.get(at).map_or(0.0, |took| took.as_secs_f64() * 1000.0)
}
