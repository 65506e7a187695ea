//! Assessing at Blue Ferry Co.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::tests_support::*;
use redress_complaint::panel::Found;
use redress_kernel::Id;

const PLAIN: &[(&str, &str)] = &[
    ("severity", "medium"),
    ("complexity", "low"),
    ("impact", "low"),
    ("rationale", "One passenger lost a day."),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = PLAIN
        .iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

fn every_combination() -> Vec<Criteria> {
    let bits = [false, true];
    let mut all = Vec::new();
    for severity in Level::ALL {
        for (complexity, impact) in Level::ALL.iter().flat_map(|a| Level::ALL.map(|b| (*a, b))) {
            for n in 0..8usize {
                let bit = |at: usize| bits[(n >> at) & 1];
                all.push(Criteria {
                    severity,
                    complexity,
                    impact,
                    safety: bit(0),
                    immediate_needed: bit(1),
                    immediate_possible: bit(2),
                });
            }
        }
    }
    all
}

fn no_better(a: Criteria, b: Criteria) -> bool {
    a.severity <= b.severity
        && a.complexity <= b.complexity
        && a.impact <= b.impact
        && a.safety <= b.safety
        && a.immediate_needed <= b.immediate_needed
        && a.immediate_possible <= b.immediate_possible
}

#[test]
fn a_worse_criterion_never_lowers_the_priority() {
    let all = every_combination();
    assert_eq!(all.len(), 512);
    for a in &all {
        for b in all.iter().filter(|b| no_better(*a, **b)) {
            assert!(suggested(*a) <= suggested(*b), "{a:?} against {b:?}");
        }
    }
}

#[test]
fn safety_is_never_suggested_below_high() {
    let all = every_combination();
    let unsafe_ones = all.iter().filter(|criteria| criteria.safety);
    assert!(unsafe_ones.clone().count() == 256);
    for criteria in unsafe_ones {
        assert!(suggested(*criteria) >= Level::High, "{criteria:?}");
    }
}

#[test]
fn each_priority_is_reached_and_severity_alone_reaches_it() {
    for level in Level::ALL {
        let severe = Criteria {
            severity: level,
            ..Criteria::default()
        };
        assert_eq!(suggested(severe), level);
    }
    let intricate = Criteria {
        complexity: Level::Critical,
        ..Criteria::default()
    };
    assert_eq!(
        suggested(intricate),
        Level::Medium,
        "hard to find out is not yet urgent"
    );
}

#[test]
fn the_suggestion_is_taken_when_no_priority_is_chosen() {
    let case = the_ferry_left_early()
        .does(verb(VERBS, "assessment"), &desk_of(aiste()), PLAIN)
        .case();
    let assessment = case.assessment.as_ref().unwrap();
    assert_eq!(
        (assessment.priority.as_str(), assessment.suggested.as_str()),
        ("medium", "medium")
    );
    assert_eq!(assessment.by, aiste().id);
    assert_eq!(case.stage(), redress_complaint::Stage::Assessed);
}

#[test]
fn assessing_decides_that_it_is_a_complaint_once() {
    let desk = desk_of(aiste());
    let story = the_ferry_left_early().does(verb(VERBS, "assessment"), &desk, PLAIN);
    assert_eq!(story.case().scope.unwrap().scope, "complaint");
    let enquiry = story
        .does(
            verb(VERBS, "scope"),
            &desk,
            &[
                ("scope", "enquiry"),
                ("reason", "She asks for the timetable."),
            ],
        )
        .does(verb(VERBS, "assessment"), &desk, PLAIN);
    assert_eq!(
        enquiry.case().scope.unwrap().scope,
        "enquiry",
        "a decision made is not made again in passing"
    );
}

#[test]
fn another_priority_than_the_suggested_one_is_explained() {
    let (story, desk) = (the_ferry_left_early(), desk_of(aiste()));
    let assess = verb(VERBS, "assessment");
    assert_eq!(
        story.no(assess, &desk, &with(&[("priority", "low")])),
        "priority-unexplained"
    );
    assert_eq!(
        story.no(assess, &desk, &with(&[("priority", "high")])),
        "priority-unexplained"
    );
    let explained = with(&[
        ("priority", "low"),
        ("priority-reason", "Already rebooked by the counter."),
    ]);
    let case = story.does(assess, &desk, &explained).case();
    assert_eq!(case.priority(), "low");
    assert_eq!(
        case.assessment.unwrap().priority_reason,
        "Already rebooked by the counter."
    );
}

#[test]
fn no_words_bring_a_safety_matter_below_high() {
    let typed = with(&[
        ("safety", "1"),
        ("priority", "medium"),
        ("priority-reason", "We are busy."),
    ]);
    let code = the_ferry_left_early().no(verb(VERBS, "assessment"), &desk_of(aiste()), &typed);
    assert_eq!(code, "priority-below-safety");
}

#[test]
fn danger_that_cannot_wait_is_met_before_it_is_assessed() {
    let (story, desk) = (the_ferry_left_early(), desk_of(aiste()));
    let typed = with(&[("safety", "1"), ("immediate-needed", "1")]);
    assert_eq!(
        story.no(verb(VERBS, "assessment"), &desk, &typed),
        "immediate-action-missing"
    );
    let met = with(&[
        ("safety", "1"),
        ("immediate-needed", "1"),
        ("immediate-action", "The ramp is closed."),
    ]);
    let case = story.does(verb(VERBS, "assessment"), &desk, &met).case();
    assert_eq!(case.priority(), "critical");
    assert_eq!(found("immediate-action", &case), Found::OnFile);
}

#[test]
fn a_rationale_is_asked_for_and_intake_does_not_assess() {
    let story = the_ferry_left_early();
    let unexplained = with(&[("rationale", "  ")]);
    assert_eq!(
        story.no(verb(VERBS, "assessment"), &desk_of(aiste()), &unexplained),
        "rationale"
    );
    assert_eq!(
        story.no(verb(VERBS, "assessment"), &desk_of(ona()), PLAIN),
        "role"
    );
}

#[test]
fn a_duplicate_names_the_earlier_complaint_and_both_go_on_living() {
    let typed = [
        ("scope", "duplicate"),
        ("duplicate-of", &another()),
        ("reason", "She wrote as well."),
    ];
    let desk = desk_of(aiste()).naming("duplicate-of", 9, &another());
    let story = the_ferry_left_early();
    assert_eq!(
        story.no(verb(VERBS, "scope"), &desk_of(aiste()), &typed[..1]),
        "reason"
    );
    let nameless = [("scope", "duplicate"), ("reason", "She wrote as well.")];
    assert_eq!(
        story.no(verb(VERBS, "scope"), &desk_of(aiste()), &nameless),
        "duplicate-of-which"
    );
    let story = story.does(verb(VERBS, "scope"), &desk, &typed);
    let case = story.case();
    assert_eq!(case.links[0].to, Id::from_bytes([9; 16]));
    assert_eq!(case.links[0].kind, "duplicate");
    assert!(case.is_open(), "nothing is merged or closed by it");
    let again = story.does(
        verb(VERBS, "scope"),
        &desk_of(aiste()),
        &[("scope", "complaint"), ("reason", "Another sailing.")],
    );
    assert!(again.case().links.is_empty());
}

#[test]
fn a_complaint_is_no_duplicate_of_itself() {
    let desk = desk_of(aiste()).naming("duplicate-of", CASE[0], &another());
    let other = another();
    let typed = [
        ("scope", "duplicate"),
        ("duplicate-of", &*other),
        ("reason", "Same."),
    ];
    assert_eq!(
        the_ferry_left_early().no(verb(VERBS, "scope"), &desk, &typed),
        "duplicate-of-itself"
    );
}

#[test]
fn another_point_is_added_and_its_details_follow() {
    let desk = desk_of(aiste());
    let story = the_ferry_left_early().does(
        verb(VERBS, "issue"),
        &desk,
        &[("issue-title", "Rude answer at the gate")],
    );
    assert_eq!(story.case().issues[1].number, 2);
    assert_eq!(found("issues-categorised", &story.case()), Found::Missing);
    let details = [("issue", "2"), ("category", "06"), ("cause", "people")];
    let case = story
        .does(verb(VERBS, "issue-details"), &desk, &details)
        .case();
    let issue = case.issue(2).unwrap();
    assert_eq!(
        (issue.category.as_deref(), issue.cause.as_deref()),
        (Some("06"), Some("people"))
    );
    assert_eq!(
        issue.title, "Rude answer at the gate",
        "what is left empty stays"
    );
    assert_eq!(found("issues-categorised", &case), Found::OnFile);
}

#[test]
fn a_point_that_is_not_there_and_a_change_of_nothing_are_refused() {
    let (story, desk) = (the_ferry_left_early(), desk_of(aiste()));
    let details = verb(VERBS, "issue-details");
    assert_eq!(
        story.no(details, &desk, &[("issue", "7"), ("cause", "people")]),
        "issue-unknown"
    );
    assert_eq!(
        story.no(details, &desk, &[("issue", "1")]),
        "issue-nothing-changed"
    );
}

fn found(key: &str, case: &redress_complaint::Complaint) -> Found {
    let line = EVIDENCE.iter().find(|line| line.key == key).unwrap();
    (line.state)(case)
}

#[test]
fn whoever_assesses_marks_a_case_as_sensitive_and_not_twice() {
    let (story, desk) = (the_ferry_left_early(), desk_of(aiste()));
    let why = [("sensitive-reason", "It names a witness.")];
    let (mark, unmark) = (
        verb(VERBS, "mark-sensitive"),
        verb(VERBS, "unmark-sensitive"),
    );
    assert!(matches!(story.tries(mark, &desk, &[]), Err(No::Fields(_))));
    let story = story.does(mark, &desk, &why);
    assert!(story.case().sensitive);
    assert_eq!(story.no(mark, &desk, &why), "sensitive-already");
    assert!(
        matches!(story.tries(unmark, &desk, &why), Err(No::Permit)),
        "making it ordinary again is a manager's"
    );
}

#[test]
fn a_manager_makes_it_ordinary_again_and_an_ordinary_one_stays_so() {
    let why = [("sensitive-reason", "The witness agrees.")];
    let (story, desk) = (the_ferry_left_early(), desk_of(tomas()));
    let (mark, unmark) = (
        verb(VERBS, "mark-sensitive"),
        verb(VERBS, "unmark-sensitive"),
    );
    assert_eq!(story.no(unmark, &desk, &why), "sensitive-not");
    let story = story.does(mark, &desk, &why).does(unmark, &desk, &why);
    assert!(!story.case().sensitive);
}
