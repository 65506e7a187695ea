//! What can happen to a corrective action. Its subject is the action itself; what
//! people wrote about cause, plan and effect lies in the part that can be erased.

use jiff::civil::Date;
use redress_kernel::{Fact, Id};
use serde::{Deserialize, Serialize};

/// Something that complaints showed is to be put right at its root.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectiveActionOpened {
    /// The complaints that it came from.
    pub complaints: Vec<Id>,
    pub owner: Id,
    pub due_on: Date,
}

/// Cause and plan as they are from now on, with who owns it and until when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectiveActionPlanned {
    pub owner: Id,
    pub due_on: Date,
}

/// Another complaint that it came from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectiveActionLinked {
    pub complaint: Id,
}

/// Carried out, whether it works is not known yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectiveActionDone {}

/// Somebody else looked whether it works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffectChecked {
    pub effective: bool,
    /// It goes on until then; None when it works.
    #[serde(default)]
    pub due_on: Option<Date>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub cause: String,
    #[serde(default)]
    pub plan: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    #[serde(default)]
    pub text: String,
}

impl Fact for CorrectiveActionOpened {
    const KIND: &'static str = "corrective-action-opened";
    type Personal = Plan;
}

impl Fact for CorrectiveActionPlanned {
    const KIND: &'static str = "corrective-action-planned";
    type Personal = Plan;
}

impl Fact for CorrectiveActionLinked {
    const KIND: &'static str = "corrective-action-linked";
    type Personal = ();
}

impl Fact for CorrectiveActionDone {
    const KIND: &'static str = "corrective-action-done";
    type Personal = Words;
}

impl Fact for EffectChecked {
    const KIND: &'static str = "effect-checked";
    type Personal = Words;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    /// Lines are added and never changed.
    const GOLDEN: &str = include_str!("../../tests/golden/facts.tsv");

    fn again<F: Fact>(record: &str, personal: &str) -> (String, String) {
        let fact: F = serde_json::from_str(record).unwrap();
        let said: F::Personal = match personal {
            "" => serde_json::from_str("null").unwrap(),
            text => serde_json::from_str(text).unwrap(),
        };
        let value = |text: String| text.replace("null", "");
        (
            serde_json::to_string(&serde_json::to_value(&fact).unwrap()).unwrap(),
            value(serde_json::to_string(&serde_json::to_value(&said).unwrap()).unwrap()),
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
                CorrectiveActionOpened::KIND => again::<CorrectiveActionOpened>(record, personal),
                CorrectiveActionPlanned::KIND => again::<CorrectiveActionPlanned>(record, personal),
                CorrectiveActionLinked::KIND => again::<CorrectiveActionLinked>(record, personal),
                CorrectiveActionDone::KIND => again::<CorrectiveActionDone>(record, personal),
                EffectChecked::KIND => again::<EffectChecked>(record, personal),
                other => panic!("{other} is no fact of this room"),
            };
            assert_eq!(read, (record.to_owned(), personal.to_owned()), "{kind}");
        }
    }
}
