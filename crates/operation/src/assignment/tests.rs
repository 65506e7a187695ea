//! Who gets a complaint at Blue Ferry Co., and who does not.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::tests_support::*;
use redress_complaint::facts::{ConcernText, PersonConcernNamed};
use redress_kernel::{Actor, Id};

fn to(person: &Actor) -> String {
    person.id.to_string()
}

fn boris_is_complained_about() -> Story {
    let named = PersonConcernNamed {
        number: 1,
        colleague: Some(boris().id),
    };
    the_ferry_left_early().says(named, ConcernText::default())
}

#[test]
fn a_handler_gets_the_complaint_and_hands_it_back_to_everybody() {
    let (assignment, desk) = (verb(VERBS, "assignment"), desk_of(tomas()));
    let given = the_ferry_left_early().does(assignment, &desk, &[("colleague", &to(&aiste()))]);
    assert_eq!(given.case().owner, Some(aiste().id));
    let back = given.does(assignment, &desk, &[("nobody", "1")]);
    assert_eq!(back.case().owner, None);
}

#[test]
fn the_person_complained_about_is_not_given_the_complaint() {
    let story = boris_is_complained_about();
    let typed = [("colleague", &*to(&boris()))];
    let code = story.no(verb(VERBS, "assignment"), &desk_of(tomas()), &typed);
    assert_eq!(code, "assign-complained-about");
    let other = the_ferry_left_early().does(verb(VERBS, "assignment"), &desk_of(tomas()), &typed);
    assert_eq!(
        other.case().owner,
        Some(boris().id),
        "any other complaint is his to handle"
    );
}

#[test]
fn people_whose_role_handles_no_complaints_are_not_given_one() {
    for person in [ona(), jonas(), rima()] {
        let typed = [("colleague", &*to(&person))];
        let code = the_ferry_left_early().no(verb(VERBS, "assignment"), &desk_of(tomas()), &typed);
        assert_eq!(code, "assign-role", "{}", person.name);
    }
}

#[test]
fn a_colleague_of_another_unit_would_not_find_it() {
    let mut desk = desk_of(tomas());
    let (quay, office) = (Id::from_bytes([31; 16]), Id::from_bytes([32; 16]));
    desk.colleagues
        .iter_mut()
        .filter(|colleague| colleague.id == boris().id)
        .for_each(|colleague| colleague.unit = Some(quay));
    let corrected = redress_complaint::facts::Corrected {
        unit: Some(office),
        ..Default::default()
    };
    let story = the_ferry_left_early().says(corrected, Default::default());
    let code = story.no(
        verb(VERBS, "assignment"),
        &desk,
        &[("colleague", &to(&boris()))],
    );
    assert_eq!(code, "assign-other-unit");
}

#[test]
fn taking_a_complaint_is_taking_it_over_from_whoever_had_it() {
    let (take, story) = (verb(VERBS, "take"), the_ferry_left_early());
    let mine = story.does(take, &desk_of(aiste()), &[]);
    assert_eq!(mine.no(take, &desk_of(aiste()), &[]), "assigned-already");
    let his = mine.does(take, &desk_of(tomas()), &[]);
    assert_eq!(his.case().owner, Some(tomas().id));
    assert_eq!(his.no(take, &desk_of(ona()), &[]), "role");
}

#[test]
fn an_assignment_says_to_whom() {
    let (assignment, desk) = (verb(VERBS, "assignment"), desk_of(tomas()));
    let story = the_ferry_left_early();
    assert_eq!(story.no(assignment, &desk, &[]), "assign-to-whom");
    let stranger = Id::from_bytes([99; 16]).to_string();
    assert_eq!(
        story.no(assignment, &desk, &[("colleague", &stranger)]),
        "colleague-unknown"
    );
    let both = [("colleague", &*to(&aiste())), ("nobody", "1")];
    assert_eq!(story.no(assignment, &desk, &both), "assign-one-of-both");
}

#[test]
fn an_owner_is_evidence() {
    let line = EVIDENCE
        .iter()
        .find(|line| line.key == "owner-named")
        .unwrap();
    let story = the_ferry_left_early();
    assert_eq!((line.state)(&story.case()), Found::Missing);
    let taken = story.does(verb(VERBS, "take"), &desk_of(aiste()), &[]);
    assert_eq!((line.state)(&taken.case()), Found::OnFile);
}
