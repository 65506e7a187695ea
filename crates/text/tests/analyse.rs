//! The analyser by examples of six languages, and what must hold for any text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;
use redress_text::{analyse, pieces, tokens};

fn same(a: &str, b: &str) {
    assert_eq!(tokens(a), tokens(b), "{a} {b}");
}

#[test]
fn case_and_diacritics_do_not_matter() {
    same("ĄŽUOLO Gatvė", "azuolo gatve");
    same(
        "Čiurlionis, šaltas, ūkis, ėmė, įmonė",
        "ciurlionis saltas ukis eme imone",
    );
    same("Straße Ærø Łódź İstanbul", "strasse aero lodz istanbul");
    same("e\u{301}", "é");
}

#[test]
fn persian_is_found_by_either_keyboard() {
    same("شکایت آب", "شكايت اب");
    same("می‌خواهم", "میخواهم");
    same("كتابــها", "کتابها");
    same("مدرسة", "مدرسه");
    same("قَبض", "قبض");
}

#[test]
fn digits_of_all_scripts_are_one() {
    for digits in ["۱۲۳۴۵", "١٢٣٤٥", "１２３４５", "१२३४५", "๑๒๓๔๕", "𝟏𝟐𝟑𝟒𝟓"]
    {
        assert_eq!(tokens(digits), ["12345"], "{digits}");
    }
}

#[test]
fn chinese_and_korean_are_read_in_pairs() {
    assert_eq!(tokens("臺灣的水"), ["台湾", "湾的", "的水"]);
    assert_eq!(tokens("고객센터에"), ["고객", "객센", "센터", "터에"]);
    assert_eq!(tokens("水"), ["水"]);
    same("義大利", "意大利");
    // A file name of a system that writes syllables in their parts.
    same("\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}", "한국");
}

#[test]
fn compatibility_forms_and_invisible_characters() {
    same("ＡＢＣ１２３", "abc123");
    same("ﬁlter", "filter");
    same("so\u{ad}ft \u{2067}x\u{2069}", "soft x");
    same("ﻛﺘﺎﺏ", "کتاب");
}

#[test]
fn a_hexagram_is_a_sign_and_no_character() {
    assert!(tokens("\u{4dc6}").is_empty());
    assert_eq!(
        tokens("\u{4dbf}\u{4e00}"),
        tokens("\u{4dbf}\u{4e00}\u{4dc6}")
    );
}

#[test]
fn a_very_long_word_is_cut() {
    let word = "x".repeat(5_000);
    assert_eq!(tokens(&word)[0].len(), 64);
}

proptest! {
    #[test]
    fn any_text_gives_tokens_that_an_index_takes_as_they_are(text in "\\PC{0,200}") {
        let mut last = 0;
        analyse(&text, |token| {
            assert!(!token.text.is_empty() && token.text.len() <= 64);
            assert!(token.text.chars().all(|c| c.is_alphanumeric()), "{:?}", token.text);
            assert!(!token.text.bytes().any(|b| b.is_ascii_uppercase()));
            assert!(text.is_char_boundary(token.from) && text.is_char_boundary(token.to));
            assert!(token.from < token.to && token.from >= last);
            last = token.from;
        });
        let joined = pieces(&text).0.join(" ");
        prop_assert!(!joined.contains("  "));
    }

    #[test]
    fn what_was_analysed_once_does_not_change(text in "\\PC{0,100}") {
        // Pairs overlap, so only words of scripts with spaces can be fed in again.
        let mut words = Vec::new();
        analyse(&text, |token| if !token.paired { words.push(token.text.to_owned()) });
        for word in words {
            prop_assert_eq!(tokens(&word), vec![word]);
        }
    }
}
