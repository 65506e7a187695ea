//! The fixed terms: `shared.glossary.ftl` says what `translations/glossary.csv`
//! says, and words that a language must not use are not used.

use crate::{
    LANGUAGES, at,
    catalogue::{Text, planted, root, texts},
    found, nothing_found,
};
use std::{collections::BTreeMap, fs};

/// Words that the glossary and the guide for writers forbid, by language.
const FORBIDDEN: [(&str, &[&str]); 6] = [
    (
        "en",
        &[
            "ticket",
            "invalid",
            "failed to",
            "successfully",
            "simply",
            "unfortunately",
            "SLA",
        ],
    ),
    ("ko", &["당신", "민원인", "고객센터 문의"]),
    (
        "zh-Hant",
        &[
            "信息",
            "文件夾",
            "文件夹",
            "用户",
            "用戶",
            "默认",
            "默認",
            "网络",
            "網絡",
            "软件",
            "軟件",
            "字段",
            "糾正措施",
            "投訴",
        ],
    ),
    (
        "zh-Hans",
        &["矫正措施", "软体", "资讯", "使用者", "敬请谅解", "被诉人"],
    ),
    ("lt", &["valdymo apžvalg", "sėkmingai", "taisom", "gydym"]),
    ("fa", &["متهم", "بازپرس", "مشتکی", "با موفقیت", " می‌گردد"]),
];

/// `(key, language)` to the term; an English explanation in brackets is no part of it.
fn terms(csv: &str) -> BTreeMap<(String, String), String> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(csv.as_bytes());
    let mut terms = BTreeMap::new();
    for row in reader.records().map(Result::unwrap) {
        if row[0].starts_with('#') {
            continue;
        }
        for (index, lang) in LANGUAGES.iter().enumerate() {
            let term = row[index + 1].trim();
            let term = if *lang == "en" {
                without_explanation(term)
            } else {
                term
            };
            terms.insert((row[0].to_owned(), (*lang).to_owned()), term.to_owned());
        }
    }
    terms
}

fn without_explanation(term: &str) -> &str {
    match term.rsplit_once(" (") {
        Some((word, explanation)) if !explanation.contains('{') && explanation.ends_with(')') => {
            word
        }
        _ => term,
    }
}

/// As it stands in the file, values in their Fluent form, isolates left out.
fn said(content: &str) -> BTreeMap<String, String> {
    content
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, value)| {
            let plain = value.replace(['\u{2066}', '\u{2068}', '\u{2069}'], "");
            (key.to_owned(), plain)
        })
        .collect()
}

fn different(terms: &BTreeMap<(String, String), String>, lang: &str, content: &str) -> Vec<String> {
    let path = format!("translations/{lang}/shared.glossary.ftl");
    let said = said(content);
    let mut findings = Vec::new();
    for ((key, its), term) in terms {
        match said.get(key) {
            _ if its != lang => {}
            Some(text) if text == term => {}
            Some(text) => findings.push(format!(
                "{path}: {key}: {text:?}, the glossary says {term:?}"
            )),
            None => findings.push(format!("{path}: {key}: add {term:?}")),
        }
    }
    findings
}

fn forbidden(texts: &[Text]) -> Vec<String> {
    let mut findings = Vec::new();
    for text in texts {
        let words = FORBIDDEN
            .iter()
            .find(|(lang, _)| *lang == text.lang)
            .unwrap()
            .1;
        for word in words {
            let is_there = |form: &String| form.to_lowercase().contains(&word.to_lowercase());
            if text.forms.iter().any(is_there) {
                findings.push(at(
                    text,
                    format!("do not write {word:?}, see the glossary's notes"),
                ));
            }
        }
    }
    findings
}

#[test]
fn the_shared_terms_are_the_glossarys() {
    let terms = terms(&fs::read_to_string(root().join("translations/glossary.csv")).unwrap());
    assert!(terms.len() > 2000, "the glossary was not read");
    let findings: Vec<String> = LANGUAGES
        .iter()
        .flat_map(|lang| {
            let path = root().join(format!("translations/{lang}/shared.glossary.ftl"));
            different(&terms, lang, &fs::read_to_string(path).unwrap())
        })
        .collect();
    nothing_found("Not the glossary's term:", &findings);
}

#[test]
fn no_forbidden_word_is_used() {
    nothing_found("Forbidden words:", &forbidden(&texts()));
}

#[test]
fn planted_terms_are_found() {
    let terms = terms(
        "key,en,ko,zh-Hant,zh-Hans,lt,fa,note\ncase,Case (of work),접수 건,案件,投诉件,Byla,پرونده,\n",
    );
    found(
        &different(&terms, "en", "case = Ticket\n"),
        &["says \"Case\""],
    );
    found(&different(&terms, "ko", ""), &["add \"접수 건\""]);
    found(&forbidden(&[planted("ko", "a = 당신의 불만")]), &["당신"]);
}
