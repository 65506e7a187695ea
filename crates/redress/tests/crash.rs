//! kill -9 under load, again and again: what was acknowledged is there, what was
//! retried with its key is there once. The ledger lies in this process, outside
//! the system, and counts an acknowledgement only when the whole answer is here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    dead_code
)]

#[path = "support/http.rs"]
mod http;
#[path = "support/server.rs"]
mod server;

use redress::{clock::MachineClock, house::wiring};
use redress_complaint::{house::organisation, inbox::recount::begin};
use redress_kernel::{By, instant::Clock};
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Db, Error, Keys, Location};
use server::{Server, blue_ferry, folder, free_port, told};
use std::{
    collections::HashMap,
    net::SocketAddr,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const CLIENTS: u64 = 16;

/// Key -> reference, for every complaint whose acknowledgement arrived.
type Ledger = Arc<Mutex<HashMap<String, String>>>;

/// 20 rounds in CI; `REDRESS_KILL_ROUNDS=200` for the long one.
fn rounds() -> u64 {
    std::env::var("REDRESS_KILL_ROUNDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(20)
}

#[test]
fn nothing_acknowledged_is_lost_or_doubled_by_kill_nine() {
    let data = folder("kill");
    let token = blue_ferry(&data);
    let addr = free_port();
    let (ledger, unsure): (Ledger, Arc<Mutex<Vec<String>>>) = Default::default();
    let keys = Arc::new(AtomicU64::new(0));
    for round in 0..rounds() {
        let server = Server::start(&data, addr);
        let stop = Arc::new(AtomicBool::new(false));
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| client(addr, &token, &ledger, &unsure, &keys, &stop))
            .collect();
        // Between 50 and 800 ms, other in every round, the same in every run.
        thread::sleep(Duration::from_millis(50 + (round * 397) % 750));
        server.kill();
        stop.store(true, Ordering::SeqCst);
        clients
            .into_iter()
            .for_each(|client| client.join().unwrap());
    }
    let server = Server::start(&data, addr);
    let retried = retry(addr, &token, &ledger, &unsure);
    let ledger = ledger.lock().unwrap();
    assert!(
        ledger.len() > 100,
        "only {} acknowledged: the load was no load",
        ledger.len()
    );
    every_one_is_there_once(addr, &token, &ledger);
    drop(server);
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    assert_eq!(
        told(&data, &["--json", "rebuild", "--check"], "")["ok"],
        true
    );
    println!(
        "kill -9: {} rounds, {} acknowledged, {retried} retried: 0 lost, 0 doubled",
        rounds(),
        ledger.len()
    );
    std::fs::remove_dir_all(&data).unwrap();
}

fn client(
    addr: SocketAddr,
    token: &str,
    ledger: &Ledger,
    unsure: &Arc<Mutex<Vec<String>>>,
    keys: &Arc<AtomicU64>,
    stop: &Arc<AtomicBool>,
) -> thread::JoinHandle<()> {
    let (token, ledger, unsure) = (token.to_owned(), ledger.clone(), unsure.clone());
    let (keys, stop) = (keys.clone(), stop.clone());
    thread::spawn(move || {
        while !stop.load(Ordering::SeqCst) {
            let key = format!("key-{}", keys.fetch_add(1, Ordering::SeqCst));
            match create(addr, &token, &key) {
                Some(reference) => drop(ledger.lock().unwrap().insert(key, reference)),
                None => unsure.lock().unwrap().push(key),
            }
        }
    })
}

/// Some only for a whole 201 or 200.
fn create(addr: SocketAddr, token: &str, key: &str) -> Option<String> {
    let body = serde_json::json!({ "channel": "phone", "description": format!("The ferry left early ({key})."), "external_id": key });
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("idempotency-key", key),
        ("content-type", "application/json"),
    ];
    let answer = http::send(
        addr,
        "POST",
        "/api/v1/complaints",
        &headers,
        body.to_string().as_bytes(),
    )?;
    if !matches!(answer.status, 200 | 201) {
        return None;
    }
    Some(answer.json()["reference"].as_str()?.to_owned())
}

