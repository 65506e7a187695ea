//! `redress due` and `redress pack check`: a date and its reasons from what is
//! typed alone, and packs refused with their line. No installation is there.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// Runs in an empty folder, which has to stay empty.
fn redress(args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = Command::new(env!("CARGO_BIN_EXE_redress"))
        .arg("--data")
        .arg(&data)
        .args(args)
        .output()
        .unwrap();
    assert!(!data.exists(), "it made an installation");
    output
}

fn due(args: &[&str]) -> Value {
    let output = redress(&[&["--json", "due"], args].concat());
    let told = String::from_utf8(output.stdout).unwrap();
    let complains = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{args:?}: {complains}");
    assert_eq!(told.lines().count(), 1, "one object on one line");
    serde_json::from_str(&told).unwrap()
}

/// What it says when it refuses, and with which exit code.
fn refused(args: &[&str]) -> (i32, String) {
    let output = redress(args);
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code().unwrap(), text)
}

#[test]
fn the_answer_has_the_offset_of_the_zone_and_names_every_day() {
    let answer = due(&[
        "--pack",
        "lt-consumer",
        "--clock",
        "reply",
        "--received",
        "2026-12-24T10:00:00+02:00",
    ]);
    assert_eq!(answer["due"], "2027-01-07T23:59:59.999999+02:00");
    assert_eq!(answer["due_on"], "2027-01-07");
    let steps = answer["explanation"].as_array().unwrap();
    let counted: Vec<&str> = steps
        .iter()
        .filter(|step| step["step"] == "counted")
        .map(|step| step["day"].as_str().unwrap())
        .collect();
    assert_eq!(counted.len(), 14);
    assert_eq!((counted[0], counted[13]), ("2026-12-25", "2027-01-07"));
    assert!(
        steps
            .iter()
            .all(|step| !step["text"].as_str().unwrap().is_empty())
    );
}

#[test]
fn the_vectors_come_out_of_the_packs() {
    for (pack, clock, received, due_on) in [
        (
            "uk-fca-disp",
            "summary-resolution",
            "2026-12-18T11:00:00Z",
            "2026-12-23",
        ),
        (
            "uk-fca-disp",
            "summary-resolution",
            "2026-12-24T11:00:00Z",
            "2026-12-31",
        ),
        (
            "uk-fca-disp",
            "final-response",
            "2026-12-24T11:00:00Z",
            "2027-02-18",
        ),
        (
            "uk-fca-disp",
            "payment-response",
            "2026-12-24T11:00:00Z",
            "2027-01-19",
        ),
        (
            "uk-fca-disp",
            "payment-final",
            "2026-12-24T11:00:00Z",
            "2027-02-16",
        ),
        (
            "au-rg271",
            "idr-response",
            "2026-12-24T10:00:00+11:00",
            "2027-01-23",
        ),
        (
            "au-rg271",
            "hardship",
            "2026-12-24T10:00:00+11:00",
            "2027-01-14",
        ),
        (
            "au-rg271",
            "superannuation",
            "2026-12-24T10:00:00+11:00",
            "2027-02-07",
        ),
        (
            "lt-consumer",
            "reply",
            "2026-12-24T10:00:00+02:00",
            "2027-01-07",
        ),
        (
            "lt-bank",
            "reply",
            "2026-12-23T10:00:00+02:00",
            "2027-01-18",
        ),
        (
            "kr-civil-petition",
            "simple-enquiry",
            "2026-12-14T10:00:00+09:00",
            "2026-12-22",
        ),
        (
            "kr-civil-petition",
            "enquiry",
            "2026-12-14T10:00:00+09:00",
            "2027-01-04",
        ),
        (
            "cn-bank",
            "simple",
            "2026-12-24T10:00:00+08:00",
            "2027-01-08",
        ),
        (
            "cn-bank",
            "complex",
            "2026-12-24T10:00:00+08:00",
            "2027-01-23",
        ),
        (
            "cn-bank",
            "extended",
            "2026-12-24T10:00:00+08:00",
            "2027-02-22",
        ),
    ] {
        let answer = due(&["--pack", pack, "--clock", clock, "--received", received]);
        assert_eq!(answer["due_on"], due_on, "{pack} {clock}");
    }
    let at_once = due(&[
        "--pack",
        "kr-civil-petition",
        "--clock",
        "immediate",
        "--received",
        "2026-12-23T16:30:00+09:00",
    ]);
    assert_eq!(at_once["due"], "2026-12-24T10:30:00+09:00");
}

#[test]
fn the_cfpb_counts_from_the_sending_to_the_company() {
    let clock = [
        "--pack",
        "us-cfpb",
        "--clock",
        "response",
        "--received",
        "2026-12-20T10:00:00-05:00",
    ];
    let answer = due(&[
        &clock[..],
        &["--fact", "sent-to-company=2026-12-24T10:00:00-05:00"],
    ]
    .concat());
    assert_eq!(answer["due_on"], "2027-01-08");
    let (code, text) = refused(&[&["due"], &clock[..]].concat());
    assert_eq!(code, 2);
    assert!(text.contains("--fact sent-to-company=TIME"), "{text}");
}

#[test]
fn a_pack_without_a_calendar_asks_and_another_calendar_counts_otherwise() {
    let clock = [
        "--pack",
        "eu-psd2",
        "--clock",
        "response",
        "--received",
        "2026-12-23T10:00:00+02:00",
    ];
    let (code, text) = refused(&[&["due"], &clock[..]].concat());
    assert_eq!(code, 2);
    assert!(
        text.contains("--calendar") && text.contains("GB-EAW"),
        "{text}"
    );
    let lithuanian = due(&[&clock[..], &["--calendar", "LT"]].concat());
    assert_eq!(lithuanian["due_on"], "2027-01-18");
    assert_eq!(lithuanian["due"], "2027-01-18T23:59:59.999999+02:00");
}

