//! Letters, calls and mails of Blue Ferry Co., and taking them back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::tests_support::*;
use redress_kernel::Instant;

fn reply() -> &'static Verb {
    verb(VERBS, "messages")
}

fn undo() -> &'static Verb {
    verb(VERBS, "undo")
}

fn sent() -> &'static Verb {
    verb(VERBS, "sent")
}

/// Rasa left a telephone number only, so a reply is told by phone unless another way is named.
fn replied(way: &str) -> Story {
    the_ferry_left_early().tells(
        reply(),
        &desk_of(aiste()),
        &[("body", "We looked at the log."), ("way", way)],
    )
}

fn state(story: &Story) -> MessageState {
    story.case().messages[0].state
}

#[test]
fn a_reply_can_be_taken_back_for_ten_seconds_and_then_not() {
    let story = replied("portal");
    let case = story.case();
    let decides = |now: Instant| {
        let desk = Desk {
            now,
            ..desk_of(aiste())
        };
        (undo().decide)(&case, &Default::default(), &desk.at()).map_err(|no| no.code)
    };
    let written = case.messages[0].send_at.plus_seconds(-10);
    assert!(decides(written.plus_seconds(9)).is_ok());
    assert_eq!(
        decides(written.plus_seconds(10)).unwrap_err(),
        "sent-already"
    );
}

#[test]
fn a_letter_can_be_taken_back_until_somebody_has_posted_it() {
    let story = replied("in-person");
    let tomorrow = Desk {
        now: hour(24),
        ..desk_of(aiste())
    };
    let taken_back = replied("in-person").does(undo(), &tomorrow, &[]);
    assert_eq!(state(&taken_back), MessageState::Withdrawn);
    let handed_over = story.does(sent(), &desk_of(ona()), &[]);
    assert_eq!(
        handed_over.no(undo(), &desk_of(aiste()), &[]),
        "nothing-waits-to-be-sent"
    );
}

#[test]
fn a_colleagues_message_is_taken_back_by_them_or_a_manager() {
    let story = replied("in-person");
    assert_eq!(story.no(undo(), &desk_of(boris()), &[]), "not-your-message");
    assert!(story.tries(undo(), &desk_of(tomas()), &[]).is_ok());
}

#[test]
fn intake_records_that_it_was_told_by_the_way_it_really_went() {
    let story = replied("phone").does(sent(), &desk_of(ona()), &[("way", "in-person")]);
    let case = story.case();
    assert_eq!(
        (case.messages[0].state, case.messages[0].way.as_str()),
        (MessageState::Sent, "in-person")
    );
    assert!(case.informed_at.is_some());
}

#[test]
fn nobody_told_a_message_before_it_was_written_or_in_the_future() {
    let story = replied("phone");
    let no = |when: &str| story.no(sent(), &desk_of(ona()), &[("told-at", when)]);
    assert_eq!(no("2026-03-02T09:00"), "told-before-written");
    assert_eq!(no("2026-03-04T09:00"), "told-in-the-future");
}

#[test]
fn a_mail_that_goes_by_itself_is_not_recorded_as_sent_by_hand() {
    assert_eq!(
        replied("portal").no(sent(), &desk_of(ona()), &[]),
        "sent-already"
    );
}

#[test]
fn with_two_letters_waiting_the_form_has_to_name_one() {
    let story = replied("phone").tells(reply(), &desk_of(aiste()), &[("body", "One thing more.")]);
    assert_eq!(story.no(sent(), &desk_of(ona()), &[]), "which-message");
    let second = story.case().messages[1].id.to_string();
    let named = story
        .does(sent(), &desk_of(ona()), &[("message", &second)])
        .case();
    assert_eq!(
        (named.messages[0].state, named.messages[1].state),
        (MessageState::Queued, MessageState::Sent)
    );
}

#[test]
fn a_way_without_an_address_leads_nowhere() {
    let typed = [("body", "Hello."), ("way", "email")];
    assert_eq!(
        the_ferry_left_early().no(reply(), &desk_of(aiste()), &typed),
        "way-leads-nowhere"
    );
}

#[test]
fn a_reply_answers_what_the_complainant_wrote() {
    let wrote = the_ferry_left_early().says(
        redress_complaint::facts::MessageReceived {
            channel: "web".into(),
            ..Default::default()
        },
        Default::default(),
    );
    assert!(wrote.case().needs_reply);
    let answered = wrote.tells(reply(), &desk_of(aiste()), &[("body", "Thank you.")]);
    assert!(answered.case().needs_reply, "queued is not sent");
    assert!(!answered.sent().case().needs_reply);
}

#[test]
fn a_reply_is_framed_in_the_readers_language() {
    let decided = the_ferry_left_early().tries(
        reply(),
        &desk_of(aiste()),
        &[("body", "We looked at the log.")],
    );
    insta::assert_snapshot!(in_six_languages(&decided.unwrap().tell[0]));
}

#[test]
fn what_came_back_is_sent_again_to_the_address_that_is_right() {
    let again = verb(VERBS, "again");
    let mailed = the_ferry_left_early();
    assert_eq!(
        mailed.no(again, &desk_of(aiste()), &[]),
        "nothing-came-back"
    );
    let by_mail = |story: Story| -> Story {
        let message = redress_kernel::Id::from_bytes([5; 16]);
        let queued = redress_complaint::facts::MessageQueued {
            message,
            purpose: "reply".into(),
            way: "email".into(),
            language: redress_kernel::Lang::Lt,
            send_at: hour(1),
            files: vec![],
            next_update: None,
            response_due: None,
            progress: false,
        };
        let letter = redress_complaint::facts::Letter {
            to: "rasa@exmaple.org".into(),
            ..Default::default()
        };
        let code = Some(550);
        story
            .says(queued, letter)
            .plain(redress_complaint::facts::MessageFailed { message, code })
    };
    let story = by_mail(the_ferry_left_early());
    assert_eq!(story.no(again, &desk_of(aiste()), &[]), "email-wrong");
    assert_eq!(
        story.no(again, &desk_of(aiste()), &[("again-to", "rasa at home")]),
        "email-wrong"
    );
    let right = [("again-to", "rasa@example.org")];
    let case = story.does(again, &desk_of(aiste()), &right).case();
    let message = case.messages.last().unwrap();
    assert_eq!(
        (message.state, message.to.as_str()),
        (MessageState::Queued, "rasa@example.org")
    );
    assert_eq!(case.correspondent().email, "rasa@example.org");
    assert_eq!(
        case.correspondent().name,
        the_ferry_left_early().case().correspondent().name
    );
}
