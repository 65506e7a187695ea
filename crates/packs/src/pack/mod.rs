//! Rule packs: read, checked line by line, and asked for the clocks in force on
//! the day of receipt. A complaint keeps to the version of that day; what could
//! not be verified in its sources says so and is shown to the administrator.

mod golden;
mod lint;
mod problem;
mod read;
mod section;
mod shelf;
#[cfg(test)]
mod tests;

pub use golden::{Golden, Mismatch};
pub use problem::Problem;
pub use read::read;
pub use shelf::{FILES, IDS, pack, packs};

use crate::calendars;
use jiff::civil::Date;
use redress_kernel::{
    Instant, Lang,
    calendar::{Calendar, Hours, National, NoSuchZone},
    clock::Rule,
};

/// Fewer examples than this do not show what a pack means.
pub const GOLDEN_MIN: usize = 12;

#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    pub id: String,
    pub title: Texts,
    /// Over which it counts unless another is chosen.
    pub calendar: Option<String>,
    /// Every use names a calendar; there is no default.
    pub ask_calendar: bool,
    pub zone: Option<String>,
    pub hours: Option<Hours>,
    pub notes: Option<Texts>,
    /// In order of the days from which they apply.
    pub versions: Vec<Version>,
    pub golden: Vec<Golden>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The first day of receipt to which it applies.
    pub from: Date,
    /// The first day to which nothing applies any more.
    pub until: Option<Date>,
    pub review_on: Date,
    pub source: String,
    pub notes: Option<Texts>,
    pub clocks: Vec<Clock>,
    pub letters: Vec<Letter>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Clock {
    pub id: String,
    pub title: Texts,
    /// The clause of ISO 10002 that it serves.
    pub clause: String,
    /// Codes of the kinds of complaint; empty: all.
    pub applies_when: Vec<String>,
    pub rule: Rule,
    pub source: String,
    pub extension_source: Option<String>,
    pub confidence: Confidence,
    pub notes: Option<Texts>,
    pub review_on: Option<Date>,
}

/// What a letter must contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub kind: String,
    /// Only where the complaint came out like this.
    pub outcome: Option<String>,
    pub blocks: Vec<String>,
    pub source: String,
    pub confidence: Option<Confidence>,
}

/// How sure we are of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    Low,
    Medium,
    High,
}

impl Confidence {
    pub const NAMES: [&str; 3] = ["high", "medium", "low"];

    pub fn named(name: &str) -> Option<Confidence> {
        match name {
            "high" => Some(Confidence::High),
            "medium" => Some(Confidence::Medium),
            "low" => Some(Confidence::Low),
            _ => None,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        }
    }
}

/// One text in the six languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts([String; 6]);

impl Texts {
    pub(crate) fn set(&mut self, lang: Lang, text: &str) {
        let places = Lang::ALL.iter().zip(&mut self.0);
        for (_, place) in places.filter(|(it, _)| **it == lang) {
            text.clone_into(place);
        }
    }

    pub fn get(&self, lang: Lang) -> &str {
        let place = Lang::ALL.iter().position(|it| *it == lang).unwrap_or(0);
        self.0.get(place).map_or("", String::as_str)
    }
}

impl AsRef<Rule> for Clock {
    fn as_ref(&self) -> &Rule {
        &self.rule
    }
}

impl Version {
    pub fn clock(&self, id: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.id == id)
    }
}

/// Why a pack cannot count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoCalendar {
    /// It has no default: one must be named.
    Asked,
    Unknown(String),
    Zone(NoSuchZone),
}

impl Pack {
    /// The version in force for what is received on that day.
    pub fn on(&self, day: Date) -> Option<&Version> {
        let begun = self.versions.iter().rev().find(|it| it.from <= day)?;
        begun.until.is_none_or(|until| day < until).then_some(begun)
    }

    /// The same for an instant, by the local day in the calendar's zone.
    pub fn at(&self, received: Instant, calendar: &Calendar) -> Option<&Version> {
        self.on(calendar.local(received)?.date())
    }

    /// The clocks of all versions, each name once.
    pub fn clock_ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for clock in self.versions.iter().flat_map(|it| &it.clocks) {
            if !ids.contains(&clock.id.as_str()) {
                ids.push(&clock.id);
            }
        }
        ids
    }

    /// The working days over which this pack counts: those chosen, or its own.
    pub fn calendar(&self, chosen: Option<&str>) -> Result<Calendar, NoCalendar> {
        let own = self.calendar.as_deref();
        let id = chosen.or(own).ok_or(NoCalendar::Asked)?;
        let unknown = || NoCalendar::Unknown(id.to_owned());
        let national = calendars::national(id).ok_or_else(unknown)?;
        self.over(national)
    }

    /// The same over one version of a list.
    pub fn over(&self, national: &National) -> Result<Calendar, NoCalendar> {
        let (own, id) = (self.calendar.as_deref(), national.id.as_str());
        let mut calendar = national.calendar().map_err(NoCalendar::Zone)?;
        if let Some(zone) = self.zone.as_deref().filter(|_| own == Some(id)) {
            calendar.zone = redress_kernel::calendar::zone(zone).map_err(NoCalendar::Zone)?;
        }
        if let Some(hours) = self.hours.filter(|_| own.is_none() || own == Some(id)) {
            calendar = calendar.with_hours(hours);
        }
        Ok(calendar)
    }
}
