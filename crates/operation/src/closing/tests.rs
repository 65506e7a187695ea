//! Rasa Jankauskienė accepts, or does not, and Blue Ferry Co. closes, or may not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod reviewed;

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    Decided, Stage,
    facts::{
        self, DecidedText, FindingRecorded, IssueOutcome, Letter, MessageQueued, ScopeDecided, Text,
    },
};
use redress_kernel::{Id, Lang, Refusal};

fn of(name: &str) -> &'static Verb {
    verb(VERBS, name)
}

fn queued(number: u8, purpose: &str) -> MessageQueued {
    MessageQueued {
        message: Id::from_bytes([number; 16]),
        purpose: purpose.into(),
        way: "phone".into(),
        language: Lang::Lt,
        send_at: hour(1),
        files: vec![],
        next_update: None,
        response_due: None,
        progress: false,
    }
}

/// Aistė found and decided; Rasa was told.
fn answered() -> Story {
    decided_again(the_ferry_left_early(), 1)
}

fn decided_again(story: Story, number: u8) -> Story {
    let issue = IssueOutcome {
        issue: 1,
        outcome: "upheld".into(),
        remedies: vec![],
    };
    let decided = facts::Decided {
        cycle: number.into(),
        issues: vec![issue],
        message: Id::from_bytes([number; 16]),
        recourse_told: true,
    };
    story
        .says(
            FindingRecorded {
                issue: 1,
                finding: "upheld".into(),
                cause: None,
            },
            Text::default(),
        )
        .says(decided, DecidedText::default())
        .says(queued(number, "decision"), Letter::default())
        .sent()
}

const YES: &[(&str, &str)] = &[("accepted", "yes"), ("channel", "phone")];
const NO: &[(&str, &str)] = &[
    ("accepted", "no"),
    ("channel", "phone"),
    ("reason", "There was no apology."),
];

fn accepted() -> Story {
    answered().does(of("acceptance"), &desk_of(aiste()), YES)
}

fn rejected() -> Story {
    answered().does(of("acceptance"), &desk_of(aiste()), NO)
}

fn to_tomas() -> String {
    tomas().id.to_string()
}

fn in_review() -> Story {
    rejected().does(
        of("review"),
        &desk_of(aiste()),
        &[("colleague", &to_tomas())],
    )
}

fn reviewed(outcome: &str) -> Story {
    let typed = [("review-outcome", outcome), ("reason", "The log is clear.")];
    in_review().does(of("review-decision"), &desk_of(tomas()), &typed)
}

/// Somebody at the desk, with what this room says stands in the way, as the door hands it in.
fn closing(story: &Story, desk: Desk, others: &[Refusal]) -> Desk {
    let own = obstacles(&story.case());
    Desk {
        obstacles: [others, &own].concat(),
        ..desk
    }
}

fn form<'a>(reason: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&[("reason", reason), ("corrective-action", "no")], more].concat()
}

fn closes(story: &Story, reason: &str) -> Result<Decided, No> {
    story.tries(
        of("closure"),
        &closing(story, desk_of(aiste()), &[]),
        &form(reason, &[]),
    )
}

fn why_not(story: &Story, reason: &str) -> String {
    closes(story, reason).unwrap_err().code().to_owned()
}

#[test]
fn accepted_and_settled_it_is_closed_with_a_follow_up_planned() {
    let story = accepted();
    let decided = closes(&story, "accepted").unwrap();
    let closed = story
        .clone()
        .does(
            of("closure"),
            &closing(&story, desk_of(aiste()), &[]),
            &form("accepted", &[]),
        )
        .case();
    assert_eq!(closed.stage(), Stage::Closed);
    let closure = closed.closed.unwrap();
    assert!(
        closure.follow_up_at.is_some()
            && closure.overridden.is_empty()
            && !closure.corrective_action
    );
    insta::assert_snapshot!(in_six_languages(&decided.tell[0]));
}

#[test]
fn every_closing_says_whether_corrective_action_is_needed() {
    let story = accepted();
    assert_eq!(
        story.no(of("closure"), &desk_of(aiste()), &[("reason", "accepted")]),
        "corrective-action"
    );
}

#[test]
fn a_complaint_without_a_told_decision_is_not_closed_as_accepted() {
    assert_eq!(
        why_not(&the_ferry_left_early(), "accepted"),
        "close-decision-not-told"
    );
    assert_eq!(
        the_ferry_left_early().no(of("acceptance"), &desk_of(aiste()), NO),
        "no-answer-yet"
    );
}

