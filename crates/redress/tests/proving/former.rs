//! An installation that an earlier release filled comes through all migrations: the same
//! journal, the same figures, everybody's keys still fit, and no name of a complainant
//! lies open in any file. It can be killed anywhere on the way. How the installation was
//! made stands in data/former/README.md.

use crate::{
    http,
    server::{Server, folder, free_port, redress, run, told},
};
use rusqlite::{Connection, types::Value as Cell};
use serde_json::Value;
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

const MADE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/former");
const BACKUP: &str = "0157.redress-backup.gz";
const NEWEST: i64 = 157;

/// What the release said when it was made.
fn said(name: &str) -> String {
    let text = fs::read_to_string(format!("{MADE}/told.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    all[name].as_str().unwrap().to_owned()
}

fn backup() -> Vec<u8> {
    let mut bytes = Vec::new();
    let file = fs::File::open(format!("{MADE}/{BACKUP}")).unwrap();
    flate2::read::GzDecoder::new(file)
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

/// Its folder as it was when the release was stopped: database and keys.
fn unpacked(name: &str) -> (PathBuf, String) {
    let data = folder(name);
    fs::copy(format!("{MADE}/keys.toml"), data.join("keys.toml")).unwrap();
    fs::write(data.join("redress.db"), backup()).unwrap();
    let db = Connection::open(data.join("redress.db")).unwrap();
    let asked = "SELECT root FROM backup_note";
    let root = db.query_row(asked, [], |row| row.get(0)).unwrap();
    db.execute_batch("PRAGMA journal_mode = WAL; DROP TABLE backup_note;")
        .unwrap();
    (data, root)
}

/// What every name, address, number and secret of it begins with.
const CANARIES: [&str; 4] = ["zqcanary", "@kanarele.", "+37069973", "+370611"];

/// All of them ASCII, which stays as it is when bytes are read as text.
fn spellings() -> Vec<String> {
    let mut all = Vec::new();
    for word in CANARIES {
        let (first, rest) = word.split_at(1);
        for word in [word.to_owned(), first.to_uppercase() + rest] {
            let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
            all.push(word.chars().flat_map(|c| [c, '\0']).collect());
            all.push(word.chars().rev().collect());
            all.extend([hex.to_uppercase(), hex]);
            all.extend(in_base64(word.as_bytes()));
            all.push(word);
        }
    }
    all
}

/// As it looks inside a longer text, wherever it begins there.
fn in_base64(word: &[u8]) -> impl Iterator<Item = String> {
    use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
    (0..3).map(move |before| {
        let all = STANDARD_NO_PAD.encode([&vec![0; before], word].concat());
        let (first, last) = ((before * 8).div_ceil(6), (before + word.len()) * 8 / 6);
        all[first..last].to_owned()
    })
}

/// Each file of this folder that holds one of them.
fn found(folder: &Path) -> Vec<String> {
    let (spellings, mut found, mut folders) = (spellings(), Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten() {
            if path.path().is_dir() {
                folders.push(path.path());
                continue;
            }
            let bytes = fs::read(path.path()).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            let hits = spellings.iter().filter(|it| text.contains(it.as_str()));
            found.extend(hits.map(|it| format!("{it:?} in {}", path.path().display())));
        }
    }
    found
}

/// All that is counted or listed, without what identifies people.
const FIGURES: [&str; 9] = [
    "SELECT id, reference, version, stage, is_open, owner, unit, channel, language, category, priority, safety, waiting, \
     needs_reply, received_at, recorded_at, due_at, due_step, closed_at, aside, significant FROM complaint ORDER BY id",
    "SELECT owner, unit, waiting, due_at, n FROM complaint_tally ORDER BY 1, 2, 3, 4",
    "SELECT complaint, counted, is_open, received_on, closed_on, answered_in_time FROM figure_case ORDER BY 1",
    "SELECT view, dimension, span, value, unit, counted, is_open, answered_in_time, resolved_in_time \
     FROM figure_count ORDER BY 1, 2, 3, 4, 5",
    "SELECT code, unit, begun, due_at, n FROM obligation_tally ORDER BY 1, 2, 3, 4",
    "SELECT id, state, n_rows, imported, duplicates, rejected FROM import_run ORDER BY 1",
    "SELECT message, complaint, way, purpose, state, language, queued_at FROM outbox ORDER BY 1",
    "SELECT id, mailbox, content, fate, complaint, file, recorded_at FROM mail_ledger ORDER BY 1",
    "SELECT id, person, hash FROM token ORDER BY 1",
];

fn figures(data: &Path) -> Vec<Vec<Vec<Cell>>> {
    let db = Connection::open(data.join("redress.db")).unwrap();
    let all = FIGURES.iter().map(|query| {
        let mut asked = db.prepare(query).unwrap();
        let width = asked.column_count();
        let rows = asked.query_map([], |row| (0..width).map(|place| row.get(place)).collect());
        rows.unwrap().map(Result::unwrap).collect()
    });
    all.collect()
}

/// It is whole, nothing of it differs, and no name lies open.
fn came_through(data: &Path, root: &str, before: &[Vec<Vec<Cell>>]) {
    let verified = told(data, &["--json", "verify"], "");
    assert_eq!(
        (verified["ok"].as_bool(), verified["root"].as_str()),
        (Some(true), Some(root))
    );
    let rebuilt = told(data, &["--json", "rebuild", "--check"], "");
    assert_eq!(rebuilt["differences"], 0, "{rebuilt}");
    assert!(figures(data) == before, "the figures are what they were");
    assert_eq!(found(data), Vec::<String>::new());
    assert_eq!(left(data), None);
}

/// How far it was when it stopped: the schema, and how many entries lie open; None at the end.
fn left(data: &Path) -> Option<(i64, i64)> {
    let db = Connection::open(data.join("redress.db")).unwrap();
    let count = |query: &str| db.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
    let schema = count("SELECT MAX(version) FROM schema_version");
    let open = count("SELECT COUNT(*) FROM journal_entry WHERE personal IS NOT NULL");
    let copies = fs::read_dir(data).unwrap();
    let copies = copies.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".open")
    });
    let work = match schema > NEWEST {
        true => count("SELECT COUNT(*) FROM secret_work"),
        false => 1,
    };
    (work + open + copies.count() as i64 > 0).then_some((schema, open))
}

