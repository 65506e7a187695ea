//! A recount is a fact about the organisation that every case derives its dates
//! from: what was written years ago is read today, with every field.

#![allow(clippy::unwrap_used, clippy::panic)]

use redress_complaint::facts::{DatesRecounted, RecountFinished, RecountFollowed};
use redress_kernel::Fact;
use serde_json::Value;

const GOLDEN: &str = include_str!("golden/recount.tsv");

#[test]
fn every_recount_that_was_ever_written_is_read_whole() {
    for line in GOLDEN.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [kind, version, record, _] = parts[..] else {
            panic!("not four columns: {line}")
        };
        match kind {
            RecountFollowed::KIND => {
                again::<RecountFollowed>(record);
                continue;
            }
            RecountFinished::KIND => {
                again::<RecountFinished>(record);
                continue;
            }
            _ => assert_eq!(kind, DatesRecounted::KIND),
        }
        assert!(["1", "2"].contains(&version));
        let fact: DatesRecounted = serde_json::from_str(record).unwrap();
        let then: Value = serde_json::from_str(record).unwrap();
        assert_eq!(serde_json::to_value(&fact).unwrap(), then);
        let Some(counting) = fact.counting else {
            assert!(record.starts_with("{\"open\""), "hours alone");
            continue;
        };
        assert_eq!(counting.calendar().named_days().count(), 1);
    }
}

/// Read and written again it says the same.
fn again<F: Fact>(record: &str) {
    let fact: F = serde_json::from_str(record).unwrap();
    let then: Value = serde_json::from_str(record).unwrap();
    assert_eq!(serde_json::to_value(&fact).unwrap(), then);
}
