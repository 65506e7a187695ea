//! What two hundred open pages cost while nothing happens: memory, and the share of a
//! core over ten seconds.

use crate::process::Server;
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::{Duration, Instant},
};

const PAGES: usize = 200;
const WATCHED: Duration = Duration::from_secs(10);

pub struct Cost {
    pub mib: f64,
    pub core_percent: f64,
}

pub fn cost(server: &Server, cookie: &str) -> Cost {
    let memory = server.rss_anon_mib();
    let open: Vec<_> = (0..PAGES).map(|_| stream(server.addr, cookie)).collect();
    let (began, worked) = (Instant::now(), server.cpu_ms());
    thread::sleep(WATCHED);
    let percent = (server.cpu_ms() - worked) / began.elapsed().as_secs_f64() / 10.0;
    let mib = server.rss_anon_mib() - memory;
    drop(open);
    Cost {
        mib,
        core_percent: percent,
    }
}

/// One page's stream, read up to its first event.
fn stream(to: SocketAddr, cookie: &str) -> TcpStream {
    let mut stream = TcpStream::connect(to).unwrap();
    let request = format!(
        "GET /desk/live HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\naccept: text/event-stream\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut first = [0; 512];
    let n = stream.read(&mut first).expect("the stream begins");
    assert!(first[..n].starts_with(b"HTTP/1.1 200"));
    stream
}
