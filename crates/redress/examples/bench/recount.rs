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

/// Twice: every date moves, which no office ever decides; and one day off ahead, which
/// is what offices decide.
pub fn measure(server: &Server, report: &mut Map<String, Value>) {
    let admin = client::sign_in_as(server.addr, world::ADMIN);
    let whole = toggled(&closed_now(server, &admin), &closed_days());
    watched(server, &admin, &whole, "", report);
    let one = toggled(&whole, &one_day());
    watched(server, &admin, &one, "one_day_", report);
}

fn watched(server: &Server, admin: &str, days: &str, named: &str, report: &mut Map<String, Value>) {
    let reader = client::sign_in(server.addr);
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
    let mut asked = Connection::open(server.addr);
    let (began, worked) = (Instant::now(), server.cpu_ms());
    decide(server, admin, days);
    let decided = began.elapsed();
    let open = left(&mut asked);
    let mut meanwhile = Vec::new();
    while left(&mut asked) > 0 && began.elapsed() < WAIT_MAX {
        meanwhile.extend((0..10).map(|_| looked()));
    }
    let seconds = began.elapsed().as_secs_f64();
    let (idle, meanwhile) = (p95(&mut idle), p95(&mut meanwhile));
    let million = seconds * 1_000_000.0 / open.max(1) as f64;
    for (name, figure) in [
        ("recount_s", seconds),
        ("recount_per_million_s", million),
        ("recount_decided_s", decided.as_secs_f64()),
        ("recount_cpu_s", (server.cpu_ms() - worked) / 1000.0),
        ("inbox_p95_idle_ms", idle),
        ("inbox_p95_during_recount_ms", meanwhile),
        ("inbox_p95_during_to_idle", meanwhile / idle),
    ] {
        report.insert(format!("{named}{name}"), json!(round(figure)));
    }
}

fn decide(server: &Server, admin: &str, days: &str) {
    let mut connection = Connection::open(server.addr);
    let headers = [
        ("cookie", admin),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
    ];
    let days = days.replace(' ', "+").replace('\n', "%0A");
    let body = format!("weekend=sat&weekend=sun&closed-days={days}&apply=open");
    connection
        .send("POST", "/admin/calendar", &headers, body.as_bytes())
        .expect("it is saved");
}

/// The days off that are decided now, as far as they are ours.
fn closed_now(server: &Server, admin: &str) -> String {
    let mut connection = Connection::open(server.addr);
    let page = connection
        .send("GET", "/admin/calendar", &[("cookie", admin)], b"")
        .expect("the calendar");
    let page = String::from_utf8_lossy(&page).into_owned();
    let known = [closed_days(), one_day()];
    let kept: Vec<String> = known.into_iter().filter(|it| page.contains(it)).collect();
    kept.join("\n")
}

/// With this line, or without it where it is there: either way dates move.
fn toggled(days: &str, line: &str) -> String {
    let others: Vec<&str> = days.lines().filter(|it| *it != line).collect();
    let there = others.len() < days.lines().count();
    let added = (!there).then_some(line);
    others
        .into_iter()
        .chain(added)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The sixty days before yesterday, as one line of the form.
fn closed_days() -> String {
    format!("{} - {} Storm", day(-60), day(-1))
}

/// A day of work ahead, to whose other side the newer answers move.
fn one_day() -> String {
    let worked = |it: &jiff::civil::Date| it.weekday().to_monday_one_offset() < 6;
    let ahead = (3..).map(day).find(worked).expect("a working day");
    format!("{ahead} Snow")
}

fn day(ahead: i64) -> jiff::civil::Date {
    let at = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * ahead);
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
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
