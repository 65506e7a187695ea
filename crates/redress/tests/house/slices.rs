//! Inside a chapter a slice never imports a sibling slice; they meet in facts,
//! manifests and functions handed in. A slice is a folder of a chapter's `src`;
//! files beside `lib.rs` are the chapter's common room, which knows no slice.

use crate::rust::{self, Kind, Token};
use crate::tree::{self, File};
use crate::{found, nothing_found};
use std::collections::BTreeSet;

/// The crates whose folders are slices. A new chapter is added here when it is built.
const CHAPTERS: [&str; 6] = [
    "operation",
    "office",
    "channels",
    "framework",
    "planning",
    "improvement",
];

/// Named exceptions: (crate, slice, what it may also import, why).
const EXCEPTIONS: [(&str, &str, &str, &str); 0] = [];

struct Place {
    chapter: String,
    /// Module path of the file: ["assessment", "records"].
    module: Vec<String>,
}

impl Place {
    fn of(file: &File) -> Option<Place> {
        let mut parts = file.path.split('/').skip(1);
        let chapter = parts.next()?.to_owned();
        if !CHAPTERS.contains(&chapter.as_str()) || parts.next()? != "src" {
            return None;
        }
        let mut module: Vec<String> = parts
            .map(|part| part.trim_end_matches(".rs").to_owned())
            .collect();
        if module
            .last()
            .is_some_and(|last| last == "mod" || last == "lib")
        {
            module.pop();
        }
        Some(Place { chapter, module })
    }
}

fn slices(sources: &[File]) -> BTreeSet<(String, String)> {
    sources
        .iter()
        .filter_map(|file| {
            let parts: Vec<&str> = file.path.split('/').collect();
            match parts.as_slice() {
                ["crates", chapter, "src", slice, _, ..] if CHAPTERS.contains(chapter) => {
                    Some(((*chapter).to_owned(), (*slice).to_owned()))
                }
                _ => None,
            }
        })
        .collect()
}

fn sibling_imports(sources: &[File]) -> Vec<String> {
    let slices = slices(sources);
    let mut findings = Vec::new();
    for file in sources {
        let Some(place) = Place::of(file) else {
            continue;
        };
        // lib.rs opens the slices and lists their manifests; that is its whole task.
        let Some(own) = place.module.first() else {
            continue;
        };
        for (line, other) in top_modules(&rust::code(&file.text), &place.module) {
            let is_slice = slices.contains(&(place.chapter.clone(), other.clone()));
            let excepted = EXCEPTIONS.iter().any(|(chapter, slice, may, _)| {
                (*chapter, *slice, *may) == (&place.chapter, own, &other)
            });
            if is_slice && other != *own && !excepted {
                findings.push(format!(
                    "{}:{line}: {own} imports its sibling {other}",
                    file.path
                ));
            }
        }
    }
    findings
}

/// The chapter's top modules that a file names through `crate::` or `super::`.
fn top_modules(code: &[Token], module: &[String]) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    let mut inner = Vec::new(); // where inline modules end
    for (at, token) in code.iter().enumerate() {
        inner.retain(|end| *end > at);
        if token.word() == Some("mod") && code.get(at + 2).is_some_and(|t| t.is_mark('{')) {
            inner.push(rust::closing(code, at + 2));
        }
        let depth = module.len() + inner.len();
        match token.word() {
            Some("crate") if path_goes_on(code, at) => heads(code, at + 3, &mut named),
            Some("super") if !follows_path(code, at) => {
                let (supers, next) = count_supers(code, at);
                if supers >= depth && path_goes_on(code, next - 3) {
                    heads(code, next, &mut named);
                }
            }
            _ => {}
        }
    }
    named
}

fn path_goes_on(code: &[Token], at: usize) -> bool {
    code.get(at + 1).is_some_and(|t| t.is_mark(':'))
        && code.get(at + 2).is_some_and(|t| t.is_mark(':'))
}

fn follows_path(code: &[Token], at: usize) -> bool {
    at > 0 && code[at - 1].is_mark(':')
}

fn count_supers(code: &[Token], mut at: usize) -> (usize, usize) {
    let mut supers = 0;
    while code.get(at).is_some_and(|t| t.word() == Some("super")) {
        supers += 1;
        at += 3;
    }
    (supers, at)
}

/// The first names after `crate::`, through groups: `{a::b, c}` names a and c.
fn heads(code: &[Token], at: usize, named: &mut Vec<(usize, String)>) {
    match code.get(at).map(|token| &token.kind) {
        Some(Kind::Word(word)) => named.push((code[at].line, word.clone())),
        Some(Kind::Mark('{')) => {
            let end = rust::closing(code, at);
            let mut depth = 0;
            for inside in at..end {
                let begins =
                    depth == 1 && (code[inside - 1].is_mark('{') || code[inside - 1].is_mark(','));
                match &code[inside].kind {
                    Kind::Mark('{') => depth += 1,
                    Kind::Mark('}') => depth -= 1,
                    Kind::Word(word) if begins => named.push((code[inside].line, word.clone())),
                    _ => {}
                }
            }
        }
        // `crate::*` names everything.
        Some(Kind::Mark('*')) => named.push((code[at].line, "*".into())),
        _ => {}
    }
}

