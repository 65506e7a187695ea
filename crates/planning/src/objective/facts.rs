//! What can happen to an objective; the method and the reason are what people wrote.

use jiff::civil::Date;
use redress_kernel::{Fact, Id};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ObjectiveSet {
    /// Key of a figure of `kernel::indicator`.
    pub indicator: String,
    /// At least the target, or at most.
    pub at_least: bool,
    /// Whole percent of a share, or the number itself.
    pub target: i64,
    /// None: the whole organisation.
    #[serde(default)]
    pub unit: Option<Id>,
    pub owner: Id,
    pub due_on: Date,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ObjectiveRetired {}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    #[serde(default)]
    pub text: String,
}

impl Fact for ObjectiveSet {
    const KIND: &'static str = "objective-set";
    type Personal = Words;
}

impl Fact for ObjectiveRetired {
    const KIND: &'static str = "objective-retired";
    type Personal = Words;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    /// Lines are added and never changed.
    const GOLDEN: &str = include_str!("../../tests/golden/facts.tsv");

    #[test]
    fn what_was_recorded_years_ago_is_read_and_written_alike() {
        for line in GOLDEN.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let [kind, "1", record, personal] = parts[..] else {
                panic!("not four columns: {line}")
            };
            let again = match kind {
                ObjectiveSet::KIND => {
                    serde_json::to_value(serde_json::from_str::<ObjectiveSet>(record).unwrap())
                }
                ObjectiveRetired::KIND => {
                    serde_json::to_value(serde_json::from_str::<ObjectiveRetired>(record).unwrap())
                }
                other => panic!("{other} is no fact of this room"),
            };
            assert_eq!(again.unwrap().to_string(), record, "{kind}");
            let words: Words = serde_json::from_str(personal).unwrap();
            assert!(!words.text.is_empty(), "{kind}");
        }
    }
}
