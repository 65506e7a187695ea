//! A disk that is really full: the installation lies on a file system of a few
//! megabytes. Intake says that it takes nothing now, reading goes on, nothing
//! that was acknowledged is lost, and with room again everything goes on by itself.
#![cfg(target_os = "linux")]
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

use server::{Server, blue_ferry, folder, free_port, told};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
};

/// A file system of its own, gone with this value. Root mounts it; nobody else can.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mounted(name: &str, size: &str) -> Option<SmallDisk> {
        let place = folder(name);
        let options = format!("size={size}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "redress-test"])
            .arg(&place)
            .status();
        mounted.ok()?.success().then_some(SmallDisk(place))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_full_disk_refuses_new_complaints_and_loses_none() {
    let Some(disk) = SmallDisk::mounted("full", "14m") else {
        assert!(
            std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no") || !is_root(),
            "root cannot mount a file system"
        );
        eprintln!("SKIPPED, loudly: mounting a small disk needs root");
        return;
    };
    let data = disk.0.join("data");
    let token = blue_ferry(&data);
    let ballast = disk.0.join("ballast");
    std::fs::write(&ballast, vec![1; 5 << 20]).unwrap();
    let server = Server::start(&data, free_port());
    let acknowledged = until_full(server.addr, &token);
    assert!(acknowledged.len() > 20, "{} fitted", acknowledged.len());

    intake_says_so(server.addr, &token);
    reading_goes_on(server.addr, &token, &acknowledged);

    std::fs::remove_file(&ballast).unwrap();
    let after = create(server.addr, &token, 1_000_000).reference();
    let first = acknowledged.first().unwrap();
    assert_eq!(get(server.addr, &token, first).status, 200);
    assert_eq!(get(server.addr, &token, &after).status, 200);
    assert_eq!(status(server.addr, "/readyz"), 200);
    drop(server);
    proven(&data, acknowledged.len() + 1);
}

/// Creates until the disk takes no more; the references that were answered with 201.
fn until_full(addr: SocketAddr, token: &str) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for number in 0..5000 {
        let answer = create(addr, token, number);
        match answer.0.status {
            201 => acknowledged.push(answer.reference()),
            503 => return acknowledged,
            other => panic!("{other} {}", answer.0.body),
        }
    }
    panic!("the disk never filled");
}

/// In the API as a problem document, on the form as a page; and whoever watches sees it.
fn intake_says_so(addr: SocketAddr, token: &str) {
    let refused = create(addr, token, 2_000_000).0;
    assert_eq!(refused.status, 503, "{}", refused.body);
    assert_eq!(
        refused.header("content-type"),
        Some("application/problem+json")
    );
    let page = http::send(
        addr,
        "POST",
        "/complain",
        &[("content-type", "application/x-www-form-urlencoded")],
        format!("description={}", "w".repeat(18_000)).as_bytes(),
    )
    .expect("an answer");
    assert!(
        [503, 303, 422, 404, 405].contains(&page.status),
        "{}",
        page.status
    );
    assert!(status(addr, "/healthz") == 200, "it is alive");
}

fn reading_goes_on(addr: SocketAddr, token: &str, acknowledged: &[String]) {
    for reference in acknowledged
        .iter()
        .rev()
        .take(5)
        .chain(acknowledged.first())
    {
        assert_eq!(get(addr, token, reference).status, 200, "{reference}");
    }
    for page in ["/", "/complain", "/follow", "/how", "/sign-in"] {
        assert_eq!(status(addr, page), 200, "{page}");
    }
}

/// Everything acknowledged is there, once, and the journal proves itself.
fn proven(data: &Path, complaints: usize) {
    let verified = told(data, &["--json", "verify"], "");
    assert_eq!(verified["ok"], true, "{verified}");
    let rebuilt = told(data, &["--json", "rebuild", "--check"], "");
    assert_eq!(rebuilt["ok"], true, "{rebuilt}");
    let conn = rusqlite::Connection::open(data.join("redress.db")).unwrap();
    let there: i64 = conn
        .query_row("SELECT COUNT(*) FROM complaint", [], |row| row.get(0))
        .unwrap();
    assert_eq!(there as usize, complaints);
}

struct Answered(http::Answer);

impl Answered {
    fn reference(&self) -> String {
        assert_eq!(self.0.status, 201, "{}", self.0.body);
        self.0.json()["reference"].as_str().unwrap().to_owned()
    }
}

fn create(addr: SocketAddr, token: &str, number: u32) -> Answered {
    let body = serde_json::json!({
        "channel": "phone",
        "description": format!("The ferry left early ({number}). {}", "It was cold. ".repeat(900)),
        "external_id": format!("full-{number}"),
    });
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let sent = body.to_string();
    Answered(
        http::send(
            addr,
            "POST",
            "/api/v1/complaints",
            &headers,
            sent.as_bytes(),
        )
        .expect("an answer, even when it is a refusal"),
    )
}

fn get(addr: SocketAddr, token: &str, reference: &str) -> http::Answer {
    let path = format!("/api/v1/complaints/{reference}");
    let bearer = format!("Bearer {token}");
    http::send(addr, "GET", &path, &[("authorization", &bearer)], b"").expect("an answer")
}

fn status(addr: SocketAddr, path: &str) -> u16 {
    http::send(addr, "GET", path, &[], b"")
        .expect("an answer")
        .status
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.starts_with(b"0\n"))
}
