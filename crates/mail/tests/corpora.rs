//! Messages of others, whole, cut and damaged: none crashes, none takes long, no report
//! and no automatic answer becomes a complaint, and the codes, replies and charsets that
//! they expect are found. A part of them lies in `samples`; all with `cargo xtask check
//! --shared`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout
)]

use redress_mail::{
    fate::{Cause, Desk, Fate, Kind, fate},
    reading::{charset::decode, read, tnef},
    splitting::split,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

fn shared() -> Option<PathBuf> {
    match std::env::var("REDRESS_SHARED_DATA") {
        Ok(folder) => Some(PathBuf::from(folder)),
        Err(_) => {
            eprintln!(
                "SKIPPED, loudly: REDRESS_SHARED_DATA is not set (cargo xtask check --shared)"
            );
            None
        }
    }
}

/// What is read: a part always, and everything where it is. True: everything.
fn corpora() -> Vec<(PathBuf, bool)> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let all = shared().map(|folder| (folder, true));
    [(samples, false)].into_iter().chain(all).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => open.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// More than enough for 3 MB on a busy machine without optimisation.
const SLOW: Duration = Duration::from_secs(5);

fn taken(bytes: &[u8], name: &str) -> Fate {
    let begun = Instant::now();
    let its = fate(&read(bytes), &Desk::default()).fate;
    assert!(begun.elapsed() < SLOW, "{name}: {:?}", begun.elapsed());
    assert_ne!(its.code(), "", "{name}");
    its
}

#[test]
fn no_report_and_no_automatic_answer_becomes_a_complaint() {
    for (folder, whole) in corpora() {
        let least = if whole { (481, 70) } else { (40, 5) };
        let found = machines(&folder);
        assert!(found.0 >= least.0 && found.1 >= least.1, "{found:?}");
    }
}

/// How many reports, and how many automatic answers.
fn machines(folder: &Path) -> (u32, u32) {
    let (mut reports, mut automatic, mut all) = (0, 0, 0);
    let mut wrong = Vec::new();
    for path in files(&folder.join("mail")) {
        let bytes = fs::read(&path).unwrap();
        let message = read(&bytes);
        all += 1;
        assert!(
            message.unreadable.is_none_or(|why| why.code() != "failed"),
            "{}",
            path.display()
        );
        let kind = message
            .field("content-type")
            .unwrap_or_default()
            .to_lowercase();
        let says = message
            .field("auto-submitted")
            .unwrap_or_default()
            .to_lowercase();
        let is_report = kind.starts_with("multipart/report");
        let is_automatic = !is_report && says.starts_with("auto");
        reports += u32::from(is_report);
        automatic += u32::from(is_automatic);
        let its = taken(&bytes, &path.display().to_string());
        if (is_report || is_automatic) && (its.is_somebody() || its.may_be_answered()) {
            wrong.push(path);
        }
    }
    println!(
        "{all} files, {reports} reports, {automatic} automatic answers, {} wrong",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{wrong:?}");
    (reports, automatic)
}

type Expected = BTreeMap<String, Vec<(String, String, String, bool)>>;

/// Codes that stand in no report: sisimai's own numbers for its causes.
fn is_invented(code: &str) -> bool {
    code.len() > 5 && code.get(1..4) == Some(".0.")
}

fn causes(theirs: &str) -> &'static [Cause] {
    match theirs {
        "userunknown" | "filtered" => &[Cause::NoSuchPerson],
        "mailboxfull" => &[Cause::MailboxFull],
        "hostunknown" => &[Cause::NoSuchDomain],
        "expired" => &[Cause::TimedOut],
        "suspend" => &[Cause::Closed],
        "mesgtoobig" => &[Cause::TooLarge],
        "rejected" | "blocked" | "requireptr" | "norelaying" | "spamdetected" => &[Cause::Refused],
        "notaccept" => &[Cause::Refused, Cause::NoSuchDomain],
        "systemerror" | "networkerror" | "mailererror" | "syntaxerror" => &[Cause::Fault],
        _ => &[Cause::Unknown, Cause::Fault],
    }
}

#[test]
fn codes_of_reports_are_those_that_others_found() {
    for (folder, whole) in corpora() {
        // Of the few invented codes of a part one more or less says nothing.
        codes(
            &folder.join("mail/sisimai-bounces"),
            if whole { 75 } else { 60 },
        );
    }
}

/// Invented codes: so many of a hundred of their causes are ours.
fn codes(folder: &Path, causes_alike: u32) {
    let text = fs::read_to_string(folder.join("expected-dsn-reason.json")).unwrap();
    let expected: Expected = serde_json::from_str(&text).unwrap();
    let (mut named, mut right, mut invented, mut alike, mut present) = (0, 0, 0, 0, 0);
    for (file, all) in &expected {
        let places =
            ["bsd", "dos", "mac"].map(|place| folder.join("maildir").join(place).join(file));
        let Some(path) = places.into_iter().find(|path| path.exists()) else {
            continue;
        };
        present += 1;
        let found = match taken(&fs::read(path).unwrap(), file) {
            Fate::BounceOf(found) => found,
            _ => Vec::new(),
        };
        for (code, _, reason, _) in all {
            if code.is_empty() {
                continue;
            }
            match is_invented(code) {
                true => {
                    invented += 1;
                    alike += u32::from(found.iter().any(|its| causes(reason).contains(&its.cause)));
                }
                false => {
                    named += 1;
                    right += u32::from(found.iter().any(|its| its.status.as_deref() == Some(code)));
                }
            }
        }
        let feedback = all.iter().all(|(_, _, reason, _)| reason == "feedback");
        if feedback && !found.is_empty() {
            assert!(found.iter().all(|its| its.kind == Kind::Feedback), "{file}");
        }
    }
    println!(
        "{present} of {} files; codes named {right}/{named}; causes of invented codes {alike}/{invented}",
        expected.len()
    );
    assert!(right * 100 >= named * 95, "{right}/{named}");
    assert!(alike * 100 >= invented * causes_alike, "{alike}/{invented}");
}

#[test]
fn replies_are_trimmed_as_others_trim_them() {
    for (folder, _) in corpora() {
        trimmed(&folder.join("replies/discourse/test"));
    }
}

fn trimmed(folder: &Path) {
    let lines = |text: &str| -> String {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim().to_owned()
    };
    let (mut right, mut all) = (0, 0);
    for path in files(&folder.join("emails")) {
        let name = path.file_name().unwrap();
        let expected = fs::read_to_string(folder.join("trimmed").join(name)).unwrap();
        let said = split(&fs::read_to_string(&path).unwrap()).said;
        all += 1;
        right += u32::from(lines(&said) == lines(&expected));
    }
    println!("{right} of {all} replies");
    assert!(right * 100 >= all * 90, "{right} of {all}");
}

#[test]
fn charsets_are_read_as_their_twins_in_utf8() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("mail/cpython-cjkencodings");
    for name in [
        "big5",
        "cp949",
        "euc_jp",
        "euc_kr",
        "gb18030",
        "gb2312",
        "gbk",
        "hz",
        "iso2022_jp",
        "iso2022_kr",
        "shift_jis",
    ] {
        let bytes = fs::read(folder.join(format!("{name}.txt"))).unwrap();
        let twin = fs::read_to_string(folder.join(format!("{name}-utf8.txt"))).unwrap();
        let label = name.replace("iso2022", "iso-2022").replace('_', "-");
        let read = decode(&bytes, Some(&label), None).text;
        // KS X 1001 spells rare syllables with four letters each: one line of the twins.
        let differ = read
            .lines()
            .zip(twin.lines())
            .filter(|(a, b)| a != b)
            .count();
        assert!(differ <= 1, "{name}: {differ} lines differ\n{read}\n{twin}");
        assert_eq!(read.lines().count(), twin.lines().count(), "{name}");
    }
}

