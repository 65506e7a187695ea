//! Finding out at Blue Ferry Co. why the ferry left early.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    Complaint, Stage,
    facts::{
        Assessed, AssessedText, Closed, ConcernText, Decided, IssueAdded, IssueOutcome, IssueText,
        PersonConcernHeard, PersonConcernNamed, PersonConcernTold, Reason, Reopened, ScopeDecided,
        WithdrawnByComplainant,
    },
    panel::Found,
};
use redress_kernel::Id;

const PLAN: &[(&str, &str)] = &[("plan", "Ask the harbour for its log."), ("impartial", "1")];
const UPHELD: &[(&str, &str)] = &[
    ("issue", "1"),
    ("finding", "upheld"),
    ("cause", "process"),
    ("finding-reason", "The log shows 8:50."),
];

fn assessed() -> Story {
    let assessed: Assessed = serde_json::from_value(serde_json::json!({
        "severity": "medium", "safety": false, "complexity": "low", "impact": "low",
        "immediate_needed": false, "immediate_possible": false,
        "priority": "medium", "suggested": "medium",
    }))
    .unwrap();
    the_ferry_left_early()
        .says(assessed, AssessedText::default())
        .says(scope("complaint"), Reason::default())
}

fn scope(code: &str) -> ScopeDecided {
    ScopeDecided {
        scope: code.into(),
        duplicate_of: None,
    }
}

fn planned() -> Story {
    assessed().does(verb(VERBS, "investigation"), &desk_of(aiste()), PLAN)
}

fn boris_is_named(story: Story) -> Story {
    let named = PersonConcernNamed {
        number: 1,
        colleague: Some(boris().id),
    };
    story.says(named, ConcernText::default())
}

fn found(key: &str, case: &Complaint) -> Found {
    let line = EVIDENCE.iter().find(|line| line.key == key).unwrap();
    (line.state)(case)
}

fn codes(case: &Complaint) -> Vec<&'static str> {
    before_closing(case).iter().map(|no| no.code).collect()
}

#[test]
fn a_complaint_is_assessed_before_it_is_investigated() {
    let desk = desk_of(aiste());
    let begin = verb(VERBS, "investigation");
    assert_eq!(
        the_ferry_left_early().no(begin, &desk, PLAN),
        "assess-first"
    );
    let case = planned().case();
    assert_eq!(case.stage(), Stage::Investigating);
    assert_eq!(found("investigation-planned", &case), Found::OnFile);
}

#[test]
fn what_is_no_complaint_is_not_investigated() {
    let enquiry = assessed().says(scope("enquiry"), Reason::default());
    let desk = desk_of(aiste());
    assert_eq!(
        enquiry.no(verb(VERBS, "investigation"), &desk, PLAN),
        "not-taken-as-complaint"
    );
    let filed = [("evidence-text", "A timetable")];
    assert_eq!(
        enquiry.no(verb(VERBS, "evidence"), &desk, &filed),
        "not-taken-as-complaint"
    );
    assert_eq!(
        found("finding-per-issue", &enquiry.case()),
        Found::NotNeeded
    );
}

#[test]
fn an_investigator_declares_to_have_no_conflict_of_interest() {
    let desk = desk_of(aiste());
    let begin = verb(VERBS, "investigation");
    assert_eq!(assessed().no(begin, &desk, &PLAN[..1]), "impartial");
    let no = [PLAN[0], ("impartial", "0")];
    assert_eq!(assessed().no(begin, &desk, &no), "not-impartial");
}

#[test]
fn whoever_takes_over_declares_it_too_before_judging() {
    let (story, finding) = (planned(), verb(VERBS, "finding"));
    assert_eq!(
        story.no(finding, &desk_of(tomas()), UPHELD),
        "declare-first"
    );
    let taken_over = story.does(verb(VERBS, "investigation"), &desk_of(tomas()), PLAN);
    let case = taken_over.does(finding, &desk_of(tomas()), UPHELD).case();
    assert_eq!(case.issues[0].found_by, Some(tomas().id));
}

