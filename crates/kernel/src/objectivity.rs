//! What the organisation decided about objectivity (4.7) and competence (4.14): when
//! somebody declares to have no conflict of interest, how long a case that two persons
//! opened stays open, and which categories ask for a competence.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Longer than two days is no opening but another scope.
pub const GLASS_HOURS_MAX: u32 = 48;
/// A list that nobody oversees keeps nobody competent.
pub const NEEDS_MAX: usize = 50;

/// Before the first judgement of each person in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declarations {
    Never,
    /// Where a person is complained about.
    #[default]
    Person,
    Always,
}

impl Declarations {
    pub const NAMES: &'static [&'static str] = &["never", "person", "always"];

    pub const fn name(self) -> &'static str {
        match self {
            Declarations::Never => "never",
            Declarations::Person => "person",
            Declarations::Always => "always",
        }
    }

    pub fn from_name(name: &str) -> Option<Declarations> {
        match name {
            "never" => Some(Declarations::Never),
            "person" => Some(Declarations::Person),
            "always" => Some(Declarations::Always),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objectivity {
    #[serde(default)]
    pub declarations: Declarations,
    pub glass_hours: u32,
    /// By category: the competence that whoever has the case in hand needs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub needs: BTreeMap<String, String>,
}

impl Default for Objectivity {
    fn default() -> Objectivity {
        Objectivity {
            declarations: Declarations::default(),
            glass_hours: 4,
            needs: BTreeMap::new(),
        }
    }
}

impl Objectivity {
    pub fn is_default(&self) -> bool {
        *self == Objectivity::default()
    }

    /// What a case of these categories asks for, without repeating.
    pub fn needed<'a>(&'a self, categories: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
        let all = categories.into_iter();
        let mut needed: Vec<&str> = all
            .filter_map(|code| self.needs.get(code).map(String::as_str))
            .collect();
        needed.sort_unstable();
        needed.dedup();
        needed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_declaring_is_read_by_its_own_name() {
        for name in Declarations::NAMES {
            let read = Declarations::from_name(name).map(Declarations::name);
            assert_eq!(read, Some(*name));
        }
        assert_eq!(Declarations::from_name("sometimes"), None);
    }

    #[test]
    fn a_category_asks_for_its_competence_and_another_for_none() {
        let mut it = Objectivity::default();
        it.needs.insert("06".into(), "Safety on board".into());
        it.needs.insert("07".into(), "Safety on board".into());
        assert_eq!(it.needed(["06", "07", "01"]), ["Safety on board"]);
        assert!(it.needed(["01"]).is_empty());
    }
}
