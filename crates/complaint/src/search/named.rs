//! Words that name somebody, apart from all others: in the index each stands as a word
//! of its own, which only those ask for who may know the name. So nobody finds out by
//! searching whether somebody is among those who complained (4.10); and the index holds
//! each such word closed, so that nobody reads it there either. Pure.

use super::rows::{as_field, closed};
use crate::facts::Person;
use redress_store::{Blind, Field, Needle, Phrase};
use redress_text::{is_paired, query::phrases, tokens};
use std::collections::BTreeSet;

/// A shorter word of a name stands in every text.
const WORD_MIN: usize = 3;

/// A word as a part of somebody's name or address.
fn named(token: &str, blind: &Blind) -> String {
    blind.token(Field::Name, token)
}

/// Tokens of a text, each as a part of a name; the breaks between texts stay.
pub fn all_named(tokens: &str, blind: &Blind) -> String {
    closed(tokens, Field::Name, blind)
}

/// What these people are called and reached by, as runs of tokens, the longest first.
#[derive(Debug, Clone, Default)]
pub struct Names(Vec<Phrase>);

impl Names {
    pub fn of(people: &[&Person]) -> Names {
        let mut runs = BTreeSet::new();
        for person in people {
            runs.extend(phrases(&person.email));
            runs.extend([tokens(&person.email), tokens(&person.phone)]);
            let name = tokens(&person.name);
            let single = name.iter().filter(|token| is_name(token));
            runs.extend(single.map(|token| vec![token.clone()]));
            // Single characters of such a script stand behind the pairs of a text.
            let chars = person.name.chars().map(String::from);
            runs.extend(chars.filter(|it| is_paired(it)).map(|it| vec![it]));
            runs.insert(name);
        }
        let mut runs: Vec<Phrase> = runs.into_iter().collect();
        // The parts of an address by themselves are words like any other.
        runs.retain(|run| run.len() > 1 || run.first().is_some_and(|token| is_name(token)));
        runs.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
        Names(runs)
    }

    /// A text of the index with the names in it set apart.
    pub fn apart(&self, text: &str, blind: &Blind) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let words: Vec<&str> = text.split(' ').collect();
        let (mut out, mut at) = (Vec::with_capacity(words.len()), 0);
        while let Some(word) = words.get(at) {
            let rest = words.get(at..).unwrap_or_default();
            let run = self.0.iter().find(|run| begins(rest, run));
            let long = run.map_or(0, Vec::len);
            out.extend(rest.iter().take(long).map(|word| named(word, blind)));
            if long == 0 {
                out.push((*word).to_owned());
            }
            at += long.max(1);
        }
        out.join(" ")
    }
}

/// In scripts that are read in pairs, a name is short.
fn is_name(token: &str) -> bool {
    let first = token.chars().take(1).collect::<String>();
    is_paired(&first) || token.chars().count() >= WORD_MIN
}

fn begins(text: &[&str], run: &[String]) -> bool {
    text.len() >= run.len() && run.iter().zip(text).all(|(a, b)| a == b)
}

/// What was asked, asked of names too: each word as itself or as a part of a name.
pub fn by_name_too(
    needle: &Needle,
    (from, not_from): (&[Phrase], &[Phrase]),
    blind: &Blind,
) -> Needle {
    let as_name = |phrase: &Phrase| as_field(phrase, Field::Name, blind);
    let either = needle
        .all
        .iter()
        .map(|phrase| vec![phrase.clone(), as_name(phrase)]);
    let none = needle.none.iter();
    Needle {
        all: from.to_vec(),
        one_of: needle.one_of.iter().cloned().chain(either).collect(),
        none: none
            .clone()
            .cloned()
            .chain(none.map(as_name))
            .chain(not_from.iter().cloned())
            .collect(),
    }
}

/// Exactly this name, address or number, for whoever takes a call.
pub fn exactly(text: &str, blind: &Blind) -> Vec<Phrase> {
    let phrases = phrases(text).into_iter();
    phrases
        .filter(|phrase| !phrase.is_empty())
        .map(|phrase| as_field(&phrase, Field::Name, blind))
        .collect()
}

/// Rows of two questions as of one, the highest first, each case once.
pub fn merged(one: Vec<i64>, other: Vec<i64>, case_of: fn(i64) -> i64) -> Vec<i64> {
    let mut all: Vec<i64> = one.into_iter().chain(other).collect();
    all.sort_unstable_by_key(|row| std::cmp::Reverse(*row));
    all.dedup_by_key(|row| case_of(*row));
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::Instant;
    use redress_store::Keys;

    fn blind() -> Blind {
        Blind::of(&Keys::fresh(Instant::from_micros(1)).unwrap())
    }

    fn rasa() -> Person {
        Person {
            name: "Rasa Jankauskienė".into(),
            email: "rasa@example.lt".into(),
            ..Person::default()
        }
    }

    #[test]
    fn a_name_in_a_text_is_no_word_of_it_and_the_rest_stays() {
        let names = Names::of(&[&rasa()]);
        let words = tokens("Dear Rasa Jankauskienė, the ferry left. rasa@example.lt").join(" ");
        let apart = names.apart(&words, &blind());
        let plain: Vec<&str> = apart
            .split(' ')
            .filter(|it| !it.starts_with("b_n"))
            .collect();
        assert_eq!(plain, ["dear", "the", "ferry", "left"], "{apart}");
        assert_eq!(Names::default().apart(&words, &blind()), words);
    }

    #[test]
    fn each_word_is_asked_for_as_itself_and_as_a_name() {
        let needle = Needle {
            all: vec![vec!["rasa".to_owned()]],
            ..Needle::default()
        };
        let blind = blind();
        let both = by_name_too(&needle, (&[], &[]), &blind);
        let asked = both.one_of.first().unwrap();
        assert_eq!(
            *asked,
            [vec!["rasa".to_owned()], vec![named("rasa", &blind)]]
        );
    }

    #[test]
    fn a_case_that_both_questions_find_is_one() {
        assert_eq!(
            merged(vec![31, 20], vec![30, 10], |row| row / 10),
            [31, 20, 10]
        );
    }
}