#[test]
fn every_step_waits_for_the_plan() {
    let (story, desk) = (assessed(), desk_of(aiste()));
    let question = [
        ("question-to", "Harbour"),
        ("question", "When did it leave?"),
    ];
    assert_eq!(
        story.no(verb(VERBS, "question"), &desk, &question),
        "plan-first"
    );
    let interview = [
        ("interviewed", "The skipper"),
        ("held-at", "2026-03-02T09:30"),
        ("interview-text", "…"),
    ];
    assert_eq!(
        story.no(verb(VERBS, "interview"), &desk, &interview),
        "plan-first"
    );
    assert_eq!(
        story.no(verb(VERBS, "finding"), &desk, UPHELD),
        "plan-first"
    );
}

#[test]
fn a_question_is_answered_once_by_its_number() {
    let desk = desk_of(aiste());
    let typed = [
        ("question-to", "Harbour"),
        ("question", "When did it leave?"),
        ("due-on", "2026-03-06"),
    ];
    let story = planned().does(verb(VERBS, "question"), &desk, &typed);
    assert_eq!(found("questions-answered", &story.case()), Found::Missing);
    let answer = verb(VERBS, "answer");
    assert_eq!(
        story.no(
            answer,
            &desk,
            &[("question-number", "2"), ("answer", "8:50")]
        ),
        "question-unknown"
    );
    let answered = story.does(
        answer,
        &desk,
        &[("question-number", "1"), ("answer", "At 8:50.")],
    );
    assert_eq!(
        answered.case().questions[0].answer.as_ref().unwrap().1,
        "At 8:50."
    );
    assert_eq!(found("questions-answered", &answered.case()), Found::OnFile);
    assert_eq!(
        answered.no(
            answer,
            &desk,
            &[("question-number", "1"), ("answer", "9:00")]
        ),
        "no-open-question"
    );
}

#[test]
fn nobody_is_asked_for_an_answer_by_a_day_that_is_past() {
    let typed = [
        ("question-to", "Harbour"),
        ("question", "When?"),
        ("due-on", "2026-02-27"),
    ];
    assert_eq!(
        planned().no(verb(VERBS, "question"), &desk_of(aiste()), &typed),
        "day-is-past"
    );
}

#[test]
fn evidence_is_a_file_or_words_and_keeps_the_files_name_erasable() {
    let evidence = verb(VERBS, "evidence");
    let desk = desk_of(aiste()).with_file(21, "harbour log.pdf");
    let story = planned().does(evidence, &desk, &[("evidence-text", "Left at 8:50")]);
    let case = story.case();
    assert_eq!(case.files[0].name, "harbour log.pdf");
    assert!(!case.files[0].from_complainant);
    assert!(
        !story.0.last().unwrap().record.contains("harbour log"),
        "names are personal"
    );
    assert_eq!(
        planned().no(evidence, &desk_of(aiste()), &[]),
        "evidence-empty"
    );
}

#[test]
fn an_interview_was_held_when_it_was_held_and_not_tomorrow() {
    let (interview, desk) = (verb(VERBS, "interview"), desk_of(aiste()));
    let typed = |at| {
        [
            ("interviewed", "The skipper"),
            ("held-at", at),
            ("interview-text", "The tide."),
        ]
    };
    let story = planned().does(interview, &desk, &typed("2026-03-02T09:30"));
    assert_eq!(
        story.case().interviews[0].held_at.to_string(),
        "2026-03-02T07:30:00Z"
    );
    assert!(story.case().timeline.last().unwrap().occurred_at.is_some());
    assert_eq!(
        planned().no(interview, &desk, &typed("2026-03-03T09:30")),
        "not-yet-held"
    );
}

