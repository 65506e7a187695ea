//! Everything leaves one installation and stands in an empty other one with the
//! same journal root; a case and the journal leave with their proofs.

use crate::{
    files::{DATA, import},
    server::{blue_ferry, folder, run, told},
};
use serde_json::Value;
use std::fs;

fn file(folder: &std::path::Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn everything_comes_out_and_into_an_empty_installation_with_the_same_root() {
    let (data, other) = (folder("export-from"), folder("export-into"));
    blue_ferry(&data);
    import(&data, &format!("{DATA}cfpb-2023-cut-off.csv"), &[]);
    let before = told(&data, &["--json", "verify"], "");
    let to = data.join("all");
    let out = told(
        &data,
        &["--json", "export", "all", to.to_str().unwrap()],
        "",
    );
    assert_eq!(out["root"], before["root"]);
    let first: Value =
        serde_json::from_str(file(&to, "journal.jsonl").lines().next().unwrap()).unwrap();
    assert!(first["leaf"]["seq"] == 0 && first["record_salt"].is_string());
    let args = [
        "--json",
        "import",
        "--format",
        "redress",
        to.to_str().unwrap(),
    ];
    let taken = told(&other, &args, "");
    assert_eq!(
        (&taken["root"], &taken["entries"]),
        (&before["root"], &before["entries"])
    );
    let after = told(&other, &["--json", "verify"], "");
    assert_eq!(
        (&after["root"], &after["ok"]),
        (&before["root"], &Value::Bool(true))
    );
    assert_eq!(
        told(&other, &["--json", "rebuild", "--check"], "")["ok"],
        true
    );
    // Not into one that holds something, and not over what is there.
    assert_eq!(run(&other, &args, "").status.code(), Some(2));
    assert_eq!(
        run(&data, &["export", "all", to.to_str().unwrap()], "")
            .status
            .code(),
        Some(2)
    );
    for folder in [data, other] {
        fs::remove_dir_all(folder).unwrap();
    }
}

/// The negative control: one letter of one text is another.
#[test]
fn a_line_that_was_changed_is_refused_and_nothing_is_taken() {
    let (data, other) = (folder("export-changed"), folder("export-refused"));
    blue_ferry(&data);
    let to = data.join("all");
    told(
        &data,
        &["--json", "export", "all", to.to_str().unwrap()],
        "",
    );
    let lines = file(&to, "journal.jsonl").replacen("Blue Ferry", "Blue Fairy", 1);
    fs::write(to.join("journal.jsonl"), lines).unwrap();
    let args = ["import", "--format", "redress", to.to_str().unwrap()];
    let output = run(&other, &args, "");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not what its leaf commits to"));
    assert_eq!(told(&other, &["--json", "verify"], "")["entries"], 0);
    for folder in [data, other] {
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn a_case_and_the_journal_leave_with_their_proofs() {
    let data = folder("export-case");
    blue_ferry(&data);
    import(&data, &format!("{DATA}cfpb-2023-cut-off.csv"), &[]);
    let db = rusqlite::Connection::open(data.join("redress.db")).unwrap();
    let reference: String = db
        .query_row(
            "SELECT reference FROM complaint ORDER BY id LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    drop(db);
    let to = data.join("case");
    let out = told(
        &data,
        &["--json", "export", "case", &reference, to.to_str().unwrap()],
        "",
    );
    let entries = file(&to, "entries.jsonl");
    assert_eq!(
        out["entries"].as_u64(),
        Some(entries.lines().count() as u64)
    );
    let first: Value = serde_json::from_str(entries.lines().next().unwrap()).unwrap();
    assert!(
        first["tlog_proof"]
            .as_str()
            .unwrap()
            .starts_with("c2sp.org/tlog-proof@v1")
    );
    assert!(first["personal"]["text"].is_string());
    let to = data.join("case.html");
    let args = [
        "--json",
        "export",
        "case",
        &reference,
        to.to_str().unwrap(),
        "--html",
        "--language",
        "fa",
    ];
    let out = told(&data, &args, "");
    let html = fs::read_to_string(&to).unwrap();
    let told_of = redress_verify::page::check(html.as_bytes(), None, &[]).unwrap();
    assert_eq!(out["entries"].as_u64(), Some(told_of.entries));
    assert!(html.contains("<html lang=\"fa\" dir=\"rtl\">"));
    assert_eq!(
        run(&data, &args, "").status.code(),
        Some(2),
        "nothing is written over"
    );
    let to = data.join("journal");
    let out = told(
        &data,
        &["--json", "export", "journal", to.to_str().unwrap()],
        "",
    );
    let leaves = file(&to, "leaves.jsonl");
    assert_eq!(out["entries"].as_u64(), Some(leaves.lines().count() as u64));
    assert!(
        !leaves.contains("Blue Ferry"),
        "no text leaves with the journal"
    );
    assert_eq!(
        run(&data, &["export", "case", "BF-26-0000-000"], "")
            .status
            .code(),
        Some(1)
    );
    fs::remove_dir_all(&data).unwrap();
}
