//! The lists that an organisation makes its own: problem categories (annex E) and
//! remedies (annex F). Codes keep their meaning for ever, so figures of years and
//! houses can be compared; words, order and what is offered are the organisation's.
//! A retired term stays readable wherever it was used and is offered for nothing new.

use crate::Lang;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Categories,
    Remedies,
}

const CATEGORIES: &[&str] = &[
    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32",
    "33", "34", "35",
];
const REMEDIES: &[&str] = &[
    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16",
    "17", "18",
];

/// What people ask for most often: done again, the bill cancelled, money back,
/// compensation, an explanation, an apology.
const USUAL: &[&str] = &["02", "09", "14", "12", "10", "17"];

/// Remedies that are a sum of money: compensation, refunds, a lower price.
const SUMS: &[&str] = &["12", "13", "14", "15"];

/// Own terms beside the default ones; a longer list is no list that anybody reads.
pub const OWN_MAX: usize = 60;

impl List {
    pub const ALL: [List; 2] = [List::Categories, List::Remedies];

    /// The word of a code is the message `{prefix}-{code}`, unless the organisation has its own.
    pub const fn prefix(self) -> &'static str {
        match self {
            List::Categories => "problem",
            List::Remedies => "remedy",
        }
    }

    /// As it stands in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            List::Categories => "categories",
            List::Remedies => "remedies",
        }
    }

    pub fn from_name(name: &str) -> Option<List> {
        List::ALL.into_iter().find(|list| list.name() == name)
    }

    pub const fn defaults(self) -> &'static [&'static str] {
        match self {
            List::Categories => CATEGORIES,
            List::Remedies => REMEDIES,
        }
    }

    pub fn is_default(self, code: &str) -> bool {
        self.defaults().contains(&code)
    }
}

/// One term as this organisation has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub code: String,
    /// Own words; a language without one falls back to ours, or to another own one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<Lang, String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub retired: bool,
    /// An own remedy that is a sum of money.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sum: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Term {
    pub fn of(code: &str) -> Term {
        Term {
            code: code.to_owned(),
            ..Term::default()
        }
    }
}

/// Both lists; an empty one is the default list in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    categories: Vec<Term>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remedies: Vec<Term>,
}

impl Terms {
    pub fn is_default(&self) -> bool {
        self.categories.is_empty() && self.remedies.is_empty()
    }

    /// The whole list in its order, retired terms too. Default terms that an older
    /// list does not know yet stand at its end.
    pub fn all(&self, list: List) -> Vec<Term> {
        let own = self.own(list);
        let new = list
            .defaults()
            .iter()
            .filter(|code| own.iter().all(|term| term.code != **code));
        own.iter()
            .cloned()
            .chain(new.map(|code| Term::of(code)))
            .collect()
    }

    pub fn with(mut self, list: List, terms: Vec<Term>) -> Terms {
        *self.slot(list) = terms;
        self
    }

    /// Codes that can be chosen for something new, in their order.
    pub fn offered(&self, list: List) -> Vec<String> {
        let offered = self.all(list).into_iter().filter(|term| !term.retired);
        offered.map(|term| term.code).collect()
    }

    /// Codes to show first where the whole list would be too long to read: the usual
    /// remedies, or the first of the order that the organisation chose itself.
    pub fn usual(&self, list: List) -> Vec<String> {
        let offered = self.offered(list);
        let in_our_order = offered
            .iter()
            .filter(|code| list.is_default(code))
            .is_sorted();
        match list {
            List::Remedies if in_our_order => USUAL
                .iter()
                .map(|code| (*code).to_owned())
                .filter(|code| offered.contains(code))
                .collect(),
            _ => offered.into_iter().take(USUAL.len()).collect(),
        }
    }

    /// Every code that can stand in a case, offered ones first.
    pub fn known(&self, list: List) -> Vec<String> {
        let mut all = self.all(list);
        all.sort_by_key(|term| term.retired);
        all.into_iter().map(|term| term.code).collect()
    }

    pub fn offers(&self, list: List, code: &str) -> bool {
        match self.own(list).iter().find(|term| term.code == code) {
            Some(term) => !term.retired,
            None => list.is_default(code),
        }
    }

    pub fn knows(&self, list: List, code: &str) -> bool {
        list.is_default(code) || self.own(list).iter().any(|term| term.code == code)
    }

    /// Must a remedy of this code name an amount?
    pub fn is_sum(&self, code: &str) -> bool {
        let own = self.remedies.iter().find(|term| term.code == code);
        SUMS.contains(&code) || own.is_some_and(|term| term.sum)
    }

