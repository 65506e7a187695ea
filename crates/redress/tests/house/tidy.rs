//! What no reader should have to meet: leftovers, files without a door sign,
//! files that want to be folders, paths of somebody's machine, sides that
//! are wrong in Persian.

use crate::rust::{self, Kind};
use crate::tree::{self, File};
use crate::{found, nothing_found};

const LINES_MAX: usize = 600;

/// Files that may be longer, each with its reason.
const LONGER: [(&str, &str); 0] = [];

fn too_long(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| {
            ["rs", "html", "css", "js", "mjs", "ftl", "sql"]
                .iter()
                .any(|kind| file.is(kind))
        })
        .filter(|file| !LONGER.iter().any(|(path, _)| *path == file.path))
        .map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > LINES_MAX)
        .map(|(file, lines)| format!("{}: {lines} lines; make it a folder", file.path))
        .collect()
}

/// Marks of unfinished work, in comments and in code.
fn leftovers(sources: &[File]) -> Vec<String> {
    let comments = ["TODO", "FIXME", "XXX", "HACK"];
    let macros = ["dbg", "todo", "unimplemented"];
    let mut findings = Vec::new();
    for file in sources {
        let tokens = rust::tokens(&file.text);
        for (at, token) in tokens.iter().enumerate() {
            let left = match &token.kind {
                Kind::Comment(text) => comments.iter().find(|mark| has_word(text, mark)),
                Kind::Word(word) if tokens.get(at + 1).is_some_and(|next| next.is_mark('!')) => {
                    macros.iter().find(|name| *name == word)
                }
                _ => None,
            };
            if let Some(mark) = left {
                findings.push(format!("{}:{}: {mark}", file.path, token.line));
            }
        }
    }
    findings
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|part| part == word)
}

fn without_purpose(sources: &[File]) -> Vec<String> {
    sources
        .iter()
        .filter(|file| file.path.contains("/src/") && !file.is_test())
        .filter(|file| !file.text.starts_with("//!"))
        .map(|file| format!("{}: opens without `//!` and what it is for", file.path))
        .collect()
}

/// A manifest whose door sign does not say which evidence its slice leaves, or that
/// it leaves none and why.
fn without_evidence(sources: &[File]) -> Vec<String> {
    let slices = sources
        .iter()
        .filter(|file| file.path.contains("/src/") && file.text.contains("pub const SLICE: Slice"));
    slices
        .filter(|file| {
            let sign = file.text.lines().take_while(|line| line.starts_with("//!"));
            !sign.collect::<String>().to_lowercase().contains("evidence")
        })
        .map(|file| format!("{}: which evidence does it leave?", file.path))
        .collect()
}

#[test]
fn every_slice_says_which_evidence_it_leaves() {
    nothing_found(
        "Say it in the sentence at the top, or say that there is none and why:",
        &without_evidence(&tree::sources()),
    );
}

#[test]
fn a_planted_slice_that_leaves_nothing_said_is_found() {
    let slice = "pub const SLICE: Slice = Slice::new(\"a.b\", \"\");";
    let says = File::new(
        "crates/office/src/a/mod.rs",
        &format!("//! Leaves no evidence:\n//! it reads.\n{slice}"),
    );
    let says_nothing = File::new(
        "crates/office/src/b/mod.rs",
        &format!("//! People.\n{slice} // evidence"),
    );
    found(&without_evidence(&[says, says_nothing]), &["src/b/mod.rs"]);
}

/// Whoever acts is asked through `Actor::may` or `allow`, which know what a token was
/// narrowed to; `granted` is for lists of people who could be asked.
fn asked_by_role_alone(sources: &[File]) -> Vec<String> {
    let acting = ["granted(actor.role", "granted(viewer.role", ".actor.role,"];
    let outside = sources
        .iter()
        .filter(|file| file.path.contains("/src/") && !file.path.starts_with("crates/kernel/"));
    lines_with(outside, |line| {
        let found = acting.iter().find(|words| line.contains(**words))?;
        Some((*found).to_owned())
    })
}

#[test]
fn whoever_acts_is_asked_with_what_their_token_may() {
    nothing_found(
        "Ask `actor.may(action)`, or `allow` where there is a case:",
        &asked_by_role_alone(&tree::sources()),
    );
}

