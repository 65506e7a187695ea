//! What a case wrote into its journal years ago can be read today: at least one
//! line of the golden file for each version of each fact, with every field filled.
//! Lines are added and never changed; a fact that changes its shape gets a new
//! version with an `upgrade`, and its old line keeps being read.

#![allow(clippy::unwrap_used, clippy::panic)]

use redress_complaint::{Complaint, Happened};
use redress_kernel::{Entry, Erasable, Id, Instant};
use serde_json::Value;

const GOLDEN: &str = include_str!("golden/facts.tsv");

fn entry((seq, line): (usize, &str)) -> Entry {
    let parts: Vec<&str> = line.split('\t').collect();
    let [kind, version, record, personal] = parts[..] else {
        panic!("not four columns: {line}")
    };
    Entry {
        seq: seq as i64,
        id: Id::new(1_000, [9; 10]),
        kind: kind.into(),
        version: version.parse().unwrap(),
        about: Id::new(1_000, [7; 10]),
        actor: Id::new(1_000, [1; 10]),
        unit: None,
        recorded_at: Instant::from_micros(1_772_434_800_000_000),
        occurred_at: None,
        record: record.into(),
        personal: match personal {
            "" => Erasable::None,
            text => Erasable::Present(text.into()),
        },
    }
}

fn entries() -> Vec<Entry> {
    GOLDEN.lines().enumerate().map(entry).collect()
}

/// Everything that was written is still there; what came later has its default.
fn holds(now: &Value, then: &Value) -> bool {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => {
            let same =
                |(key, value): (&String, &Value)| now.get(key).is_some_and(|now| holds(now, value));
            then.iter().all(same)
        }
        (Value::Array(now), Value::Array(then)) => {
            now.len() == then.len() && now.iter().zip(then).all(|(now, then)| holds(now, then))
        }
        (now, then) => now == then,
    }
}

fn lost(entry: &Entry) -> Option<String> {
    let read = Happened::again(entry);
    let Ok(Some((record, personal))) = read else {
        return Some(format!("{} {}: {read:?}", entry.kind, entry.version));
    };
    let then: Value = serde_json::from_str(&entry.record).unwrap();
    let said = entry
        .personal
        .present()
        .map(|text| serde_json::from_str(text).unwrap());
    let newest = Happened::KINDS.iter().zip(Happened::VERSIONS);
    let newest = newest.filter(|(kind, _)| **kind == entry.kind);
    // An old version reads in its new shape; that it reads is what counts.
    let is_old = newest
        .map(|(_, version)| *version)
        .any(|newest| newest > entry.version);
    let kept = holds(&record, &then) && holds(&personal, &said.unwrap_or_default());
    (!is_old && !kept).then(|| format!("{}: {then} became {record} {personal}", entry.kind))
}

#[test]
fn every_golden_line_reads_and_nothing_of_it_is_lost() {
    let lost: Vec<String> = entries().iter().filter_map(lost).collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

/// For a new fact: add its line to `crates/complaint/tests/golden/facts.tsv`
/// (kind, version, record, personal; every field filled, in canonical JSON).
#[test]
fn every_version_of_every_fact_has_its_golden_line() {
    let there = |kind: &str, version: u16| {
        let mut lines = GOLDEN.lines();
        lines.any(|line| line.starts_with(&format!("{kind}\t{version}\t")))
    };
    let missing: Vec<String> = Happened::KINDS
        .iter()
        .zip(Happened::VERSIONS)
        .flat_map(|(kind, newest)| (1..=*newest).map(move |version| (*kind, version)))
        .filter(|(kind, version)| !there(kind, *version))
        .map(|(kind, version)| format!("{kind} {version}"))
        .collect();
    assert!(missing.is_empty(), "no golden line for {missing:?}");
}

#[test]
fn a_planted_field_that_no_fact_has_is_found() {
    let planted = "sent\t1\t{\"message\":\"0000000003e803030303030303030303\",\"way\":\"letter\",\"colour\":\"red\"}\t";
    assert!(lost(&entry((0, planted))).is_some());
    assert!(lost(&entry((0, "never-heard-of\t1\t{}\t"))).is_some());
}

#[test]
fn a_case_folds_from_all_of_them() {
    let case = Complaint::fold(&entries());
    assert_eq!(case.unreadable, 0);
    assert_eq!(case.complainant.name, "Rasa J.");
    assert_eq!(case.timeline.len(), GOLDEN.lines().count());
}
