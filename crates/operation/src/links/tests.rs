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
