//! Notes, calls and waiting at Blue Ferry Co.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    case::Look,
    facts::{Closed, MessageReceived},
};

#[test]
fn a_note_stays_inside_and_changes_nothing_else() {
    let story = the_ferry_left_early();
    let before = story.case();
    let noted = story.does(
        verb(VERBS, "notes"),
        &desk_of(ona()),
        &[("text", "She sounded tired.")],
    );
    let case = noted.case();
    let line = case.timeline.last().unwrap();
    assert_eq!(
        (line.text.as_str(), line.look),
        ("She sounded tired.", Look::Note)
    );
    assert!(case.messages.is_empty(), "a note is no message");
    assert_eq!(
        (case.due.update, case.stage()),
        (before.due.update, before.stage())
    );
    assert_eq!(
        noted.no(verb(VERBS, "notes"), &desk_of(jonas()), &[("text", "x")]),
        "role"
    );
}

#[test]
fn a_call_that_informed_the_complainant_moves_the_next_update() {
    let desk = desk_of(aiste());
    let typed = [
        ("direction", "out"),
        ("reached", "1"),
        ("informed", "1"),
        ("text", "We wait for the log."),
    ];
    let case = the_ferry_left_early()
        .does(verb(VERBS, "call"), &desk, &typed)
        .case();
    // Ten working days after Monday 2 March.
    assert_eq!(
        case.due.update.unwrap().to_string(),
        "2026-03-16T21:59:59.999999Z"
    );
    assert!(case.informed_at.is_some());
}

#[test]
fn a_call_that_reached_nobody_informs_nobody() {
    let (story, desk) = (the_ferry_left_early(), desk_of(aiste()));
    let missed = [("direction", "out"), ("text", "No answer.")];
    let case = story
        .clone()
        .does(verb(VERBS, "call"), &desk, &missed)
        .case();
    assert_eq!(case.due.update, story.case().due.update);
    let claimed = [
        ("direction", "out"),
        ("informed", "1"),
        ("text", "No answer."),
    ];
    assert_eq!(
        story.no(verb(VERBS, "call"), &desk, &claimed),
        "informed-without-reaching"
    );
    let she_rang = [
        ("direction", "in"),
        ("informed", "1"),
        ("text", "She asked how it stands."),
    ];
    assert!(
        story
            .does(verb(VERBS, "call"), &desk, &she_rang)
            .case()
            .informed_at
            .is_some()
    );
}

#[test]
fn waiting_names_whom_for_what_and_until_when_and_ends() {
    let (waiting, desk) = (verb(VERBS, "waiting"), desk_of(aiste()));
    let typed = [
        ("waiting-on", "third-party"),
        ("waiting-text", "The harbour's log"),
        ("waiting-until", "2026-03-06"),
    ];
    let story = the_ferry_left_early().does(waiting, &desk, &typed);
    let set = story.case().waiting.unwrap();
    assert_eq!(
        (set.on.as_str(), set.text.as_str()),
        ("third-party", "The harbour's log")
    );
    assert_eq!(
        set.until.unwrap().to_string(),
        "2026-03-06T21:59:59.999999Z"
    );
    assert_eq!(
        story.case().due,
        the_ferry_left_early().case().due,
        "it stops no clock"
    );
    let over = story.does(waiting, &desk, &[("waiting-on", "nobody")]);
    assert!(over.case().waiting.is_none());
    assert_eq!(
        over.no(waiting, &desk, &[("waiting-on", "nobody")]),
        "not-waiting"
    );
}

#[test]
fn waiting_for_nothing_in_particular_or_into_the_past_is_refused() {
    let (story, desk) = (the_ferry_left_early(), desk_of(aiste()));
    let waiting = verb(VERBS, "waiting");
    assert_eq!(
        story.no(waiting, &desk, &[("waiting-on", "internal")]),
        "waiting-for-what"
    );
    let past = [
        ("waiting-on", "internal"),
        ("waiting-text", "The skipper"),
        ("waiting-until", "2026-03-01"),
    ];
    assert_eq!(story.no(waiting, &desk, &past), "day-is-past");
}

#[test]
fn a_word_from_the_complainant_ends_the_waiting_for_them() {
    let typed = [
        ("waiting-on", "complainant"),
        ("waiting-text", "Her ticket"),
    ];
    let story = the_ferry_left_early().does(verb(VERBS, "waiting"), &desk_of(aiste()), &typed);
    assert!(story.case().waiting.is_some());
    let message = MessageReceived {
        channel: "web".into(),
        ..MessageReceived::default()
    };
    assert!(
        story
            .says(message, Default::default())
            .case()
            .waiting
            .is_none()
    );
}

#[test]
fn a_closed_case_takes_notes_and_waits_for_nobody() {
    let closed = the_ferry_left_early().says(Closed::default(), Default::default());
    let desk = desk_of(aiste());
    let noted = closed.does(verb(VERBS, "notes"), &desk, &[("text", "She sent a card.")]);
    let typed = [("waiting-on", "internal"), ("waiting-text", "Nothing")];
    assert_eq!(
        noted.no(verb(VERBS, "waiting"), &desk, &typed),
        "closed-already"
    );
}
