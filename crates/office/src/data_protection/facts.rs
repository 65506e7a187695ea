//! What can happen to a request about somebody's data and to a legal hold. Their
//! subject is the request or the hold itself; why, in somebody's words, lies in the part
//! that is erased together with the case.

use jiff::civil::Date;
use redress_kernel::{Fact, Id, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! facts {
    ($($fact:ident, $kind:literal, $personal:ty;)+) => {
        $(impl Fact for $fact {
            const KIND: &'static str = $kind;
            type Personal = $personal;
        })+

        /// Every kind in this file.
        pub const KINDS: &[&str] = &[$($kind),+];
    };
}

facts! {
    ErasureAsked, "erasure-asked", Words;
    ErasureRefused, "erasure-refused", Words;
    ErasureApproved, "erasure-approved", ();
    ErasureStopped, "erasure-stopped", Words;
    ErasureCarriedOut, "erasure-carried-out", ();
    ErasureCleared, "erasure-cleared", ();
    LegalHoldSet, "legal-hold-set", HoldWords;
    LegalHoldEnded, "legal-hold-ended", Words;
    RightsAsked, "rights-asked", Words;
    IdentityChecked, "identity-checked", Words;
    RightsExtended, "rights-extended", Words;
    RightsAnswered, "rights-answered", Words;
    RightsClockSet, "rights-clock-set", ();
}

/// The personal parts of these cases are to go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureAsked {
    pub complaints: Vec<Id>,
    /// "case" or "person".
    pub scope: String,
    /// "request", "order", "rectification", "retention" or "undone-import".
    pub basis: String,
    /// Only these entries of the one case: what was wrong and does harm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureRefused {}

/// A second person agreed; until then it can be undone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureApproved {
    pub due_at: Instant,
    /// The letter that tells the complainant, while there is an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<LetterSent>,
}

/// A letter and the case that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterSent {
    pub complaint: Id,
    pub message: Id,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureStopped {}

/// The rows are gone; how many of each kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureCarriedOut {
    pub counts: BTreeMap<String, i64>,
    /// What had become of the letter: "sent", "failed", "not-sent" or "none".
    pub letter: String,
}

/// How taking them out of the files of the database went, step by step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureCleared {
    pub steps: BTreeMap<String, String>,
    pub clear: bool,
}

/// These cases are kept whole, whatever is asked for or runs out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LegalHoldSet {
    pub complaints: Vec<Id>,
    /// The day on which somebody looks whether it is still needed.
    pub review_on: Date,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LegalHoldEnded {}

/// Somebody asked what is held about them, or that it be put right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RightsAsked {
    /// "access" or "rectification".
    pub right: String,
    pub complaints: Vec<Id>,
    pub received_on: Date,
    pub due_on: Date,
}

/// How it was made sure that whoever asks is the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IdentityChecked {
    pub how: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RightsExtended {
    pub due_on: Date,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RightsAnswered {
    /// "given", "corrected", "refused".
    pub how: String,
}

/// Within so many days a request is answered from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RightsClockSet {
    pub days: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    #[serde(default)]
    pub text: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldWords {
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub reason: String,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    /// Lines are added and never changed.
    const GOLDEN: &str = include_str!("../../tests/golden/data-protection.tsv");

    fn again<F: Fact>(record: &str, personal: &str) -> (String, String) {
        let fact: F = serde_json::from_str(record).unwrap();
        let said: F::Personal = match personal {
            "" => serde_json::from_str("null").unwrap(),
            text => serde_json::from_str(text).unwrap(),
        };
        let plain = |value: serde_json::Value| value.to_string().replace("null", "");
        (
            plain(serde_json::to_value(&fact).unwrap()),
            plain(serde_json::to_value(&said).unwrap()),
        )
    }

    #[test]
    fn what_was_recorded_years_ago_is_read_and_written_alike() {
        for line in GOLDEN.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let [kind, "1", record, personal] = parts[..] else {
                panic!("not four columns: {line}")
            };
            let read = match kind {
                ErasureAsked::KIND => again::<ErasureAsked>(record, personal),
                ErasureRefused::KIND => again::<ErasureRefused>(record, personal),
                ErasureApproved::KIND => again::<ErasureApproved>(record, personal),
                ErasureStopped::KIND => again::<ErasureStopped>(record, personal),
                ErasureCarriedOut::KIND => again::<ErasureCarriedOut>(record, personal),
                ErasureCleared::KIND => again::<ErasureCleared>(record, personal),
                LegalHoldSet::KIND => again::<LegalHoldSet>(record, personal),
                LegalHoldEnded::KIND => again::<LegalHoldEnded>(record, personal),
                RightsAsked::KIND => again::<RightsAsked>(record, personal),
                IdentityChecked::KIND => again::<IdentityChecked>(record, personal),
                RightsExtended::KIND => again::<RightsExtended>(record, personal),
                RightsAnswered::KIND => again::<RightsAnswered>(record, personal),
                RightsClockSet::KIND => again::<RightsClockSet>(record, personal),
                other => panic!("{other} is no fact of this room"),
            };
            assert_eq!(read, (record.to_owned(), personal.to_owned()), "{kind}");
        }
    }
}
