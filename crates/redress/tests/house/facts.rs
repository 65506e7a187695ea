//! Facts are read for ever: each kind that any crate records has a line in a golden
//! file of that crate, in which every field is filled.

use crate::tree::{self, File};
use crate::{found, nothing_found};

/// Kinds as the crates declare them: by a macro or by hand.
fn kinds(source: &str) -> impl Iterator<Item = &str> {
    let quoted = |line: &str, before: &str| -> Option<(usize, usize)> {
        let at = line.find(before)?;
        let from = at + line.get(at..)?.find('"')? + 1;
        let length = line.get(from..)?.find('"')?;
        Some((from, from + length))
    };
    source.lines().filter_map(move |line| {
        let line = line.trim();
        let declared = [
            "personal_fact!(",
            "plain_fact!(",
            "const KIND: &'static str = \"",
        ];
        let (from, to) = declared.iter().find_map(|before| quoted(line, before))?;
        let kind = &line[from..to];
        (!kind.is_empty() && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
            .then_some(kind)
    })
}

/// Every kind that a crate declares.
pub fn declared(files: &[File]) -> Vec<String> {
    let sources = files.iter().filter(|file| file.is("rs") && !file.is_test());
    let mut all: Vec<String> = sources
        .flat_map(|file| {
            let text = on_one_line(&file.text);
            kinds(&text).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// A fact that rustfmt broke over several lines is read as one.
fn on_one_line(text: &str) -> String {
    text.replace("_fact!(\n", "_fact!(").replace(",\n", ", ")
}

fn without_golden_line(files: &[File]) -> Vec<String> {
    let golden: Vec<&File> = files
        .iter()
        .filter(|file| file.path.contains("/tests/golden/") && file.is("tsv"))
        .collect();
    let krate = |path: &str| path.split('/').take(2).collect::<Vec<_>>().join("/");
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is("rs") && !file.is_test()) {
        let text = on_one_line(&file.text);
        for kind in kinds(&text) {
            let line = format!("{kind}\t");
            let there = golden.iter().any(|golden| {
                krate(&golden.path) == krate(&file.path)
                    && golden.text.lines().any(|its| its.starts_with(&line))
            });
            if !there {
                findings.push(format!("{}: {kind}", file.path));
            }
        }
    }
    findings
}

#[test]
fn every_fact_has_a_golden_line() {
    nothing_found(
        "Add a line (kind, version, record, personal) to tests/golden/*.tsv of the crate and read it in a test, as crates/complaint/tests/facts.rs does:",
        &without_golden_line(&tree::files("crates")),
    );
}

#[test]
fn a_planted_fact_without_one_is_found() {
    let files = [
        File::new(
            "crates/a/src/facts.rs",
            "personal_fact!(Seen, \"seen\", Text);\nplain_fact!(\n    Heard,\n    \"heard\"\n);\nconst KIND: &'static str = \"told\";",
        ),
        File::new("crates/a/tests/golden/facts.tsv", "seen\t1\t{}\t\n"),
        File::new("crates/b/tests/golden/facts.tsv", "told\t1\t{}\t\n"),
    ];
    found(&without_golden_line(&files), &["heard", "told"]);
}