#[test]
fn what_is_put_right_at_first_contact_needs_no_letter() {
    let story = the_ferry_left_early().does(of("acceptance"), &desk_of(aiste()), YES);
    assert!(closes(&story, "resolved-early").is_ok());
    assert_eq!(why_not(&story, "accepted"), "close-reason-not-borne-out");
}

#[test]
fn not_accepting_keeps_it_open_and_no_reason_and_no_manager_closes_it() {
    let story = rejected();
    for reason in redress_complaint::facts::CLOSE_REASONS {
        let desk = closing(&story, desk_of(tomas()), &[]);
        let typed = form(
            reason,
            &[
                ("body", "Elsewhere."),
                ("override", "1"),
                ("override-reason", "I say so."),
            ],
        );
        assert_eq!(
            story.no(of("closure"), &desk, &typed),
            "close-recourse-open",
            "{reason}"
        );
    }
}

#[test]
fn whoever_does_not_accept_is_told_the_ways_on_at_once() {
    let decided = answered()
        .tries(of("acceptance"), &desk_of(aiste()), NO)
        .unwrap();
    assert_eq!(decided.tell[0].undo_seconds, 0);
    insta::assert_snapshot!(in_six_languages(&decided.tell[0]));
}

#[test]
fn a_review_goes_to_somebody_who_had_no_part_in_the_answer() {
    let story = rejected();
    let no = |colleague: Id| {
        story.no(
            of("review"),
            &desk_of(aiste()),
            &[("colleague", &colleague.to_string())],
        )
    };
    assert_eq!(no(aiste().id), "reviewer-not-independent");
    assert_eq!(no(ona().id), "reviewer-without-role");
    assert_eq!(no(Id::from_bytes([99; 16])), "colleague-unknown");
    assert_eq!(in_review().case().stage(), Stage::Review);
    assert_eq!(answered().case().reviews.len(), 0);
}

#[test]
fn only_the_reviewer_decides_the_review() {
    let typed = [
        ("review-outcome", "confirmed"),
        ("reason", "The log is clear."),
    ];
    assert_eq!(
        in_review().no(of("review-decision"), &desk_of(boris()), &typed),
        "only-the-reviewer"
    );
    assert_eq!(
        rejected().no(of("review-decision"), &desk_of(tomas()), &typed),
        "no-review-open"
    );
}

#[test]
fn a_confirmed_answer_leaves_the_way_outside_open() {
    let story = reviewed("confirmed");
    assert_eq!(story.case().stage(), Stage::Communicated);
    assert_eq!(why_not(&story, "rejected-exhausted"), "close-recourse-open");
}

#[test]
fn a_changed_answer_has_to_be_told_anew_before_anything_is_accepted() {
    let story = reviewed("changed");
    assert_eq!(
        story.no(of("acceptance"), &desk_of(aiste()), YES),
        "no-answer-yet"
    );
    assert_eq!(why_not(&story, "accepted"), "close-decision-not-told");
    let anew = decided_again(story, 2).does(of("acceptance"), &desk_of(aiste()), YES);
    assert!(closes(&anew, "accepted").is_ok());
}

fn ended(story: Story, how: &str) -> Result<Decided, No> {
    story.tries(
        of("recourse-ended"),
        &desk_of(aiste()),
        &[("how-ended", how), ("reason", "In her letter.")],
    )
}

#[test]
fn used_up_means_reviewed_inside_and_decided_outside() {
    assert_eq!(
        ended(rejected(), "exhausted").unwrap_err().code(),
        "recourse-not-exhausted"
    );
    assert_eq!(
        ended(reviewed("confirmed"), "exhausted")
            .unwrap_err()
            .code(),
        "recourse-not-exhausted"
    );
    let referred = reviewed("confirmed").does(
        of("referral"),
        &desk_of(aiste()),
        &[
            ("external-body", "Vartotojų teisių tarnyba"),
            ("referred-by", "complainant"),
        ],
    );
    assert_eq!(referred.case().stage(), Stage::External);
    assert_eq!(
        ended(referred.clone(), "exhausted").unwrap_err().code(),
        "close-referral-open"
    );
    let decided = referred.does(
        of("referral-decision"),
        &desk_of(aiste()),
        &[("referral-outcome", "not-upheld")],
    );
    let story = decided.does(
        of("recourse-ended"),
        &desk_of(aiste()),
        &[("how-ended", "exhausted"), ("reason", "Decided.")],
    );
    assert!(closes(&story, "rejected-exhausted").is_ok());
}

