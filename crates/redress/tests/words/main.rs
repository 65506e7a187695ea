//! The words test: every text a person reads, in six languages, against the rules
//! that can be checked without a reader. Each file is one family of rules and
//! ends with its negative control. A finding names the file, the key and what to do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod alike;
mod catalogue;
mod counting;
mod glossary;
mod sources;
mod style;
mod uses;

use catalogue::Text;

const LANGUAGES: [&str; 6] = ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"];

/// Fails with every finding at once, so that one run shows all that is to do.
#[track_caller]
fn nothing_found(rule: &str, findings: &[String]) {
    assert!(
        findings.is_empty(),
        "{rule} ({} findings)\n  {}\n",
        findings.len(),
        findings.join("\n  ")
    );
}

/// The negative control: exactly these planted faults are found.
#[track_caller]
fn found(findings: &[String], expected: &[&str]) {
    assert_eq!(
        findings.len(),
        expected.len(),
        "expected {expected:?}, found {findings:#?}"
    );
    for (finding, words) in findings.iter().zip(expected) {
        assert!(finding.contains(words), "{finding:?} lacks {words:?}");
    }
}

/// `translations/ko/web.form.ftl: problem-at: what is wrong`.
fn at(text: &Text, wrong: impl std::fmt::Display) -> String {
    format!("{}: {}: {wrong}", text.path, text.key)
}