#[test]
fn what_outlook_wrapped_up_comes_out_as_others_unwrap_it() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("mail/mimekit/tnef");
    let (mut named, mut found, mut bodies) = (0, 0, 0);
    for path in files(&folder)
        .iter()
        .filter(|path| path.extension().is_some_and(|its| its == "list"))
    {
        let its = tnef::read(&fs::read(path.with_extension("tnef")).unwrap()).unwrap();
        for name in fs::read_to_string(path).unwrap().lines().map(str::trim) {
            if name.is_empty() || name.starts_with("Untitled") {
                continue;
            }
            if name.starts_with("body.") {
                bodies += 1;
                let said = [its.text.as_bytes(), &its.html, &its.rtf].concat();
                assert!(!said.is_empty(), "{}: {name}", path.display());
                continue;
            }
            named += 1;
            let same = fs::read(path.with_extension("").join(name)).ok();
            let ours = its.files.iter().find(|(ours, _)| ours == name);
            let right = ours.is_some_and(|(_, bytes)| {
                same.as_ref()
                    .is_none_or(|same| same == bytes || *same == with_lines_of_unix(bytes))
            });
            found += u32::from(right);
            if !right {
                println!("{}: {name}", path.display());
            }
        }
    }
    println!("{found} of {named} files, {bodies} texts");
    assert!(found * 100 >= named * 90, "{found} of {named}");
}

/// Text files of this corpus lost the first half of their line ends on their way through
/// version control; inside the wrapper they have it.
fn with_lines_of_unix(bytes: &[u8]) -> Vec<u8> {
    let text = bytes.iter().enumerate();
    let kept = text.filter(|(at, byte)| !(**byte == b'\r' && bytes.get(at + 1) == Some(&b'\n')));
    kept.map(|(_, byte)| *byte).collect()
}

/// xorshift: the same damage on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

#[test]
fn a_message_cut_anywhere_or_with_bytes_flipped_is_still_read() {
    for (folder, whole) in corpora() {
        damaged(&folder, if whole { 40 } else { 4 });
    }
}

/// Each a few times: small messages as often as this.
fn damaged(folder: &Path, often: usize) {
    let (mut dice, mut read_so_far, mut slowest) = (Dice(0x9e37_79b9), 0_u32, Duration::ZERO);
    for path in files(&folder.join("mail")) {
        let bytes = fs::read(&path).unwrap();
        // Big ones a few times, small ones often.
        let rounds = (400_000 / bytes.len().max(1)).clamp(2, often);
        for _ in 0..rounds {
            let mut other = bytes.clone();
            other.truncate(dice.below(bytes.len() + 1));
            for _ in 0..dice.below(20) {
                let at = dice.below(other.len());
                if let Some(byte) = other.get_mut(at) {
                    *byte = dice.below(256) as u8;
                }
            }
            let begun = Instant::now();
            let message = read(&other);
            assert!(
                message.unreadable.is_none_or(|why| why.code() != "failed"),
                "{}",
                path.display()
            );
            fate(&message, &Desk::default());
            split(&message.text());
            slowest = slowest.max(begun.elapsed());
            read_so_far += 1;
        }
    }
    println!("{read_so_far} damaged messages, the slowest {slowest:?}");
    assert!(slowest < SLOW, "{slowest:?}");
}
