//! The ferry company at its desk: who finds which complaint, and what of it.

use super::*;

const PIER: Id = Id::from_bytes([101; 16]);
const HARBOUR: Id = Id::from_bytes([102; 16]);
const EAST_PIER: Id = Id::from_bytes([103; 16]);

fn someone(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn actor(role: Role, unit: Option<Id>) -> Actor {
    Actor {
        id: someone(1),
        name: String::new(),
        email: String::new(),
        role,
        unit,
        scope: None,
    }
}

/// At the east pier, below the pier; nobody has it.
fn at_the_east_pier() -> About {
    About {
        unit: Some(EAST_PIER),
        unit_path: vec![EAST_PIER, PIER],
        open: true,
        ..About::default()
    }
}

fn finds(actor: &Actor, about: &About) -> bool {
    allow(actor, Action::SeeCase, Some(about)) != Verdict::Hide
}

#[test]
fn whoever_belongs_to_a_unit_finds_the_cases_of_all_units_below_it() {
    let case = at_the_east_pier();
    for (unit, found) in [
        (None, true),
        (Some(PIER), true),
        (Some(EAST_PIER), true),
        (Some(HARBOUR), false),
    ] {
        assert_eq!(finds(&actor(Role::Handler, unit), &case), found, "{unit:?}");
    }
    let above = About {
        unit: Some(PIER),
        unit_path: vec![PIER],
        ..About::default()
    };
    assert!(!finds(&actor(Role::Handler, Some(EAST_PIER)), &above));
    assert!(finds(&actor(Role::Representative, Some(HARBOUR)), &case));
}

#[test]
fn the_person_complained_about_their_line_and_declared_conflicts_find_nothing_whatever_their_role()
{
    let me = vec![someone(1)];
    let apart = [
        About {
            subjects: me.clone(),
            ..at_the_east_pier()
        },
        About {
            line: me.clone(),
            ..at_the_east_pier()
        },
        About {
            conflicts: me.clone(),
            ..at_the_east_pier()
        },
    ];
    for role in Role::ALL {
        for about in &apart {
            let about = About {
                sampled: me.clone(),
                under_request: true,
                ..about.clone()
            };
            assert!(!finds(&actor(role, None), &about), "{role:?} {about:?}");
            assert_eq!(sight(&actor(role, None), &about), Sight::NOTHING);
        }
    }
}

#[test]
fn two_persons_open_it_for_the_line_and_for_another_unit_never_for_whom_it_is_about() {
    let me = vec![someone(1)];
    let line = About {
        line: me.clone(),
        lifted: me.clone(),
        ..at_the_east_pier()
    };
    assert!(finds(&actor(Role::Manager, Some(HARBOUR)), &line));
    let about = About {
        subjects: me.clone(),
        lifted: me,
        ..at_the_east_pier()
    };
    assert!(!finds(&actor(Role::Manager, None), &about));
    assert!(!finds(&actor(Role::Admin, None), &line));
}

#[test]
fn people_without_cases_are_told_of_none() {
    for role in [
        Role::Admin,
        Role::Staff,
        Role::Consultant,
        Role::Complainant,
    ] {
        for action in Action::ALL {
            let verdict = allow(&actor(role, None), action, Some(&at_the_east_pier()));
            assert_eq!(verdict, Verdict::Hide, "{role:?} {action:?}");
        }
    }
}

#[test]
fn a_certifier_finds_their_sample_and_nobody_in_it() {
    let visitor = actor(Role::Certifier, None);
    assert!(!finds(&visitor, &at_the_east_pier()));
    let sampled = About {
        sampled: vec![someone(1)],
        owner: Some(someone(1)),
        names_for_all: true,
        revealed: vec![someone(1)],
        ..at_the_east_pier()
    };
    assert!(finds(&visitor, &sampled));
    let sight = sight(&visitor, &sampled);
    assert!(sight.texts && !sight.identity && !sight.contact && !sight.staff_concerned);
}

#[test]
fn the_name_is_for_whoever_has_the_open_case_and_for_whom_it_was_shown() {
    let knows = |about: &About| sight(&actor(Role::Handler, None), about).identity;
    assert!(!knows(&at_the_east_pier()));
    let mine = About {
        owner: Some(someone(1)),
        ..at_the_east_pier()
    };
    assert!(knows(&mine));
    let closed = About {
        open: false,
        ..mine
    };
    assert!(!knows(&closed));
    let shown = About {
        revealed: vec![someone(1)],
        ..closed
    };
    assert!(knows(&shown));
    // An auditor reads on, and no reveal gives them a name.
    let auditor = sight(&actor(Role::Auditor, None), &shown);
    assert!(auditor.texts && !auditor.identity);
}

#[test]
fn a_sensitive_case_tells_only_those_who_need_it() {
    let case = About {
        sensitive: true,
        ..at_the_east_pier()
    };
    for (role, told) in [
        (Role::Intake, false),
        (Role::Handler, false),
        (Role::Auditor, false),
        (Role::TopManagement, false),
        (Role::Manager, true),
        (Role::Representative, true),
    ] {
        assert_eq!(sight(&actor(role, None), &case).texts, told, "{role:?}");
    }
    let mine = About {
        deputies: vec![someone(1)],
        ..case
    };
    assert!(sight(&actor(Role::Handler, None), &mine).texts);
}

#[test]
fn a_data_protection_officer_finds_what_somebody_asked_about_and_whose_it_is() {
    let officer = actor(Role::Dpo, None);
    assert!(!finds(&officer, &at_the_east_pier()));
    let asked = About {
        under_request: true,
        ..at_the_east_pier()
    };
    assert_eq!(sight(&officer, &asked), Sight::WHOLE);
}

#[test]
fn nobody_reviews_their_own_answer() {
    let case = About {
        earlier: vec![someone(1)],
        ..at_the_east_pier()
    };
    let review = |about| allow(&actor(Role::Handler, None), Action::Review, Some(about));
    assert_eq!(review(&case), Verdict::Deny);
    assert!(review(&at_the_east_pier()).is_allowed());
}
