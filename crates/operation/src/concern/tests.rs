//! A complaint about Boris of Blue Ferry Co., fair to both sides.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    Complaint,
    facts::{Assigned, Closed, Decided, WithdrawnByComplainant},
    panel::Found,
};
use redress_kernel::{
    Id,
    person::{Verdict, allow},
};

const TOLD: &[(&str, &str)] = &[(
    "told-text",
    "She says you left before time. Answer by Friday.",
)];

fn boris_is_named() -> Story {
    let typed = [("concerned-colleague", &*boris().id.to_string())];
    the_ferry_left_early().does(verb(VERBS, "concern"), &desk_of(aiste()), &typed)
}

fn told_and_heard() -> Story {
    let desk = desk_of(aiste());
    boris_is_named()
        .does(verb(VERBS, "concern-told"), &desk, TOLD)
        .does(
            verb(VERBS, "concern-heard"),
            &desk,
            &[("account", "The tide was falling.")],
        )
}

fn decided(story: Story) -> Story {
    let decision = Decided {
        cycle: 1,
        issues: vec![],
        message: Id::from_bytes([1; 16]),
        recourse_told: true,
    };
    story.says(decision, Default::default())
}

fn found(key: &str, case: &Complaint) -> Found {
    let line = EVIDENCE.iter().find(|line| line.key == key).unwrap();
    (line.state)(case)
}

fn codes(case: &Complaint) -> Vec<&'static str> {
    before_closing(case).iter().map(|no| no.code).collect()
}

#[test]
fn from_naming_on_the_colleague_cannot_find_the_case() {
    let see = |story: &Story, who| allow(&who, Action::SeeCase, Some(&story.case().about()));
    assert!(see(&the_ferry_left_early(), boris()).is_allowed());
    let named = boris_is_named();
    assert_eq!(see(&named, boris()), Verdict::Hide);
    assert!(see(&named, aiste()).is_allowed());
    assert_eq!(named.case().concerns[0].name, "Boris Lane");
}

#[test]
fn whoever_is_complained_about_does_not_keep_the_case_in_hand() {
    let owned = |who: Id| {
        the_ferry_left_early().plain(Assigned {
            owner: Some(who),
            unit: None,
        })
    };
    let typed = [("concerned-colleague", &*boris().id.to_string())];
    let name = verb(VERBS, "concern");
    assert_eq!(
        owned(boris().id)
            .does(name, &desk_of(aiste()), &typed)
            .case()
            .owner,
        None
    );
    let hers = owned(aiste().id).does(name, &desk_of(aiste()), &typed);
    assert_eq!(hers.case().owner, Some(aiste().id));
}

#[test]
fn somebody_without_a_sign_in_is_named_by_name_and_nobody_by_nothing() {
    let (name, desk) = (verb(VERBS, "concern"), desk_of(aiste()));
    let story =
        the_ferry_left_early().does(name, &desk, &[("concerned-name", "The man at gate 2")]);
    assert_eq!(story.case().concerns[0].name, "The man at gate 2");
    assert_eq!(story.no(name, &desk, &[]), "concern-whom");
    let twice = [("concerned-colleague", &*boris().id.to_string())];
    assert_eq!(
        boris_is_named().no(name, &desk, &twice),
        "concern-named-already"
    );
}

#[test]
fn told_comes_before_heard_and_each_is_said_once() {
    let desk = desk_of(aiste());
    let heard = verb(VERBS, "concern-heard");
    assert_eq!(
        the_ferry_left_early().no(heard, &desk, &[("declined", "1")]),
        "nobody-complained-about"
    );
    assert_eq!(
        boris_is_named().no(heard, &desk, &[("declined", "1")]),
        "concern-tell-first"
    );
    let told = boris_is_named().does(verb(VERBS, "concern-told"), &desk, TOLD);
    assert_eq!(
        told.no(verb(VERBS, "concern-told"), &desk, TOLD),
        "concern-done-already"
    );
    assert_eq!(told.no(heard, &desk, &[]), "concern-account-missing");
    let silent = told.does(heard, &desk, &[("declined", "1")]).case();
    assert!(silent.concerns[0].declined);
    assert_eq!(found("concern-heard", &silent), Found::OnFile);
}

