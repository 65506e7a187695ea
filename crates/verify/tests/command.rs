//! The binary as an outsider runs it, on a small journal that this test writes and signs
//! by itself: what it says, and with which code it ends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signer, SigningKey};
use redress_verify::{
    hex,
    tree::{Growing, Hash, leaf_hash},
};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const ORIGIN: &str = "redress/0011223344556677";

fn signing(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn typed(key: &SigningKey) -> Vec<u8> {
    [&[1][..], key.verifying_key().as_bytes()].concat()
}

fn id(key: &SigningKey) -> Vec<u8> {
    let hash = Sha256::digest([ORIGIN.as_bytes(), b"\n", &typed(key)].concat());
    hash[..4].to_vec()
}

fn key_text(key: &SigningKey) -> String {
    format!("{ORIGIN}+{}+{}", hex(&id(key)), STANDARD.encode(typed(key)))
}

fn leaf(seq: usize) -> String {
    let (one, hash) = ("1".repeat(32), "ab".repeat(32));
    format!(
        "{{\"about\":\"{one}\",\"actor\":\"{one}\",\"id\":\"{one}\",\"kind\":\"received\",\"occurred_at\":null,\
         \"personal\":null,\"record\":\"{hash}\",\"recorded_at\":{},\"seq\":{seq},\"unit\":null,\"v\":1,\"version\":1}}",
        1_772_434_800_000_000_i64 + seq as i64
    )
}

fn root(leaves: &[String]) -> Hash {
    let mut tree = Growing::default();
    leaves
        .iter()
        .for_each(|leaf| tree.add(leaf_hash(leaf.as_bytes())));
    tree.root()
}

/// RFC 6962, 2.1.1, taken literally.
fn path(leaves: &[String], index: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
    let (mut inner, sibling) = match index < left.len() {
        true => (path(left, index), root(right)),
        false => (path(right, index - left.len()), root(left)),
    };
    inner.push(sibling);
    inner
}

fn note(leaves: &[String], key: &SigningKey) -> String {
    let text = format!(
        "{ORIGIN}\n{}\n{}\ncheckpoint 0\n",
        leaves.len(),
        STANDARD.encode(root(leaves))
    );
    let signed = [id(key), key.sign(text.as_bytes()).to_bytes().to_vec()].concat();
    format!("{text}\n\u{2014} {ORIGIN} {}\n", STANDARD.encode(signed))
}

fn receipt(leaves: &[String], index: usize, key: &SigningKey) -> String {
    let extra = STANDARD.encode(format!("{}\n{}", leaves[index], key_text(key)));
    let way: String = path(leaves, index)
        .iter()
        .map(|hash| STANDARD.encode(hash) + "\n")
        .collect();
    format!(
        "c2sp.org/tlog-proof@v1\nextra {extra}\nindex {index}\n{way}\n{}",
        note(leaves, key)
    )
}

/// A folder of its own, emptied.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn export(to: &Path, leaves: &[String], key: &SigningKey) {
    fs::create_dir_all(to).unwrap();
    let lines: String = leaves.iter().map(|leaf| format!("{leaf}\n")).collect();
    fs::write(to.join("leaves.jsonl"), lines).unwrap();
    fs::write(to.join("checkpoint.txt"), note(leaves, key)).unwrap();
    fs::write(to.join("key.txt"), key_text(key) + "\n").unwrap();
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_redress-verify"))
        .args(args)
        .output()
        .unwrap()
}

#[track_caller]
fn ends(args: &[&str], code: i32, says: &str) {
    let output = run(args);
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8(told).unwrap();
    assert_eq!(output.status.code(), Some(code), "{told}");
    assert!(told.contains(says), "{told}");
}

#[test]
fn a_receipt_is_proved_refused_or_asked_for_in_the_right_way() {
    let (dir, key) = (folder("receipts"), signing(7));
    let leaves: Vec<String> = (0..11).map(leaf).collect();
    let at = dir.join("a.tlog-proof");
    let file = at.to_str().unwrap();
    for index in 0..11 {
        fs::write(&at, receipt(&leaves, index, &key)).unwrap();
        ends(&[file], 0, "The key came with the proof itself");
        ends(
            &[file, "--key", &key_text(&key), "--json"],
            0,
            "\"own_key\":false",
        );
    }
    ends(&[file], 0, "recorded at 2026-03-02T07:00:00.00001Z");
    ends(
        &[file, "--key", &key_text(&signing(8))],
        1,
        "not signed with this key",
    );
    let text = fs::read_to_string(&at).unwrap();
    for (changed, says) in [
        (text.replace("index 10", "index 9"), "does not belong"),
        (text.split("\n\n").next().unwrap().to_owned(), "cut off"),
        ("Dear Sirs".to_owned(), "no receipt"),
        (String::new(), "empty"),
        (text.replace("extra ", "extra A"), "damaged"),
        (
            receipt(&leaves, 10, &signing(8)),
            "not signed with this key",
        ),
    ] {
        fs::write(&at, changed).unwrap();
        ends(&[file, "--key", &key_text(&key)], 1, says);
    }
    ends(&[], 2, "see --help");
    ends(&["--help"], 0, "Exit: 0");
    ends(&[file, "--key", "nonsense"], 2, "neither a public key");
    ends(&["/nowhere/at-all"], 2, "cannot be read");
    ends(&[dir.to_str().unwrap()], 2, "holds no");
}

#[test]
fn a_journal_is_proved_and_what_was_put_back_or_written_anew_is_found() {
    let (dir, key) = (folder("journals"), signing(7));
    let leaves: Vec<String> = (0..11).map(leaf).collect();
    let at = dir.join("export");
    let path = at.to_str().unwrap();
    let kept = dir.join("kept.tlog-proof");
    fs::write(&kept, receipt(&leaves, 3, &key)).unwrap();
    let kept = kept.to_str().unwrap();
    export(&at, &leaves, &key);
    ends(&[path], 0, "11 entries");
    ends(&[path, "--against", kept], 0, "It continues all 1 states");
    // An older state, true in itself.
    export(&at, &leaves[..7], &key);
    ends(&[path], 0, "7 entries");
    ends(&[path, "--against", kept], 1, "an older state was put back");
    // Written anew with the true key, and gone on.
    let mut forged: Vec<String> = (0..13).map(leaf).collect();
    forged[2] = forged[2].replace("received", "revoked");
    export(&at, &forged, &key);
    ends(&[path], 0, "13 entries");
    ends(&[path, "--against", kept], 1, "it is not what");
    // Changed without the key.
    export(&at, &leaves, &key);
    let lines = fs::read_to_string(at.join("leaves.jsonl")).unwrap();
    fs::write(
        at.join("leaves.jsonl"),
        lines.replacen("\"seq\":4", "\"seq\": 4", 1),
    )
    .unwrap();
    ends(&[path], 1, "Entry 4");
    fs::remove_file(at.join("checkpoint.txt")).unwrap();
    ends(&[path], 1, "checkpoint.txt is missing");
    // Two signed receipts of one size and two roots.
    let other = dir.join("other.tlog-proof");
    forged.truncate(11);
    fs::write(&other, receipt(&forged, 5, &key)).unwrap();
    ends(
        &[other.to_str().unwrap(), "--against", kept],
        1,
        "two versions",
    );
}