    /// The organisation's own word behind a message key (`problem-06`), if it has one.
    pub fn word(&self, key: &str, lang: Lang) -> Option<&str> {
        if self.is_default() {
            return None;
        }
        let (prefix, code) = key.split_once('-')?;
        let list = List::ALL.into_iter().find(|list| list.prefix() == prefix)?;
        let term = self.own(list).iter().find(|term| term.code == code)?;
        let word = term.words.get(&lang);
        // Our own words exist in every language; of an own term any language is better than a code.
        let other = || term.words.get(&Lang::En).or(term.words.values().next());
        word.or_else(|| if list.is_default(code) { None } else { other() })
            .map(String::as_str)
    }

    fn own(&self, list: List) -> &[Term] {
        match list {
            List::Categories => &self.categories,
            List::Remedies => &self.remedies,
        }
    }

    fn slot(&mut self, list: List) -> &mut Vec<Term> {
        match list {
            List::Categories => &mut self.categories,
            List::Remedies => &mut self.remedies,
        }
    }
}

/// A code as people may make one: small letters, digits and hyphens.
pub fn is_code(text: &str) -> bool {
    (1..=30).contains(&text.len())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Terms are read for every request and shared by every voice of it.
pub(crate) mod shared {
    use super::{Arc, Deserialize, Serialize, Terms};

    pub fn serialize<S: serde::Serializer>(terms: &Arc<Terms>, to: S) -> Result<S::Ok, S::Error> {
        terms.as_ref().serialize(to)
    }

    pub fn deserialize<'d, D: serde::Deserializer<'d>>(from: D) -> Result<Arc<Terms>, D::Error> {
        Terms::deserialize(from).map(Arc::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ferry() -> Terms {
        let mut all = Terms::default().all(List::Categories);
        all.rotate_left(5); // "06" leads
        if let Some(first) = all.first_mut() {
            first.words.insert(Lang::En, "Crew".into());
        }
        if let Some(last) = all.last_mut() {
            last.retired = true; // "05"
        }
        let mut own = Term::of("timetable");
        own.words.insert(Lang::Lt, "Tvarkaraštis".into());
        all.push(own);
        Terms::default().with(List::Categories, all)
    }

    #[test]
    fn an_organisation_that_decided_nothing_has_the_default_lists() {
        let terms = Terms::default();
        assert_eq!(terms.offered(List::Categories).len(), 35);
        assert_eq!(terms.offered(List::Remedies).len(), 18);
        assert_eq!(terms.word("problem-06", Lang::En), None);
        assert!(!terms.offers(List::Remedies, "19") && !terms.knows(List::Remedies, "19"));
    }

    #[test]
    fn the_usual_remedies_come_first_unless_the_organisation_chose_an_order() {
        let ours = Terms::default();
        assert_eq!(ours.usual(List::Remedies), USUAL);
        let mut all = ours.all(List::Remedies);
        if let Some(apology) = all.iter_mut().find(|term| term.code == "17") {
            apology.retired = true;
        }
        let without = Terms::default().with(List::Remedies, all.clone());
        assert_eq!(
            without.usual(List::Remedies),
            ["02", "09", "14", "12", "10"]
        );
        all.rotate_left(2); // "03" leads
        let own = Terms::default().with(List::Remedies, all);
        assert_eq!(
            own.usual(List::Remedies),
            ["03", "04", "05", "06", "07", "08"]
        );
    }

    #[test]
    fn a_retired_term_is_readable_and_not_offered() {
        let terms = ferry();
        assert_eq!(
            terms.offered(List::Categories).first().map(String::as_str),
            Some("06")
        );
        assert!(terms.knows(List::Categories, "05") && !terms.offers(List::Categories, "05"));
        assert_eq!(
            terms.known(List::Categories).last().map(String::as_str),
            Some("05")
        );
    }

    #[test]
    fn own_words_stand_over_fixed_meanings_and_fall_back() {
        let terms = ferry();
        assert_eq!(terms.word("problem-06", Lang::En), Some("Crew"));
        assert_eq!(terms.word("problem-06", Lang::Ko), None);
        assert_eq!(
            terms.word("problem-timetable", Lang::Fa),
            Some("Tvarkaraštis")
        );
        assert_eq!(terms.word("remedy-06", Lang::En), None);
        assert_eq!(terms.word("problem-required", Lang::En), None);
    }

    #[test]
    fn a_term_that_a_release_adds_stands_at_the_end() {
        let old = Terms::default().with(List::Remedies, vec![Term::of("17"), Term::of("01")]);
        let codes = old.offered(List::Remedies);
        assert_eq!(
            codes.get(..3).map(<[String]>::to_vec),
            Some(vec!["17".into(), "01".into(), "02".into()])
        );
        assert_eq!(codes.len(), 18);
    }
}
