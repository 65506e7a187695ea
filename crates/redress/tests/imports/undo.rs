//! A whole import is taken back: its untouched cases are nowhere any more, the
//! ones that somebody worked on stay and are named, and the file can come again.

use crate::files::{DATA, count, import};
use crate::server::{blue_ferry, folder, redress, run, told};
use std::process::Stdio;

fn api(
    addr: std::net::SocketAddr,
    token: &str,
    method: &str,
    path: &str,
    body: &str,
) -> serde_json::Value {
    let bearer = format!("Bearer {token}");
    let answer = crate::http::send(
        addr,
        method,
        path,
        &[
            ("authorization", &bearer),
            ("content-type", "application/json"),
        ],
        body.as_bytes(),
    )
    .unwrap();
    assert!(
        answer.status < 300,
        "{path}: {} {}",
        answer.status,
        answer.body
    );
    serde_json::from_str(&answer.body).unwrap()
}

#[test]
fn an_import_is_undone_but_for_the_case_that_somebody_worked_on() {
    let data = folder("undo");
    let token = blue_ferry(&data);
    let file = format!("{DATA}cfpb-2013-14columns-100rows.csv");
    let first = import(&data, &file, &[]);
    assert_eq!(count(&first), (100, 100, 0, 0));
    let id = first["imports"][0].as_str().unwrap().to_owned();
    let server = crate::server::Server::start(&data, crate::server::free_port());
    let all = api(
        server.addr,
        &token,
        "GET",
        "/api/v1/complaints?limit=200",
        "",
    );
    assert_eq!(all["items"].as_array().unwrap().len(), 100);
    let worked_on = all["items"][7]["reference"].as_str().unwrap().to_owned();
    let note = format!("/api/v1/complaints/{worked_on}/notes");
    api(
        server.addr,
        &token,
        "POST",
        &note,
        "{\"text\":\"I know this one.\"}",
    );
    let undone = told(&data, &["--json", "import", "--undo", &id], "");
    assert_eq!(undone["annulled"], 99);
    assert_eq!(undone["kept"], serde_json::json!([worked_on]));
    let left = api(
        server.addr,
        &token,
        "GET",
        "/api/v1/complaints?limit=200",
        "",
    );
    assert_eq!(left["items"].as_array().unwrap().len(), 1);
    drop(server);
    // Once is enough, and what nobody knows cannot be undone.
    assert_eq!(
        run(&data, &["import", "--undo", &id], "").status.code(),
        Some(1)
    );
    assert_eq!(
        run(&data, &["import", "--undo", "0"], "").status.code(),
        Some(2)
    );
    // The same file again: the case that stayed is here already.
    assert_eq!(count(&import(&data, &file, &[])), (100, 99, 1, 0));
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    assert_eq!(
        told(&data, &["--json", "rebuild", "--check"], "")["ok"],
        true
    );
    std::fs::remove_dir_all(&data).unwrap();
}

#[test]
fn an_import_that_was_killed_goes_on_as_the_same_one_and_is_undone_whole() {
    let data = folder("killed");
    blue_ferry(&data);
    let file = data.join("long.csv");
    let mut text = String::from("Complaint ID,Date received,Issue\n");
    for n in 0..3000 {
        text.push_str(&format!("{n},2020-03-0{},Late ferry\n", n % 9 + 1));
    }
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let mut child = redress(&data, &["import", "--format", "cfpb", file])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Looked at from beside: a command would wait for its turn to write.
    let db = rusqlite::Connection::open(data.join("redress.db")).unwrap();
    let begun = std::time::Instant::now();
    let imported = || {
        let count = "SELECT COALESCE(SUM(imported), 0) FROM import_run";
        db.query_row(count, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    while imported() < 200 {
        assert!(begun.elapsed().as_secs() < 60, "the import does not get on");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = imported();
    drop(db);
    let again = import(&data, file, &[]);
    assert_eq!(count(&again), (3000, 3000 - before, before, 0));
    let runs = told(&data, &["--json", "import", "--list"], "");
    let runs = runs["imports"].as_array().unwrap();
    assert_eq!(
        (
            runs.len(),
            runs[0]["imported"].as_i64(),
            runs[0]["duplicates"].as_i64()
        ),
        (1, Some(3000), Some(0))
    );
    let id = runs[0]["id"].as_str().unwrap();
    assert_eq!(
        told(&data, &["--json", "import", "--undo", id], "")["annulled"],
        3000
    );
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    std::fs::remove_dir_all(&data).unwrap();
}
