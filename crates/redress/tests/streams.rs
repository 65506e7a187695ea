//! Two hundred open pages that nothing happens on: what they cost, and that they do
//! not keep a server from stopping. The share of a core depends on what else runs: it
//! is told here and measured by `cargo xtask bench`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test measures the time that really passes"
)]

#[path = "support/http.rs"]
#[allow(dead_code)]
mod http;
#[path = "support/server.rs"]
#[allow(dead_code)]
mod server;

use server::{Server, blue_ferry, folder, free_port};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    process::Command,
    time::{Duration, Instant},
};

const PAGES: usize = 200;
const MEMORY_MAX_KB: u64 = 20 * 1024;
const WATCHED: Duration = Duration::from_secs(12);

#[test]
fn two_hundred_idle_pages_cost_little_and_end_with_the_server() {
    let data = folder("streams");
    let token = blue_ferry(&data);
    let server = Server::start(&data, free_port());
    // What the first request brings with it is not a page's cost.
    let _warm: Vec<TcpStream> = (0..4).map(|_| listening(server.addr, &token)).collect();
    let before = resident_kb(server.pid());
    let pages: Vec<TcpStream> = (0..PAGES).map(|_| listening(server.addr, &token)).collect();
    let (began, worked) = (Instant::now(), worked_ms(server.pid()));
    std::thread::sleep(WATCHED);
    let worked = worked_ms(server.pid()) - worked;
    let cpu = worked as f64 / began.elapsed().as_millis() as f64 * 100.0;
    let memory = resident_kb(server.pid()).saturating_sub(before);
    println!("{PAGES} idle pages: {memory} kB, {cpu:.2} % of a core over {WATCHED:?}");
    assert!(memory <= MEMORY_MAX_KB, "{memory} kB");

    let pid = server.pid().to_string();
    let stopping = Instant::now();
    assert!(
        Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .unwrap()
            .success()
    );
    for mut page in pages {
        let mut rest = Vec::new();
        page.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        page.read_to_end(&mut rest).expect("the stream ends");
    }
    assert!(
        stopping.elapsed() < Duration::from_secs(5),
        "{:?}",
        stopping.elapsed()
    );
}

/// A page's stream, read up to its first event.
fn listening(to: SocketAddr, token: &str) -> TcpStream {
    let mut stream = TcpStream::connect(to).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let request = format!(
        "GET /desk/live HTTP/1.1\r\nhost: {to}\r\nauthorization: Bearer {token}\r\naccept: text/event-stream\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut seen = Vec::new();
    let mut some = [0; 512];
    while !String::from_utf8_lossy(&seen).contains("event: live") {
        let n = stream.read(&mut some).expect("a stream");
        assert!(n > 0, "{}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&some[..n]);
    }
    stream
}

fn resident_kb(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// User and system time of the process, in milliseconds (a tick is 10 ms).
fn worked_ms(pid: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let after_name = stat.rsplit(')').next().unwrap();
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let ticks = |at: usize| fields[at].parse::<u64>().unwrap();
    (ticks(11) + ticks(12)) * 10
}
