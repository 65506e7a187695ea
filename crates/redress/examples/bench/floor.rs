//! The floor: the same rows and bytes with bare prepared statements, in the same
//! engine with the same durability, without anything of ours above it.

use rusqlite::{Connection, types::Value};
use std::{path::Path, time::Instant};

pub struct Floor {
    pub write_per_s: f64,
    pub inbox_ms: f64,
}

/// What one created complaint leaves behind, as whole rows: so many in each table.
/// Rows of sums, which a commit writes a few of, are left out in our disfavour.
const TABLES: &[(&str, usize, &str)] = &[
    (
        "journal_entry",
        2,
        "SELECT * FROM journal_entry ORDER BY seq DESC LIMIT ?1",
    ),
    (
        "journal_node",
        4,
        "SELECT * FROM journal_node ORDER BY place DESC LIMIT ?1",
    ),
    (
        "complaint",
        1,
        "SELECT * FROM complaint ORDER BY recorded_at DESC, id LIMIT ?1",
    ),
    (
        "secret_key",
        1,
        "SELECT * FROM secret_key ORDER BY about LIMIT ?1",
    ),
    (
        "receipt_request",
        1,
        "SELECT * FROM receipt_request ORDER BY request LIMIT ?1",
    ),
    (
        "receipt_external",
        1,
        "SELECT * FROM receipt_external ORDER BY external_id LIMIT ?1",
    ),
    (
        "figure_case",
        1,
        "SELECT * FROM figure_case ORDER BY complaint LIMIT ?1",
    ),
    (
        "search_row",
        1,
        "SELECT * FROM search_row ORDER BY id DESC LIMIT ?1",
    ),
    (
        "search_index (rowid, words)",
        1,
        "SELECT id, words FROM search_row ORDER BY id DESC LIMIT ?1",
    ),
];
const COMPLAINTS: usize = 3200;
/// As many complaints in a commit as there are clients.
const IN_A_COMMIT: usize = 32;

pub fn rate(folder: &Path) -> Floor {
    let database = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .find(|p| p.extension().is_some_and(|e| e == "db"))
        .expect("the database");
    let live = Connection::open(&database).unwrap();
    let inbox_ms = inbox(&live);
    let bare = Connection::open(folder.join("floor.sqlite")).unwrap();
    bare.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        .unwrap();
    let mut rows: Vec<(&str, Vec<Vec<Value>>)> = Vec::new();
    for (table, each, query) in TABLES {
        let name = table.split(' ').next().unwrap_or(table);
        copy_schema(&live, &bare, name);
        rows.push((table, read(&live, query, COMPLAINTS * each)));
    }
    let began = Instant::now();
    write(&bare, &rows);
    Floor {
        write_per_s: (COMPLAINTS as f64 / began.elapsed().as_secs_f64()).round(),
        inbox_ms,
    }
}

fn copy_schema(live: &Connection, bare: &Connection, table: &str) {
    let mut statement = live
        .prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = ?1 AND sql IS NOT NULL")
        .unwrap();
    let texts: Vec<String> = statement
        .query_map([table], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    texts
        .iter()
        .for_each(|text| bare.execute_batch(text).unwrap());
}

fn read(live: &Connection, query: &str, limit: usize) -> Vec<Vec<Value>> {
    let mut statement = live.prepare(query).unwrap();
    let width = statement.column_count();
    let rows = statement
        .query_map([limit as i64], |row| {
            (0..width).map(|at| row.get(at)).collect()
        })
        .unwrap();
    rows.map(Result::unwrap).collect()
}

fn write(bare: &Connection, rows: &[(&str, Vec<Vec<Value>>)]) {
    for commit in 0..COMPLAINTS / IN_A_COMMIT {
        bare.execute_batch("BEGIN IMMEDIATE").unwrap();
        for (table, all) in rows {
            let each = all.len() / COMPLAINTS;
            let part = all
                .iter()
                .skip(commit * IN_A_COMMIT * each)
                .take(IN_A_COMMIT * each);
            for row in part {
                let marks = vec!["?"; row.len()].join(",");
                let mut statement = bare
                    .prepare_cached(&format!("INSERT INTO {table} VALUES ({marks})"))
                    .unwrap();
                statement.execute(rusqlite::params_from_iter(row)).unwrap();
            }
        }
        bare.execute_batch("COMMIT").unwrap();
    }
}

/// The page's rows and the tallies, read bare: wall time on an idle core is CPU time here.
fn inbox(live: &Connection) -> f64 {
    let owner: String = live
        .query_row(
            "SELECT owner FROM complaint WHERE owner IS NOT NULL LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let began = Instant::now();
    for _ in 0..300 {
        let mut page = live.prepare_cached("SELECT id, reference, stage, owner, channel, language, complainant, subject, due_at FROM complaint WHERE is_open = 1 AND owner = ?1 ORDER BY due_at, id LIMIT 50").unwrap();
        let mut rows = page.query([&owner]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let _: (String, i64) = (row.get(1).unwrap(), row.get(8).unwrap());
        }
        let mut counts = live
            .prepare_cached(
                "SELECT SUM(CASE WHEN owner = '*' THEN n ELSE 0 END), SUM(CASE WHEN owner = ?1 THEN n ELSE 0 END) FROM complaint_tally WHERE owner IN ('*', ?1)",
            )
            .unwrap();
        let _: i64 = counts.query_row([&owner], |row| row.get(0)).unwrap();
    }
    (began.elapsed().as_secs_f64() * 1000.0 / 300.0 * 1000.0).round() / 1000.0
}
