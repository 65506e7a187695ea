//! `docs/packs.md` between its marks is drawn from the files.

use super::{clocks, letters, page};
use redress_packs::pack::packs;
use std::{collections::BTreeSet, path::Path};

#[test]
fn the_page_says_what_the_files_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/packs.md");
    let stored = std::fs::read_to_string(&path).unwrap();
    let drawn = between(&stored, "count", &counted());
    let drawn = between(
        &drawn,
        "packs",
        &packs().iter().map(page::of).collect::<String>(),
    );
    let drawn = between(&drawn, "words", &words());
    if draws_anew() {
        std::fs::write(&path, &drawn).unwrap();
        return;
    }
    let lines = drawn.lines().zip(stored.lines());
    let first = lines.enumerate().find(|(_, (new, old))| new != old);
    assert!(
        drawn == stored,
        "docs/packs.md is not what the packs say, first at {first:?}; if that is meant: UPDATE_GOLDEN=1 cargo test -p redress-packs --test packs"
    );
}

#[allow(clippy::disallowed_methods, reason = "a developer asks for a new page")]
fn draws_anew() -> bool {
    std::env::var("UPDATE_GOLDEN").is_ok()
}

fn between(page: &str, name: &str, text: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end {name} -->"));
    let (before, rest) = page
        .split_once(&begin)
        .expect("where the drawn part begins");
    let (_, after) = rest.split_once(&end).expect("where it ends");
    format!("{before}{begin}{text}{end}{after}")
}

fn counted() -> String {
    let clocks: usize = packs().iter().map(|it| it.clock_ids().len()).sum();
    let cases: usize = packs().iter().map(|it| it.golden.len()).sum();
    let packs = packs().len();
    format!("There are {packs} packs with {clocks} clocks and {cases} golden cases.\n")
}

/// The vocabulary that is in use.
fn words() -> String {
    let mut facts = BTreeSet::new();
    let mut blocks = BTreeSet::new();
    let mut kinds = BTreeSet::new();
    let mut codes = BTreeSet::new();
    for pack in packs() {
        for clock in clocks(pack) {
            let rule = &clock.rule;
            facts.insert(rule.start.name());
            let named = [&rule.restarts_by, &rule.satisfied_by, &rule.ended_by];
            facts.extend(named.into_iter().flatten().map(|it| it.name()));
            let pauses = rule.paused_by.iter();
            facts.extend(pauses.flat_map(|it| [it.from.name(), it.to.name()]));
            codes.extend(clock.applies_when.iter().map(String::as_str));
        }
        for letter in letters(pack) {
            kinds.insert(letter.kind.as_str());
            blocks.extend(letter.blocks.iter().map(String::as_str));
        }
    }
    let list = |what: &str, words: BTreeSet<&str>| {
        let words: Vec<String> = words.iter().map(|it| format!("`{it}`")).collect();
        format!("- {what}: {}.\n", words.join(", "))
    };
    [
        list("Facts by which clocks start, stop and end", facts),
        list("Kinds of complaint (`applies_when`)", codes),
        list("Kinds of letters", kinds),
        list("Blocks of letters", blocks),
    ]
    .concat()
}
