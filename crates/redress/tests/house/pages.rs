//! The written pages tell of files that are there: links between pages, and
//! paths in `code`. A page that lies about the map is worse than none.

use crate::tree::{self, File};
use crate::{found, nothing_found};

/// How a path in `code` begins when it means a file of ours.
const ROOTS: [&str; 8] = [
    "crates/",
    "docs/",
    "scripts/",
    "tests/",
    "translations/",
    "migrations/",
    "assets/",
    "xtask/",
];

/// Rooms are also named without `crates/`: `store/src/dialect.rs`.
const ROOMS: [&str; 13] = [
    "kernel/src/",
    "store/src/",
    "web/src/",
    "mail/src/",
    "complaint/src/",
    "operation/src/",
    "text/src/",
    "framework/src/",
    "planning/src/",
    "improvement/src/",
    "office/src/",
    "channels/src/",
    "redress/src/",
];

/// Decisions that the list in their folder leaves out, and lines of it that are none: each
/// is `- 26. [Figures are ..](0026-figures-..md)` there, and `# 26. Figures are ..` itself.
fn unlisted(list: &str, decisions: &[File]) -> Vec<String> {
    let line = |file: &File| {
        let title = file.text.lines().next()?.strip_prefix("# ")?;
        let (number, title) = title.split_once(". ")?;
        let name = file.path.rsplit('/').next()?;
        Some(format!("- {number}. [{title}]({name})"))
    };
    let left_out = decisions
        .iter()
        .filter(|file| !line(file).is_some_and(|line| list.lines().any(|one| one == line)))
        .map(|file| file.path.clone());
    let lines = list.lines().filter(|one| one.starts_with("- "));
    let stale = lines.filter(|one| {
        !decisions
            .iter()
            .any(|file| line(file).as_deref() == Some(*one))
    });
    left_out.chain(stale.map(ToOwned::to_owned)).collect()
}

#[test]
fn every_decision_stands_in_the_list() {
    let (list, decisions): (Vec<File>, Vec<File>) = tree::files("docs/decisions")
        .into_iter()
        .partition(|file| file.path.ends_with("README.md"));
    let list = list.first().map_or("", |file| file.text.as_str());
    nothing_found(
        "Mend the line in docs/decisions/README.md:",
        &unlisted(list, &decisions),
    );
    let number = |line: &str| line.strip_prefix("- ")?.split_once(". ")?.0.parse().ok();
    let numbers: Vec<u32> = list.lines().filter_map(number).collect();
    assert!(numbers.is_sorted(), "the list goes by number");
}

#[test]
fn a_planted_decision_that_nobody_listed_is_found() {
    let list = "- 1. [Facts first](0001-facts-first.md)\n- 1. [Facts at last](0001-facts-first.md)";
    let listed = File::new("docs/decisions/0001-facts-first.md", "# 1. Facts first");
    let other = File::new("docs/decisions/0002-no-facts.md", "# 2. No facts");
    found(
        &unlisted(list, &[listed, other]),
        &["0002-no-facts.md", "at last"],
    );
}

fn broken(pages: &[File], exists: impl Fn(&str) -> bool) -> Vec<String> {
    let mut findings = Vec::new();
    for page in pages.iter().filter(|page| page.is("md")) {
        let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (number, line) in page.text.lines().enumerate() {
            let links = linked(line).map(|link| resolve(folder, link));
            for path in links.chain(named(line)) {
                if !exists(&path) {
                    findings.push(format!("{}:{}: {path} is not there", page.path, number + 1));
                }
            }
        }
    }
    findings
}

/// Targets of `[text](target)` within the project.
fn linked(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|target| target.split('#').next().unwrap_or(target))
        .filter(|target| !target.is_empty() && !target.contains("://"))
}

fn resolve(folder: &str, link: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Paths in `code`; those with a blank or a place to fill in are examples.
fn named(line: &str) -> impl Iterator<Item = String> {
    line.split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| {
            !code.contains([' ', '*', '<', '{', '.'])
                || code.ends_with(".rs")
                || code.ends_with(".mjs")
        })
        .filter(|code| !code.contains([' ', '*', '<', '{']))
        .filter_map(|code| {
            if ROOMS.iter().any(|room| code.starts_with(room)) {
                Some(format!("crates/{code}"))
            } else {
                ROOTS
                    .iter()
                    .any(|root| code.starts_with(root))
                    .then(|| code.to_owned())
            }
        })
}

#[test]
fn the_pages_tell_of_files_that_are_there() {
    nothing_found(
        "Correct the page, or the map:",
        &broken(&tree::files(""), |path| tree::root().join(path).exists()),
    );
}

#[test]
fn a_planted_dead_link_is_found() {
    let page = File::new(
        "docs/guide/a.md",
        "See [map](../../ARCHITECTURE.md#rooms), [gone](../gone.md) and [out](https://example.org).\n\
         `store/src/gone.rs`, `crates/kernel/src/id.rs`, `crates/x/src/<noun>.rs`, `cargo test`",
    );
    let there = ["ARCHITECTURE.md", "crates/kernel/src/id.rs"];
    found(
        &broken(&[page], |path| there.contains(&path)),
        &["docs/gone.md", "crates/store/src/gone.rs"],
    );
}
