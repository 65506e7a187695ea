//! A client that keeps its connection, as browsers and programs do.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
};

pub struct Connection {
    stream: BufReader<TcpStream>,
    pub head: String,
}

impl Connection {
    pub fn open(addr: SocketAddr) -> Connection {
        let stream = TcpStream::connect(addr).expect("the server listens");
        stream.set_nodelay(true).unwrap();
        Connection {
            stream: BufReader::new(stream),
            head: String::new(),
        }
    }

    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Option<Vec<u8>> {
        let (status, body) = self.asked(method, path, headers, body)?;
        assert!(
            status < 400,
            "{} {}",
            self.head,
            String::from_utf8_lossy(&body)
        );
        Some(body)
    }

    /// The same where a refusal is an answer, too.
    fn asked(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Option<(u16, Vec<u8>)> {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n",
            body.len()
        );
        headers
            .iter()
            .for_each(|(name, value)| request.push_str(&format!("{name}: {value}\r\n")));
        request.push_str("\r\n");
        let mut bytes = request.into_bytes();
        bytes.extend_from_slice(body);
        self.stream.get_mut().write_all(&bytes).ok()?;
        self.answer()
    }

    fn answer(&mut self) -> Option<(u16, Vec<u8>)> {
        self.head.clear();
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).ok().filter(|n| *n > 0)?;
            if let Some(n) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = n.trim().parse().ok()?;
            }
            if line == "\r\n" {
                break;
            }
            self.head.push_str(&line);
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).ok()?;
        let status: u16 = self.head.split(' ').nth(1)?.parse().ok()?;
        Some((status, body))
    }
}

/// The session cookie of the handler.
pub fn sign_in(addr: SocketAddr) -> String {
    sign_in_as(addr, crate::world::EMAIL)
}

pub fn sign_in_as(addr: SocketAddr, email: &str) -> String {
    let mut connection = Connection::open(addr);
    let body = format!("email={email}&password={}", crate::world::PASSWORD);
    let form = [("content-type", "application/x-www-form-urlencoded")];
    // Several at once as one person are held back for a second each.
    while let (429, _) = connection
        .asked("POST", "/sign-in", &form, body.as_bytes())
        .expect("an answer")
    {
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    let line = connection
        .head
        .lines()
        .find(|line| line.to_ascii_lowercase().starts_with("set-cookie:"))
        .expect("a cookie");
    line.split_once(':')
        .unwrap()
        .1
        .trim()
        .split(';')
        .next()
        .unwrap()
        .to_owned()
}

/// Bytes on the wire for the first step of the form with its stylesheet, compressed.
pub fn first_load(addr: SocketAddr) -> usize {
    let mut connection = Connection::open(addr);
    let gzip = [("accept-encoding", "gzip"), ("accept-language", "fa")];
    let plain = connection
        .send("GET", "/complain", &[("accept-language", "fa")], b"")
        .expect("a page");
    let text = String::from_utf8_lossy(&plain).into_owned();
    let css = text
        .split('"')
        .find(|part| part.starts_with("/assets/redress"))
        .expect("a stylesheet")
        .to_owned();
    let page = connection
        .send("GET", "/complain", &gzip, b"")
        .expect("a page")
        .len()
        + connection.head.len();
    page + connection
        .send("GET", &css, &gzip, b"")
        .expect("the stylesheet")
        .len()
        + connection.head.len()
}

/// All the desk's scripts on the wire, compressed.
pub fn scripts(addr: SocketAddr, cookie: &str) -> usize {
    let mut connection = Connection::open(addr);
    let page = connection
        .send("GET", "/desk", &[("cookie", cookie)], b"")
        .expect("the desk");
    let page = String::from_utf8_lossy(&page).into_owned();
    let scripts = page.split('"').filter(|part| part.ends_with(".js"));
    let mut paths: Vec<&str> = scripts
        .filter(|path| path.starts_with("/assets/"))
        .collect();
    paths.sort_unstable();
    paths.dedup();
    paths
        .into_iter()
        .map(|path| {
            let gzip = [("accept-encoding", "gzip")];
            connection
                .send("GET", path, &gzip, b"")
                .expect("a script")
                .len()
        })
        .sum()
}
