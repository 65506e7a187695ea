//! The program's own text: Rust without its tests, and templates.

use crate::catalogue::root;
use std::{fs, path::Path};

pub struct Source {
    pub path: String,
    pub text: String,
}

pub fn sources() -> Vec<Source> {
    let mut all = Vec::new();
    walk(&root().join("crates"), &mut all);
    assert!(all.len() > 50, "the sources were not found");
    all
}

fn walk(folder: &Path, all: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "tests" | "target" | "examples" | "benches") {
                walk(&path, all);
            }
        } else if is_source(&name) {
            let text = fs::read_to_string(&path).unwrap();
            let path = path
                .strip_prefix(root())
                .unwrap_or(&path)
                .display()
                .to_string();
            let text = without_tests(&text);
            all.push(Source { path, text });
        }
    }
}

fn is_source(name: &str) -> bool {
    let test = matches!(name, "tests.rs" | "build.rs" | "tests_support.rs");
    (name.ends_with(".rs") && !test) || name.ends_with(".html") || name.ends_with(".txt")
}

/// A test module stands at the end of its file, or in a file of its own; a
/// comment says nothing to a reader.
fn without_tests(text: &str) -> String {
    let tests = text
        .match_indices("#[cfg(test)]\nmod ")
        .map(|(at, _)| at)
        .find(|at| {
            text[*at..]
                .lines()
                .nth(1)
                .unwrap_or_default()
                .ends_with('{')
        });
    text[..tests.unwrap_or(text.len())]
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |all, line| all + line + "\n")
}

/// What stands directly between quotes in this text.
pub fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|part| is_key(part))
}

pub fn is_key(part: &str) -> bool {
    !part.is_empty()
        && part.len() < 80
        && part.starts_with(|c: char| c.is_ascii_lowercase())
        && part
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}

/// The literal that follows each `opening` (`say("` and the like).
pub fn after<'t>(text: &'t str, opening: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    text.split(opening).skip(1).filter_map(|rest| {
        let (literal, after) = rest.split_once('"')?;
        is_key(literal).then_some((literal, after))
    })
}

/// What `format!("letter-closed-{reason}")` and `t.code("stage", ..)` begin with, and
/// fields with a choice.
pub fn prefixes(text: &str) -> impl Iterator<Item = &str> {
    let formatted = text
        .split('"')
        .filter_map(|part| part.split_once("-{"))
        .map(|(prefix, _)| prefix);
    let coded = ["code(\"", "Choice(\"", "Several(\""]
        .into_iter()
        .flat_map(move |opening| after(text, opening))
        .map(|(prefix, _)| prefix);
    formatted.chain(coded).filter(|prefix| is_key(prefix))
}
