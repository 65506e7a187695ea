//! Every text is used, and every text that is asked for exists.

use crate::{
    catalogue::{Text, planted, texts},
    found, nothing_found,
    sources::{Source, after, literals, prefixes, sources},
};
use std::collections::{BTreeMap, BTreeSet};

/// Keys made from a prefix and a code at run time, where the sources do not show it by
/// `format!("prefix-{code}")` or `code("prefix", ..)`. Add yours with what makes it.
const PREFIXES: &[(&str, &str)] = &[
    ("action", "Action::name, the table of roles"),
    ("after-sending", "where a person goes after sending"),
    ("call-logged", "which way a call went"),
    ("cause", "where a fault came from"),
    ("channel", "how a complaint arrived"),
    ("clause", "titles of the standard's clauses"),
    ("close-reason", "why a complaint was closed"),
    ("complexity", "levels of the initial assessment"),
    ("confirmed-how", "by whom a complaint was confirmed"),
    ("continuing", "answers to: is it still happening"),
    ("deadlines-begun", "was something done that leads to it"),
    (
        "declarations",
        "when somebody declares to have no conflict of interest",
    ),
    ("density", "how a person likes the desk"),
    ("direction", "which way a call went"),
    ("done", "Verb::name, what a page says after it"),
    ("erased-basis", "why personal data was erased"),
    ("evidence", "Evidence::key"),
    ("fact", "kinds of facts, on the journal page"),
    ("field", "Field::name, with -hint and -missing"),
    ("follow-done", "what the follow-up page says after an act"),
    (
        "follow-letter",
        "purposes of messages, as the complainant reads them",
    ),
    ("hold-do", "acts of a legal hold"),
    ("how-days", "Step::name, promises with their days"),
    ("impact", "levels of the initial assessment"),
    ("indicator", "names of figures"),
    ("letter-remedy", "a promise in a letter, with -amount"),
    ("level", "levels of the initial assessment"),
    ("link", "how two complaints belong together"),
    ("need", "support needed"),
    ("obligation", "What::code, what is still owed"),
    ("outcome", "findings"),
    ("panel", "Slice::name"),
    ("portal-about-you", "steps of the public form"),
    ("portal-check", "steps of the public form"),
    ("portal-happened", "steps of the public form"),
    ("portal-putting-right", "steps of the public form"),
    ("priority", "levels"),
    ("problem", "categories, and sentences beside fields"),
    ("queue", "queues of the desk"),
    ("recourse-ended", "how review and external options ended"),
    ("referral-outcome", "answers of the external body"),
    ("refusal", "Refusal::code"),
    ("remedy", "remedies"),
    ("remedy-state", "RemedyState::name"),
    (
        "residue",
        "Step::name, what was done so that nothing is left",
    ),
    ("review-outcome", "results of an internal review"),
    ("role", "Role::name"),
    ("scope", "what the assessment took it for"),
    ("severity", "levels"),
    ("slice", "Slice::name"),
    ("stage", "Stage::name"),
    ("status", "stages in plain words"),
    ("step", "Step::name"),
    ("theme", "light or dark"),
    ("timeline", "lines of the timeline, by fact"),
    ("trouble", "Trouble::code, with -help"),
    ("unit", "units of time"),
    ("verb", "Verb::name, with -done"),
    ("waiting", "whom a case waits for"),
    ("way", "how a person was told"),
    ("your-answer", "the complainant's word on our answer"),
    ("ground", "why a complaint is significant"),
    ("told-of", "what a colleague was told of"),
    ("who-knows-names", "Names::code"),
];

/// The dictionary: a room takes a term from it when it needs one.
const DICTIONARY: &str = "shared.glossary.ftl";

fn unused(texts: &[Text], sources: &[Source]) -> Vec<String> {
    let used: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| literals(&source.text))
        .collect();
    let prefixes: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| prefixes(&source.text))
        .chain(PREFIXES.iter().map(|(prefix, _)| *prefix))
        .collect();
    let prefixed = |key: &str| {
        prefixes.iter().any(|prefix| {
            key.strip_prefix(prefix)
                .is_some_and(|rest| rest.starts_with('-'))
        })
    };
    texts
        .iter()
        .filter(|text| text.lang == "en" && text.file != DICTIONARY)
        .filter(|text| !used.contains(text.key.as_str()) && !prefixed(&text.key))
        .map(|text| {
            crate::at(
                text,
                "nobody says it: delete it in six languages, or add its prefix to PREFIXES",
            )
        })
        .collect()
}

/// `(what stands before the key, what the key is made of)`.
const ASKED: [(&str, &str); 10] = [
    ("say(\"", ""),
    (".tell(\"", ""),
    ("Message::new(\"", ""),
    ("Refusal::new(\"", "refusal-"),
    ("Field::new(\"", "field-"),
    ("Verb::new(\"", "verb-"),
    ("say(&\"", ""),
    ("Row::new(\"", ""),
    ("Row::text(\"", ""),
    ("Row::code(\"", ""),
];

fn unsaid(texts: &[Text], sources: &[Source]) -> Vec<String> {
    let keys: BTreeSet<&str> = texts.iter().map(|text| text.key.as_str()).collect();
    let mut findings = BTreeMap::new();
    for source in sources {
        for (opening, prefix) in ASKED {
            for (literal, _) in after(&source.text, opening) {
                wanted(&mut findings, &keys, source, format!("{prefix}{literal}"));
            }
        }
        for (name, rest) in after(&source.text, "Field::new(\"") {
            let own = rest.split("Field::new(").next().unwrap_or_default();
            if own
                .split([';', ']'])
                .next()
                .unwrap_or_default()
                .contains(".hinted()")
            {
                wanted(&mut findings, &keys, source, format!("field-{name}-hint"));
            }
        }
    }
    findings
        .into_iter()
        .map(|(key, path)| format!("{path}: {key}: asked for, write it in six languages"))
        .collect()
}

/// By key, so that a text asked for in many places is one finding.
fn wanted<'s>(
    findings: &mut BTreeMap<String, &'s str>,
    keys: &BTreeSet<&str>,
    source: &'s Source,
    key: String,
) {
    if !keys.contains(key.as_str()) {
        findings.entry(key).or_insert(&source.path);
    }
}

#[test]
fn every_text_is_used() {
    nothing_found("Unused texts:", &unused(&texts(), &sources()));
}

#[test]
fn every_text_that_is_asked_for_exists() {
    nothing_found("Texts that nobody wrote:", &unsaid(&texts(), &sources()));
}

#[test]
fn planted_uses_are_found() {
    let source = |text: &str| Source {
        path: "crates/a/src/a.rs".to_owned(),
        text: text.to_owned(),
    };
    let texts = [
        planted("en", "spoken = Spoken"),
        planted("en", "silent = Silent"),
    ];
    let code =
        "t.say(\"spoken\"); Refusal::new(\"no-way\"); Field::new(\"x-y\", Kind::Tick).hinted()]";
    found(&unused(&texts, &[source(code)]), &["silent"]);
    found(
        &unsaid(&texts, &[source(code)]),
        &["field-x-y:", "field-x-y-hint", "refusal-no-way"],
    );
}
