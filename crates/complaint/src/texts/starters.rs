//! The texts that come with the product, in all six languages. They need no
//! record until somebody changes one; then that version counts.

use super::{facts::Wording, variables::VARIABLES};
use redress_kernel::{Lang, words::Arg, words::Message};
use redress_web::{format::Format, words::Words};
use std::collections::BTreeMap;

pub const STARTERS: &[&str] = &[
    "ask-more",
    "reminder",
    "status",
    "put-right",
    "call-arranged",
];

pub fn words(code: &str) -> BTreeMap<String, Wording> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let said = |part: &str| said(lang, &format!("text-{code}-{part}"));
            let wording = Wording {
                name: said("name"),
                body: said("body"),
            };
            (lang.tag().to_owned(), wording)
        })
        .collect()
}

/// The catalogue's text with its variables left open, without the isolates that
/// protect a value.
fn said(lang: Lang, key: &str) -> String {
    let open = |message: Message, name: &&'static str| {
        message.with(name, Arg::Text(format!("{{{name}}}")))
    };
    let message = VARIABLES.iter().fold(Message::new(key), open);
    let format = Format::new(lang, jiff::tz::TimeZone::UTC);
    let text = Words::embedded().tell(lang, &message, &format);
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use crate::texts::variables::unknown;

    #[test]
    fn every_shipped_text_stands_in_six_languages_with_variables_that_there_are() {
        for code in STARTERS {
            let words = words(code);
            assert_eq!(words.len(), 6);
            for (lang, wording) in &words {
                assert!(!wording.name.starts_with("text-"), "{code} in {lang}");
                assert!(wording.body.len() > 20, "{code} in {lang}");
                assert_eq!(unknown(&wording.body), None, "{code} in {lang}");
                assert!(!wording.body.contains('\u{2068}'), "{code} in {lang}");
            }
        }
        assert!(words("ask-more")["en"].body.contains("{due}"));
    }
}
