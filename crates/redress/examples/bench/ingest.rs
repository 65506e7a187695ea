//! A full mailbox, fetched by the real server from a real one: how long until the last
//! message is in the ledger with its files, its complaint, its acknowledgement and its
//! words in the index, and how much memory the server had at most, also with a bomb of
//! 3 MB and a message of 30 MB behind them.

use crate::{
    client::Connection,
    import::run,
    large::{bomb, with_file},
    letters::letter,
    process::Server,
    round,
};
use serde_json::{Map, Value, json};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

const ADMIN: &str = "sam@ferry.example";
const LOOKED_AGAIN: Duration = Duration::from_millis(50);
/// Longer than this is measured no further.
const WAIT_MAX: Duration = Duration::from_secs(3_600);

pub fn measure(binary: &Path, folder: &Path, count: u64, report: &mut Map<String, Value>) {
    let mail = Mailserver::start(&folder.join("imap"));
    eprintln!("writing {count} messages");
    let bytes: u64 = (0..count).map(|number| mail.lay(number)).sum();
    let data = folder.join("data");
    fs::create_dir_all(&data).unwrap();
    run(
        binary,
        &data,
        &["setup", "--org", "Blue Ferry Co.", "--admin", ADMIN],
    );
    let token = run(
        binary,
        &data,
        &[
            "--json", "token", "create", "--user", ADMIN, "--name", "bench",
        ],
    );
    let bearer = format!("Bearer {}", token["token"].as_str().unwrap());
    let server = Server::start(binary, &data);
    // Every complaint is to be acknowledged, which an office would not let happen so fast.
    let limits = json!({"answers_an_hour": 100_000, "new_a_day": 100_000});
    said(&server, &bearer, ("PATCH", "/api/v1/mail-limits"), &limits);
    let idle = (server.rss_anon_mib(), server.cpu_ms());
    said(
        &server,
        &bearer,
        ("POST", "/api/v1/mailboxes"),
        &mail.settings(),
    );
    let seconds = taken_in(&data, count);
    let cpu = (server.cpu_ms() - idle.1) / 1000.0;
    let peak = server.peak_mib();
    mail.put(count, &bomb(1));
    mail.put(count + 1, &with_file(2, 30));
    taken_in(&data, count + 2);
    for (name, figure) in [
        ("ingest_messages", count as f64),
        ("ingest_mean_bytes", bytes as f64 / count as f64),
        ("ingest_s", seconds),
        ("ingest_per_s", count as f64 / seconds),
        ("ingest_cpu_s", cpu),
        ("ingest_10000_s", seconds * 10_000.0 / count as f64),
        ("ingest_idle_mib", idle.0),
        ("ingest_before_large_mib", peak),
        ("ingest_peak_mib", server.peak_mib()),
    ] {
        report.insert(name.into(), json!(round(figure)));
    }
    for (name, query) in [
        ("ingest_complaints", "SELECT COUNT(*) FROM complaint"),
        ("ingest_files", "SELECT COUNT(*) FROM blob"),
        ("ingest_letters", "SELECT COUNT(*) FROM mail_letter"),
        ("ingest_indexed", "SELECT COUNT(*) FROM search_row"),
    ] {
        report.insert(name.into(), json!(asked(&data, query)));
    }
}

fn said(server: &Server, bearer: &str, (method, path): (&str, &str), body: &Value) {
    let headers = [
        ("authorization", bearer),
        ("content-type", "application/json"),
    ];
    Connection::open(server.addr)
        .send(method, path, &headers, body.to_string().as_bytes())
        .expect("an answer");
}

/// Seconds until every message has its line; counted from outside, in the file itself.
fn taken_in(data: &Path, count: u64) -> f64 {
    let began = Instant::now();
    while asked(data, "SELECT COUNT(*) FROM mail_ledger") < count {
        assert!(began.elapsed() < WAIT_MAX, "it takes too long");
        thread::sleep(LOOKED_AGAIN);
    }
    began.elapsed().as_secs_f64()
}

fn asked(data: &Path, query: &str) -> u64 {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let db = rusqlite::Connection::open_with_flags(data.join("redress.db"), flags).unwrap();
    db.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap() as u64
}

/// The Dovecot of `scripts/imap`, gone when this is dropped.
struct Mailserver {
    folder: PathBuf,
    port: u16,
}

const USER: &str = "care";

impl Mailserver {
    fn start(folder: &Path) -> Mailserver {
        fs::create_dir_all(folder).unwrap();
        let started = Command::new(script()).arg("start").arg(folder).output();
        let started = started.unwrap();
        let said = String::from_utf8_lossy(&started.stderr);
        assert!(
            started.status.success(),
            "{said} (scripts/setup installs it)"
        );
        let ports = String::from_utf8(started.stdout).unwrap();
        let server = Mailserver {
            folder: folder.to_owned(),
            port: ports.split_whitespace().next().unwrap().parse().unwrap(),
        };
        let home = server.folder.join("mail").join(USER);
        for place in [
            home.clone(),
            home.join("new"),
            home.join("cur"),
            home.join("tmp"),
        ] {
            fs::create_dir_all(&place).unwrap();
            fs::set_permissions(&place, fs::Permissions::from_mode(0o777)).unwrap();
        }
        server
    }

    /// Its length.
    fn lay(&self, number: u64) -> u64 {
        self.put(number, &letter(number))
    }

    /// Whole at once, as a delivery is: it is written elsewhere and moved there.
    fn put(&self, number: u64, bytes: &[u8]) -> u64 {
        let name = format!("{:010}.M{number}P1.ferry", number + 1);
        let home = self.folder.join("mail").join(USER);
        let written = home.join("tmp").join(&name);
        fs::write(&written, bytes).unwrap();
        fs::set_permissions(&written, fs::Permissions::from_mode(0o666)).unwrap();
        fs::rename(&written, home.join("new").join(name)).unwrap();
        bytes.len() as u64
    }

    fn settings(&self) -> Value {
        json!({
            "name": "Complaints", "address": "care@ferry.example", "kind": "imap", "host": "127.0.0.1",
            "port": self.port, "security": "none", "user": USER, "secret": "ferry", "after": "seen",
        })
    }
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/imap")
}

impl Drop for Mailserver {
    fn drop(&mut self) {
        drop(
            Command::new(script())
                .arg("stop")
                .arg(&self.folder)
                .output(),
        );
    }
}