/// Channels know one slice of another chapter: the door that leads to receipt.
fn other_doors(sources: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in sources
        .iter()
        .filter(|file| file.path.starts_with("crates/channels/"))
    {
        let code = rust::code(&file.text);
        for (at, token) in code.iter().enumerate() {
            if token.word() != Some("redress_operation") || !path_goes_on(&code, at) {
                continue;
            }
            let mut named = Vec::new();
            heads(&code, at + 3, &mut named);
            for (line, slice) in named.into_iter().filter(|(_, slice)| slice != "receipt") {
                findings.push(format!(
                    "{}:{line}: channels import operation::{slice}",
                    file.path
                ));
            }
        }
    }
    findings
}

#[test]
fn every_verb_that_the_desk_names_is_offered_by_a_slice() {
    let offered: Vec<&str> = redress::house::SLICES
        .iter()
        .flat_map(|slice| slice.verbs)
        .map(|verb| verb.name)
        .collect();
    let named: Vec<&str> = redress_complaint::desk::known_by_name().collect();
    assert!(named.len() > 10);
    for name in named {
        assert!(offered.contains(&name), "no slice offers {name}");
    }
}

/// Evidence belongs to one room: what nobody claims is in no map of clauses and in no
/// filter of the journal, and what two claim is counted twice.
fn badly_claimed(declared: &[String], claimed: &[(&str, &str)]) -> Vec<String> {
    let mut findings: Vec<String> = declared
        .iter()
        .filter_map(|kind| {
            let rooms = claimed.iter().filter(|(_, its)| its == kind);
            let rooms: Vec<&str> = rooms.map(|(room, _)| *room).collect();
            (rooms.len() != 1).then(|| format!("{kind} is claimed by {rooms:?}"))
        })
        .collect();
    let unknown = claimed
        .iter()
        .filter(|(_, kind)| !declared.iter().any(|its| its == kind));
    findings.extend(unknown.map(|(room, kind)| format!("{room} claims {kind}, which is no fact")));
    findings
}

#[test]
fn every_fact_is_the_evidence_of_one_slice() {
    let mut declared = crate::facts::declared(&tree::files("crates"));
    declared.extend(
        redress_office::facts::KINDS
            .iter()
            .chain(redress_office::data_protection::KINDS)
            .map(|kind| (*kind).to_owned()),
    );
    let slices = redress::house::SLICES.iter();
    let claimed: Vec<(&str, &str)> = slices
        .flat_map(|slice| slice.facts.iter().map(|kind| (slice.name, *kind)))
        .collect();
    assert!(declared.len() > 50, "{declared:?}");
    nothing_found(
        "`facts` in the manifest:",
        &badly_claimed(&declared, &claimed),
    );
}

#[test]
fn a_fact_that_nobody_or_two_claim_is_found() {
    let declared = ["heard", "seen", "told"].map(str::to_owned);
    let claimed = [("a", "seen"), ("b", "seen"), ("b", "told"), ("c", "lost")];
    found(
        &badly_claimed(&declared, &claimed),
        &["heard is claimed by []", "seen is claimed", "c claims lost"],
    );
}

#[test]
fn every_slice_serves_clauses_that_there_are() {
    for slice in redress::house::SLICES {
        let own = Some(&slice.clause).filter(|clause| !clause.is_empty());
        for clause in own.into_iter().chain(slice.also) {
            let known = redress_kernel::clauses::is_known(clause);
            assert!(known, "{}: there is no {clause}", slice.name);
        }
    }
}

#[test]
fn no_slice_imports_a_sibling() {
    nothing_found(
        "Slices meet in facts, manifests and functions handed in (ARCHITECTURE.md):",
        &sibling_imports(&tree::sources()),
    );
}

#[test]
fn every_channel_leads_to_receipt_and_nowhere_else() {
    nothing_found(
        "Only operation::receipt is open to channels:",
        &other_doors(&tree::sources()),
    );
}

#[test]
fn a_planted_sibling_import_is_found_in_each_spelling() {
    let closing = File::new("crates/operation/src/closing/mod.rs", "");
    let common = File::new("crates/operation/src/offer.rs", "use crate::closing;");
    let bad = File::new(
        "crates/operation/src/assessment/records.rs",
        "use crate::closing::Closed;\n\
         use crate::{offer, assessment, closing::{self, records}};\n\
         use super::super::closing;\n\
         // use crate::closing;\n\
         fn fine() { \"crate::closing\"; super::helper(); crate::offer::x(); }\n\
         mod tests { use super::super::super::closing; use super::super::fine; }",
    );
    found(
        &sibling_imports(&[closing, common, bad]),
        &[
            "offer.rs:1",
            "records.rs:1",
            "records.rs:2",
            "records.rs:3",
            "records.rs:6",
        ],
    );
}

#[test]
fn a_channel_that_goes_round_receipt_is_found() {
    let bad = File::new(
        "crates/channels/src/web_form/mod.rs",
        "use redress_operation::{receipt::Arrival, closing};\nuse redress_operation::receipt;",
    );
    found(&other_doors(&[bad]), &["operation::closing"]);
}
