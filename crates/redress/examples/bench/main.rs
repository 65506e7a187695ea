//! `cargo xtask bench`: CPU per request of the real server over real
//! connections, medians, and the ratio to a floor measured in the same run, in
//! which bare prepared statements write and read the same rows and bytes. A table with
//! the limits goes to standard error, the figures for machines to standard output.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr
)]

mod client;
mod flood;
mod floor;
mod import;
mod ingest;
mod labels;
mod letters;
mod limits;
mod live;
mod process;
mod recount;
mod world;

#[path = "../../../kernel/examples/clocks.rs"]
#[allow(dead_code, reason = "its own main prints what is read here")]
mod clocks;
#[path = "../../tests/mail_servers/large.rs"]
#[allow(dead_code, reason = "the tests send more kinds")]
mod large;

use client::Connection;
use process::Server;
use serde_json::{Value, json};
use std::{os::unix::fs::PermissionsExt, path::Path, thread, time::Instant};

const ROUNDS: usize = 5;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("ingest") {
        return ingested(&process::binary());
    }
    if std::env::args().nth(1).as_deref() == Some("flood") {
        return flooded();
    }
    let size: usize = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(100_000);
    let binary = process::binary();
    let mut report = serde_json::Map::new();
    report.insert("complaints".into(), json!(size));
    match std::env::args().nth(2) {
        Some(word) if word == "recount" => recounted(&binary, size, &mut report),
        file => all(&binary, size, file, &mut report),
    }
    eprint!("{}", limits::table(&report));
    println!("{}", Value::Object(report));
}

