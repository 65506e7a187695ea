//! Acknowledging, telling and closing in a whole house: what the rooms of clause 7
//! decide as values is here recorded, listened to and held back for real.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/ferry.rs"]
mod ferry;

use ferry::{Ferry, handler};
use redress_complaint::{
    Stage,
    case::MessageState,
    facts::{ACCESS_CODE, MessageSent, Person},
    record::{self, Fault},
};
use redress_kernel::{By, Draft, Lang, fields::Fields};
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Error, sql};

fn maryam() -> Person {
    Person {
        name: "Maryam Karimi".into(),
        email: "m.karimi@example.org".into(),
        ..Person::default()
    }
}

/// A complaint comes in; its reference.
fn received(ferry: &Ferry, channel: &str, complainant: Person) -> String {
    let arrival = Arrival {
        channel: channel.into(),
        language: Lang::Fa,
        description: "The ferry left at 8:50, the timetable says 9:00.".into(),
        complainant,
        ..Arrival::default()
    };
    let by = By::complainant(ferry.now());
    let db = &ferry.house.db;
    let receipt = db.write_now(move |tx| -> Result<_, Error> {
        Ok(receive(tx, arrival, &by)
            .map_err(|_| "not received")
            .unwrap())
    });
    receipt.unwrap().reference
}

/// What the transport records once it has taken the newest message.
fn leaves_the_house(ferry: &Ferry, reference: &str) {
    let case = ferry.case(reference);
    let message = case.messages.last().unwrap();
    let sent = MessageSent {
        message: message.id,
        way: message.way.clone(),
    };
    let (id, by) = (case.id, By::system(ferry.now()));
    let db = &ferry.house.db;
    db.write_now(move |tx| tx.record(Draft::of(id, &sent), &by).map(|_| ()))
        .unwrap();
}

/// Why a verb is not done: the code of its refusal.
fn refused(ferry: &Ferry, reference: &str, name: &str, typed: &[(&str, &str)]) -> String {
    let slices = ferry.house.slices.iter();
    let verb = slices
        .flat_map(|slice| slice.verbs)
        .find(|verb| verb.name == name);
    let pairs = typed
        .iter()
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
    let asked = record::Asked {
        complaint: ferry.case(reference).id,
        verb: *verb.unwrap(),
        fields: Fields::from_pairs(pairs),
        files: Vec::new(),
        seen: None,
        actor: handler(),
        now: ferry.now(),
    };
    let house = ferry.house.clone();
    let done = ferry
        .house
        .db
        .write_now(move |tx| record::perform(tx, &house, asked).map(|_| ()));
    match done {
        Err(Fault::Refused(refusal, _)) => refusal.code.to_owned(),
        other => panic!("{name} was not refused: {other:?}"),
    }
}

#[test]
fn a_complaint_is_acknowledged_by_a_mail_in_its_language_that_counts_once_it_has_left() {
    let ferry = Ferry::opens();
    let reference = received(&ferry, "web", maryam());
    let case = ferry.case(&reference);
    let mail = &case.messages[0];
    assert_eq!(
        (mail.purpose.as_str(), mail.state),
        ("acknowledgement", MessageState::Queued)
    );
    assert!(
        mail.subject.starts_with("شکایت شما ثبت شد"),
        "{}",
        mail.subject
    );
    assert!(
        mail.body.contains(ACCESS_CODE),
        "the code is written in when it leaves, never stored"
    );
    assert!(case.acknowledged.is_none());
    assert_eq!(
        ferry.counted(sql("SELECT COUNT(*) FROM job WHERE kind = 'mail.send'")),
        1
    );

    leaves_the_house(&ferry, &reference);
    let case = ferry.case(&reference);
    assert_eq!(case.acknowledged.as_ref().unwrap().way, "email");
    assert_eq!(case.stage(), Stage::Acknowledged);
}

