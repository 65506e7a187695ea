//! The six languages are alike: the same files, keys and variables, nothing
//! empty, nothing left in English.

use crate::{
    LANGUAGES, at,
    catalogue::{self, Text, VALUE, planted, texts},
    found, nothing_found,
};
use std::collections::{BTreeMap, BTreeSet};

fn missing(texts: &[Text]) -> Vec<String> {
    let mut langs: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for text in texts {
        let key = (text.file.as_str(), text.key.as_str());
        langs.entry(key).or_default().insert(&text.lang);
    }
    let mut findings = Vec::new();
    for ((file, key), has) in langs {
        for lang in LANGUAGES.iter().filter(|lang| !has.contains(**lang)) {
            findings.push(format!("translations/{lang}/{file}: {key}: write it"));
        }
    }
    findings
}

fn twice(texts: &[Text]) -> Vec<String> {
    let mut seen: BTreeMap<(&str, &str), &Text> = BTreeMap::new();
    let mut findings = Vec::new();
    for text in texts {
        match seen.insert((&text.lang, &text.key), text) {
            Some(first) => {
                findings.push(at(text, format!("stands also in {}: keep one", first.path)))
            }
            None => continue,
        }
    }
    findings
}

fn variables(texts: &[Text]) -> Vec<String> {
    let english: BTreeMap<&str, &Text> = texts
        .iter()
        .filter(|text| text.lang == "en")
        .map(|text| (text.key.as_str(), text))
        .collect();
    texts
        .iter()
        .filter_map(|text| {
            let wanted = &english.get(text.key.as_str())?.variables;
            (wanted != &text.variables).then(|| {
                at(
                    text,
                    format!("has {:?}, English has {wanted:?}", text.variables),
                )
            })
        })
        .collect()
}

fn empty(texts: &[Text]) -> Vec<String> {
    texts
        .iter()
        .filter(|text| {
            text.forms.is_empty() || text.forms.iter().any(|form| form.trim().is_empty())
        })
        .map(|text| at(text, "empty: write it"))
        .collect()
}

/// Names, codes and units are the same everywhere: equal is wrong only where a
/// word of two small letters stands in it.
fn left_in_english(texts: &[Text]) -> Vec<String> {
    let english: BTreeMap<&str, &Text> = texts
        .iter()
        .filter(|text| text.lang == "en")
        .map(|text| (text.key.as_str(), text))
        .collect();
    texts
        .iter()
        .filter(|text| text.lang != "en")
        .filter(|text| {
            english
                .get(text.key.as_str())
                .is_some_and(|english| english.forms == text.forms)
        })
        .filter(|text| text.forms.iter().any(|form| has_word(form)))
        .map(|text| at(text, "still English: translate it"))
        .collect()
}

fn has_word(form: &str) -> bool {
    form.split(|c: char| !c.is_alphabetic() || c == VALUE)
        .any(|word| word.chars().filter(char::is_ascii_lowercase).count() >= 2)
}

fn unbalanced(texts: &[Text]) -> Vec<String> {
    let depth = |form: &str| {
        form.chars().try_fold(0i32, |depth, c| match c {
            '\u{2066}'..='\u{2068}' => Some(depth + 1),
            '\u{2069}' if depth > 0 => Some(depth - 1),
            '\u{2069}' => None,
            _ => Some(depth),
        })
    };
    texts
        .iter()
        .filter(|text| text.forms.iter().any(|form| depth(form) != Some(0)))
        .map(|text| at(text, "isolates do not balance: U+2066..2068 needs U+2069"))
        .collect()
}

#[test]
fn every_key_exists_in_six_languages() {
    nothing_found("Missing translations:", &missing(&texts()));
}

#[test]
fn no_key_stands_twice() {
    nothing_found("The same key twice in a language:", &twice(&texts()));
}

#[test]
fn a_message_takes_the_same_values_in_every_language() {
    nothing_found("Variables differ:", &variables(&texts()));
}

#[test]
fn nothing_is_empty_and_nothing_is_left_in_english() {
    let texts = texts();
    nothing_found("Empty texts:", &empty(&texts));
    nothing_found("Left in English:", &left_in_english(&texts));
}

#[test]
fn isolates_balance() {
    nothing_found("Isolates:", &unbalanced(&texts()));
}

#[test]
fn planted_differences_are_found() {
    let english = planted("en", "hello = Hello { $name }");
    let korean = planted("ko", "hello = Hello { $who }");
    let both = [english.clone(), korean];
    found(&variables(&both), &["\"who\""]);
    found(&left_in_english(&both), &["still English"]);
    assert_eq!(missing(&both).len(), 4);
    found(&twice(&[english.clone(), english]), &["keep one"]);
    found(&empty(&[planted("lt", "hello = {\"\"}")]), &["empty"]);
    found(
        &unbalanced(&[planted("fa", "ref = \u{2066}RD")]),
        &["balance"],
    );
    assert!(left_in_english(&[planted("en", "a = PDF"), planted("ko", "a = PDF")]).is_empty());
    assert!(catalogue::texts().len() > 1000);
}