#[test]
fn what_is_upheld_has_a_cause_and_what_is_not_needs_none() {
    let (story, desk, finding) = (planned(), desk_of(aiste()), verb(VERBS, "finding"));
    let causeless = [UPHELD[0], ("finding", "partly"), UPHELD[3]];
    assert_eq!(story.no(finding, &desk, &causeless), "cause-missing");
    let not_upheld = [UPHELD[0], ("finding", "not-upheld"), UPHELD[3]];
    let case = story.clone().does(finding, &desk, &not_upheld).case();
    assert_eq!(case.issues[0].finding.as_deref(), Some("not-upheld"));
    assert_eq!(case.stage(), Stage::Deciding);
    assert_eq!(story.no(finding, &desk, &UPHELD[..3]), "finding-reason");
    let elsewhere = [("issue", "4"), UPHELD[1], UPHELD[2], UPHELD[3]];
    assert_eq!(story.no(finding, &desk, &elsewhere), "issue-unknown");
}

#[test]
fn nobody_is_found_at_fault_unheard() {
    let (desk, finding) = (desk_of(aiste()), verb(VERBS, "finding"));
    let story = boris_is_named(planned());
    assert_eq!(story.no(finding, &desk, UPHELD), "hear-first");
    let told = story.says(PersonConcernTold { number: 1 }, ConcernText::default());
    assert_eq!(told.no(finding, &desk, UPHELD), "hear-first");
    let not_upheld = [UPHELD[0], ("finding", "not-upheld"), UPHELD[3]];
    assert!(
        told.tries(finding, &desk, &not_upheld).is_ok(),
        "in his favour it needs no hearing"
    );
    let silent = PersonConcernHeard {
        number: 1,
        declined: true,
    };
    let heard = told.says(silent, ConcernText::default());
    assert_eq!(
        heard.does(finding, &desk, UPHELD).case().issues[0]
            .finding
            .as_deref(),
        Some("upheld")
    );
}

#[test]
fn what_was_put_right_at_once_needs_no_plan() {
    let typed = [
        UPHELD[0],
        ("finding", "no-finding"),
        ("finding-reason", "A new ticket at the counter."),
    ];
    let story = assessed().does(verb(VERBS, "finding"), &desk_of(ona_as_handler()), &typed);
    assert!(codes(&story.case()).is_empty());
}

fn ona_as_handler() -> redress_kernel::Actor {
    redress_kernel::Actor {
        role: redress_kernel::Role::Handler,
        ..ona()
    }
}

#[test]
fn an_open_point_keeps_the_complaint_open() {
    let desk = desk_of(aiste());
    let gate = IssueAdded {
        number: 2,
        category: None,
    };
    let story = planned().says(gate, IssueText::default());
    assert_eq!(
        codes(&story.case()),
        ["close-issue-open", "close-issue-open"]
    );
    let one_found = story.does(verb(VERBS, "finding"), &desk, UPHELD);
    assert_eq!(codes(&one_found.case()), ["close-issue-open"]);
    assert_eq!(
        found("finding-per-issue", &one_found.case()),
        Found::Missing
    );
    let withdrawn = one_found.says(WithdrawnByComplainant::default(), Default::default());
    assert!(
        codes(&withdrawn.case()).is_empty(),
        "what is withdrawn asks for no finding"
    );
}

#[test]
fn an_outcome_upheld_without_a_cause_keeps_the_complaint_open() {
    let decided = Decided {
        cycle: 1,
        issues: vec![IssueOutcome {
            issue: 1,
            outcome: "upheld".into(),
            remedies: vec![],
        }],
        message: Id::from_bytes([1; 16]),
        recourse_told: true,
    };
    let story = planned().says(decided, Default::default());
    assert_eq!(codes(&story.case()), ["close-cause-missing"]);
    assert_eq!(found("cause-coded", &story.case()), Found::Missing);
}

#[test]
fn after_reopening_the_old_outcome_answers_nothing() {
    let story = planned()
        .does(verb(VERBS, "finding"), &desk_of(aiste()), UPHELD)
        .says(Closed::default(), Reason::default());
    assert!(codes(&story.case()).is_empty());
    assert_eq!(
        story.no(verb(VERBS, "finding"), &desk_of(aiste()), UPHELD),
        "closed-already"
    );
    let again = Reopened {
        cycle: 2,
        ..Reopened::default()
    };
    assert_eq!(
        codes(&story.says(again, Reason::default()).case()),
        ["close-issue-open"]
    );
}
