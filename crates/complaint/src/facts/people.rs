//! The people of a complaint. Complainant, customer, representative, affected
//! person and person complained about are different roles (clause 3), even when
//! one human being holds several.

use super::{assessment::Reason, personal_fact};
use redress_kernel::Id;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Somebody outside, as they named themselves: one field for the name, nothing derived from it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub address: String,
}

/// A log line and an error tell which particulars there are, and none of them.
impl fmt::Debug for Person {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Person({})", self.reachable().join(" "))
    }
}

impl Person {
    pub fn is_empty(&self) -> bool {
        self == &Person::default()
    }

    /// The ways that lead to this person, as codes.
    pub fn reachable(&self) -> Vec<String> {
        [
            ("email", &self.email),
            ("phone", &self.phone),
            ("post", &self.address),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(way, _)| way.to_owned())
        .collect()
    }
}

/// Somebody is complained about (annex D). From now on a colleague so named
/// cannot find the case anywhere in the desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonConcernNamed {
    pub number: u32,
    /// The colleague, if they have a sign-in.
    #[serde(default)]
    pub colleague: Option<Id>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ConcernText {
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub text: String,
}

personal_fact!(PersonConcernNamed, "person-concern-named", ConcernText);

/// Naming was a mistake: the person was not concerned (annex D). What was recorded
/// stays in the journal, with the reason; a colleague sees the case again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonConcernUnnamed {
    pub number: u32,
}
personal_fact!(PersonConcernUnnamed, "person-concern-unnamed", Reason);

/// The investigator told the person what is said and how they can answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonConcernTold {
    pub number: u32,
}
personal_fact!(PersonConcernTold, "person-concern-told", ConcernText);

/// The person's own account.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonConcernHeard {
    pub number: u32,
    /// True when the person chose not to answer.
    #[serde(default)]
    pub declined: bool,
}
personal_fact!(PersonConcernHeard, "person-concern-heard", ConcernText);

/// The person was told the outcome.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonConcernInformed {
    pub number: u32,
}
personal_fact!(
    PersonConcernInformed,
    "person-concern-informed",
    ConcernText
);
