//! Who at Blue Ferry Co. acknowledges what, and how.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    facts::{MessageQueued, MessageSent, Person, Received, ReceivedText},
    telling::Telling,
};
use redress_kernel::{Id, Instant, deadline::Step};

const MESSAGE: Id = Id::SYSTEM;

/// A complaint by this door, from somebody who can be reached so.
fn received(channel: &str, complainant: Person) -> Story {
    let organisation = desk_of(ona()).organisation;
    let due = |step| organisation.due(step, hour(0)).micros();
    let fact: Received = serde_json::from_value(serde_json::json!({
        "reference": "BF-26-004J-7KQ", "year": 2026, "counter": 1, "channel": channel, "language": "fa",
        "received_at": hour(0).micros(),
        "due": {
            "acknowledgement": due(Step::Acknowledgement), "assessment": due(Step::Assessment),
            "update": due(Step::Update), "response": due(Step::Response),
        },
    }))
    .unwrap();
    let text = ReceivedText {
        subject: "The ferry left early".into(),
        complainant,
        ..ReceivedText::default()
    };
    Story::default().says(fact, text)
}

fn by_mail() -> Person {
    Person {
        name: "Maryam Karimi".into(),
        email: "m.karimi@example.org".into(),
        address: "Pylimo 4, Vilnius".into(),
        ..Person::default()
    }
}

fn by_post() -> Person {
    Person {
        email: String::new(),
        ..by_mail()
    }
}

fn automatically(story: &Story) -> Automatic {
    automatic(&story.case(), &desk_of(ona()).organisation, MESSAGE)
}

fn recorded_way(story: &Story) -> Option<String> {
    match automatically(story) {
        Automatic::Record(made) => Some(made.way),
        _ => None,
    }
}

fn letter(story: &Story) -> Telling {
    match automatically(story) {
        Automatic::Tell(telling) => *telling,
        other => panic!("no letter but {other:?}"),
    }
}

#[test]
fn whoever_left_an_e_mail_address_gets_a_mail_at_once_that_nobody_can_hold_back() {
    let telling = letter(&received("web", by_mail()));
    assert_eq!(
        (telling.purpose, telling.undo_seconds),
        ("acknowledgement", 0)
    );
    assert!(telling.way.is_none(), "the best way is taken: e-mail");
}

#[test]
fn a_postal_address_alone_gets_a_letter() {
    assert_eq!(
        letter(&received("letter", by_post())).purpose,
        "acknowledgement"
    );
}

#[test]
fn a_page_shows_it_and_a_voice_tells_it_to_whoever_left_no_address() {
    let nobody = Person::default;
    assert_eq!(
        recorded_way(&received("web", nobody())).as_deref(),
        Some("shown")
    );
    assert_eq!(
        recorded_way(&received("phone", nobody())).as_deref(),
        Some("told")
    );
    assert_eq!(
        recorded_way(&received("in-person", by_post())).as_deref(),
        Some("told")
    );
}

#[test]
fn an_anonymous_letter_and_an_imported_case_are_acknowledged_by_nothing() {
    let anonymous = received("letter", Person::default());
    assert!(matches!(automatically(&anonymous), Automatic::Nothing));
    let mut imported = received("web", by_mail()).case();
    imported.imported = true;
    let organisation = desk_of(ona()).organisation;
    assert!(matches!(
        automatic(&imported, &organisation, MESSAGE),
        Automatic::Nothing
    ));
}

fn with_message(purpose: &str) -> Story {
    let queued = MessageQueued {
        message: MESSAGE,
        purpose: purpose.into(),
        way: "email".into(),
        language: redress_kernel::Lang::Fa,
        send_at: hour(1),
        files: vec![],
        next_update: None,
        response_due: None,
        progress: false,
    };
    received("web", by_mail()).says(queued, redress_complaint::facts::Letter::default())
}

fn mailed() -> MessageSent {
    MessageSent {
        message: MESSAGE,
        way: "email".into(),
    }
}

#[test]
fn it_counts_when_the_mail_has_left_and_only_once() {
    let queued = with_message("acknowledgement");
    assert!(queued.case().acknowledged.is_none(), "queued is not sent");
    let made = acknowledged_by(&queued.case(), &mailed()).unwrap();
    assert_eq!((made.way.as_str(), made.message), ("email", Some(MESSAGE)));
    let again = queued.plain(made).case();
    assert!(acknowledged_by(&again, &mailed()).is_none());
}

#[test]
fn any_other_word_to_the_complainant_that_comes_first_acknowledges_too() {
    assert!(acknowledged_by(&with_message("reply").case(), &mailed()).is_some());
}

#[test]
fn intake_records_that_it_was_told_and_when() {
    let story = received("letter", Person::default());
    let told = story.does(
        verb(VERBS, "acknowledgement"),
        &desk_of(ona()),
        &[("way", "phone"), ("told-at", "2026-03-02T09:30")],
    );
    let made = told.case().acknowledged.unwrap();
    let half_past_nine: Instant = "2026-03-02T07:30:00Z".parse().unwrap();
    assert_eq!((made.way.as_str(), made.at), ("told", half_past_nine));
    assert_eq!(
        told.no(
            verb(VERBS, "acknowledgement"),
            &desk_of(ona()),
            &[("way", "phone")]
        ),
        "acknowledged-already"
    );
}

#[test]
fn it_was_neither_told_before_receipt_nor_in_the_future() {
    let story = received("letter", Person::default());
    let no = |when: &str| {
        let typed = [("way", "phone"), ("told-at", when)];
        story.no(verb(VERBS, "acknowledgement"), &desk_of(ona()), &typed)
    };
    assert_eq!(no("2026-03-01T09:30"), "told-before-receipt");
    assert_eq!(no("2026-03-04T09:30"), "told-in-the-future");
}

#[test]
fn the_standard_letter_needs_an_address_and_is_not_sent_twice() {
    let sending = verb(VERBS, "acknowledgement-sending");
    let unreachable = received("letter", Person::default());
    assert_eq!(unreachable.no(sending, &desk_of(ona()), &[]), "no-address");
    let waiting = received("letter", by_post()).tells(sending, &desk_of(ona()), &[]);
    assert_eq!(
        waiting.no(sending, &desk_of(ona()), &[]),
        "acknowledgement-waiting"
    );
    assert_eq!(waiting.case().messages[0].way, "letter");
}

#[test]
fn an_auditor_acknowledges_nothing() {
    let story = received("letter", Person::default());
    assert_eq!(
        story.no(
            verb(VERBS, "acknowledgement"),
            &desk_of(jonas()),
            &[("way", "phone")]
        ),
        "role"
    );
}

#[test]
fn the_letter_names_every_next_date_and_where_else_to_turn() {
    insta::assert_snapshot!(in_six_languages(&letter(&received("web", by_mail()))));
}
