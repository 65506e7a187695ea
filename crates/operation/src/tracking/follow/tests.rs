//! The complainant's acts, decided without a database.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::act;
use redress_complaint::{Complaint, at::Upload, case::Review, facts::Person};
use redress_kernel::{Instant, Lang};

fn rasa() -> Complaint {
    Complaint {
        language: Lang::Lt,
        complainant: Person {
            name: "Rasa".into(),
            email: "rasa@example.org".into(),
            ..Person::default()
        },
        ..Complaint::default()
    }
}

fn now() -> Instant {
    "2026-03-02T07:00:00Z".parse().unwrap()
}

#[test]
fn a_second_review_in_the_house_is_not_offered() {
    let offered = |case: &Complaint| {
        let asked = act::asked(case);
        asked.iter().any(|field| field.name == "ask-review")
    };
    let mut case = rasa();
    assert!(offered(&case));
    case.reviews.push(Review {
        outcome: Some("confirmed".into()),
        decided_at: Some(now()),
        ..Review::default()
    });
    assert!(!offered(&case));
}

#[test]
fn nothing_at_all_is_no_information_and_a_file_alone_is() {
    assert!(act::information(&rasa(), "", &[], now()).is_err());
    let ticket = Upload {
        name: "ticket.jpg".into(),
        bytes: b"a ticket".to_vec().into(),
        ..Upload::default()
    };
    let added = act::information(&rasa(), "", &[ticket], now())
        .unwrap()
        .unwrap();
    assert_eq!(added.kind, "supplemented");
    // Names are erasable, sizes are evidence.
    assert!(!added.record.to_string().contains("ticket.jpg"));
    assert!(added.personal.unwrap().to_string().contains("ticket.jpg"));
}

#[test]
fn saving_unchanged_details_records_nothing() {
    let mut fields = act::known_details(&rasa());
    assert_eq!(act::details(&rasa(), &fields), None);
    fields.take("your-phone");
    fields.put("your-phone", "+370 612 34567");
    let changed = act::details(&rasa(), &fields).unwrap();
    assert_eq!(
        changed.record["reachable"],
        serde_json::json!(["email", "phone"])
    );
}

#[test]
fn a_representative_changes_their_own_details_and_not_the_complainants() {
    let case = Complaint {
        complainant: Person {
            name: "Ona".into(),
            ..Person::default()
        },
        representative: Some(rasa().complainant),
        ..rasa()
    };
    let mut fields = act::known_details(&case);
    assert_eq!(fields.typed("your-name"), "Rasa");
    fields.take("your-email");
    let personal = act::details(&case, &fields).unwrap().personal.unwrap();
    assert!(personal["complainant"].is_null());
    assert_eq!(personal["representative"]["name"], "Rasa");
}
