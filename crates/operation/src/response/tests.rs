//! What Blue Ferry Co. promises Rasa Jankauskienė, and how it is kept.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::tests_support::*;
use redress_complaint::facts::{
    Decided, DecidedText, IssueAdded, IssueOutcome, IssueText, Letter, MessageQueued,
};
use redress_kernel::{Id, Lang};

const REFUND: &[(&str, &str)] = &[
    ("remedy", "14"),
    ("amount", "12.50"),
    ("due-on", "2026-03-20"),
    ("promise", "The price of the missed crossing."),
];
const APOLOGY: &[(&str, &str)] = &[("remedy", "17"), ("due-on", "2026-03-20")];

fn of(name: &str) -> &'static Verb {
    verb(VERBS, name)
}

fn offered(typed: &[(&str, &str)]) -> Story {
    the_ferry_left_early().does(of("response"), &desk_of(aiste()), typed)
}

fn approved() -> Story {
    offered(REFUND).does(of("remedy-approval"), &desk_of(tomas()), &[])
}

fn delivered() -> Story {
    approved().does(
        of("remedy-delivery"),
        &desk_of(aiste()),
        &[("delivered-on", "2026-03-02")],
    )
}

fn state(story: &Story) -> RemedyState {
    story.case().remedies[0].state
}

#[test]
fn money_waits_for_somebody_else_and_an_apology_does_not() {
    assert_eq!(state(&offered(REFUND)), RemedyState::Proposed);
    assert_eq!(state(&offered(APOLOGY)), RemedyState::Approved);
    assert_eq!(
        offered(REFUND).case().remedies[0]
            .amount
            .as_ref()
            .unwrap()
            .minor,
        1250
    );
}

#[test]
fn nobody_approves_their_own_proposal_not_even_a_manager() {
    let own = the_ferry_left_early().does(of("response"), &desk_of(tomas()), REFUND);
    assert_eq!(
        own.no(of("remedy-approval"), &desk_of(tomas()), &[]),
        "own-proposal"
    );
    assert_eq!(
        offered(REFUND).no(of("remedy-approval"), &desk_of(aiste()), &[]),
        "role"
    );
    assert_eq!(state(&approved()), RemedyState::Approved);
}

#[test]
fn a_refund_names_its_sum_and_a_day_to_come() {
    let no = |typed: &[(&str, &str)]| {
        the_ferry_left_early().no(of("response"), &desk_of(aiste()), typed)
    };
    assert_eq!(
        no(&[("remedy", "12"), ("due-on", "2026-03-20")]),
        "remedy-needs-amount"
    );
    assert_eq!(
        no(&[("remedy", "12"), ("amount", "0"), ("due-on", "2026-03-20")]),
        "remedy-needs-amount"
    );
    assert_eq!(
        no(&[("remedy", "17"), ("due-on", "2026-03-01")]),
        "remedy-due-in-the-past"
    );
}

#[test]
fn with_two_points_a_remedy_says_to_which_it_belongs() {
    let two = the_ferry_left_early().says(
        IssueAdded {
            number: 2,
            category: None,
        },
        IssueText::default(),
    );
    assert_eq!(
        two.no(of("response"), &desk_of(aiste()), APOLOGY),
        "which-issue"
    );
    let named = [APOLOGY, &[("issue", "2")]].concat();
    assert_eq!(
        two.clone()
            .does(of("response"), &desk_of(aiste()), &named)
            .case()
            .remedies[0]
            .issue,
        2
    );
    let unknown = [APOLOGY, &[("issue", "3")]].concat();
    assert_eq!(
        two.no(of("response"), &desk_of(aiste()), &unknown),
        "which-issue"
    );
}

#[test]
fn an_unapproved_refund_is_not_delivered_and_an_undelivered_one_not_verified() {
    let day = [("delivered-on", "2026-03-02")];
    assert_eq!(
        offered(REFUND).no(of("remedy-delivery"), &desk_of(aiste()), &day),
        "no-remedy-to-deliver"
    );
    let right = [("verified-with", "complainant"), ("put-right", "yes")];
    assert_eq!(
        approved().no(of("remedy-verification"), &desk_of(aiste()), &right),
        "no-remedy-to-verify"
    );
}

#[test]
fn delivered_is_put_right_only_when_the_complainant_or_evidence_says_so() {
    assert_eq!(
        before_closing(&delivered().case())[0].code,
        "remedy-still-open"
    );
    let right = [("verified-with", "complainant"), ("put-right", "yes")];
    let verified = delivered().does(of("remedy-verification"), &desk_of(aiste()), &right);
    assert_eq!(state(&verified), RemedyState::Verified);
    assert!(before_closing(&verified.case()).is_empty());
}

#[test]
fn a_remedy_that_did_not_put_it_right_counts_as_not_delivered() {
    let wrong = [
        ("verified-with", "complainant"),
        ("put-right", "no"),
        ("text", "Nothing has arrived."),
    ];
    let failed = delivered().does(of("remedy-verification"), &desk_of(aiste()), &wrong);
    assert_eq!(state(&failed), RemedyState::Failed);
    assert_eq!(before_closing(&failed.case()).len(), 1);
    let again = failed.does(
        of("remedy-delivery"),
        &desk_of(aiste()),
        &[("delivered-on", "2026-03-02")],
    );
    assert_eq!(state(&again), RemedyState::Delivered);
}

#[test]
fn evidence_is_named_in_words() {
    let silent = [("verified-with", "evidence"), ("put-right", "yes")];
    assert_eq!(
        delivered().no(of("remedy-verification"), &desk_of(aiste()), &silent),
        "verification-needs-words"
    );
}

#[test]
fn nothing_is_delivered_tomorrow_or_before_the_complaint_came() {
    let no = |day: &str| {
        approved().no(
            of("remedy-delivery"),
            &desk_of(aiste()),
            &[("delivered-on", day)],
        )
    };
    assert_eq!(no("2026-03-03"), "delivered-on-unlikely");
    assert_eq!(no("2026-03-01"), "delivered-on-unlikely");
}

/// The refund stood in a decision letter that has been told.
fn promised_in_a_letter() -> Story {
    let message = Id::from_bytes([9; 16]);
    let issue = IssueOutcome {
        issue: 1,
        outcome: "upheld".into(),
        remedies: vec![1],
    };
    let decided = Decided {
        cycle: 1,
        issues: vec![issue],
        message,
        recourse_told: true,
    };
    let queued = MessageQueued {
        message,
        purpose: "decision".into(),
        way: "phone".into(),
        language: Lang::Lt,
        send_at: hour(1),
        files: vec![],
        next_update: None,
        response_due: None,
        progress: false,
    };
    approved()
        .says(decided, DecidedText::default())
        .says(queued, Letter::default())
        .sent()
}

#[test]
fn a_promise_is_never_dropped_in_silence_and_a_proposal_may_be() {
    let reason = [("reason", "The crossing was refunded by the travel agency.")];
    let proposal = offered(APOLOGY)
        .tries(of("remedy-cancellation"), &desk_of(aiste()), &reason)
        .unwrap();
    assert!(proposal.tell.is_empty());
    let promise = promised_in_a_letter()
        .tries(of("remedy-cancellation"), &desk_of(aiste()), &reason)
        .unwrap();
    insta::assert_snapshot!(in_six_languages(&promise.tell[0]));
}

#[test]
fn what_was_delivered_is_verified_and_not_cancelled() {
    let reason = [("reason", "A mistake.")];
    assert_eq!(
        delivered().no(of("remedy-cancellation"), &desk_of(aiste()), &reason),
        "no-remedy-to-cancel"
    );
}
