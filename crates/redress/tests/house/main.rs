//! The house test: the rules of ARCHITECTURE.md and STYLE.md that neither the
//! compiler nor clippy can hold. Each file here is one rule and ends with its
//! own negative control: bad text is planted, and the rule must find it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod asvs;
mod delivered;
mod dependencies;
mod drawing;
mod facts;
mod golden;
mod migrations;
mod openapi;
mod pages;
mod parity;
mod routes;
mod rust;
mod safe;
mod slices;
mod started;
mod tables;
mod tidy;
mod tree;
mod values;
mod written;

/// Fails with every finding at once, so that one run shows all that is to do.
#[track_caller]
fn nothing_found(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{rule}\n  {}\n", findings.join("\n  "));
}

/// The negative control: exactly these planted faults are found.
#[track_caller]
fn found(findings: &[String], expected: &[&str]) {
    assert_eq!(
        findings.len(),
        expected.len(),
        "expected {expected:?}, found {findings:?}"
    );
    for (finding, words) in findings.iter().zip(expected) {
        assert!(finding.contains(words), "{finding:?} lacks {words:?}");
    }
}
