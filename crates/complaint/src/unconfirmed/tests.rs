//! A complaint that nobody confirmed: what it is, what it is not, what may be done.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::VERBS;
use crate::{
    Complaint, Stage, Verb,
    facts::{Confirmed, Dismissed, Reason, Received, ReceivedText},
    figures::Measured,
};
use redress_kernel::{Draft, Entry, Erasable, Fact, Id, Instant};
use serde_json::json;

const BEGAN: Instant = Instant::from_micros(1_772_434_800_000_000);
const CASE: Id = Id::from_bytes([7; 16]);

#[derive(Default)]
struct Story(Vec<Entry>);

impl Story {
    fn then<F: Fact>(mut self, fact: &F, personal: &F::Personal) -> Story {
        let draft = Draft::with(CASE, fact, personal);
        let seq = self.0.len() as i64;
        self.0.push(Entry {
            seq,
            id: Id::new(1_000 + seq, [9; 10]),
            kind: draft.kind.to_owned(),
            version: draft.version,
            about: CASE,
            actor: Id::ORGANISATION,
            unit: None,
            recorded_at: BEGAN.plus_seconds(seq * 3_600),
            occurred_at: None,
            record: draft.record.to_string(),
            personal: draft
                .personal
                .map_or(Erasable::None, |text| Erasable::Present(text.to_string())),
        });
        self
    }

    fn case(&self) -> Complaint {
        Complaint::fold(&self.0)
    }
}

fn received(unconfirmed: serde_json::Value) -> Story {
    let fact: Received = serde_json::from_value(json!({
        "reference": "BF-26-004J-7KQ", "year": 2026, "counter": 4, "channel": "web",
        "language": "en", "received_at": BEGAN.micros(),
        "due": { "response": BEGAN.plus_seconds(86_400).micros() },
        "unconfirmed": unconfirmed,
    }))
    .unwrap();
    Story::default().then(&fact, &ReceivedText::default())
}

fn flooded() -> Story {
    received(json!({ "why": "network", "asked": true }))
}

fn confirmed() -> Confirmed {
    Confirmed { how: "desk".into() }
}

fn counts(case: &Complaint) -> bool {
    Measured::of(case, &jiff::tz::TimeZone::UTC).is_some()
}

#[test]
fn an_unconfirmed_complaint_is_open_and_in_no_list_and_no_figure() {
    let case = flooded().case();
    assert!(case.is_open() && case.is_unconfirmed() && case.unlisted());
    assert!(!counts(&case));
    let usual = received(json!(null)).case();
    assert!(
        !usual.unlisted() && counts(&usual),
        "the others count as ever"
    );
}

#[test]
fn once_confirmed_its_time_runs_from_receipt_and_it_counts() {
    let case = flooded().then(&confirmed(), &()).case();
    assert!(!case.unlisted() && counts(&case));
    assert_eq!(case.received_at, BEGAN);
    assert_eq!(case.due.response, Some(BEGAN.plus_seconds(86_400)));
}

#[test]
fn what_was_put_aside_is_closed_with_its_reason_and_comes_back_by_confirming() {
    let reason = Reason {
        reason: "An advertisement.".into(),
    };
    let aside = flooded().then(&Dismissed::default(), &reason);
    let case = aside.case();
    let closed = case.closed.as_ref().unwrap();
    assert_eq!(
        (closed.reason.as_str(), closed.text.as_str()),
        ("not-a-complaint", "An advertisement.")
    );
    assert_eq!(case.stage(), Stage::Closed);
    assert!(case.unlisted() && !counts(&case));
    let back = aside.then(&confirmed(), &()).case();
    assert!(back.is_open() && !back.unlisted() && counts(&back));
}

#[test]
fn whether_it_is_a_complaint_is_decided_before_anything_else() {
    let verbs: Vec<&Verb> = VERBS.iter().filter(|verb| verb.confirms).collect();
    let names: Vec<&str> = verbs.iter().map(|verb| verb.name).collect();
    assert_eq!(names, ["confirmation", "dismissal"]);
}