#[test]
fn what_the_law_may_allow_stands_beside_the_earlier_date() {
    // Fourteen days from 12 December 2026 end on a Saturday after Christmas.
    let answer = due(&[
        "--pack",
        "lt-consumer",
        "--clock",
        "reply",
        "--received",
        "2026-12-12T10:00:00+02:00",
    ]);
    assert_eq!(answer["due_on"], "2026-12-26");
    assert_eq!(answer["latest_in_law"], "2026-12-28");
}

#[test]
fn in_words_the_last_line_is_the_date() {
    let output = redress(&[
        "due",
        "--pack",
        "kr-civil-petition",
        "--clock",
        "enquiry",
        "--received",
        "2026-12-14T10:00",
    ]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    assert_eq!(
        text.lines().last(),
        Some("due 2027-01-04T23:59:59.999999+09:00")
    );
    assert!(
        text.contains("Fri 2026-12-25 is skipped: holiday: "),
        "{text}"
    );
    assert!(
        text.contains("Sat 2026-12-19 is skipped: weekend"),
        "{text}"
    );
    assert!(text.contains("Mon 2026-12-14 is day 1"), "{text}");
}

#[test]
fn wrong_use_ends_with_two_and_says_what_there_is() {
    let clock = |pack, name, received| {
        [
            "due",
            "--pack",
            pack,
            "--clock",
            name,
            "--received",
            received,
        ]
    };
    let noon = "2026-12-24T12:00:00Z";
    for (args, says) in [
        (clock("uk-fca", "final-response", noon), "uk-fca-disp"),
        (clock("uk-fca-disp", "final", noon), "final-response"),
        (
            clock("uk-fca-disp", "final-response", "yesterday"),
            "2026-12-24T10:00:00+09:00",
        ),
        // The clocks jump over this hour in London.
        (
            clock("uk-fca-disp", "final-response", "2027-03-28T01:30"),
            "add the offset",
        ),
    ] {
        let (code, text) = refused(&args);
        assert_eq!(code, 2, "{text}");
        assert!(text.contains(says), "{text}");
    }
    let fine = clock("uk-fca-disp", "final-response", noon);
    for (more, says) in [
        (
            ["--fact", "acknowleged=2026-12-24T12:00:00Z"],
            "acknowledged",
        ),
        (["--fact", "acknowledged"], "KIND=TIME"),
        (["--calendar", "XX"], "GB-EAW"),
    ] {
        let (code, text) = refused(&[&fine[..], &more[..]].concat());
        assert_eq!(code, 2, "{text}");
        assert!(text.contains(says), "{text}");
    }
    // Before any version and beyond all time: not wrong use, but no date.
    assert_eq!(
        refused(&clock(
            "uk-fca-disp",
            "final-response",
            "1999-01-01T00:00:00Z"
        ))
        .0,
        1
    );
    assert_eq!(
        refused(&clock(
            "uk-fca-disp",
            "final-response",
            "9999-12-24T00:00:00Z"
        ))
        .0,
        1
    );
}

fn rules(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../packs/rules")
        .join(name)
}

#[test]
fn a_pack_is_checked_and_its_cases_are_run() {
    let file = rules("uk-fca-disp.toml");
    let output = redress(&["--json", "pack", "check", file.to_str().unwrap()]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(output.status.success(), "{answer}");
    assert_eq!(
        (&answer["ok"], &answer["id"]),
        (&Value::Bool(true), &"uk-fca-disp".into())
    );
    assert!(answer["golden"].as_u64().unwrap() >= 12);
}

#[test]
fn a_broken_pack_is_refused_with_file_line_and_what_was_expected() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.toml");
    let text = std::fs::read_to_string(rules("uk-fca-disp.toml")).unwrap();
    let line = 1 + text.lines().position(|line| line == "amount = 8").unwrap();

    std::fs::write(&own, text.replacen("amount = 8\n", "amount = -8\n", 1)).unwrap();
    let (code, says) = refused(&["pack", "check", own.to_str().unwrap()]);
    assert_eq!(code, 1);
    let expected = format!("own.toml:{line}: `amount`: expected a whole number from 1 to 520");
    assert!(says.contains(&expected), "{says}");

    std::fs::write(&own, text.replacen("amount = 8\n", "amount = 9\n", 1)).unwrap();
    let (code, says) = refused(&["pack", "check", own.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(
        says.contains("`final-response`: expected") && says.contains("wrong"),
        "{says}"
    );

    // A version that is wrong is told by its own line, and not called missing.
    let unquoted = text.replacen("from = \"", "from = 2026-06-01 #\"", 1);
    std::fs::write(&own, unquoted).unwrap();
    let (code, says) = refused(&["pack", "check", own.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(
        says.contains("`from`: expected a text in quotation marks"),
        "{says}"
    );
    assert!(!says.contains("at least one [[version]]"), "{says}");

    std::fs::write(&own, b"id = \"own\"\ntitle = \"\xff\"\n").unwrap();
    let (code, says) = refused(&["pack", "check", own.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(
        says.contains("own.toml:2: not text in UTF-8; expected TOML"),
        "{says}"
    );

    let (code, _) = refused(&["pack", "check", "no-such-file.toml"]);
    assert_eq!(code, 2);
}
