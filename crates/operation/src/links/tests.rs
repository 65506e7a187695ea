//! Complaints at Blue Ferry Co. that belong together.

use super::*;
use crate::tests_support::*;

fn the_other() -> Desk {
    desk_of(aiste()).naming("other-complaint", 9, &another())
}

#[test]
fn a_link_is_set_and_taken_back_and_neither_complaint_ends() {
    let other = another();
    let typed = [("other-complaint", &*other), ("link-kind", "group")];
    let story = the_ferry_left_early().does(verb(VERBS, "link"), &the_other(), &typed);
    let case = story.case();
    assert_eq!(case.links.len(), 1);
    assert!(case.is_open());
    assert_eq!(
        story.no(verb(VERBS, "link"), &the_other(), &typed),
        "linked-already"
    );
    let apart = story.does(verb(VERBS, "unlink"), &the_other(), &typed[..1]);
    assert!(apart.case().links.is_empty());
    assert_eq!(
        apart.no(verb(VERBS, "unlink"), &the_other(), &typed[..1]),
        "not-linked"
    );
}

#[test]
fn a_complaint_is_not_linked_to_itself_or_to_one_that_is_not_there() {
    let other = another();
    let typed = [("other-complaint", &*other), ("link-kind", "related")];
    let itself = desk_of(aiste()).naming("other-complaint", CASE[0], &another());
    let story = the_ferry_left_early();
    assert_eq!(
        story.no(verb(VERBS, "link"), &itself, &typed),
        "link-to-itself"
    );
    assert_eq!(
        story.no(verb(VERBS, "link"), &desk_of(aiste()), &typed),
        "no-such-complaint"
    );
}

#[test]
fn a_duplicate_is_not_unlinked_behind_its_decision() {
    let duplicate = redress_complaint::facts::Linked {
        to: redress_kernel::Id::from_bytes([9; 16]),
        reference: another(),
        kind: "duplicate".into(),
    };
    let story = the_ferry_left_early().plain(duplicate);
    let code = story.no(
        verb(VERBS, "unlink"),
        &the_other(),
        &[("other-complaint", &*another())],
    );
    assert_eq!(code, "linked-as-duplicate");
}

#[test]
fn duplicate_is_no_kind_that_somebody_picks_here() {
    let other = another();
    let typed = [("other-complaint", &*other), ("link-kind", "duplicate")];
    let code = the_ferry_left_early().no(verb(VERBS, "link"), &the_other(), &typed);
    assert_eq!(code, "link-kind");
}

fn with_a_second_point() -> Story {
    let added = redress_complaint::facts::IssueAdded {
        number: 2,
        category: Some("12".into()),
    };
    the_ferry_left_early().says(added, Default::default())
}

const PASSAGE: [(&str, &str); 2] = [
    ("split-subject", "Shouted at"),
    (
        "split-text",
        "And the man at the gangway shouted at my mother.",
    ),
];

fn typed(issues: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    PASSAGE.iter().chain(issues).copied().collect()
}

#[test]
fn a_point_is_split_off_and_one_stays() {
    let (split, desk) = (verb(VERBS, "split"), desk_of(aiste()));
    let apart = with_a_second_point().does(split, &desk, &typed(&[("issue", "2")]));
    let case = apart.case();
    assert_eq!(case.issues.len(), 1);
    assert_eq!(case.split_off[0].issues[0].number, 2);
    let both = typed(&[("issue", "1"), ("issue-too", "2")]);
    assert_eq!(
        with_a_second_point().no(split, &desk, &both),
        "split-nothing-left"
    );
    let one = the_ferry_left_early().no(split, &desk, &typed(&[("issue", "1")]));
    assert_eq!(one, "split-one-point");
}

#[test]
fn what_was_found_here_is_answered_here() {
    let found = redress_complaint::facts::FindingRecorded {
        issue: 2,
        finding: "upheld".into(),
        cause: Some("people".into()),
    };
    let story = with_a_second_point().says(found, Default::default());
    let code = story.no(
        verb(VERBS, "split"),
        &desk_of(aiste()),
        &typed(&[("issue", "2")]),
    );
    assert_eq!(code, "split-found-already");
}

#[test]
fn only_what_was_split_off_here_comes_back_and_only_untouched() {
    let (undo, other) = (verb(VERBS, "split-undo"), another());
    let back = [("other-complaint", &*other), ("reason", "One sailing.")];
    assert_eq!(
        with_a_second_point().no(undo, &the_other(), &back),
        "split-none"
    );
    let fact = |into: u8| redress_complaint::facts::SplitOff {
        into: redress_kernel::Id::from_bytes([into; 16]),
        issues: vec![2],
    };
    let elsewhere = with_a_second_point().says(fact(8), Default::default());
    assert_eq!(
        elsewhere.no(undo, &the_other(), &back),
        "split-not-from-here"
    );
    let story = with_a_second_point().says(fact(9), Default::default());
    let mut desk = the_other();
    let worked_on = desk.others.get_mut("other-complaint");
    worked_on.unwrap().is_worked_on = true;
    assert_eq!(story.no(undo, &desk, &back), "split-worked-on");
    let together = story.does(undo, &the_other(), &back).case();
    assert_eq!(together.issues.len(), 2);
    assert!(together.split_off.is_empty());
}
