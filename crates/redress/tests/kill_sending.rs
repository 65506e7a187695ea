//! kill -9 while letters leave, again and again: none is lost, and one that comes twice
//! bears the same Message-ID. The relay runs in this process, outside what is killed. A
//! sender that marks a letter before the relay has it is tried as well, and loses some.
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
#[path = "support/smtp_sink.rs"]
mod smtp_sink;

use redress::{clock::MachineClock, house::wiring};
use redress_complaint::facts::Person;
use redress_kernel::{By, Draft, Id, Lang, instant::Clock};
use redress_mail::{Back, Letter, Post, Relay, Tls};
use redress_office::facts::RelaySet;
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Db, Error, Keys, Location, Read, sql};
use server::{Server, blue_ferry, folder, free_port, told};
use smtp_sink::{Message, Mood, SmtpSink};
use std::{
    collections::BTreeMap,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A few in CI; `REDRESS_SEND_KILLS=20 REDRESS_SEND_MAILS=10000` for the long one.
fn figure(name: &str, small: u64) -> u64 {
    let set = std::env::var(name).ok().and_then(|n| n.parse().ok());
    set.unwrap_or(small)
}

fn kills() -> u64 {
    figure("REDRESS_SEND_KILLS", 3)
}

fn mails() -> u64 {
    figure("REDRESS_SEND_MAILS", 24)
}

#[test]
fn kill_nine_while_letters_leave_loses_none_and_a_second_copy_bears_the_same_name() {
    let data = folder("kill-sending");
    blue_ferry(&data);
    let sink = SmtpSink::start();
    complaints(&data, sink.address.port());
    let addr = free_port();
    let each = mails() / (kills() + 1);
    for round in 1..=kills() {
        let server = Server::start(&data, addr);
        some_have_left(&sink, round * each);
        thread::sleep(Duration::from_millis((round * 7) % 23));
        server.kill();
        leases_end(&data);
    }
    let server = Server::start(&data, addr);
    some_have_left(&sink, mails());
    while waiting(&data) > 0 {
        thread::sleep(Duration::from_millis(50));
    }
    drop(server);
    let came = by_name(&sink.messages());
    let copies: u64 = came.values().map(|to| to.len() as u64 - 1).sum();
    assert_eq!(came.len() as u64, mails(), "a letter is lost");
    assert!(copies <= kills(), "{copies} copies after {} kills", kills());
    for to in came.values() {
        assert!(to.iter().all(|its| *its == to[0]), "one name, two letters");
    }
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    let check = ["--json", "rebuild", "--check"];
    assert_eq!(told(&data, &check, "")["ok"], true);
    let n = mails();
    println!(
        "kill -9 while sending: {n} letters, {} kills: 0 lost, {copies} came twice",
        kills()
    );
    std::fs::remove_dir_all(&data).unwrap();
}

/// Message-ID -> where each copy went.
fn by_name(came: &[Message]) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for message in came {
        let name = message.header("message-id").unwrap();
        names.entry(name).or_default().push(message.to[0].clone());
    }
    names
}

fn opened(data: &Path) -> Db {
    let keys = Keys::load_or_create(data, MachineClock.now()).unwrap();
    Db::open(&Location::Sqlite(data.to_owned()), keys, wiring()).unwrap()
}

/// Each is acknowledged by mail; the relay is set last.
fn complaints(data: &Path, port: u16) {
    let now = MachineClock.now();
    let db = opened(data);
    let relay = RelaySet {
        host: "127.0.0.1".into(),
        port,
        encryption: "none".into(),
        from: "care@blueferry.example".into(),
    };
    db.write_now(move |tx| -> Result<(), Error> {
        for n in 0..mails() {
            let complainant = Person {
                email: format!("passenger-{n}@example.org"),
                ..Person::default()
            };
            let arrival = Arrival {
                channel: "web".into(),
                description: "It left early.".into(),
                complainant,
                ..Arrival::default()
            };
            assert!(receive(tx, arrival, &By::system(now)).is_ok());
        }
        let set = Draft::of(Id::ORGANISATION, &relay);
        tx.record(set, &By::system(now)).map(|_| ())
    })
    .unwrap();
}

