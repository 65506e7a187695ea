//! The public complaint database in the six layouts in which it is found: column
//! names, line ends, date conventions, equal headers that disagree, a file that
//! ends in the middle of a record. Cut-outs here; the whole files with
//! `cargo xtask check --shared`.

use crate::server::{blue_ferry, folder, run, told};
use serde_json::Value;
use std::path::{Path, PathBuf};

pub const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/");

/// rows, imported, duplicates, rejected
type Counted = (i64, i64, i64, i64);

pub fn count(told: &Value) -> Counted {
    let n = |name: &str| told[name].as_i64().unwrap();
    (n("rows"), n("imported"), n("duplicates"), n("rejected"))
}

pub fn import(data: &Path, file: &str, more: &[&str]) -> Value {
    let mut args = vec!["--json", "import", "--format", "cfpb", file];
    args.extend(more);
    told(data, &args, "")
}

/// The choice that the file with equal headers needs.
fn second_of_each(data: &Path) -> String {
    let map = data.join("map.toml");
    std::fs::write(
        &map,
        "received_at = \"Date received#2\"\nresolved_at = \"Date resolved#2\"\n",
    )
    .unwrap();
    map.to_str().unwrap().to_owned()
}

fn ferry(name: &str) -> PathBuf {
    let data = folder(name);
    blue_ferry(&data);
    data
}

#[test]
fn every_layout_comes_in_whole_and_a_second_time_adds_nothing() {
    let data = ferry("layouts");
    let map = second_of_each(&data);
    let twins: &[&str] = &["--map", &map];
    for (file, more, rows, cut) in [
        ("cfpb-2020-300rows.csv", &[][..], 300, 0),
        ("cfpb-2016-100rows.csv", &[][..], 100, 0),
        ("cfpb-2013-snakecase-100rows.csv", &[][..], 100, 0),
        ("cfpb-2013-14columns-100rows.csv", &[][..], 100, 0),
        ("cfpb-2023-cut-off.csv", &[][..], 41, 1),
        ("cfpb-2016-twin-headers-200rows.csv", twins, 200, 0),
    ] {
        let file = format!("{DATA}{file}");
        let dry = import(&data, &file, &[more, &["--dry-run"]].concat());
        assert_eq!(count(&dry), (rows, rows - cut, 0, cut), "{file}");
        assert_eq!(
            count(&import(&data, &file, more)),
            (rows, rows - cut, 0, cut),
            "{file}"
        );
        assert_eq!(
            count(&import(&data, &file, more)),
            (rows, 0, rows - cut, cut),
            "{file}"
        );
    }
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    assert_eq!(
        told(&data, &["--json", "rebuild", "--check"], "")["ok"],
        true
    );
    std::fs::remove_dir_all(&data).unwrap();
}

