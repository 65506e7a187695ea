#![allow(clippy::unwrap_used)]

use super::arrival::{Arrival, Numbering, received};
use redress_complaint::facts::HANDED_ON;
use redress_kernel::{Instant, Lang, Organisation, reference::Reference};

fn ferry() -> Organisation {
    Organisation {
        name: "Blue Ferry Co.".into(),
        time_zone: "Europe/Vilnius".into(),
        prefix: "BF".into(),
        ..Organisation::default()
    }
}

fn call() -> Arrival {
    Arrival {
        channel: "phone".into(),
        description: "The ferry left early.".into(),
        language: Lang::Lt,
        ..Arrival::default()
    }
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

const NUMBER: Numbering = Numbering {
    counter: 4,
    reference_key: b"k",
};

#[test]
fn a_call_of_this_morning_gets_a_reference_and_its_dates() {
    let (fact, text) = received(&call(), &ferry(), &NUMBER, at("2026-03-02T07:00:00Z")).unwrap();
    assert!(fact.reference.starts_with("BF-26-"));
    assert_eq!(
        Reference::read(&fact.reference).unwrap().as_str(),
        fact.reference
    );
    assert_eq!(
        fact.due.acknowledgement.unwrap().to_string(),
        "2026-03-03T21:59:59.999999Z"
    );
    assert_eq!(text.description, "The ferry left early.");
}

#[test]
fn a_complaint_is_back_dated_only_earlier_and_with_a_reason() {
    let now = at("2026-03-02T07:00:00Z");
    let code = |arrival: Arrival| {
        received(&arrival, &ferry(), &NUMBER, now)
            .map(|_| ())
            .map_err(|r| r.code)
    };
    let on = |day: &str, reason: &str| Arrival {
        received_at: Some(at(day)),
        late_reason: reason.into(),
        ..call()
    };
    assert_eq!(
        code(on("2026-03-03T07:00:00Z", "")),
        Err("received-in-the-future")
    );
    assert_eq!(
        code(on("2026-02-27T07:00:00Z", "")),
        Err("late-reason-needed")
    );
    assert_eq!(
        code(on("2026-02-27T07:00:00Z", "The letter lay on a desk.")),
        Ok(())
    );
}

#[test]
fn clocks_run_from_the_first_contact_and_not_from_recording() {
    let late = Arrival {
        received_at: Some(at("2026-02-27T07:00:00Z")),
        late_reason: "It lay.".into(),
        ..call()
    };
    let (fact, _) = received(&late, &ferry(), &NUMBER, at("2026-03-02T07:00:00Z")).unwrap();
    assert_eq!(
        fact.due.acknowledgement.unwrap().to_string(),
        "2026-03-02T21:59:59.999999Z"
    );
}

#[test]
fn the_same_key_is_the_same_request_and_is_not_kept() {
    let keyed = |key: &str| {
        Arrival {
            request: Some(key.into()),
            ..call()
        }
        .request_hash()
    };
    assert_eq!(keyed("a"), keyed("a"));
    assert_ne!(keyed("a"), keyed("b"));
    assert_eq!(keyed("a").unwrap().len(), 64);
}

#[test]
fn a_program_that_gives_no_reason_leaves_a_code_and_no_invented_words() {
    let now = at("2026-03-02T07:00:00Z");
    let handed = |day: &str, reason: &str| {
        let arrival = Arrival {
            received_at: Some(at(day)),
            late_reason: reason.into(),
            late_basis: Some(HANDED_ON),
            ..call()
        };
        let (fact, text) = received(&arrival, &ferry(), &NUMBER, now).unwrap();
        (fact.late_basis, text.late_reason)
    };
    let days_ago = "2026-02-27T07:00:00Z";
    assert_eq!(
        handed(days_ago, ""),
        (Some(HANDED_ON.into()), String::new())
    );
    assert_eq!(handed(days_ago, "It lay."), (None, "It lay.".into()));
    assert_eq!(handed("2026-03-02T06:00:00Z", ""), (None, String::new()));
}

#[test]
fn a_text_that_is_too_long_is_named_by_its_field() {
    let long = Arrival {
        product: "x".repeat(301),
        ..call()
    };
    let refused = received(&long, &ferry(), &NUMBER, at("2026-03-02T07:00:00Z")).unwrap_err();
    assert_eq!(
        (refused.code, refused.field),
        ("text-too-long", Some("product"))
    );
}
