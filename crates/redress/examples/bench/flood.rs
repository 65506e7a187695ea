//! `cargo xtask bench flood [SECONDS]`: a hundred complaints a second from twenty
//! networks, a genuine one each second from others, and a colleague who opens the inbox
//! meanwhile. Nothing may be refused (the client stops at any such answer), nothing lost,
//! and everything that waits stands in its list.

use crate::{
    client::{Connection, sign_in},
    process::{Server, binary},
    world,
};
use serde_json::{Map, Value, json};
use std::{
    net::SocketAddr,
    path::Path,
    thread,
    time::{Duration, Instant},
};

const NETWORKS: usize = 20;
/// Each network pours so many a second; the server may answer it more slowly.
const EACH: u32 = 5;
const FORM: &str = "application/x-www-form-urlencoded";

pub fn measure(folder: &Path, seconds: u64, report: &mut Map<String, Value>) {
    world::fill(folder, 2_000);
    let before = counted(folder, "SELECT COUNT(*) FROM complaint");
    let proxy = ["--trusted-proxy", "127.0.0.1"];
    let server = Server::start_with(&binary(), folder, &proxy);
    let (addr, until) = (server.addr, Instant::now() + Duration::from_secs(seconds));
    let flood: Vec<_> = (0..NETWORKS)
        .map(|n| thread::spawn(move || pours(addr, n, until)))
        .collect();
    let genuine = thread::spawn(move || complains(addr, until));
    let staff = thread::spawn(move || opens_the_inbox(addr, until));
    let mut poured = 0;
    for one in flood {
        poured += one.join().expect("no complaint of the flood is refused");
    }
    let waited = genuine.join().expect("no genuine complaint is refused");
    let inbox = staff.join().expect("the inbox opens");
    let listed = counted(folder, "SELECT COUNT(*) FROM complaint") - before;
    let held = counted(folder, "SELECT COUNT(*) FROM unconfirmed");
    let sent = poured + waited.len() as i64;
    assert_eq!(
        listed + held,
        sent,
        "each that was sent is in one of the two lists"
    );
    report.insert("flood_sent".into(), json!(sent));
    report.insert("flood_per_s".into(), json!(poured / seconds.cast_signed()));
    report.insert("flood_held".into(), json!(held));
    report.insert("flood_lost".into(), json!(sent - listed - held));
    report.insert("flood_genuine".into(), json!(waited.len()));
    report.insert("flood_genuine_p99_ms".into(), json!(percentile(waited, 99)));
    report.insert("flood_inbox_p95_ms".into(), json!(percentile(inbox, 95)));
}

fn counted(folder: &Path, query: &str) -> i64 {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let db = rusqlite::Connection::open_with_flags(folder.join("redress.db"), flags).unwrap();
    db.query_row(query, [], |row| row.get(0)).unwrap()
}

fn pours(addr: SocketAddr, network: usize, until: Instant) -> i64 {
    let (mut n, pause) = (0, Duration::from_secs(1) / EACH);
    while Instant::now() < until {
        let began = Instant::now();
        sends(addr, &format!("198.51.{network}.{}", n % 250 + 1));
        n += 1;
        thread::sleep(pause.saturating_sub(began.elapsed()));
    }
    n
}

/// One a second, each from a network of its own; how long each took.
fn complains(addr: SocketAddr, until: Instant) -> Vec<f64> {
    let mut took = Vec::new();
    while Instant::now() < until {
        let (began, n) = (Instant::now(), took.len());
        sends(addr, &format!("203.{}.{}.9", n / 250, n % 250));
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        thread::sleep(Duration::from_secs(1).saturating_sub(began.elapsed()));
    }
    took
}

/// The four steps of the form.
fn sends(addr: SocketAddr, from: &str) {
    let mut connection = Connection::open(addr);
    let headers = [
        ("x-forwarded-for", from),
        ("content-type", FORM),
        ("sec-fetch-site", "same-origin"),
    ];
    let page = connection.send("GET", "/complain", &headers[..1], b"");
    let page = String::from_utf8_lossy(&page.expect("the form")).into_owned();
    let first = page.split("action=\"/complain/").nth(1).expect("a form");
    let draft = first.split('/').next().expect("its address").to_owned();
    for (step, body) in [
        ("1", "story=The+ferry+left+early.&still-happening=no"),
        ("3", "stay-anonymous=1"),
        ("4", ""),
    ] {
        let path = format!("/complain/{draft}/{step}");
        let sent = connection.send("POST", &path, &headers, body.as_bytes());
        sent.expect("an answer");
    }
    let done = connection.head.contains(&format!("/complain/{draft}/done"));
    assert!(done, "it was received: {}", connection.head);
}

fn opens_the_inbox(addr: SocketAddr, until: Instant) -> Vec<f64> {
    let cookie = sign_in(addr);
    let mut connection = Connection::open(addr);
    let mut took = Vec::new();
    while Instant::now() < until {
        let began = Instant::now();
        let page = connection.send("GET", "/desk", &[("cookie", &cookie)], b"");
        page.expect("the inbox");
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        thread::sleep(Duration::from_millis(200));
    }
    took
}

fn percentile(mut all: Vec<f64>, at: usize) -> f64 {
    all.sort_by(f64::total_cmp);
    let place = (all.len() * at).div_ceil(100).saturating_sub(1);
    all.get(place).map_or(0.0, |ms| (ms * 10.0).round() / 10.0)
}
