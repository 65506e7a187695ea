//! What can happen to a text. The wording is no secret and nobody's personal
//! data, but free text all the same: it lies in the part that can be erased.

use crate::facts::{personal_fact, plain_fact};
use redress_kernel::{Id, reference::hmac_sha256};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A version of a text, whole: every language it is written in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateWritten {
    /// The name that addresses it; that of a shipped text, or an identifier.
    pub code: String,
    pub version: i64,
}

/// By language tag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateWords {
    pub words: BTreeMap<String, Wording>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// What it is found by.
    pub name: String,
    pub body: String,
}
personal_fact!(TemplateWritten, "template-written", TemplateWords);

/// No longer offered, or offered again; versions go on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateRetired {
    pub code: String,
    pub version: i64,
    pub retired: bool,
}
plain_fact!(TemplateRetired, "template-retired");

/// The subject of a text's facts: the same code is the same subject everywhere.
pub fn subject(code: &str) -> Id {
    let hash = hmac_sha256(b"redress text", &[code.as_bytes()]);
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    Id::from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use redress_kernel::Fact;

    /// Lines are added and never changed.
    const GOLDEN: &str = include_str!("../../tests/golden/texts.tsv");

    fn reads<F: Fact>(record: &str, personal: &str) -> (serde_json::Value, serde_json::Value) {
        let fact: F = serde_json::from_str(record).unwrap();
        let said: serde_json::Value = match personal {
            "" => serde_json::Value::Null,
            text => {
                serde_json::to_value(serde_json::from_str::<F::Personal>(text).unwrap()).unwrap()
            }
        };
        (serde_json::to_value(&fact).unwrap(), said)
    }

    #[test]
    fn what_was_written_years_ago_reads_today_and_nothing_of_it_is_lost() {
        for line in GOLDEN.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let [kind, "1", record, personal] = parts[..] else {
                panic!("not four columns of version 1: {line}")
            };
            let (now, said) = match kind {
                TemplateWritten::KIND => reads::<TemplateWritten>(record, personal),
                TemplateRetired::KIND => reads::<TemplateRetired>(record, personal),
                other => panic!("{other} is no fact of a text"),
            };
            let then: serde_json::Value = serde_json::from_str(record).unwrap();
            assert_eq!(now, then);
            if !personal.is_empty() {
                let then: serde_json::Value = serde_json::from_str(personal).unwrap();
                assert_eq!(said, then);
            }
        }
    }

    #[test]
    fn the_same_text_is_the_same_subject() {
        assert_eq!(subject("ask-more"), subject("ask-more"));
        assert_ne!(subject("ask-more"), subject("status"));
    }
}
