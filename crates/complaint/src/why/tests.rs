//! A date explains itself by being counted again; a person complained about is out.

use super::*;
use crate::at::Colleague;
use jiff::civil::date;
use redress_kernel::{Entry, Id, Instant, Organisation, Role, deadline::Step, journal::Erasable};

const RECEIVED: &str = "2026-03-06T08:00:00Z";

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn office() -> Organisation {
    let mut office = Organisation {
        time_zone: "Europe/Vilnius".to_owned(),
        closures: vec![date(2026, 3, 11)],
        ..Organisation::default()
    };
    let name = "Restoration of Independence".to_owned();
    office.closure_names.insert(date(2026, 3, 11), name);
    office
}

fn setting() -> Vec<Setting> {
    vec![Setting {
        seq: 3,
        organisation: office(),
    }]
}

fn entry(seq: i64, kind: &str, record: serde_json::Value) -> Entry {
    Entry {
        seq,
        id: Id::from_bytes([seq as u8; 16]),
        kind: kind.to_owned(),
        version: 1,
        about: Id::from_bytes([77; 16]),
        actor: Id::from_bytes([9; 16]),
        unit: None,
        recorded_at: at(RECEIVED),
        occurred_at: None,
        record: record.to_string(),
        personal: Erasable::Present("{}".to_owned()),
    }
}

fn received(response: Instant) -> Entry {
    let due = |step| office().due(step, at(RECEIVED)).micros();
    let record = serde_json::json!({
        "reference": "BF-26-004J-7KQ", "year": 2026, "counter": 4, "channel": "web", "language": "en",
        "received_at": at(RECEIVED).micros(),
        "due": {
            "acknowledgement": due(Step::Acknowledgement), "assessment": due(Step::Assessment),
            "update": due(Step::Update), "response": response.micros(),
        },
    });
    entry(10, "received", record)
}

#[test]
fn a_counted_date_names_its_entry_its_calendar_and_the_days_left_out() {
    let counted = office().due(Step::Response, at(RECEIVED));
    let found = dates(&[received(counted)], &[], &setting());
    let answer = found.iter().find(|d| d.step == Step::Response).unwrap();
    let count = answer.count.as_ref().unwrap();
    assert_eq!((answer.origin.seq, count.setting, count.days), (10, 3, 20));
    assert_eq!(count.from, at(RECEIVED));
    let closed = Rest::Closure(Some("Restoration of Independence".to_owned()));
    assert!(count.skipped.contains(&(date(2026, 3, 11), closed)));
    assert!(count.skipped.contains(&(date(2026, 3, 7), Rest::Weekend)));
    assert!(
        !count
            .skipped
            .iter()
            .any(|(day, _)| *day == date(2026, 3, 9))
    );
}

#[test]
fn a_date_that_no_counting_gives_is_told_as_named() {
    let other = office().due(Step::Response, at("2026-03-19T08:00:00Z"));
    let found = dates(&[received(other)], &[], &setting());
    let answer = found.iter().find(|d| d.step == Step::Response).unwrap();
    assert_eq!(answer.count, None);
    let first = found.first().unwrap();
    assert!(first.count.is_some(), "the others were counted");
}

#[test]
fn settings_made_afterwards_explain_nothing() {
    let counted = office().due(Step::Response, at(RECEIVED));
    let later = vec![Setting {
        seq: 11,
        organisation: office(),
    }];
    let found = dates(&[received(counted)], &[], &later);
    assert!(found.iter().all(|date| date.count.is_none()));
}

#[test]
fn who_sees_it_is_the_rule_of_the_lists_with_its_reason() {
    let (mine, other) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
    let person = |n: u8, role, unit| Colleague {
        id: Id::from_bytes([n; 16]),
        name: format!("Person {n}"),
        role,
        unit,
    };
    let case = Complaint {
        unit: Some(mine),
        concerns: vec![crate::case::Concern {
            colleague: Some(Id::from_bytes([13; 16])),
            ..Default::default()
        }],
        ..Complaint::default()
    };
    let people = [
        person(11, Role::Handler, Some(mine)),
        person(12, Role::Handler, Some(other)),
        person(13, Role::Handler, Some(mine)),
        person(14, Role::Admin, None),
        person(15, Role::Manager, None),
    ];
    let found: Vec<_> = eyes(&case, &people)
        .iter()
        .map(|seer| (seer.colleague.name.clone(), seer.eye))
        .collect();
    let expected = [
        ("Person 15", Eye::Whole),
        ("Person 11", Eye::SameUnit),
        ("Person 13", Eye::Subject),
        ("Person 12", Eye::OtherUnit),
        ("Person 14", Eye::Role),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, eye)| ((*name).to_owned(), *eye))
        .collect();
    assert_eq!(found, expected);
}
