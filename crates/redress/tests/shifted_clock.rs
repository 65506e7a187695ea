//! The machine's clock jumps while the real server runs: three years back, one year on,
//! and right again. No deadline is missed, met early, told twice or moved, nothing that
//! waits stands still, and nobody is signed out. The same run over a server that follows
//! every jump (`--follow-clock`) finds all of it: so the run can fail.
//!
//! The server is this test's own executable: the library whole, without the allocator of
//! the binary, which cannot start beside libfaketime.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr,
    dead_code
)]

#[path = "support/http.rs"]
mod http;
#[path = "support/server.rs"]
mod server;

use serde_json::{Value, json};
use server::{Server, blue_ferry, folder, free_port, run, told};
use std::{
    collections::BTreeSet,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    thread::sleep,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// Where distributions put the library (Debian: package `faketime`).
fn library() -> Option<PathBuf> {
    let named = std::env::var_os("REDRESS_FAKETIME").map(PathBuf::from);
    let machine = std::env::consts::ARCH;
    let places = [
        format!("/usr/lib/{machine}-linux-gnu/faketime/libfaketimeMT.so.1"),
        "/usr/lib64/faketime/libfaketimeMT.so.1".to_owned(),
        "/usr/lib/faketime/libfaketimeMT.so.1".to_owned(),
    ];
    let known = places.into_iter().map(PathBuf::from);
    named.into_iter().chain(known).find(|place| place.exists())
}

/// A server whose wall clock is `hands` away from the right time.
struct Office {
    server: Server,
    hands: PathBuf,
    token: String,
    cookie: String,
    data: PathBuf,
}

const ARGUMENTS: &str = "REDRESS_TEST_SERVES";

/// Not a test: what the others start as their server.
#[test]
fn the_server_itself() {
    let Ok(given) = std::env::var(ARGUMENTS) else {
        return;
    };
    let args = std::iter::once("redress").chain(given.lines());
    let ended = redress::main_of(args.map(std::ffi::OsString::from));
    assert_eq!(ended, std::process::ExitCode::SUCCESS);
}

/// A command of ours whose wall clock goes by the hands in this file.
fn shifted(data: &Path, args: &[&str], library: &Path, hands: &Path) -> Command {
    let data = data.to_str().expect("a path");
    let mut given = vec!["--data", data];
    given.extend(args);
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command
        .args(["--exact", "the_server_itself", "--nocapture"])
        .env(ARGUMENTS, given.join("\n"))
        .env("REDRESS_LOG", "off")
        .env("LD_PRELOAD", library)
        .env("FAKETIME_TIMESTAMP_FILE", hands)
        .env("FAKETIME_NO_CACHE", "1")
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    command
}

/// A token that outlives every jump: where the server believes that a year has passed,
/// the usual one has ended, and nobody could ask what else went wrong.
fn lasting_token(data: &Path) -> String {
    let mut asked = vec!["--json", "token", "create", "--name", "lasting"];
    asked.extend(["--user", "rasa@ferry.example", "--days", "730"]);
    let token = told(data, &asked, "");
    token["token"].as_str().expect("a token").to_owned()
}

impl Office {
    fn opens(library: &Path, name: &str, options: &[&str]) -> Office {
        let data = folder(name);
        blue_ferry(&data);
        let token = lasting_token(&data);
        let hands = data.join("hands");
        std::fs::write(&hands, "+0\n").unwrap();
        let mut office = Office {
            server: Office::serves(&data, library, &hands, options),
            hands,
            token,
            cookie: String::new(),
            data,
        };
        office.signs_in();
        office
    }

    fn serves(data: &Path, library: &Path, hands: &Path, options: &[&str]) -> Server {
        let addr = free_port();
        let listen = addr.to_string();
        let mut args = vec!["serve", "--listen", &listen];
        args.extend(options);
        Server::start_as(shifted(data, &args, library, hands), addr)
    }

    fn addr(&self) -> SocketAddr {
        self.server.addr
    }

    fn clock_is(&self, off: &str) {
        let new = self.hands.with_extension("new");
        std::fs::write(&new, format!("{off}\n")).unwrap();
        std::fs::rename(&new, &self.hands).unwrap();
        // The loops of the server look at it.
        sleep(Duration::from_millis(1500));
    }

    fn signs_in(&mut self) {
        let form = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        let typed = b"email=rasa%40ferry.example&password=a+long+enough+secret";
        let answer = http::send(self.addr(), "POST", "/sign-in", &form, typed).unwrap();
        let cookie = answer.header("set-cookie").expect("a session").to_owned();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }

    fn page(&self, path: &str) -> (u16, String) {
        let headers = [("cookie", self.cookie.as_str()), ("accept", "text/html")];
        let answer = http::send(self.addr(), "GET", path, &headers, b"").unwrap();
        (answer.status, answer.body)
    }

    fn call(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        let bearer = format!("Bearer {}", self.token);
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let path = format!("/api/v1{path}");
        let answer = http::send(self.addr(), method, &path, &headers, body.as_bytes()).unwrap();
        assert!(answer.status < 300, "{method} {path}: {}", answer.body);
        answer.json()
    }

    fn complaint(&self, received_at: Option<String>) -> Value {
        let body =
            json!({ "channel": "web", "description": "Left early.", "received_at": received_at });
        self.call("POST", "/complaints", Some(body))
    }

    fn overdue(&self) -> BTreeSet<String> {
        let list = self.call("GET", "/complaints?queue=overdue&limit=200", None);
        let items = list["items"].as_array().unwrap().iter();
        items
            .map(|item| item["reference"].as_str().unwrap().to_owned())
            .collect()
    }

    fn case(&self, reference: &str) -> Value {
        self.call("GET", &format!("/complaints/{reference}"), None)
    }

    /// Has the reply left that was written before the clock jumped?
    fn reply_leaves(&self, reference: &str) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(14) {
            let case = self.case(reference);
            let mut messages = case["messages"].as_array().unwrap().iter();
            if messages.any(|it| it["purpose"] == "reply" && it["state"] == "sent") {
                return true;
            }
            sleep(Duration::from_millis(300));
        }
        false
    }
}

