//! What the public pages offer and say in the organisation's own words (7.1): the
//! ways in, when somebody is there, an introduction, and whom a complainant can
//! turn to outside. A way that is switched off is hidden everywhere, never a dead link.

use crate::{Lang, calendar::weekday};
use jiff::civil::{Time, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Ways in that a public page can offer, in the order of the page.
pub const WAYS: &[&str] = &["web", "phone", "email", "letter", "in-person"];

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portal {
    /// Ways that are not offered.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub off: BTreeSet<String>,
    /// When somebody answers the telephone and stands at the counter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hours>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<Lang, PortalText>,
}

/// Days with the same hours: "mon" and so on, local times "09:00".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub days: Vec<String>,
    pub from: String,
    pub until: String,
}

impl Hours {
    /// The first and the last of consecutive days, with both times; None when unreadable.
    pub fn read(&self) -> Option<(Vec<Weekday>, Time, Time)> {
        let days: Vec<Weekday> = self.days.iter().filter_map(|day| weekday(day)).collect();
        let time = |text: &str| text.parse::<Time>().ok();
        Some((days, time(&self.from)?, time(&self.until)?)).filter(|(days, ..)| !days.is_empty())
    }
}

/// What one language says; an empty text is not shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortalText {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// Where the counter is and what holds besides the hours.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub visit: String,
    /// The bodies outside the organisation, each on lines of its own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outside: String,
}

impl PortalText {
    pub fn is_empty(&self) -> bool {
        *self == PortalText::default()
    }
}

impl Portal {
    pub fn is_default(&self) -> bool {
        *self == Portal::default()
    }

    pub fn offers(&self, way: &str) -> bool {
        !self.off.contains(way)
    }

    pub fn text(&self, lang: Lang) -> Option<&PortalText> {
        self.texts.get(&lang)
    }

    /// Languages of these in which a text is missing that another language has.
    pub fn missing(&self, languages: &[Lang], part: fn(&PortalText) -> &str) -> Vec<Lang> {
        let said = |lang: &Lang| self.text(*lang).is_some_and(|text| !part(text).is_empty());
        if !languages.iter().any(said) {
            return Vec::new();
        }
        languages
            .iter()
            .filter(|lang| !said(lang))
            .copied()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_one_language_is_missing_in_the_others_and_none_is_missing_in_none() {
        let mut portal = Portal::default();
        let languages = [Lang::Lt, Lang::En];
        assert_eq!(portal.missing(&languages, |text| &text.introduction), []);
        let text = PortalText {
            introduction: "Sveiki".into(),
            ..PortalText::default()
        };
        portal.texts.insert(Lang::Lt, text);
        assert_eq!(
            portal.missing(&languages, |text| &text.introduction),
            [Lang::En]
        );
        assert_eq!(portal.missing(&languages, |text| &text.outside), []);
    }

    #[test]
    fn hours_are_read_or_are_none() {
        let hours = |from: &str| Hours {
            days: vec!["mon".into()],
            from: from.into(),
            until: "17:00".into(),
        };
        assert!(hours("09:00").read().is_some());
        assert!(hours("nine").read().is_none());
    }
}
