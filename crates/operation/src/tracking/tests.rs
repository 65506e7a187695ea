//! Keeping Rasa Jankauskienė informed about her ferry.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    Decided, Stage,
    case::{Answer, Remedy, RemedyState, Review},
    facts::{
        Acknowledged, Decided as DecisionMade, DecidedText, FindingRecorded, IssueOutcome, Text,
    },
};
use redress_kernel::{Id, Instant, Lang, Organisation};

fn update() -> &'static Verb {
    verb(VERBS, "update")
}

fn delay() -> &'static Verb {
    verb(VERBS, "delay")
}

/// The response is due 400 hours after Monday 2 March, 09:00: on 19 March.
const LATER: &[(&str, &str)] = &[
    ("due-on", "2026-04-02"),
    ("reason", "The log book is with the harbour."),
];

fn told(decided: Result<Decided, No>) -> redress_complaint::telling::Telling {
    decided.unwrap().tell.remove(0)
}

#[test]
fn an_update_is_due_again_ten_working_days_later_even_when_nothing_happened() {
    let telling = told(the_ferry_left_early().tries(update(), &desk_of(aiste()), &[]));
    let in_ten_days: Instant = "2026-03-16T21:59:59.999999Z".parse().unwrap();
    assert_eq!(telling.next_update, Some(in_ten_days));
    let sent = the_ferry_left_early()
        .tells(update(), &desk_of(aiste()), &[])
        .sent();
    assert_eq!(sent.case().due.update, Some(in_ten_days));
}

#[test]
fn a_new_date_counts_when_the_letter_has_left_and_not_before() {
    let queued = the_ferry_left_early().tells(delay(), &desk_of(aiste()), LATER);
    assert_eq!(queued.case().due.response, Some(hour(400)));
    let end_of_day: Instant = "2026-04-02T20:59:59.999999Z".parse().unwrap();
    assert_eq!(queued.sent().case().due.response, Some(end_of_day));
}

#[test]
fn a_delay_needs_a_reason_a_later_day_and_must_come_before_the_old_date() {
    let story = the_ferry_left_early();
    assert_eq!(
        story.no(delay(), &desk_of(aiste()), &[("due-on", "2026-04-02")]),
        "reason"
    );
    let sooner = [("due-on", "2026-03-10"), ("reason", "A reason.")];
    assert_eq!(
        story.no(delay(), &desk_of(aiste()), &sooner),
        "delay-not-later"
    );
    let mut too_late = desk_of(aiste());
    too_late.now = hour(401);
    assert_eq!(story.no(delay(), &too_late, LATER), "delay-too-late");
    assert!(
        story.tries(update(), &too_late, &[]).is_ok(),
        "an update still goes out"
    );
}

fn decided() -> Story {
    let letter = Id::from_bytes([9; 16]);
    let outcome = IssueOutcome {
        issue: 1,
        outcome: "upheld".into(),
        remedies: vec![],
    };
    let decided = DecisionMade {
        cycle: 1,
        issues: vec![outcome],
        message: letter,
        recourse_told: true,
    };
    let queued = redress_complaint::facts::MessageQueued {
        message: letter,
        purpose: "decision".into(),
        way: "phone".into(),
        language: Lang::Lt,
        send_at: hour(1),
        files: vec![],
        next_update: None,
        response_due: None,
        progress: false,
    };
    the_ferry_left_early()
        .plain(Acknowledged {
            way: "told".into(),
            language: Lang::Lt,
            message: None,
        })
        .says(
            FindingRecorded {
                issue: 1,
                finding: "upheld".into(),
                cause: None,
            },
            Text::default(),
        )
        .says(decided, DecidedText::default())
        .says(queued, Default::default())
}

#[test]
fn an_answered_complaint_has_no_answer_date_to_move() {
    let story = decided().sent();
    assert_eq!(
        story.no(delay(), &desk_of(aiste()), LATER),
        "answered-already"
    );
}

fn progress(story: &Story) -> Vec<(String, Progress)> {
    steps_of(&story.case())
}

fn steps_of(case: &Complaint) -> Vec<(String, Progress)> {
    let steps = status(case, &Organisation::default()).steps.into_iter();
    steps
        .map(|step| (step.label.key.replace("follow-step-", ""), step.progress))
        .collect()
}