fn days_ago(days: u64) -> String {
    let at = SystemTime::now() - Duration::from_secs(days * 24 * 3600);
    let at = jiff::Timestamp::try_from(at).unwrap();
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Within two minutes of the right time?
fn is_now(at: &str) -> bool {
    let at: jiff::Timestamp = at.parse().unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    (now.as_secs() as i64 - at.as_second()).abs() < 120
}

/// What went wrong, by the clock's place.
fn jumps(office: &Office) -> Vec<String> {
    let mut wrong = Vec::new();
    let fresh = office.complaint(None);
    let old = office.complaint(Some(days_ago(90)));
    let reference = |it: &Value| it["reference"].as_str().unwrap().to_owned();
    let (fresh, old) = (reference(&fresh), reference(&old));
    let before = (
        office.case(&fresh)["due"].clone(),
        office.case(&old)["due"].clone(),
    );
    assert_eq!(office.overdue(), BTreeSet::from([old.clone()]));
    let reply = json!({ "body": "We look into it." });
    office.call(
        "POST",
        &format!("/complaints/{fresh}/messages"),
        Some(reply),
    );
    for (off, place) in [
        ("-1095d", "three years back"),
        ("+365d", "a year on"),
        ("+0", "right again"),
    ] {
        office.clock_is(off);
        let mut says = |what: &str, right: bool| {
            if !right {
                wrong.push(format!("{place}: {what}"));
            }
        };
        if place == "three years back" {
            says(
                "a letter that waited stands still",
                office.reply_leaves(&fresh),
            );
        }
        says(
            "another list of what is overdue",
            office.overdue() == BTreeSet::from([old.clone()]),
        );
        let came = office.complaint(None);
        let case = office.case(&reference(&came));
        says(
            "received at a wrong time",
            is_now(case["received_at"].as_str().unwrap()),
        );
        says(
            "recorded at a wrong time",
            is_now(case["recorded_at"].as_str().unwrap()),
        );
        let after = (
            office.case(&fresh)["due"].clone(),
            office.case(&old)["due"].clone(),
        );
        // The reply is a word to the complainant, and changes no date.
        says("a date has moved", after == before);
        says("signed out", office.page("/desk").0 == 200);
    }
    wrong
}

/// The journal from its beginning: kinds, moments and subjects.
fn journal(office: &Office) -> Vec<(String, String, String)> {
    let feed = office.call("GET", "/journal?after=-1&limit=200", None);
    let items = feed["items"].as_array().unwrap().iter();
    let text = |it: &Value, name: &str| it[name].as_str().unwrap_or_default().to_owned();
    items
        .map(|it| (text(it, "kind"), text(it, "recorded_at"), text(it, "about")))
        .collect()
}

fn skipped() {
    assert!(
        std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
        "the package `faketime` is missing: scripts/setup installs it"
    );
    eprintln!(
        "SKIPPED, loudly: a clock that jumps needs libfaketime (Debian: apt-get install faketime)"
    );
}

#[test]
fn a_clock_that_jumps_misses_moves_and_repeats_nothing() {
    let Some(library) = library() else {
        return skipped();
    };
    let office = Office::opens(&library, "shifted-clock", &[]);
    assert_eq!(jumps(&office), [""; 0]);
    let entries = journal(&office);
    assert!(entries.len() > 10, "{entries:?}");
    assert!(entries.iter().all(|(_, at, _)| is_now(at)), "{entries:?}");
    assert!(
        entries.windows(2).all(|two| two[0].1 <= two[1].1),
        "{entries:?}"
    );
    let data = office.data.clone();
    drop(office);
    let place = data.join("second-place");
    std::fs::create_dir(&place).unwrap();
    let copied = run(&data, &["keys", "copy", place.to_str().unwrap()], "");
    assert!(copied.status.success(), "{copied:?}");
    for command in [&["verify"][..], &["rebuild", "--check"], &["doctor"]] {
        let output = run(&data, command, "");
        assert!(output.status.success(), "{command:?}: {output:?}");
    }
    let _ = std::fs::remove_dir_all(&data);
}

/// The control: a server that believes every clock.
#[test]
fn a_server_that_follows_every_jump_is_caught() {
    let Some(library) = library() else {
        return skipped();
    };
    let office = Office::opens(&library, "followed-clock", &["--follow-clock"]);
    let wrong = jumps(&office);
    for expected in [
        "three years back: a letter that waited stands still",
        "three years back: another list of what is overdue",
        "three years back: received at a wrong time",
        "a year on: another list of what is overdue",
        "a year on: received at a wrong time",
        "right again: recorded at a wrong time",
    ] {
        assert!(
            wrong.iter().any(|it| it == expected),
            "{expected}: {wrong:#?}"
        );
    }
    let data = office.data.clone();
    drop(office);
    let _ = std::fs::remove_dir_all(&data);
}

/// Whoever starts the server while the clock stands in the past goes on from the newest
/// entry, and health says so.
#[test]
fn a_server_that_starts_three_years_back_goes_on_from_the_newest_entry() {
    let Some(library) = library() else {
        return skipped();
    };
    let office = Office::opens(&library, "slow-clock", &[]);
    let first = office.complaint(None)["reference"]
        .as_str()
        .unwrap()
        .to_owned();
    let due = office.case(&first)["due"].clone();
    let data = office.data.clone();
    std::fs::write(&office.hands, "-1095d\n").unwrap();
    let Office {
        server,
        hands,
        token,
        cookie,
        ..
    } = office;
    drop(server);
    let again = Office {
        server: Office::serves(&data, &library, &hands, &[]),
        hands,
        token,
        cookie,
        data: data.clone(),
    };
    assert_eq!(again.case(&first)["due"], due);
    let came = again.complaint(None);
    let case = again.case(came["reference"].as_str().unwrap());
    assert!(is_now(case["received_at"].as_str().unwrap()), "{case}");
    let doctor = shifted(&data, &["--json", "doctor"], &library, &again.hands).output();
    let told = String::from_utf8(doctor.unwrap().stdout).unwrap();
    assert!(
        told.contains("The clock stands before the newest entry"),
        "{told}"
    );
    drop(again);
    let _ = std::fs::remove_dir_all(&data);
}