#[test]
fn a_caller_was_told_and_an_anonymous_letter_waits_for_nobody() {
    let ferry = Ferry::opens();
    let caller = ferry.case(&received(&ferry, "phone", Person::default()));
    assert_eq!(caller.acknowledged.unwrap().way, "told");
    let letter = ferry.case(&received(&ferry, "letter", Person::default()));
    assert!(letter.acknowledged.is_none() && letter.messages.is_empty());
}

#[test]
fn what_is_undone_in_time_never_leaves_the_house() {
    let ferry = Ferry::opens();
    let reference = received(&ferry, "web", maryam());
    ferry.does(&reference, "messages", &[("body", "Too early.")]);
    ferry.does(&reference, "undo", &[]);
    let case = ferry.case(&reference);
    assert_eq!(case.messages[1].state, MessageState::Withdrawn);
    ferry.does(&reference, "messages", &[("body", "Now.")]);
    ferry.later(11);
    assert_eq!(refused(&ferry, &reference, "undo", &[]), "sent-already");
}

const NOT_ACCEPTED: &[(&str, &str)] = &[("accepted", "no"), ("channel", "phone")];
const CLOSE: &[(&str, &str)] = &[("reason", "accepted"), ("corrective-action", "no")];

/// Found, decided, told.
fn answered(ferry: &Ferry) -> String {
    let reference = received(ferry, "web", maryam());
    let assessment = [
        ("severity", "low"),
        ("complexity", "low"),
        ("impact", "low"),
        ("priority", "low"),
        ("rationale", "One crossing."),
    ];
    ferry.does(&reference, "assessment", &assessment);
    ferry.does(
        &reference,
        "scope",
        &[("scope", "complaint"), ("reason", "It is one.")],
    );
    ferry.does(
        &reference,
        "investigation",
        &[("plan", "Ask for the log."), ("impartial", "1")],
    );
    let finding = [
        ("issue", "1"),
        ("finding", "upheld"),
        ("cause", "process"),
        ("finding-reason", "The log shows 8:50."),
    ];
    ferry.does(&reference, "finding", &finding);
    ferry.does(
        &reference,
        "response",
        &[("remedy", "17"), ("due-on", "2026-03-20")],
    );
    ferry.does(
        &reference,
        "decision",
        &[("summary", "We are sorry that you missed it.")],
    );
    leaves_the_house(ferry, &reference);
    reference
}

#[test]
fn every_room_can_hold_a_closing_and_all_of_them_let_go_in_the_end() {
    let ferry = Ferry::opens();
    let reference = answered(&ferry);
    ferry.does(
        &reference,
        "acceptance",
        &[("accepted", "yes"), ("channel", "phone")],
    );
    assert_eq!(
        refused(&ferry, &reference, "closure", CLOSE),
        "remedy-still-open"
    );
    ferry.does(
        &reference,
        "remedy-delivery",
        &[("delivered-on", "2026-03-02")],
    );
    ferry.does(
        &reference,
        "remedy-verification",
        &[("verified-with", "complainant"), ("put-right", "yes")],
    );
    ferry.does(&reference, "closure", CLOSE);
    assert_eq!(ferry.case(&reference).stage(), Stage::Closed);
}

#[test]
fn a_complainant_who_does_not_accept_keeps_the_complaint_open() {
    let ferry = Ferry::opens();
    let reference = answered(&ferry);
    ferry.does(&reference, "acceptance", NOT_ACCEPTED);
    let case = ferry.case(&reference);
    assert_eq!(case.messages.last().unwrap().purpose, "recourse");
    assert!(
        case.needs_reply,
        "the ways on that go out by themselves answer nobody"
    );
    let typed = [CLOSE, &[("override", "1"), ("override-reason", "Enough.")]].concat();
    ferry.does(
        &reference,
        "remedy-cancellation",
        &[("reason", "Not wanted.")],
    );
    assert_eq!(
        refused(&ferry, &reference, "closure", &typed),
        "close-recourse-open"
    );
}
