//! Plural categories, and that every counted message comes out for every number.

use crate::{
    at,
    catalogue::{Text, planted, texts},
    found, nothing_found,
};
use jiff::tz::TimeZone;
use redress_kernel::{
    Lang,
    words::{Arg, Message},
};
use redress_web::{Format, Words};

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
const COUNTS: [i64; 10] = [0, 1, 2, 5, 11, 21, 22, 101, 111, 1200];

fn wanted(lang: &str) -> &'static [&'static str] {
    match lang {
        "lt" => &["few", "many", "one", "other"],
        "en" | "fa" => &["one", "other"],
        _ => &["other"],
    }
}

fn wrong_categories(texts: &[Text]) -> Vec<String> {
    let mut findings = Vec::new();
    for text in texts {
        for (variable, variants) in &text.selectors {
            let mut has: Vec<&str> = variants.iter().map(String::as_str).collect();
            has.retain(|variant| CATEGORIES.contains(variant));
            let exact_only = variants
                .iter()
                .all(|v| v == "other" || v.parse::<f64>().is_ok());
            if has.as_slice() != wanted(&text.lang) && !exact_only {
                let wanted = wanted(&text.lang);
                findings.push(at(
                    text,
                    format!("${variable} has {has:?}, write {wanted:?}"),
                ));
            }
        }
    }
    findings
}

fn wrongly_said(text: &Text, lang: Lang) -> Vec<String> {
    let format = Format::new(lang, TimeZone::UTC);
    let mut findings = Vec::new();
    for count in COUNTS {
        let mut message = Message::new(text.key.as_str());
        for variable in &text.variables {
            let name: &'static str = Box::leak(variable.clone().into_boxed_str());
            let counted = text.selectors.iter().any(|(its, _)| its == variable);
            let value = if counted {
                Arg::Number(count)
            } else {
                Arg::from("x")
            };
            message.args.push((name, value));
        }
        let said = Words::embedded().tell(lang, &message, &format);
        if said.contains(['{', '}', '…']) || said.trim().is_empty() || said == text.key {
            findings.push(at(text, format!("{count} comes out as {said:?}")));
        }
    }
    findings
}

#[test]
fn every_selector_has_the_categories_of_its_language() {
    nothing_found("Plural categories:", &wrong_categories(&texts()));
}

#[test]
fn every_counted_message_comes_out_for_every_number() {
    let findings: Vec<String> = texts()
        .iter()
        .filter(|text| !text.selectors.is_empty())
        .flat_map(|text| wrongly_said(text, Lang::from_tag(&text.lang).unwrap()))
        .collect();
    nothing_found("Counted messages:", &findings);
}

#[test]
fn planted_plurals_are_found() {
    let planted = [
        planted(
            "lt",
            "a = { $n ->\n  [one] { $n } skundas\n *[other] { $n } skundų\n }",
        ),
        planted(
            "ko",
            "a = { $n ->\n  [one] { $n }건\n *[other] { $n }건\n }",
        ),
        planted(
            "en",
            "a = { $n ->\n  [0] none\n  [one] one\n *[other] { $n }\n }",
        ),
    ];
    found(&wrong_categories(&planted), &["few", "ko/"]);
    found(
        &wrongly_said(&planted[0], Lang::Lt)[..1],
        &["comes out as \"a\""],
    );
}