#[test]
fn a_planted_question_to_the_role_alone_is_found() {
    let planted = File::new(
        "crates/office/src/a.rs",
        "if granted(actor.role, Action::Close) {",
    );
    found(&asked_by_role_alone(&[planted]), &["office/src/a.rs"]);
}

/// Folders of a developer's machine. Written in halves, or this file would find itself.
fn machine_paths(files: &[File]) -> Vec<String> {
    let needles = [
        concat!("/wo", "rk/"),
        concat!("/tmp", "/wt"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
        concat!("C:\\Us", "ers"),
    ];
    lines_with(files, |line| {
        needles
            .iter()
            .find(|needle| line.contains(**needle))
            .map(|n| (*n).to_owned())
    })
}

/// `left` and `right` are the wrong way round in Persian: inline-start, inline-end.
fn physical_sides(files: &[File]) -> Vec<String> {
    let styles: Vec<&File> = files.iter().filter(|file| file.is("css")).collect();
    let mut findings = Vec::new();
    for file in styles {
        for (number, line) in file.text.lines().enumerate() {
            let declared = line
                .split([';', '{', '}'])
                .filter_map(|part| part.split_once(':'));
            for (property, value) in declared {
                let property = property.trim().trim_start_matches("/*").trim();
                let sided = property
                    .split('-')
                    .any(|part| part == "left" || part == "right");
                let aligned = ["text-align", "float", "clear"].contains(&property)
                    && ["left", "right"].contains(&value.trim());
                if (sided && !property.starts_with("--")) || aligned {
                    findings.push(format!("{}:{}: {property}:{value}", file.path, number + 1));
                }
            }
        }
    }
    findings
}

fn lines_with<'a>(
    files: impl IntoIterator<Item = &'a File>,
    fault: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(what) = fault(line) {
                findings.push(format!("{}:{}: {what}", file.path, number + 1));
            }
        }
    }
    findings
}

fn all_but_lock_files() -> Vec<File> {
    let mut files = tree::files("");
    files.retain(|file| {
        !file.path.ends_with("package-lock.json") && !file.path.ends_with("Cargo.lock")
    });
    files
}

#[test]
fn no_file_has_grown_past_its_shelf() {
    nothing_found("Too long:", &too_long(&all_but_lock_files()));
}

#[test]
fn nothing_unfinished_is_left_in_the_sources() {
    nothing_found("Finish it, or open an issue:", &leftovers(&tree::sources()));
}

#[test]
fn every_module_says_what_it_is_for() {
    nothing_found(
        "A file opens with its purpose:",
        &without_purpose(&tree::sources()),
    );
}

#[test]
fn no_machine_is_named() {
    nothing_found(
        "Paths of somebody's machine:",
        &machine_paths(&all_but_lock_files()),
    );
}

#[test]
fn styles_know_no_left_and_no_right() {
    nothing_found(
        "Write inline-start and inline-end:",
        &physical_sides(&tree::files("assets")),
    );
}

#[test]
fn planted_faults_are_found() {
    let long = File::new("crates/web/src/page.rs", &"// line\n".repeat(LINES_MAX + 1));
    found(&too_long(&[long]), &["601 lines"]);

    let mark = concat!("TO", "DO");
    let left = File::new(
        "crates/web/src/page.rs",
        &format!(
            "//! {mark}: later\nfn a() {{ dbg{}(1); let todo = \"dbg!\"; }}",
            '!'
        ),
    );
    found(&leftovers(&[left]), &[mark, "dbg"]);

    let silent = File::new("crates/web/src/page.rs", "use std::fmt;");
    found(&without_purpose(&[silent]), &["page.rs"]);

    let path = File::new(
        "docs/guide/a.md",
        concat!("see /ho", "me/ann/redress\nfine"),
    );
    found(&machine_paths(&[path]), &["a.md:1"]);

    let style = File::new(
        "assets/a.css",
        "a { margin-left: 1px; color: red }\nb { text-align: right; margin-inline-start: 2px }\nc{inset-inline-end:0;--left: 1}",
    );
    found(&physical_sides(&[style]), &["margin-left", "text-align"]);
}