/// What was never answered is sent again with its key, as a client would.
fn retry(
    addr: SocketAddr,
    token: &str,
    ledger: &Ledger,
    unsure: &Arc<Mutex<Vec<String>>>,
) -> usize {
    let unsure = std::mem::take(&mut *unsure.lock().unwrap());
    for key in &unsure {
        let reference = create(addr, token, key).expect("a retry is answered");
        ledger.lock().unwrap().insert(key.clone(), reference);
    }
    unsure.len()
}

/// Walks every page of the list: each reference of the ledger stands there, and
/// there is no other complaint.
fn every_one_is_there_once(addr: SocketAddr, token: &str, ledger: &HashMap<String, String>) {
    let bearer = format!("Bearer {token}");
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/v1/complaints?limit=200&sort=received&cursor={cursor}");
        let page = http::send(addr, "GET", &path, &[("authorization", &bearer)], b"")
            .expect("a page")
            .json();
        seen.extend(
            page["items"]
                .as_array()
                .expect("items")
                .iter()
                .map(|item| item["reference"].as_str().unwrap().to_owned()),
        );
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), seen.len(), "a complaint is listed twice");
    let lost: Vec<_> = ledger
        .values()
        .filter(|reference| once.binary_search(reference).is_err())
        .collect();
    assert!(
        lost.is_empty(),
        "{} acknowledged complaints are lost: {lost:?}",
        lost.len()
    );
    assert_eq!(
        once.len(),
        ledger.len(),
        "complaints without an acknowledged key"
    );
}

/// The harness can fail: a ledger with an entry that the server never had is noticed.
#[test]
fn a_lost_complaint_would_be_noticed() {
    let data = folder("kill-control");
    let token = blue_ferry(&data);
    let server = Server::start(&data, free_port());
    let reference = create(server.addr, &token, "real").unwrap();
    let mut ledger = HashMap::from([("real".to_owned(), reference)]);
    every_one_is_there_once(server.addr, &token, &ledger);
    ledger.insert("never sent".to_owned(), "RD-26-0000-000".to_owned());
    let noticed =
        std::panic::catch_unwind(|| every_one_is_there_once(server.addr, &token, &ledger));
    assert!(noticed.is_err());
    drop(server);
    remove(&data);
}

fn remove(data: &Path) {
    let _ = std::fs::remove_dir_all(data);
}

/// More than follow in one part, so that a recount can be killed between two.
const OPEN: usize = 1_300;

#[test]
fn a_recount_that_was_killed_goes_on_behind_its_last_part() {
    let data = folder("recount");
    blue_ferry(&data);
    decided(&data);
    let addr = free_port();
    let server = Server::start(&data, addr);
    let whole = OPEN as i64;
    let begun = Instant::now();
    while left(addr) == whole {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never begins");
        thread::sleep(Duration::from_millis(2));
    }
    server.kill();
    let check = ["--json", "rebuild", "--check"];
    assert_eq!(told(&data, &check, "")["ok"], true, "in the middle");
    let server = Server::start(&data, addr);
    let behind = left(addr);
    assert!(behind < whole, "{behind}: it began again");
    while left(addr) > 0 {
        assert!(begun.elapsed() < Duration::from_secs(240), "it never ends");
        thread::sleep(Duration::from_millis(20));
    }
    drop(server);
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    assert_eq!(told(&data, &check, "")["ok"], true, "at the end");
    std::fs::remove_dir_all(&data).unwrap();
}

/// Open complaints, and the fact that counts their dates anew.
fn decided(data: &Path) {
    let now = MachineClock.now();
    let keys = Keys::load_or_create(data, now).unwrap();
    let db = Db::open(&Location::Sqlite(data.to_owned()), keys, wiring()).unwrap();
    db.write_now(move |tx| -> Result<(), Error> {
        let by = By::system(now);
        for _ in 0..OPEN {
            let arrival = Arrival {
                channel: "phone".into(),
                description: "It left early.".into(),
                ..Arrival::default()
            };
            assert!(receive(tx, arrival, &by).is_ok());
        }
        let mut counting = organisation(tx)?.counting();
        counting.targets.assessment = 9;
        begin(tx, counting, &by)
    })
    .unwrap();
}

/// How many rows have not followed yet.
fn left(addr: SocketAddr) -> i64 {
    let metrics = http::send(addr, "GET", "/metrics", &[], b"").expect("metrics");
    let mut lines = metrics.body.lines();
    let left = lines.find_map(|line| line.strip_prefix("redress_recount_left "));
    left.expect("a figure").parse().unwrap()
}
