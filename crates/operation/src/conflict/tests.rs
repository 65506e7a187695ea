//! Aistė of Blue Ferry Co. knows the complainant; Boris is complained about.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    Complaint,
    facts::{Assigned, ConcernText, LineDrawn, PersonConcernNamed},
    objectivity::{asks_for_declaration, violations_in},
};
use redress_kernel::{
    Action, Actor, Organisation,
    objectivity::Declarations,
    person::{Verdict, allow},
};

const WHY: (&str, &str) = ("conflict-reason", "Rasa is my sister-in-law.");

fn held_by(who: &Actor) -> Story {
    the_ferry_left_early().plain(Assigned {
        owner: Some(who.id),
        unit: None,
    })
}

fn sees(case: &Complaint, who: &Actor) -> bool {
    allow(who, Action::SeeCase, Some(&case.about())) != Verdict::Hide
}

#[test]
fn whoever_declares_a_conflict_hands_the_case_back_and_finds_it_no_more() {
    let story = held_by(&aiste()).does(verb(VERBS, "conflict"), &desk_of(aiste()), &[WHY]);
    let case = story.case();
    assert_eq!(case.owner, None);
    assert!(!sees(&case, &aiste()) && sees(&case, &boris()));
    assert_eq!(case.conflicts[0].reason, WHY.1);
    // Handing it back came first: nothing was done by somebody who was kept apart.
    assert!(violations_in(&story.0).is_empty());
}

#[test]
fn a_colleagues_case_is_not_taken_out_of_their_hands_by_my_conflict() {
    let story = held_by(&boris()).does(verb(VERBS, "conflict"), &desk_of(aiste()), &[]);
    assert_eq!(story.case().owner, Some(boris().id));
}

#[test]
fn having_none_is_said_once_and_remembered() {
    let (verb, desk) = (verb(VERBS, "no-conflict"), desk_of(aiste()));
    let story = the_ferry_left_early().does(verb, &desk, &[]);
    assert!(story.case().impartial.contains(&aiste().id));
    assert_eq!(story.no(verb, &desk, &[]), "conflict-said-already");
    assert!(sees(&story.case(), &aiste()));
}

#[test]
fn a_manager_lifts_a_mistake_with_a_reason_and_both_stay_on_file() {
    let lift = verb(VERBS, "conflict-lifting");
    let reason = ("conflict-lifting-reason", "Another Rasa.");
    let nobody = the_ferry_left_early();
    assert_eq!(
        nobody.no(lift, &desk_of(tomas()), &[reason]),
        "no-conflict-declared"
    );
    let declared = nobody.does(verb(VERBS, "conflict"), &desk_of(aiste()), &[WHY]);
    assert_eq!(declared.no(lift, &desk_of(boris()), &[reason]), "role");
    let lifted = declared.does(lift, &desk_of(tomas()), &[reason]).case();
    assert!(sees(&lifted, &aiste()));
    let kinds: Vec<&str> = lifted.timeline.iter().map(|moment| moment.kind).collect();
    assert!(kinds.contains(&"conflict-declared") && kinds.contains(&"conflict-lifted"));
}

#[test]
fn with_two_conflicts_the_number_says_which() {
    let conflict = verb(VERBS, "conflict");
    let two = the_ferry_left_early()
        .does(conflict, &desk_of(aiste()), &[])
        .does(conflict, &desk_of(ona()), &[]);
    let (lift, desk) = (verb(VERBS, "conflict-lifting"), desk_of(tomas()));
    let reason = ("conflict-lifting-reason", "She left the choir.");
    assert_eq!(two.no(lift, &desk, &[reason]), "conflict-which");
    assert_eq!(
        two.no(lift, &desk, &[reason, ("conflict-number", "3")]),
        "conflict-which"
    );
    let one = two.does(lift, &desk, &[reason, ("conflict-number", "2")]);
    assert!(sees(&one.case(), &ona()) && !sees(&one.case(), &aiste()));
}

#[test]
fn before_judging_where_a_person_is_complained_about_one_declares() {
    let named = PersonConcernNamed {
        number: 1,
        colleague: Some(boris().id),
    };
    let about = |said: &Story| said.clone().says(named.clone(), ConcernText::default());
    let plain = the_ferry_left_early();
    let declared = plain
        .clone()
        .does(verb(VERBS, "no-conflict"), &desk_of(aiste()), &[]);
    let (decide, note) = (
        Verb::new("decision", Action::Decide, &[]),
        Verb::new("notes", Action::Note, &[]),
    );
    let told = Verb::new("concern-told", Action::Investigate, &[]);
    let asks = |story: &Story, verb: &Verb, when| {
        let mut office = Organisation::default();
        office.objectivity.declarations = when;
        asks_for_declaration(&story.case(), verb, aiste().id, &office)
    };
    assert!(asks(&about(&plain), &decide, Declarations::Person));
    assert!(!asks(&about(&declared), &decide, Declarations::Person));
    assert!(!asks(&plain, &decide, Declarations::Person));
    assert!(asks(&plain, &decide, Declarations::Always));
    assert!(!asks(&about(&plain), &decide, Declarations::Never));
    for free in [&note, &told] {
        assert!(
            !asks(&about(&plain), free, Declarations::Always),
            "{}",
            free.name
        );
    }
}

#[test]
fn an_act_of_somebody_who_was_kept_apart_is_found_in_the_journal() {
    let line = LineDrawn {
        line: vec![tomas().id],
    };
    let story = the_ferry_left_early().plain(line);
    assert!(violations_in(&story.0).is_empty());
    // The fault is planted: the door would not have let him.
    let nobody = Assigned {
        owner: None,
        unit: None,
    };
    let draft = redress_kernel::Draft::of(story.case().id, &nobody);
    let planted = story.then_by(tomas().id, draft);
    let found = violations_in(&planted.0);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].person, tomas().id);
}
