//! Real rows of the public complaint database come in while eight clients
//! create: every row is accounted for, a second run adds nothing, and the
//! journal proves itself.

use crate::{http, server};
use server::{Server, blue_ferry, folder, free_port, run, told};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
};

const ROWS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/data/cfpb-2020-300rows.csv"
);

#[test]
fn rows_come_in_while_eight_clients_create() {
    let data = folder("import");
    let token = blue_ferry(&data);
    let server = Server::start(&data, free_port());
    let (stop, made) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicU64::new(0)),
    );
    let clients: Vec<_> = (0..8)
        .map(|client| {
            let (stop, made, token, addr) =
                (stop.clone(), made.clone(), token.clone(), server.addr);
            thread::spawn(move || {
                let mut n = 0;
                while !stop.load(Ordering::SeqCst) {
                    let body =
                        format!("{{\"channel\":\"phone\",\"description\":\"call {client}-{n}\"}}");
                    let bearer = format!("Bearer {token}");
                    let answer = http::send(
                        addr,
                        "POST",
                        "/api/v1/complaints",
                        &[("authorization", &bearer)],
                        body.as_bytes(),
                    )
                    .unwrap();
                    assert_eq!(answer.status, 201, "{}", answer.body);
                    made.fetch_add(1, Ordering::SeqCst);
                    n += 1;
                }
            })
        })
        .collect();
    // Nothing is recorded by a dry run.
    let dry = told(
        &data,
        &["--json", "import", "--format", "cfpb", "--dry-run", ROWS],
        "",
    );
    assert_eq!(
        (dry["rows"].as_i64(), dry["imported"].as_i64()),
        (Some(300), Some(300))
    );
    let first = told(&data, &["--json", "import", "--format", "cfpb", ROWS], "");
    let again = told(&data, &["--json", "import", "--format", "cfpb", ROWS], "");
    stop.store(true, Ordering::SeqCst);
    clients
        .into_iter()
        .for_each(|client| client.join().unwrap());
    assert_eq!(count(&first), (300, 300, 0, 0));
    assert_eq!(count(&again), (300, 0, 300, 0));
    assert!(made.load(Ordering::SeqCst) > 0);
    drop(server);
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    assert_eq!(
        told(&data, &["--json", "rebuild", "--check"], "")["ok"],
        true
    );
    std::fs::remove_dir_all(&data).unwrap();
}

fn count(told: &serde_json::Value) -> (i64, i64, i64, i64) {
    let n = |name: &str| told[name].as_i64().unwrap();
    (n("rows"), n("imported"), n("duplicates"), n("rejected"))
}

#[test]
fn a_bad_row_is_in_the_rejects_with_its_line_and_reason() {
    let data = folder("rejects");
    blue_ferry(&data);
    let text = std::fs::read_to_string(ROWS).unwrap();
    let header = text.lines().next().unwrap();
    let (file, rejects) = (data.join("bad.csv"), data.join("rejects.txt"));
    let good = "2020-03-06,Debt collection,,Fraud,,,,Acme,NC,27105,,,Web,2020-03-06,Closed with explanation,Yes,N/A,1";
    std::fs::write(
        &file,
        format!("{header}\n{good}\nsoon,Debt,,Fraud,,,,Acme,NC,,,,Web,,,Yes,N/A,2\ncut off,Debt\n"),
    )
    .unwrap();
    let (file, rejects) = (
        file.to_str().unwrap().to_owned(),
        rejects.to_str().unwrap().to_owned(),
    );
    let told = told(
        &data,
        &[
            "--json",
            "import",
            "--format",
            "cfpb",
            "--rejects",
            &rejects,
            &file,
        ],
        "",
    );
    assert_eq!(count(&told), (3, 1, 0, 2));
    let rejects = std::fs::read_to_string(rejects).unwrap();
    assert!(
        rejects.contains(":3: date-received-unreadable")
            && rejects.contains(":4: wrong-number-of-columns"),
        "{rejects}"
    );
    std::fs::remove_dir_all(&data).unwrap();
}

#[test]
fn a_format_that_nobody_knows_is_wrong_use() {
    let data = folder("format");
    blue_ferry(&data);
    let output = run(&data, &["import", "--format", "pigeon", ROWS], "");
    assert_eq!(output.status.code(), Some(2));
    std::fs::remove_dir_all(&data).unwrap();
}
