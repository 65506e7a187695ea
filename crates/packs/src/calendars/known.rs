//! A calendar with what is known about it: whose list each year is, and since which
//! version. A complaint is pinned to version and digest.

use redress_kernel::{
    Lang,
    calendar::{Listed, National},
};
use std::{collections::BTreeMap, fmt};

#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    pub national: National,
    /// The calendar's name, by language tag: `en ko zh-Hant zh-Hans lt fa`.
    pub titles: BTreeMap<String, String>,
    pub years: BTreeMap<i16, ListedYear>,
    /// SHA-256, in hexadecimal, over everything that can move a deadline; a reason
    /// that is spelt better leaves it as it is.
    pub digest: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedYear {
    pub confidence: Confidence,
    /// Who says so: the list, or the rule.
    pub source: String,
}

/// How sure a year is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// A list that the state published.
    Official,
    /// A published rule; days that are decreed from one month to the next are missing.
    Computed,
    /// Only weekends are known.
    None,
}

/// What a reader of a deadline in this year should be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    Computed {
        calendar: String,
        year: i16,
        source: String,
    },
    Unlisted {
        calendar: String,
        year: i16,
        last: i16,
    },
}

impl Known {
    /// What the calendar is called; in English for a language that has no name for it.
    pub fn title(&self, lang: Lang) -> &str {
        let title = self
            .titles
            .get(lang.tag())
            .or_else(|| self.titles.get("en"));
        title.map_or(self.national.id.as_str(), String::as_str)
    }

    /// The years of which holidays are known, in order.
    pub fn years_known(&self) -> impl Iterator<Item = i16> {
        self.years.keys().copied()
    }

    pub fn confidence(&self, year: i16) -> Confidence {
        self.years
            .get(&year)
            .map_or(Confidence::None, |listed| listed.confidence)
    }

    /// `None` for a year with an official list; never a reason to fail.
    pub fn doubt(&self, year: i16) -> Option<Doubt> {
        let calendar = self.national.id.clone();
        match self.years.get(&year) {
            Some(listed) if listed.confidence == Confidence::Official => None,
            Some(listed) => Some(Doubt::Computed {
                calendar,
                year,
                source: listed.source.clone(),
            }),
            None => Some(Doubt::Unlisted {
                calendar,
                year,
                last: self.years_known().last().unwrap_or_default(),
            }),
        }
    }
}

impl Confidence {
    pub const fn code(self) -> &'static str {
        match self {
            Confidence::Official => "official",
            Confidence::Computed => "computed",
            Confidence::None => "none",
        }
    }

    pub(super) const fn listed(self) -> Option<Listed> {
        match self {
            Confidence::Official => Some(Listed::Official),
            Confidence::Computed => Some(Listed::Computed),
            Confidence::None => None,
        }
    }
}

/// Plain English for the command line; pages take the code and the values.
impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doubt::Computed {
                calendar,
                year,
                source,
            } => write!(
                f,
                "{calendar} {year} is computed, not an official list ({source})"
            ),
            Doubt::Unlisted {
                calendar,
                year,
                last,
            } => write!(
                f,
                "{calendar} knows no holidays of {year} (the last year it knows is {last}): only weekends were left out"
            ),
        }
    }
}