#[test]
fn recourse_declined_in_writing_ends_it_as_well() {
    assert!(ended(rejected(), "declined").is_ok());
    assert_eq!(
        ended(accepted(), "declined").unwrap_err().code(),
        "nothing-rejected"
    );
}

#[test]
fn silence_is_no_acceptance() {
    let silent = answered();
    assert_eq!(why_not(&silent, "accepted"), "close-reason-not-borne-out");
    assert_eq!(
        why_not(&silent, "no-response"),
        "close-too-early-for-silence"
    );
    let asked_again = silent.says(queued(8, "update"), Letter::default()).sent();
    assert_eq!(
        why_not(&asked_again, "no-response"),
        "close-too-early-for-silence"
    );
    let three_weeks_later = Desk {
        now: hour(24 * 21),
        ..desk_of(aiste())
    };
    let desk = closing(&asked_again, three_weeks_later, &[]);
    assert!(
        asked_again
            .tries(of("closure"), &desk, &form("no-response", &[]))
            .is_ok()
    );
}

#[test]
fn other_rooms_can_hold_a_closing_and_a_manager_may_take_it_on_themselves() {
    let story = accepted();
    let named = Arg::Key("remedy-14".to_owned());
    let remedy = [Refusal::new("remedy-still-open").with("remedy", named)];
    let typed = form(
        "accepted",
        &[
            ("override", "1"),
            ("override-reason", "The bank confirms it next week."),
        ],
    );
    let handler = closing(&story, desk_of(aiste()), &remedy);
    assert_eq!(
        story.no(of("closure"), &handler, &form("accepted", &[])),
        "remedy-still-open"
    );
    assert_eq!(
        story.no(of("closure"), &handler, &typed),
        "override-needs-manager"
    );
    let manager = closing(&story, desk_of(tomas()), &remedy);
    let wordless = form("accepted", &[("override", "1")]);
    assert_eq!(
        story.no(of("closure"), &manager, &wordless),
        "override-needs-reason"
    );
    let case = story.does(of("closure"), &manager, &typed).case();
    let closed = case.closed.as_ref().unwrap();
    assert_eq!(closed.overridden[0].0, "remedy-still-open");
    let read = sentences_of(&case, "row-overridden");
    assert!(
        read.iter()
            .all(|s| !s.contains("remedy-") && !s.contains('…')),
        "a sentence and no code: {read:?}"
    );
    assert_eq!(read.len(), 1);
}

#[test]
fn an_open_point_that_was_overridden_is_named_by_its_number() {
    let story = accepted();
    let open = [Refusal::new("close-issue-open").with("number", 2_i64)];
    let desk = closing(&story, desk_of(tomas()), &open);
    let typed = form(
        "accepted",
        &[
            ("override", "1"),
            ("override-reason", "It was another's point."),
        ],
    );
    let case = story.does(of("closure"), &desk, &typed).case();
    let read = sentences_of(&case, "row-overridden");
    assert_eq!(read, ["This point has no finding yet: 2"]);
}

/// A row of the panel as an English reader gets it.
fn sentences_of(case: &Complaint, label: &str) -> Vec<String> {
    let desk = desk_of(tomas());
    let rows = panel(case, &desk.at());
    let row = rows.iter().find(|row| row.label == label).unwrap();
    let Shown::List(all) = &row.value else {
        panic!("{label} is no list");
    };
    let said = |shown: &Shown| match shown {
        Shown::Said(message) => redress_web::Voice::english().html(message).into_string(),
        other => panic!("{other:?}"),
    };
    all.iter().map(said).collect()
}

#[test]
fn a_manager_overrides_what_is_missing_and_never_what_is_untrue() {
    let story = accepted();
    let desk = closing(&story, desk_of(tomas()), &[]);
    let typed = form(
        "withdrawn",
        &[("override", "1"), ("override-reason", "I say so.")],
    );
    assert_eq!(
        story.no(of("closure"), &desk, &typed),
        "close-reason-not-borne-out"
    );
}

