//! 8.4 The figures of the house: what each one counts, out of what, and how few
//! cases are too few to say anything. Pure definitions: the rollups in
//! `complaint::figures` count, pages and the API show, objectives bind to a key.
//!
//! A figure is a pair of sets of complaints. Because a set is also a filter of the
//! list, every number can be opened down to exactly the cases behind it.

mod figure;
mod period;

pub use figure::{Figure, HIDDEN_BELOW, SMALL_BELOW};
pub use period::{Part, Period, Years, numbered, span_of};

use serde::{Deserialize, Serialize};

/// A set of complaints. Whether "late" has come is asked of the day on which the
/// question is put, so that what is not due yet counts neither way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Set {
    /// All that were received (or closed, in the other view) in the period.
    All,
    AcknowledgementDue,
    AcknowledgedInTime,
    AcknowledgedLate,
    AnswerDue,
    AnsweredInTime,
    ResolutionDue,
    ResolvedLate,
    FirstContact,
    Assessed,
    WrongPriority,
    Referred,
    Repeated,
    Improvement,
    Reopened,
    /// Open now, whenever received.
    Open,
    /// Open now with a date that has passed.
    Overdue,
}

impl Set {
    /// Its words are `set-{name}`, for a numerator or a denominator.
    pub const fn name(self) -> &'static str {
        match self {
            Set::All => "all",
            Set::AcknowledgementDue => "acknowledgement-due",
            Set::AcknowledgedInTime => "acknowledged-in-time",
            Set::AcknowledgedLate => "acknowledged-late",
            Set::AnswerDue => "answer-due",
            Set::AnsweredInTime => "answered-in-time",
            Set::ResolutionDue => "resolution-due",
            Set::ResolvedLate => "resolved-late",
            Set::FirstContact => "first-contact",
            Set::Assessed => "assessed",
            Set::WrongPriority => "wrong-priority",
            Set::Referred => "referred",
            Set::Repeated => "repeated",
            Set::Improvement => "improvement",
            Set::Reopened => "reopened",
            Set::Open => "open",
            Set::Overdue => "overdue",
        }
    }
}

/// The two questions that a period can be asked (8.4): of what came in then, and
/// of what was closed then. The first cannot be improved by leaving cases open.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    #[default]
    Received,
    Closed,
}

impl View {
    pub const ALL: [View; 2] = [View::Received, View::Closed];

    pub const fn name(self) -> &'static str {
        match self {
            View::Received => "received",
            View::Closed => "closed",
        }
    }

    pub fn from_name(name: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// What the number is: so many complaints, or so many of a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Complaints,
    Share,
}

/// Which way is better. Fewer complaints received are not: people may have stopped
/// complaining.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
    Neither,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Stable: in addresses, in the API, in objectives. Its words are
    /// `indicator-{key}`, with `-what` for the definition.
    pub key: &'static str,
    pub clause: &'static str,
    pub unit: Unit,
    pub counted: Set,
    /// None: the number stands by itself.
    pub of: Option<Set>,
    pub better: Better,
    /// One of the eight figures of annex H, in its order.
    pub annex_h: Option<u8>,
}

impl Indicator {
    const fn count(key: &'static str, clause: &'static str, counted: Set) -> Indicator {
        Indicator {
            key,
            clause,
            unit: Unit::Complaints,
            counted,
            of: None,
            better: Better::Neither,
            annex_h: None,
        }
    }

    const fn share(
        key: &'static str,
        clause: &'static str,
        counted: Set,
        of: Set,
        better: Better,
    ) -> Indicator {
        Indicator {
            key,
            clause,
            unit: Unit::Share,
            counted,
            of: Some(of),
            better,
            annex_h: None,
        }
    }

    const fn annex_h(mut self, place: u8) -> Indicator {
        self.annex_h = Some(place);
        self
    }

    const fn better(mut self, better: Better) -> Indicator {
        self.better = better;
        self
    }

    /// Says how things stand today, whatever the period.
    pub const fn is_now(&self) -> bool {
        matches!(self.counted, Set::Open | Set::Overdue)
    }
}

/// Every figure of the house.
pub static ALL: &[Indicator] = &[
    Indicator::count("received", "7.2", Set::All).annex_h(1),
    Indicator::share(
        "first-contact",
        "7.7",
        Set::FirstContact,
        Set::All,
        Better::Higher,
    )
    .annex_h(2),
    Indicator::share(
        "wrong-priority",
        "7.5",
        Set::WrongPriority,
        Set::Assessed,
        Better::Lower,
    )
    .annex_h(3),
    Indicator::share(
        "acknowledged-late",
        "7.4",
        Set::AcknowledgedLate,
        Set::AcknowledgementDue,
        Better::Lower,
    )
    .annex_h(4),
    Indicator::share(
        "resolved-late",
        "7.9",
        Set::ResolvedLate,
        Set::ResolutionDue,
        Better::Lower,
    )
    .annex_h(5),
    Indicator::share("referred", "7.9", Set::Referred, Set::All, Better::Lower).annex_h(6),
    Indicator::share("repeated", "8.2", Set::Repeated, Set::All, Better::Lower).annex_h(7),
    Indicator::count("improvements", "8.7", Set::Improvement)
        .better(Better::Higher)
        .annex_h(8),
    Indicator::share(
        "acknowledged-in-time",
        "7.4",
        Set::AcknowledgedInTime,
        Set::AcknowledgementDue,
        Better::Higher,
    ),
    Indicator::share(
        "answered-in-time",
        "7.8",
        Set::AnsweredInTime,
        Set::AnswerDue,
        Better::Higher,
    ),
    Indicator::share("reopened", "7.9", Set::Reopened, Set::All, Better::Lower),
    Indicator::count("open", "7.3", Set::Open).better(Better::Lower),
    Indicator::count("overdue", "7.3", Set::Overdue).better(Better::Lower),
];

pub fn named(key: &str) -> Option<&'static Indicator> {
    ALL.iter().find(|indicator| indicator.key == key)
}

/// The eight of annex H, in its order.
pub fn annex_h() -> impl Iterator<Item = &'static Indicator> {
    ALL.iter().filter(|indicator| indicator.annex_h.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_figure_has_a_key_of_its_own_and_annex_h_its_eight() {
        let keys: BTreeSet<&str> = ALL.iter().map(|indicator| indicator.key).collect();
        assert_eq!(keys.len(), ALL.len());
        let places: Vec<u8> = annex_h().filter_map(|i| i.annex_h).collect();
        assert_eq!(places, [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(
            named("referred").map(|i| i.of),
            Some(Some(Set::All)),
            "found by its key"
        );
    }

    #[test]
    fn a_share_says_of_what_and_a_number_stands_alone() {
        for indicator in ALL {
            assert_eq!(
                indicator.of.is_some(),
                indicator.unit == Unit::Share,
                "{}",
                indicator.key
            );
        }
    }
}