#[test]
fn the_public_status_says_what_is_done_what_is_now_and_what_comes() {
    let fresh = progress(&the_ferry_left_early());
    assert_eq!(fresh[0], ("received".into(), Progress::Done));
    assert_eq!(fresh[1], ("acknowledged".into(), Progress::Now));
    assert_eq!(fresh.last().unwrap(), &("closed".into(), Progress::Ahead));

    let answered = progress(&decided().sent());
    let names: Vec<&str> = answered.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "received",
            "acknowledged",
            "investigated",
            "answered",
            "closed"
        ],
        "what was skipped is no step"
    );
    assert_eq!(answered.last().unwrap().1, Progress::Now);
}

#[test]
fn what_happened_stands_in_its_order_and_an_overturned_answer_stays_a_step() {
    let mut case = decided().sent().case();
    let told = case.decisions[0].told_at.unwrap();
    case.acknowledged.as_mut().unwrap().at = told.plus_seconds(60);
    case.issues
        .iter_mut()
        .for_each(|issue| issue.finding = None);
    case.reviews.push(Review {
        outcome: Some("changed".into()),
        decided_at: Some(told.plus_seconds(3_600)),
        ..Review::default()
    });
    let steps = steps_of(&case);
    let names: Vec<&str> = steps.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "received",
            "investigated",
            "answered",
            "acknowledged",
            "reviewed",
            "new-answer",
            "closed"
        ]
    );
    assert_eq!(steps[5].1, Progress::Now);
}

#[test]
fn a_remedy_is_promised_for_the_day_that_the_letter_names_and_stays_a_step() {
    let mut case = decided().sent().case();
    case.due.closure = Some(hour(5_000));
    case.remedies.push(Remedy {
        number: 1,
        issue: 1,
        remedy: "14".into(),
        amount: None,
        due_on: day("2026-03-20"),
        needs_approval: false,
        state: RemedyState::Approved,
        text: String::new(),
        proposed_by: aiste().id,
        approved_by: None,
        delivered_on: None,
        verified_with: None,
    });
    let (what, by) = status(&case, &Organisation::default()).next.unwrap();
    assert_eq!(what.key, "follow-next-closure");
    let that_day: Instant = "2026-03-20T23:59:59.999999Z".parse().unwrap();
    assert_eq!(by, that_day);
    case.remedies[0].state = RemedyState::Verified;
    let (what, by) = status(&case, &Organisation::default()).next.unwrap();
    assert_eq!(
        (what.key.as_str(), by),
        ("follow-next-closing", hour(5_000))
    );
    let names = steps_of(&case).into_iter().map(|(name, _)| name);
    assert!(names.into_iter().any(|name| name == "put-right"));
}

#[test]
fn who_did_not_accept_is_not_asked_again_and_hears_of_the_review_by_a_day() {
    let mut case = decided().sent().case();
    let told = case.decisions[0].told_at.unwrap();
    let organisation = Organisation::default();
    assert_eq!(status::review_heard_by(&case, &organisation), None);
    case.answers.push(Answer {
        review_wanted: true,
        at: told.plus_seconds(60),
        ..Answer::default()
    });
    assert_eq!(status::stands(&case).key, "follow-stage-not-accepted");
    assert!(status::review_heard_by(&case, &organisation) > Some(told));
    let ahead = steps_of(&case);
    assert!(ahead.contains(&("reviewed".into(), Progress::Now)));
    case.reviews.push(Review::default());
    assert_eq!(
        status::review_heard_by(&case, &organisation),
        None,
        "it has begun: its own date stands"
    );
}

#[test]
fn every_stage_has_a_sentence_in_six_languages() {
    let words = redress_web::words::Words::embedded();
    for stage in Stage::ALL {
        for lang in Lang::ALL {
            assert!(
                words.has(lang, &status::sentence(stage).key),
                "{stage:?} in {lang:?}"
            );
        }
    }
}

#[test]
fn nobody_who_waits_is_kept_informed_by_a_date_that_has_passed() {
    let kept = |story: &Story| (EVIDENCE[0].state)(&story.case());
    assert_eq!(kept(&the_ferry_left_early()), Found::OnFile);
    let mut late = the_ferry_left_early().case();
    late.due.update = Some(hour(-1));
    assert_eq!((EVIDENCE[0].state)(&late), Found::Missing);
}

#[test]
fn an_update_says_where_it_stands_and_when_the_next_word_comes() {
    insta::assert_snapshot!(in_six_languages(&told(the_ferry_left_early().tries(
        update(),
        &desk_of(aiste()),
        &[]
    ))));
}

#[test]
fn a_delay_gives_the_old_date_the_new_date_and_the_reason() {
    insta::assert_snapshot!(in_six_languages(&told(the_ferry_left_early().tries(
        delay(),
        &desk_of(aiste()),
        LATER
    ))));
}
