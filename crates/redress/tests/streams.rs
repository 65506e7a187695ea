//! Two hundred open pages that nothing happens on do not keep a server from stopping.
//! What they cost is measured where nothing else runs: `cargo xtask bench`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test speaks to a server that really runs"
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
    time::Duration,
};

const PAGES: usize = 200;
/// How long the test waits before it calls something stuck; no measure of speed.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn two_hundred_idle_pages_end_with_the_server() {
    let data = folder("streams");
    let token = blue_ferry(&data);
    let server = Server::start(&data, free_port());
    let pages: Vec<TcpStream> = (0..PAGES).map(|_| listening(server.addr, &token)).collect();

    let pid = server.pid().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .unwrap()
            .success()
    );
    for mut page in pages {
        let mut rest = Vec::new();
        page.read_to_end(&mut rest).expect("the stream ends");
    }
}

/// A page's stream, read up to its first event.
fn listening(to: SocketAddr, token: &str) -> TcpStream {
    let mut stream = TcpStream::connect(to).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
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
