//! A machine is lost: what comes back from a backup, the second copy and paper, by the
//! commands that an administrator types; and what each missing piece is answered with.

use crate::server::{blue_ferry, folder, run, told};
use std::path::{Path, PathBuf};

fn words(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn refused(data: &Path, args: &[&str], stdin: &str) -> String {
    let output = run(data, args, stdin);
    assert!(!output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// The house, its second place with the copy in it, its backup, its paper.
fn house() -> (PathBuf, PathBuf, PathBuf, String) {
    let (data, place) = (folder("lost-house"), folder("lost-place"));
    blue_ferry(&data);
    let paper = told(&data, &["--json", "keys", "root"], "")["root_key"]
        .as_str()
        .unwrap()
        .to_owned();
    let copy = told(&data, &["--json", "keys", "copy", words(&place)], "");
    let copy = PathBuf::from(copy["copy"].as_str().unwrap());
    let file = place.join("ferry.backup");
    told(&data, &["--json", "backup", words(&file)], "");
    (data, copy, file, paper)
}

#[test]
fn an_empty_machine_is_brought_back_with_backup_second_copy_and_paper() {
    let (data, copy, file, paper) = house();
    let root = told(&data, &["--json", "verify"], "")["root"].clone();
    let empty = folder("lost-empty");
    let args = [
        "restore",
        words(&file),
        "--copy",
        words(&copy),
        "--root",
        "-",
    ];
    let why = refused(&empty, &["restore", words(&file)], "");
    assert!(why.contains("--copy"), "{why}");
    let why = refused(&empty, &args, "no root key at all");
    assert!(why.contains("no root key"), "{why}");
    told(&empty, &[&["--json"][..], &args[..]].concat(), &paper);
    let verified = told(&empty, &["--json", "verify"], "");
    assert_eq!(verified["ok"], serde_json::json!(true));
    assert_eq!(verified["root"], root);
    assert!(run(&empty, &["rebuild", "--check"], "").status.success());
    for folder in [data, empty, file.parent().unwrap().to_owned()] {
        drop(std::fs::remove_dir_all(folder));
    }
}

#[test]
fn a_key_file_that_is_gone_stops_every_command_and_is_recovered_from_the_copy() {
    let (data, copy, file, paper) = house();
    std::fs::remove_file(data.join("keys.toml")).unwrap();
    let why = refused(&data, &["verify"], "");
    assert!(why.contains("redress keys recover"), "{why}");
    assert!(!data.join("keys.toml").exists(), "no fresh one was made");
    let args = ["keys", "recover", "--copy", words(&copy), "--root", "-"];
    assert!(run(&data, &args, &paper).status.success());
    assert!(run(&data, &["verify"], "").status.success());
    let why = refused(&data, &args, &paper);
    assert!(why.contains("move it away first"), "{why}");
    for folder in [data, file.parent().unwrap().to_owned()] {
        drop(std::fs::remove_dir_all(folder));
    }
}

/// The line of the second copy, and whether `doctor` was content.
fn doctor(data: &Path) -> (String, bool) {
    let output = run(data, &["--json", "doctor"], "");
    let stdout = String::from_utf8(output.stdout).unwrap();
    let told: serde_json::Value = serde_json::from_str(stdout.lines().last().unwrap()).unwrap();
    let lines = told["lines"].as_array().unwrap();
    let line = lines
        .iter()
        .find(|line| line["name"] == "key-copy")
        .unwrap();
    let state = line["state"].as_str().unwrap().to_owned();
    (state, output.status.success())
}

#[test]
fn doctor_fails_until_there_is_a_second_copy_and_again_when_it_is_gone() {
    let (data, place) = (folder("doctor-house"), folder("doctor-place"));
    let set_up = [
        "--json",
        "setup",
        "--org",
        "Blue Ferry Co.",
        "--admin",
        "sam@ferry.example",
        "--password-stdin",
    ];
    let set_up = told(&data, &set_up, "a long enough secret\n");
    assert!(
        set_up["root_key"].as_str().unwrap().len() > 68,
        "printed once"
    );
    assert_eq!(doctor(&data), ("fail".to_owned(), false));
    let copy = told(&data, &["--json", "keys", "copy", words(&place)], "");
    assert_eq!(doctor(&data).0, "ok");
    std::fs::remove_file(copy["copy"].as_str().unwrap()).unwrap();
    assert_eq!(doctor(&data), ("fail".to_owned(), false));
    for folder in [data, place] {
        drop(std::fs::remove_dir_all(folder));
    }
}