fn all(
    binary: &Path,
    size: usize,
    file: Option<String>,
    report: &mut serde_json::Map<String, Value>,
) {
    for (name, nanos) in clocks::measured() {
        let name = format!("clock_us_{}", name.replace(' ', "_"));
        report.insert(name, json!(nanos as f64 / 1000.0));
    }
    let folder = std::env::temp_dir().join(format!("redress-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    eprintln!("filling {size} complaints");
    let world = world::fill(&folder, size);
    labels::measure(&folder, report);
    measure(binary, &folder, &world, report);
    if let Some(file) = file {
        import::time(binary, Path::new(&file), report);
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// `cargo xtask bench flood [SECONDS]`: a flood alone, half a minute unless it is said.
fn flooded() {
    let seconds = std::env::args().nth(2).and_then(|n| n.parse().ok());
    let folder = tempfile::tempdir().unwrap();
    let mut report = serde_json::Map::new();
    flood::measure(folder.path(), seconds.unwrap_or(30).max(1), &mut report);
    eprint!("{}", limits::table(&report));
    println!("{}", Value::Object(report));
}

/// `cargo xtask bench ingest [MESSAGES [FOLDER]]`: a full mailbox alone. The folder, under
/// which all of it lies meanwhile, is a disk that is to be measured.
fn ingested(binary: &Path) {
    let count = std::env::args().nth(2).and_then(|n| n.parse().ok());
    let under = std::env::args().nth(3).map(std::path::PathBuf::from);
    let folder = tempfile::tempdir_in(under.unwrap_or_else(std::env::temp_dir)).unwrap();
    // The mail server works under an account of its own, which passes through here.
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o711)).unwrap();
    let mut report = serde_json::Map::new();
    ingest::measure(binary, folder.path(), count.unwrap_or(10_000), &mut report);
    eprint!("{}", limits::table(&report));
    println!("{}", Value::Object(report));
}

/// `cargo xtask bench 1000000 recount [FOLDER]`: the recount alone. A folder that is
/// named is kept, and used again when it is there.
fn recounted(binary: &Path, size: usize, report: &mut serde_json::Map<String, Value>) {
    let named = std::env::args().nth(3).map(std::path::PathBuf::from);
    let kept = named.is_some();
    let folder = named.unwrap_or_else(|| {
        std::env::temp_dir().join(format!("redress-bench-{}", std::process::id()))
    });
    if !folder.exists() {
        std::fs::create_dir_all(&folder).unwrap();
        eprintln!("filling {size} complaints");
        world::fill(&folder, size);
    }
    let server = Server::start(binary, &folder);
    recount::measure(&server, report);
    drop(server);
    if !kept {
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

fn measure(
    binary: &Path,
    folder: &Path,
    world: &world::World,
    report: &mut serde_json::Map<String, Value>,
) {
    let began = Instant::now();
    let server = Server::start(binary, folder);
    report.insert(
        "start_to_first_page_s".into(),
        json!(round(began.elapsed().as_secs_f64())),
    );
    let cookie = client::sign_in(server.addr);
    let (case, inbox) = (
        format!("/desk/{}", world.talkative),
        "/desk?queue=mine".to_owned(),
    );
    for (name, path) in [
        ("inbox", &inbox),
        ("inbox_all", &"/desk?queue=all".to_owned()),
        ("case", &case),
        ("figures", &"/desk/figures".to_owned()),
        ("monitoring", &"/system/monitoring".to_owned()),
        ("search_rare", &world::search(world::RARE)),
        ("search_common", &world::search(world::COMMON)),
        ("search_phrase", &world::search(world::PHRASE)),
    ] {
        let (cpu, bytes) = pages(&server, path, &cookie);
        report.insert(format!("{name}_cpu_ms"), json!(cpu));
        report.insert(format!("{name}_html_bytes"), json!(bytes));
    }
    let of_a_unit = client::sign_in_as(server.addr, world::OF_A_UNIT);
    let (cpu, _) = pages(&server, "/desk?queue=all", &of_a_unit);
    report.insert("inbox_of_a_unit_cpu_ms".into(), json!(cpu));
    let all = report["inbox_all_cpu_ms"].as_f64().unwrap_or_default();
    report.insert("inbox_of_a_unit_to_all".into(), json!(round(cpu / all)));
    let system = server.user_and_system_ms().1;
    let (cpu, rate) = creates(&server, &world.token);
    report.insert("create_cpu_ms".into(), json!(cpu));
    let system = (server.user_and_system_ms().1 - system) / 9600.0;
    report.insert("create_system_ms".into(), json!(round(system)));
    report.insert("create_per_s_32_clients".into(), json!(rate));
    let sign_ins: Vec<_> = (0..8)
        .map(|_| {
            let addr = server.addr;
            thread::spawn(move || client::sign_in(addr))
        })
        .collect();
    sign_ins
        .into_iter()
        .for_each(|one| drop(one.join().unwrap()));
    report.insert("rss_anon_mib".into(), json!(round(server.rss_anon_mib())));
    report.insert(
        "portal_first_load_bytes".into(),
        json!(client::first_load(server.addr)),
    );
    report.insert(
        "scripts_gzip_bytes".into(),
        json!(client::scripts(server.addr, &cookie)),
    );
    recount::measure(&server, report);
    let live = live::cost(&server, &cookie);
    report.insert("live_200_mib".into(), json!(round(live.mib)));
    report.insert(
        "live_200_core_percent".into(),
        json!(round(live.core_percent)),
    );
    drop(server);
    let floor = floor::rate(folder);
    report.insert(
        "floor_create_per_s_32_a_commit".into(),
        json!(floor.write_per_s),
    );
    report.insert(
        "create_to_floor".into(),
        json!(round(rate / floor.write_per_s)),
    );
    report.insert("floor_inbox_read_ms".into(), json!(floor.inbox_ms));
}

/// CPU of the server for one request, the median of five rounds of 300, and the page's size.
fn pages(server: &Server, path: &str, cookie: &str) -> (f64, usize) {
    let mut connection = Connection::open(server.addr);
    let headers = [("cookie", cookie)];
    let bytes = connection
        .send("GET", path, &headers, b"")
        .expect("a page")
        .len();
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let before = server.cpu_ms();
            for _ in 0..300 {
                connection.send("GET", path, &headers, b"").expect("a page");
            }
            (server.cpu_ms() - before) / 300.0
        })
        .collect();
    (round(median(&mut rounds)), bytes)
}

/// 32 clients, each on its own connection; CPU per complaint and complaints per second.
fn creates(server: &Server, token: &str) -> (f64, f64) {
    let mut cpus = Vec::new();
    let mut rates = Vec::new();
    for round in 0..3 {
        let (before, began) = (server.cpu_ms(), Instant::now());
        let clients: Vec<_> = (0..32)
            .map(|client| {
                let (addr, token) = (server.addr, token.to_owned());
                thread::spawn(move || {
                    let mut connection = Connection::open(addr);
                    for n in 0..100 {
                        let key = format!("bench-{round}-{client}-{n}");
                        let body = world::call(&key);
                        let bearer = format!("Bearer {token}");
                        let headers = [
                            ("authorization", bearer.as_str()),
                            ("content-type", "application/json"),
                            ("idempotency-key", key.as_str()),
                        ];
                        connection
                            .send("POST", "/api/v1/complaints", &headers, body.as_bytes())
                            .expect("an answer");
                    }
                })
            })
            .collect();
        clients.into_iter().for_each(|one| one.join().unwrap());
        rates.push(3200.0 / began.elapsed().as_secs_f64());
        cpus.push((server.cpu_ms() - before) / 3200.0);
    }
    (round(median(&mut cpus)), round(median(&mut rates)))
}

fn median(all: &mut [f64]) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn round(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}
