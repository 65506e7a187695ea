//! What keeps whole kinds of weakness out: no unsafe code, no other program run, one
//! source of randomness, one log, and scripts that write text and run none.

use crate::rust::{self, Token};
use crate::tree::{self, File};
use crate::{found, nothing_found};

/// Where a word that would open a door may stand, with its reason.
const ALLOWED: [(&str, &str, &str); 4] = [
    (
        "Command",
        "crates/redress/src/commands/machine.rs",
        "asks `df` for the room on the disk, with nothing typed by anybody",
    ),
    ("getrandom", "crates/store/src/random.rs", "keys and salts"),
    (
        "getrandom",
        "crates/redress/src/clock.rs",
        "what the house hands out",
    ),
    (
        "tracing_subscriber",
        "crates/redress/src/log.rs",
        "the one log",
    ),
];

const WORDS: [&str; 6] = [
    "Command",
    "getrandom",
    "rand",
    "fastrand",
    "thread_rng",
    "tracing_subscriber",
];

fn doors(sources: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in sources
        .iter()
        .filter(|file| file.path.contains("/src/") && !file.is_test())
    {
        let code = rust::code_without_tests(&file.text);
        for (at, token) in code.iter().enumerate() {
            let Some(word) = opened(&code, at) else {
                continue;
            };
            let allowed =
                |(its, path, _): &(&str, &str, &str)| *its == word && file.path.starts_with(path);
            if !ALLOWED.iter().any(allowed) {
                findings.push(format!("{}:{}: {word}", file.path, token.line));
            }
        }
    }
    findings
}

/// `Command::new`, and the words that nothing else is called.
fn opened(code: &[Token], at: usize) -> Option<&str> {
    let word = code[at].word().filter(|word| WORDS.contains(word))?;
    let made = || code.get(at + 3).and_then(Token::word) == Some("new");
    (word != "Command" || made()).then_some(word)
}

/// Ways in which a text becomes markup or a program, or another window is listened to.
fn writes_markup(scripts: &[File]) -> Vec<String> {
    let sinks = [
        "innerHTML",
        "outerHTML",
        "srcdoc",
        "insertAdjacentHTML(",
        "document.write(",
        "eval(",
        "new Function",
        "setTimeout('",
        "setTimeout(\"",
        "postMessage",
        "onmessage",
        "'message'",
        "javascript:",
    ];
    let mut findings = Vec::new();
    for script in scripts.iter().filter(|file| file.is("js")) {
        for (number, line) in script.text.lines().enumerate() {
            let sink = sinks.iter().find(|sink| used(line, sink));
            findings.extend(sink.map(|sink| format!("{}:{}: {sink}", script.path, number + 1)));
        }
    }
    findings
}

/// Reading markup to compare it is no way in; what ends with a letter is set by `=`.
fn used(line: &str, sink: &str) -> bool {
    let named = sink.ends_with(char::is_alphabetic) && sink.contains("HTML") || sink == "srcdoc";
    let mut after = line.split(sink).skip(1).map(str::trim_start);
    match named {
        true => after.any(|rest| {
            let set = rest.trim_start_matches('+').strip_prefix('=');
            set.is_some_and(|rest| !rest.starts_with('='))
        }),
        false => line.contains(sink),
    }
}

/// Crates that do not take the workspace's lints along, and a workspace that allows it.
fn may_be_unsafe(manifests: &[(String, String)]) -> Vec<String> {
    let lacks = |(path, text): &&(String, String)| match path.as_str() {
        "Cargo.toml" => !text.contains("unsafe_code = \"forbid\""),
        _ => !text.contains("[lints]\nworkspace = true"),
    };
    manifests
        .iter()
        .filter(lacks)
        .map(|(path, _)| path.clone())
        .collect()
}

/// A sum that does not fit stops the request in a release, too.
fn wraps(manifest: &str) -> bool {
    let profile = manifest.split("[profile.release]\n").nth(1);
    let profile = profile.and_then(|rest| rest.split("\n[").next());
    !profile.is_some_and(|it| it.lines().any(|line| line == "overflow-checks = true"))
}

fn manifests() -> Vec<(String, String)> {
    let folders = std::fs::read_dir(tree::root().join("crates")).unwrap();
    let names = folders
        .flatten()
        .map(|folder| format!("crates/{}/Cargo.toml", folder.file_name().to_string_lossy()));
    let all = names.chain(["Cargo.toml".to_owned()]);
    all.map(|path| {
        let text = std::fs::read_to_string(tree::root().join(&path)).unwrap_or_default();
        (path, text)
    })
    .collect()
}

#[test]
fn no_crate_of_ours_may_be_unsafe() {
    assert!(manifests().len() > 10);
    nothing_found(
        "Forbid unsafe code by the workspace's lints:",
        &may_be_unsafe(&manifests()),
    );
}

#[test]
fn sums_of_a_release_are_checked() {
    let manifests = manifests();
    let root = manifests.iter().find(|(path, _)| path == "Cargo.toml");
    assert!(!wraps(&root.unwrap().1), "overflow-checks in the release");
    assert!(wraps("[profile.release]\nlto = \"thin\"\n"));
    let elsewhere = "[profile.release]\nlto = \"thin\"\n\n[profile.dev]\noverflow-checks = true\n";
    assert!(wraps(elsewhere));
    let (most, one) = (std::hint::black_box(i64::MAX), std::hint::black_box(1));
    assert!(std::panic::catch_unwind(|| most + one).is_err(), "as here");
}

#[test]
fn no_program_is_run_and_chance_and_log_have_one_source() {
    nothing_found(
        "Say in ALLOWED why this room may:",
        &doors(&tree::sources()),
    );
}

#[test]
fn scripts_write_text_and_run_none() {
    let scripts = tree::files("assets");
    assert!(scripts.iter().filter(|file| file.is("js")).count() > 5);
    nothing_found(
        "Write it with textContent or parsed nodes:",
        &writes_markup(&scripts),
    );
}

#[test]
fn planted_doors_are_found() {
    let bad = File::new(
        "crates/web/src/a.rs",
        "fn a() { std::process::Command::new(\"sh\"); rand::random::<u8>(); }",
    );
    let good = File::new(
        "crates/store/src/random.rs",
        "fn a() { getrandom::fill(&mut x) }",
    );
    found(&doors(&[bad, good]), &["Command", "rand"]);
    let script = File::new(
        "assets/js/a.js",
        "row.innerHTML = typed;\nif (a.innerHTML === b.innerHTML) go();\neval(typed);",
    );
    found(&writes_markup(&[script]), &["a.js:1", "a.js:3"]);
    let pair = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let planted = [
        pair(
            "Cargo.toml",
            "[workspace.lints.rust]\nunsafe_code = \"allow\"\n",
        ),
        pair("crates/web/Cargo.toml", "[lints]\nworkspace = true\n"),
        pair("crates/new/Cargo.toml", "[package]\n"),
    ];
    found(&may_be_unsafe(&planted), &["Cargo.toml", "crates/new"]);
}