#[test]
fn with_two_people_the_number_says_which() {
    let desk = desk_of(aiste());
    let two = boris_is_named().does(
        verb(VERBS, "concern"),
        &desk,
        &[("concerned-name", "The mate")],
    );
    let tell = verb(VERBS, "concern-told");
    assert_eq!(two.no(tell, &desk, TOLD), "concern-which");
    assert_eq!(
        two.no(tell, &desk, &[TOLD[0], ("concern-number", "3")]),
        "concern-unknown"
    );
    let told = two.does(tell, &desk, &[TOLD[0], ("concern-number", "2")]);
    assert!(told.case().concerns[0].told_at.is_none());
    assert!(told.case().concerns[1].told_at.is_some());
}

#[test]
fn the_outcome_is_told_when_there_is_one() {
    let (inform, desk) = (verb(VERBS, "concern-informed"), desk_of(aiste()));
    let typed = [("informed-text", "Upheld: the procedure was unclear.")];
    let story = told_and_heard();
    assert_eq!(story.no(inform, &desk, &typed), "concern-decide-first");
    let informed = decided(story).does(inform, &desk, &typed);
    assert_eq!(found("concern-informed", &informed.case()), Found::OnFile);
    let withdrawn = told_and_heard().says(WithdrawnByComplainant::default(), Default::default());
    assert!(
        withdrawn.tries(inform, &desk, &typed).is_ok(),
        "that it was withdrawn is an outcome too"
    );
    let closed = told_and_heard().says(Closed::default(), Default::default());
    assert!(
        closed.tries(inform, &desk, &typed).is_ok(),
        "late is better than never"
    );
}

#[test]
fn an_unheard_or_uninformed_person_keeps_the_complaint_open() {
    assert!(codes(&the_ferry_left_early().case()).is_empty());
    assert_eq!(codes(&boris_is_named().case()), ["close-concern-unheard"]);
    assert_eq!(
        codes(&decided(told_and_heard()).case()),
        ["close-concern-uninformed"]
    );
    let typed = [("informed-text", "Not upheld.")];
    let done =
        decided(told_and_heard()).does(verb(VERBS, "concern-informed"), &desk_of(aiste()), &typed);
    assert!(codes(&done.case()).is_empty());
    let withdrawn = boris_is_named().says(WithdrawnByComplainant::default(), Default::default());
    assert!(
        codes(&withdrawn.case()).is_empty(),
        "there is nothing to be heard about"
    );
}

#[test]
fn nothing_is_asked_for_where_nobody_is_complained_about() {
    let case = the_ferry_left_early().case();
    for line in EVIDENCE {
        assert_eq!((line.state)(&case), Found::NotNeeded, "{}", line.key);
    }
}

#[test]
fn who_was_named_by_mistake_is_un_named_with_a_reason_and_it_stays_on_file() {
    let (unname, desk) = (verb(VERBS, "concern-unnaming"), desk_of(aiste()));
    let reason = ("unnaming-reason", "She meant the Boris of another company.");
    assert_eq!(
        the_ferry_left_early().no(unname, &desk, &[reason]),
        "nobody-complained-about"
    );
    assert_eq!(boris_is_named().no(unname, &desk, &[]), "unnaming-reason");
    let story = boris_is_named().does(unname, &desk, &[reason]);
    let case = story.case();
    let see = allow(&boris(), Action::SeeCase, Some(&case.about()));
    assert!(see.is_allowed());
    assert!(case.concerns.is_empty() && codes(&case).is_empty());
    assert_eq!(found("concern-heard", &case), Found::NotNeeded);
    assert_eq!(case.unnamed[0].name, "Boris Lane");
    assert_eq!(case.unnamed[0].reason, reason.1);
    let kinds: Vec<&str> = case.timeline.iter().map(|moment| moment.kind).collect();
    assert!(kinds.contains(&"person-concern-named") && kinds.contains(&"person-concern-unnamed"));
    assert_eq!(
        panel(&case, &desk.at()).len(),
        1,
        "the panel still tells it"
    );
}

#[test]
fn un_naming_one_of_two_leaves_the_other_and_gives_no_number_twice() {
    let (unname, desk) = (verb(VERBS, "concern-unnaming"), desk_of(aiste()));
    let name =
        |story: Story, who| story.does(verb(VERBS, "concern"), &desk, &[("concerned-name", who)]);
    let two = name(boris_is_named(), "The mate");
    let why = ("unnaming-reason", "There was no mate on board.");
    assert_eq!(two.no(unname, &desk, &[why]), "concern-which");
    let one = two.does(unname, &desk, &[why, ("concern-number", "2")]);
    assert_eq!(one.case().concerns[0].colleague, Some(boris().id));
    let again = name(one, "The cook").case();
    let numbers: Vec<u32> = again.concerns.iter().map(|c| c.number).collect();
    assert_eq!(numbers, [1, 3]);
}