#[test]
fn equal_headers_that_disagree_stop_the_import_and_are_both_named() {
    let data = ferry("twins");
    let file = format!("{DATA}cfpb-2016-twin-headers-200rows.csv");
    let output = run(&data, &["import", "--format", "cfpb", &file], "");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    for part in [
        "Date received#1, Date received#2",
        "differ in 63 of 200 rows",
        "Date resolved#1, Date resolved#2",
        "differ in 62 of 200 rows",
        "received_at = \"Date received#2\"",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let imports = told(&data, &["--json", "import", "--list"], "");
    assert_eq!(
        imports["imports"],
        serde_json::json!([]),
        "nothing was begun"
    );
    // A bare name is no choice between two; half a choice is none either.
    let map = data.join("bare.toml");
    std::fs::write(&map, "received_at = \"Date received\"\n").unwrap();
    let map = map.to_str().unwrap();
    let output = run(
        &data,
        &["import", "--format", "cfpb", "--map", map, &file],
        "",
    );
    assert_eq!(output.status.code(), Some(2));
    std::fs::remove_dir_all(&data).unwrap();
}

#[test]
fn dates_that_can_be_read_in_two_ways_are_asked_for() {
    let data = ferry("two-ways");
    let file = data.join("two-ways.csv");
    std::fs::write(&file, "Date received,Issue\n1/2/2020,a\n3/4/2020,b\n").unwrap();
    let file = file.to_str().unwrap();
    let output = run(&data, &["import", "--format", "cfpb", file], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--dates dmy, mdy or ymd"));
    assert_eq!(
        count(&import(&data, file, &["--dates", "dmy"])),
        (2, 2, 0, 0)
    );
    std::fs::remove_dir_all(&data).unwrap();
}

#[test]
fn a_record_that_was_cut_off_is_in_the_rejects_with_its_line() {
    let data = ferry("cut");
    let rejects = data.join("rejects.txt");
    let file = format!("{DATA}cfpb-2023-cut-off.csv");
    let told = import(&data, &file, &["--rejects", rejects.to_str().unwrap()]);
    assert_eq!(told["rejected"], 1);
    let rejects = std::fs::read_to_string(rejects).unwrap();
    let lines = std::fs::read_to_string(&file).unwrap().lines().count();
    assert_eq!(rejects, format!("{file}:{lines}: cut-off\n"));
    std::fs::remove_dir_all(&data).unwrap();
}

/// All 27,720 records of the six files, where the shared corpora are at hand.
#[test]
fn every_record_of_the_six_whole_files_is_accounted_for() {
    let Ok(shared) = std::env::var("REDRESS_SHARED_DATA") else {
        eprintln!("skipped: REDRESS_SHARED_DATA is not set (cargo xtask check --shared)");
        return;
    };
    let data = ferry("whole");
    let map = second_of_each(&data);
    let file = |name: &str| format!("{shared}/cfpb/complaints-{name}.csv");
    let twins = file("14000rows-bom-dupheader");
    let output = run(&data, &["import", "--format", "cfpb", &twins], "");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("differ in 4426 of 14000 rows"), "{said}");
    assert!(said.contains("differ in 4435 of 14000 rows"), "{said}");
    let mut total = 0;
    for (name, more, counted) in [
        ("2020-03-6664rows", &[][..], (6664, 6664, 0, 0)),
        ("2013-14cols-crlf", &[][..], (3186, 3186, 0, 0)),
        ("2023-truncated-mid-record", &[][..], (2068, 2067, 0, 1)),
        (
            "14000rows-bom-dupheader",
            &["--map", &map][..],
            (14_000, 14_000, 0, 0),
        ),
        // Complaints that stand in an earlier file under the same number are the same.
        ("2013-snakecase-1000rows", &[][..], (1000, 977, 23, 0)),
        ("2016-format-802rows", &[][..], (802, 791, 11, 0)),
    ] {
        assert_eq!(count(&import(&data, &file(name), more)), counted, "{name}");
        total += counted.0;
    }
    assert_eq!(total, 27_720);
    quarters_agree(&data, &twins);
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);
    std::fs::remove_dir_all(&data).unwrap();
}

/// The dates as they came in agree with what the file itself says of year,
/// quarter and duration, in every one of its 14,000 rows.
fn quarters_agree(data: &Path, file: &str) {
    let db = rusqlite::Connection::open(data.join("redress.db")).unwrap();
    let mut stored = db
        .prepare("SELECT c.received_at, c.closed_at FROM complaint c JOIN receipt_external x ON x.complaint = c.id WHERE x.external_id = ?1")
        .unwrap();
    let mut rows = csv::Reader::from_path(file).unwrap();
    for row in rows.records() {
        let row = row.unwrap();
        let id = format!("cfpb:{}", row[0].trim());
        let (received, closed): (i64, i64) = stored
            .query_row([&id], |r| Ok((r.get(0)?, r.get(1)?)))
            .unwrap();
        let zone = jiff::tz::TimeZone::get("Europe/Vilnius").unwrap();
        let day = |micros| {
            jiff::Timestamp::from_microsecond(micros)
                .unwrap()
                .to_zoned(zone.clone())
                .date()
        };
        let (received, closed) = (day(received), day(closed));
        assert_eq!(received.year().to_string(), row[14], "{id}");
        assert_eq!(
            format!("Q{}", (received.month() - 1) / 3 + 1),
            row[15],
            "{id}"
        );
        let days = received.until(closed).unwrap().get_days();
        // A closing before the receipt cannot have been: it counts as the same day.
        let told: i32 = row[13].parse().unwrap();
        assert_eq!(days, told.max(0), "{id}");
    }
}

#[test]
fn one_bad_row_among_many_is_one_reject() {
    let data = ferry("one-bad");
    let file = data.join("many.csv");
    let mut text = String::from("Complaint ID,Date received,Issue\n");
    for n in 0..1500 {
        text.push_str(&match n {
            700 => format!("{n},soon,Late ferry\n"),
            _ => format!("{n},2020-03-0{},Late ferry\n", n % 9 + 1),
        });
    }
    std::fs::write(&file, text).unwrap();
    let rejects = data.join("rejects.txt");
    let told = import(
        &data,
        file.to_str().unwrap(),
        &["--rejects", rejects.to_str().unwrap()],
    );
    assert_eq!(count(&told), (1500, 1499, 0, 1));
    let rejects = std::fs::read_to_string(rejects).unwrap();
    assert!(
        rejects.ends_with(":702: date-received-unreadable\n"),
        "{rejects}"
    );
    std::fs::remove_dir_all(&data).unwrap();
}
