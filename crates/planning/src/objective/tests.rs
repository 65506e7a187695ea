#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
//! An objective as a value: when it is met, and what cannot be aimed at.

use super::goal::{met, set};
use jiff::civil::{Date, date};
use redress_kernel::{
    Id,
    fields::Fields,
    indicator::{Figure, Period, View, named},
};

const TODAY: Date = date(2026, 3, 2);

fn figure(key: &str, counted: i64, of: Option<i64>) -> Figure {
    Figure {
        indicator: named(key).unwrap(),
        view: View::Received,
        period: Period::read("2026-03").unwrap(),
        counted,
        of,
    }
}

#[test]
fn a_share_is_met_exactly_at_its_target_and_four_cases_say_nothing() {
    let kept = |counted, of| figure("acknowledged-in-time", counted, Some(of));
    assert_eq!(met(true, 95, &kept(95, 100)), Some(true));
    assert_eq!(met(true, 95, &kept(94, 100)), Some(false));
    assert_eq!(met(true, 95, &kept(4, 4)), None, "too few to say");
    assert_eq!(
        met(false, 5, &figure("resolved-late", 5, Some(100))),
        Some(true)
    );
    assert_eq!(met(false, 10, &figure("overdue", 11, None)), Some(false));
}

fn typed(pairs: &[(&str, &str)]) -> Fields {
    let owner = Id::new(1, [1; 10]).to_string();
    let given = [
        ("objective-figure", "acknowledged-in-time"),
        ("objective-way", "at-least"),
        ("objective-target", "95"),
        ("objective-owner", owner.as_str()),
        ("objective-due", "2026-12-31"),
    ];
    let rest = given
        .iter()
        .filter(|(name, _)| !pairs.iter().any(|(its, _)| its == name));
    let all = rest
        .chain(pairs)
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
    Fields::from_pairs(all)
}

#[test]
fn what_nobody_can_measure_is_no_objective() {
    let (owner, unit) = (Id::new(1, [1; 10]), Id::new(1, [2; 10]));
    let decide = |pairs: &[(&str, &str)]| {
        let id = Id::new(1, [5; 10]);
        let draft = set(id, &typed(pairs), &[owner], &[unit], TODAY);
        draft
            .map(|draft| draft.record)
            .map_err(|refusal| refusal.code)
    };
    assert_eq!(decide(&[]).unwrap()["target"], 95);
    let unit = unit.to_string();
    assert_eq!(
        decide(&[("objective-unit", &unit)]).unwrap()["unit"],
        unit.as_str()
    );
    for (pairs, code) in [
        (
            vec![("objective-figure", "happiness")],
            "objective-figure-unknown",
        ),
        (vec![("objective-target", "101")], "objective-over-hundred"),
        (vec![("objective-due", "2026-03-02")], "objective-due-past"),
        (vec![("objective-owner", "x")], "colleague-unknown"),
        (vec![("objective-unit", "x")], "objective-unit-unknown"),
        (
            vec![
                ("objective-figure", "overdue"),
                ("objective-unit", unit.as_str()),
            ],
            "objective-not-by-unit",
        ),
    ] {
        assert_eq!(decide(&pairs).unwrap_err(), code);
    }
}