#[test]
fn a_filled_installation_of_an_earlier_release_comes_through_every_migration() {
    let (data, root) = unpacked("former");
    // What earlier releases and an interrupted backup left beside it lies open, too.
    let earlier = data.join("before-migration-from-132-at-75.redress-backup");
    fs::write(&earlier, backup()).unwrap();
    fs::write(data.join("backup-1.open"), backup()).unwrap();
    assert!(found(&data).len() > 10, "the control: all lay open");
    let before = figures(&data);
    came_through(&data, &root, &before);
    assert!(earlier.exists(), "it can still be gone back to");
    everybody_comes_in(&data);
    let empty = folder("former-earlier");
    let keys = data.join("keys.toml");
    let saved = earlier.to_str().unwrap();
    let restore = ["--json", "restore", saved, "--keys", keys.to_str().unwrap()];
    told(&empty, &restore, "");
    came_through(&empty, &root, &before);
    for folder in [data, empty] {
        fs::remove_dir_all(folder).unwrap();
    }
}

/// Passwords, tokens, access codes, proofs and half-written forms of before.
fn everybody_comes_in(data: &Path) {
    let proof = data.join("proof.txt");
    fs::write(&proof, said("proof")).unwrap();
    let against = ["--json", "verify", "--against", proof.to_str().unwrap()];
    assert_eq!(told(data, &against, "")["ok"], true);
    let server = Server::start(data, free_port());
    let page = |path: &str| {
        let english = [("accept-language", "en")];
        http::send(server.addr, "GET", path, &english, b"").unwrap()
    };
    let typed = |path: &str, body: &str| {
        let origin = format!("http://{}", server.addr);
        let headers = [
            ("origin", origin.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        http::send(server.addr, "POST", path, &headers, body.as_bytes()).unwrap()
    };
    let secret = "email=rasa%40ferry.example&password=the+boat+left+at+dawn";
    let signed_in = typed("/sign-in", secret);
    assert_eq!(signed_in.status, 303, "{}", signed_in.body);
    let code = format!(
        "your-reference={}&access-code={}",
        said("reference"),
        said("code")
    );
    assert_eq!(
        typed("/follow", &code).header("location"),
        Some("/follow/case")
    );
    let bearer = format!("Bearer {}", said("handler"));
    let path = format!("/api/v1/complaints/{}", said("assigned"));
    let case = http::send(
        server.addr,
        "GET",
        &path,
        &[("authorization", &bearer)],
        b"",
    );
    let case = case.unwrap().json();
    assert_eq!(case["complainant"]["name"], "Zqcanary Kanarėlė1", "{case}");
    let draft = said("draft");
    assert!(
        page(&format!("{draft}/1"))
            .body
            .contains("zqcanary-draft.txt")
    );
    assert!(
        page(&format!("{draft}/3"))
            .body
            .contains("Zqcanary Drafter")
    );
    let sent = typed(&format!("{draft}/4"), "");
    assert_eq!(
        sent.header("location"),
        Some(format!("{draft}/done").as_str())
    );
    server.kill();
    fs::remove_file(proof).unwrap();
    assert_eq!(told(data, &["--json", "verify"], "")["ok"], true);
    assert_eq!(found(data), Vec::<String>::new());
}

/// The command that opens it first, killed after so long; true: it was still at work.
fn killed(data: &Path, after: Duration) -> bool {
    let mut child = redress(data, &["verify"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let at_work = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    at_work
}

#[test]
fn killed_anywhere_on_the_way_it_goes_on_to_the_same_end() {
    const ROUNDS: u32 = 6;
    let (data, root) = unpacked("former-killed");
    let before = figures(&data);
    let begin = Instant::now();
    came_through(&data, &root, &before);
    let whole = begin.elapsed() / 2;
    let mut stopped = Vec::new();
    for round in 1..=ROUNDS {
        let (data, _) = unpacked("former-killed");
        // The second time it is killed on what the first has left.
        for part in [round, ROUNDS - round] {
            if killed(&data, whole * part / (ROUNDS + 1)) {
                stopped.extend(left(&data));
            }
        }
        came_through(&data, &root, &before);
    }
    assert!(!stopped.is_empty(), "the control: some were killed at work");
    fs::remove_dir_all(data).unwrap();
}

/// The backup of the earlier release, restored by this one, on each engine.
#[test]
fn a_backup_of_an_earlier_release_is_restored_on_both_engines() {
    let (small, root) = unpacked("former-folder");
    let before = figures(&small);
    let file = small.join("old.backup");
    fs::write(&file, backup()).unwrap();
    let (file, keys) = (file.to_str().unwrap(), format!("{MADE}/keys.toml"));
    let restore = ["--json", "restore", file, "--keys", keys.as_str()];
    let data = folder("former-restored");
    told(&data, &restore, "");
    came_through(&data, &root, &before);
    if let Some((url, directory)) = on_postgres() {
        let data = folder("former-postgres");
        let there = |args: &[&str]| {
            let at = [&["--json", "--database", url.as_str()][..], args].concat();
            told(&data, &at, "")
        };
        there(&restore[1..]);
        let is_readable = fs::read_dir(&directory).is_ok();
        assert!(
            !is_readable || !found(&directory).is_empty(),
            "the control: it lay open"
        );
        assert_eq!(there(&["verify"])["root"], root.as_str());
        assert_eq!(there(&["rebuild", "--check"])["differences"], 0);
        assert_eq!(found(&directory), Vec::<String>::new());
        fs::remove_dir_all(data).unwrap();
    }
    for folder in [small, data] {
        fs::remove_dir_all(folder).unwrap();
    }
}

/// An empty database of the server of tests, and where that keeps its files.
fn on_postgres() -> Option<(String, PathBuf)> {
    let Ok(cluster) = std::env::var("REDRESS_TEST_DATABASE_URL") else {
        eprintln!("SKIPPED on PostgreSQL: REDRESS_TEST_DATABASE_URL is not set");
        return None;
    };
    let name = format!("former_{}", std::process::id());
    let mut client = postgres::Client::connect(&cluster, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let row = client.query_one("SHOW data_directory", &[]).unwrap();
    let (server, _) = cluster.rsplit_once('/').unwrap();
    Some((
        format!("{server}/{name}"),
        PathBuf::from(row.get::<_, String>(0)),
    ))
}

/// Too old a key file, or another one, opens nothing and changes nothing.
#[test]
fn with_another_key_file_it_stays_as_it_was() {
    let (data, _) = unpacked("former-keys");
    let other = folder("former-other");
    drop(run(&other, &["doctor"], ""));
    fs::remove_file(data.join("keys.toml")).unwrap();
    fs::copy(other.join("keys.toml"), data.join("keys.toml")).unwrap();
    let refused = run(&data, &["verify"], "");
    let why = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{why}");
    assert!(why.contains("did not sign this journal"), "{why}");
    assert_eq!(left(&data).map(|(schema, _)| schema), Some(NEWEST));
    for folder in [data, other] {
        fs::remove_dir_all(folder).unwrap();
    }
}
