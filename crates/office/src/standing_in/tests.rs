//! Who stands in at Blue Ferry Co. while Jonas is at the lake.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::decide::{away, may_stand_in};
use jiff::civil::{Date, date};
use redress_complaint::at::Colleague;
use redress_kernel::{Actor, Id, Role, fields::Fields};

const TODAY: Date = date(2026, 7, 1);

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn jonas() -> Actor {
    Actor {
        id: id(1),
        name: "Jonas".into(),
        email: String::new(),
        role: Role::Handler,
        unit: Some(id(9)),
        scope: None,
    }
}

fn colleague(n: u8, role: Role, unit: Option<Id>) -> Colleague {
    Colleague {
        id: id(n),
        name: String::new(),
        role,
        unit,
    }
}

fn asked(from: &str, until: &str, deputy: Id) -> Fields {
    let pairs = [
        ("away-from", from.to_owned()),
        ("away-until", until.to_owned()),
        ("away-deputy", deputy.to_string()),
    ];
    Fields::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value)))
}

#[test]
fn a_deputy_may_do_what_the_person_does_where_they_do_it() {
    let able = |role, unit| may_stand_in(&jonas(), &colleague(2, role, unit));
    assert!(able(Role::Handler, Some(id(9))));
    assert!(able(Role::Handler, None), "of the whole organisation");
    assert!(able(Role::Manager, None));
    assert!(!able(Role::Handler, Some(id(8))), "another unit");
    assert!(!able(Role::Intake, None) && !able(Role::Auditor, None));
    assert!(!able(Role::Admin, None), "sees no case");
    let himself = colleague(1, Role::Handler, Some(id(9)));
    assert!(!may_stand_in(&jonas(), &himself));
}

#[test]
fn an_absence_has_a_beginning_an_end_and_somebody_who_can() {
    let colleagues = [
        colleague(2, Role::Handler, None),
        colleague(3, Role::Intake, None),
    ];
    let decided = |from: &str, until: &str, deputy: u8| {
        let fields = asked(from, until, id(deputy));
        away(&jonas(), &fields, &colleagues, TODAY).map_err(|refusal| refusal.code)
    };
    let set = decided("2026-07-06", "2026-07-17", 2).unwrap();
    assert_eq!((set.from, set.until), (date(2026, 7, 6), date(2026, 7, 17)));
    assert_eq!(set.deputy, id(2));
    assert!(
        decided("2026-06-29", "2026-07-01", 2).is_ok(),
        "ill since Monday"
    );
    assert_eq!(
        decided("2026-07-17", "2026-07-06", 2),
        Err("away-ends-before")
    );
    assert_eq!(decided("2026-06-01", "2026-06-30", 2), Err("away-over"));
    assert_eq!(decided("2026-07-06", "2028-07-06", 2), Err("away-long"));
    assert_eq!(decided("2026-07-06", "2026-07-17", 3), Err("away-deputy"));
    assert_eq!(decided("2026-07-06", "2026-07-17", 7), Err("away-deputy"));
    assert_eq!(decided("", "2026-07-17", 2), Err("away-days"));
}
