//! What can happen to a version of the policy. Its text is the organisation's own
//! and public: it stands in the part that is kept, so that what held on a day can
//! always be read.

use jiff::civil::Date;
use redress_kernel::{Fact, Id};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole of it each time it is written. Subject: the version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyDrafted {
    pub number: i64,
    /// By language tag.
    pub texts: BTreeMap<String, String>,
    /// Law, money, organisation, what customers and staff said.
    pub considered: String,
    /// When it is looked at again.
    pub review_on: Date,
}

/// Put before whoever approves it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicySubmitted {}

/// Back to be written again, with the reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyReturned {}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    #[serde(default)]
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyApproved {}

/// In force from now on; the version before it is not any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyPublished {}

/// "I have read it." Subject: the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyRead {
    pub version: Id,
    pub number: i64,
}

impl Fact for PolicyDrafted {
    const KIND: &'static str = "policy-drafted";
    type Personal = ();
}

impl Fact for PolicySubmitted {
    const KIND: &'static str = "policy-submitted";
    type Personal = ();
}

impl Fact for PolicyReturned {
    const KIND: &'static str = "policy-returned";
    type Personal = Reason;
}

impl Fact for PolicyApproved {
    const KIND: &'static str = "policy-approved";
    type Personal = ();
}

impl Fact for PolicyPublished {
    const KIND: &'static str = "policy-published";
    type Personal = ();
}

impl Fact for PolicyRead {
    const KIND: &'static str = "policy-read";
    type Personal = ();
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    /// Lines are added and never changed.
    const GOLDEN: &str = include_str!("../../tests/golden/facts.tsv");

    fn again<F: Fact>(record: &str) -> String {
        let fact: F = serde_json::from_str(record).unwrap();
        serde_json::to_value(&fact).unwrap().to_string()
    }

    #[test]
    fn what_was_recorded_years_ago_is_read_and_written_alike() {
        for line in GOLDEN.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let [kind, "1", record, personal] = parts[..] else {
                panic!("not four columns: {line}")
            };
            let read = match kind {
                PolicyDrafted::KIND => again::<PolicyDrafted>(record),
                PolicySubmitted::KIND => again::<PolicySubmitted>(record),
                PolicyReturned::KIND => {
                    let reason: Reason = serde_json::from_str(personal).unwrap();
                    assert!(!reason.text.is_empty());
                    again::<PolicyReturned>(record)
                }
                PolicyApproved::KIND => again::<PolicyApproved>(record),
                PolicyPublished::KIND => again::<PolicyPublished>(record),
                PolicyRead::KIND => again::<PolicyRead>(record),
                other => panic!("{other} is no fact of this room"),
            };
            assert_eq!(read, record, "{kind}");
        }
    }
}