#[test]
fn a_closing_letter_promises_what_is_still_open_and_claims_nothing_more() {
    let refund = facts::RemedyProposed {
        number: 1,
        issue: 1,
        remedy: "17".into(),
        amount: None,
        due_on: day("2026-03-20"),
        needs_approval: false,
    };
    let story = accepted().says(refund, Text::default());
    let remedy = [Refusal::new("remedy-still-open")];
    let manager = closing(&story, desk_of(tomas()), &remedy);
    let typed = form(
        "accepted",
        &[("override", "1"), ("override-reason", "It is in the post.")],
    );
    let letter = in_six_languages(&story.tries(of("closure"), &manager, &typed).unwrap().tell[0]);
    assert!(
        letter.contains("These promises stand")
            && !letter.contains("What we promised has been done")
    );
}

#[test]
fn out_of_scope_is_closed_with_the_place_to_turn_to() {
    let scope = ScopeDecided {
        scope: "out-of-scope".into(),
        duplicate_of: None,
    };
    let story = the_ferry_left_early().says(scope, facts::Reason::default());
    assert_eq!(why_not(&story, "out-of-scope"), "close-say-where");
    assert_eq!(why_not(&story, "duplicate"), "close-reason-not-borne-out");
    let told = form(
        "out-of-scope",
        &[("body", "The harbour authority, Perkėlos g. 10.")],
    );
    assert!(
        story
            .tries(
                of("closure"),
                &closing(&story, desk_of(aiste()), &[]),
                &told
            )
            .is_ok()
    );
}

#[test]
fn reopening_starts_a_new_cycle_that_needs_a_new_answer() {
    let story = accepted();
    let closed = story.does(
        of("closure"),
        &closing(&accepted(), desk_of(aiste()), &[]),
        &form("accepted", &[]),
    );
    assert_eq!(
        accepted().no(of("reopening"), &desk_of(aiste()), &[("reason", "New.")]),
        "open-already"
    );
    let reopened = closed.does(
        of("reopening"),
        &desk_of(aiste()),
        &[("reason", "The refund never came.")],
    );
    let case = reopened.case();
    assert_eq!((case.stage(), case.cycle), (Stage::Reopened, 2));
    assert!(
        case.standing_answer().is_none(),
        "the old yes was to the old answer"
    );
    assert_eq!(why_not(&reopened, "accepted"), "close-decision-not-told");
}

#[test]
fn a_withdrawal_is_confirmed_and_what_concerns_safety_goes_on() {
    let typed = [("channel", "phone"), ("reason", "It is all right now.")];
    let mut case = the_ferry_left_early().case();
    case.danger = true;
    let decided = withdraw(&case, "web", "", &desk_of(aiste()).organisation, Id::SYSTEM).unwrap();
    insta::assert_snapshot!(in_six_languages(&decided.tell[0]));
    let story = the_ferry_left_early().does(of("withdrawal"), &desk_of(ona()), &typed);
    assert_eq!(
        story.no(of("withdrawal"), &desk_of(ona()), &typed),
        "withdrawn-already"
    );
    assert!(closes(&story, "withdrawn").is_ok());
}

#[test]
fn the_complainant_answers_on_the_follow_up_page_through_the_same_decision() {
    let said = Answering {
        accepted: false,
        review_wanted: true,
        reason: "No.".into(),
        channel: "web".into(),
    };
    let organisation = desk_of(aiste()).organisation;
    let decided = answer(&answered().case(), said, &organisation, hour(9), Id::SYSTEM).unwrap();
    assert_eq!(
        (decided.drafts[0].kind, decided.tell[0].purpose),
        ("not-accepted", "recourse")
    );
}

#[test]
fn letters_of_the_review() {
    let opened = rejected()
        .tries(
            of("review"),
            &desk_of(aiste()),
            &[("colleague", &to_tomas())],
        )
        .unwrap();
    insta::assert_snapshot!("review_opened", in_six_languages(&opened.tell[0]));
    for outcome in ["confirmed", "changed"] {
        let typed = [
            ("review-outcome", outcome),
            ("reason", "The log of the harbour is clear."),
        ];
        let decided = in_review()
            .tries(of("review-decision"), &desk_of(tomas()), &typed)
            .unwrap();
        insta::assert_snapshot!(
            format!("review_{outcome}"),
            in_six_languages(&decided.tell[0])
        );
    }
}

#[test]
fn the_letter_of_a_reopening() {
    let story = accepted();
    let closed = story.does(
        of("closure"),
        &closing(&accepted(), desk_of(aiste()), &[]),
        &form("accepted", &[]),
    );
    let decided = closed
        .tries(
            of("reopening"),
            &desk_of(aiste()),
            &[("reason", "The refund never came.")],
        )
        .unwrap();
    insta::assert_snapshot!(in_six_languages(&decided.tell[0]));
}