/// What a dead worker held is free after two minutes; the test does not wait for them.
fn leases_end(data: &Path) {
    let free = "UPDATE job SET locked_until = NULL WHERE state = 'waiting'";
    opened(data)
        .write_now(|tx| -> Result<(), Error> { tx.execute(&sql(free)).map(|_| ()) })
        .unwrap();
}

fn waiting(data: &Path) -> i64 {
    let left = sql("SELECT COUNT(*) FROM job WHERE kind = 'mail.send' AND state = 'waiting'");
    let counted =
        opened(data).read_now(|reader| -> Result<_, Error> { reader.one(&left, |row| row.int(0)) });
    counted.unwrap().unwrap_or_default()
}

fn some_have_left(sink: &SmtpSink, count: u64) {
    let begun = Instant::now();
    let left = || sink.taken() as u64 >= count && by_name(&sink.messages()).len() as u64 >= count;
    while !left() {
        let patience = Duration::from_secs(60 + count / 10);
        assert!(begun.elapsed() < patience, "{count} letters do not leave");
        thread::sleep(Duration::from_millis(5));
    }
}

const NAIVE: &str = "REDRESS_NAIVE_SENDER";

/// The control: a sender that believes a letter gone once it is about to send it.
#[test]
fn a_sender_that_marks_first_loses_letters() {
    let list = folder("naive").join("marked");
    let sink = SmtpSink::start();
    sink.set(Mood::Slow);
    let mut lost = 0;
    for round in 1..=20 {
        let mut sender = naive(&list, sink.address.port());
        some_have_left(&sink, sink.messages().len() as u64 + 2);
        thread::sleep(Duration::from_millis((round * 7) % 23));
        sender.kill().unwrap();
        sender.wait().unwrap();
        // What was on the wire arrives; what was only marked never does.
        thread::sleep(Duration::from_millis(60));
        let marked = std::fs::read_to_string(&list).unwrap().lines().count();
        lost = marked - by_name(&sink.messages()).len();
        if lost > 0 {
            break;
        }
    }
    assert!(lost > 0, "the harness notices nothing");
    std::fs::remove_dir_all(list.parent().unwrap()).unwrap();
}

fn naive(list: &Path, port: u16) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_naive_sender", "--nocapture"])
        .env(NAIVE, format!("{port} {}", list.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Runs only as a process of its own, started by the test above.
#[test]
fn the_naive_sender() {
    let Ok(told) = std::env::var(NAIVE) else {
        return;
    };
    let (port, list) = told.split_once(' ').unwrap();
    let list = PathBuf::from(list);
    let post = Post::Relay(Relay {
        host: "127.0.0.1".into(),
        port: port.parse().unwrap(),
        tls: Tls::None,
        from: "care@blueferry.example".into(),
        ..Relay::default()
    });
    let done = std::fs::read_to_string(&list).unwrap_or_default();
    for n in done.lines().count().. {
        let mut file = std::fs::File::options()
            .create(true)
            .append(true)
            .open(&list)
            .unwrap();
        writeln!(file, "{n}").unwrap();
        file.sync_all().unwrap();
        post.send(&numbered(n)).unwrap();
    }
}

fn numbered(n: usize) -> Letter {
    let mut id = [0; 16];
    id[8..].copy_from_slice(&(n as u64 + 1).to_be_bytes());
    Letter {
        id: Id::from_bytes(id),
        from_name: "Blue Ferry Co.".into(),
        to: format!("passenger-{n}@example.org"),
        to_name: String::new(),
        subject: "We have your complaint".into(),
        body: "We have it.".into(),
        language: Lang::En,
        automatic: true,
        earlier: Vec::new(),
        files: Vec::new(),
        at: MachineClock.now(),
        back: Back::default(),
    }
}
