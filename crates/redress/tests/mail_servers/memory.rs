//! The largest messages that anybody can send us go through the whole intake, and the
//! server stays small: what it ever had at most is read from the kernel (VmHWM), which,
//! unlike time, is the same on a busy machine. Three messages in CI; with
//! REDRESS_LARGE_MAILS=all every kind by every way.

use crate::{
    dovecot::Dovecot,
    http,
    large::{MEGABYTE, bomb, head, lines, with_file},
    server::{Server, free_port, token_of},
    speaking::hand_over,
    world::Office,
};
use serde_json::json;

/// In MiB, from before the first message, without the program itself, which the kernel maps
/// from its file: the message (30), its file unpacked (22, or 30 where it is a message that
/// travelled plain), the cache of the database (16), and what first requests warm up. It was
/// 86 with a bomb and a file and 103 with everything; before files went to the database in
/// place, 218.
const GROWS: u64 = 115;

/// Fifteen texts of two megabytes.
fn talkative(number: u32, megabytes: usize) -> Vec<u8> {
    let mut bytes = head(number, "multipart/mixed; boundary=x");
    for part in 1..=15 {
        bytes.extend_from_slice(b"\r\n--x\r\nContent-Type: text/plain\r\n\r\n");
        lines(megabytes * MEGABYTE * part / 15 - 100, &mut bytes);
    }
    bytes.extend_from_slice(b"--x--\r\n");
    bytes
}

/// A message in a message in a message, and nothing said.
fn wrapped(number: u32, megabytes: usize) -> Vec<u8> {
    let mut bytes = head(number, "message/rfc822");
    bytes.extend_from_slice(b"\r\nFrom: a@example.lt\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@example.lt\r\nContent-Type: application/octet-stream; name=x\r\n\r\n");
    lines(megabytes * MEGABYTE - 100, &mut bytes);
    bytes
}

/// What it ever had at most, but for what is mapped from files.
fn peak(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap();
    let kilobytes = |name: &str| -> u64 {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    (kilobytes("VmHWM") - kilobytes("RssFile")) >> 10
}

fn fetches(office: &Office, server: &Server, port: u16, user: &str) {
    let bearer = format!("Bearer {}", token_of(&office.data, "sam@ferry.example"));
    let mailbox = json!({
        "name": "Complaints", "address": "care@blueferry.example", "kind": "imap", "host": "127.0.0.1",
        "port": port, "security": "none", "user": user, "secret": "ferry", "poll_seconds": 10,
    });
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let body = mailbox.to_string();
    let answer = http::send(
        server.addr,
        "POST",
        "/api/v1/mailboxes",
        &headers,
        body.as_bytes(),
    );
    let answer = answer.unwrap();
    assert_eq!(answer.status, 201, "{}", answer.body);
}

/// What was sent, and what the server had at most by then.
struct Seen {
    office: Office,
    server: Server,
    come: usize,
    all: Vec<(&'static str, u64)>,
}

impl Seen {
    fn now(&mut self, what: &'static str, come: usize) {
        self.come += come;
        self.office.message(self.come);
        self.all.push((what, peak(&self.server)));
    }

    fn fetched(&mut self, dovecot: &Dovecot, what: &'static str, bytes: &[u8]) {
        dovecot.deliver("memory", "INBOX", bytes);
        self.now(what, 1);
        let last = self.office.ledger().pop().unwrap();
        assert_eq!(last.bytes as usize, bytes.len(), "{what}");
    }

    fn brought(
        &mut self,
        what: &'static str,
        (port, hello): (u16, &str),
        to: &[&str],
        bytes: &[u8],
    ) {
        let answer = hand_over(port, hello, "rasa@example.lt", to, bytes);
        assert!(answer.starts_with("250"), "{what}: {answer}");
        self.now(what, to.len());
    }

    fn grown(&self) -> u64 {
        self.all.last().unwrap().1 - self.all[0].1
    }
}

#[test]
fn the_largest_messages_come_in_by_every_way_and_the_server_stays_small() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let office = Office::open("memory");
    let [smtp, lmtp] = [free_port().port(), free_port().port()];
    office.door(1, "smtp", "film@blueferry.example", smtp);
    office.door(2, "lmtp", "letters@blueferry.example", lmtp);
    office.door(3, "lmtp", "archive@blueferry.example", lmtp);
    let server = Server::start(&office.data, free_port());
    let all = vec![("at first", peak(&server))];
    let mut seen = Seen {
        office,
        server,
        come: 0,
        all,
    };
    let everything = std::env::var("REDRESS_LARGE_MAILS").is_ok();
    let mut bombs = 0;
    if let Some(dovecot) = Dovecot::shared() {
        fetches(&seen.office, &seen.server, dovecot.plain, "memory");
        seen.fetched(&dovecot, "a bomb, fetched", &bomb(1));
        seen.fetched(&dovecot, "a file, fetched", &with_file(2, 30));
        if everything {
            seen.fetched(&dovecot, "texts, fetched", &talkative(3, 30));
            seen.fetched(&dovecot, "a message in a message, fetched", &wrapped(4, 30));
        }
        bombs += 1;
    }
    let film = ["film@blueferry.example"];
    seen.brought("a file, brought", (smtp, "EHLO"), &film, &with_file(5, 29));
    if everything {
        seen.brought("a bomb, brought", (smtp, "EHLO"), &film, &bomb(6));
        bombs += 1;
    }
    assert!(
        seen.grown() <= GROWS,
        "{} MiB of {GROWS}: {:?}",
        seen.grown(),
        seen.all
    );
    if everything {
        // Once more for every mailbox more.
        let both = ["letters@blueferry.example", "archive@blueferry.example"];
        seen.brought(
            "a file for two, brought",
            (lmtp, "LHLO"),
            &both,
            &with_file(7, 29),
        );
    }
    println!("{:?} MiB", seen.all);
    let ledger = seen.office.ledger();
    let sealed = ledger
        .iter()
        .filter(|line| line.fate == "unreadable")
        .count();
    assert_eq!(sealed, bombs, "{ledger:?}");
}
