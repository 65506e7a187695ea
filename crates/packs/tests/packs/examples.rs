//! What the golden cases of the packs have to try, and what packs have to admit.

use super::clocks;
use jiff::civil::{Date, date};
use redress_kernel::{Lang, clock::FactKind};
use redress_packs::pack::{Confidence, Golden, Pack, pack, packs};

/// The vectors by which the engine was ordered: pack, clock, first day, last day.
const VECTORS: [(&str, &str, &str, &str); 22] = [
    (
        "uk-fca-disp",
        "summary-resolution",
        "2026-12-18",
        "2026-12-23",
    ),
    (
        "uk-fca-disp",
        "summary-resolution",
        "2026-12-24",
        "2026-12-31",
    ),
    ("uk-fca-disp", "final-response", "2026-12-24", "2027-02-18"),
    (
        "uk-fca-disp",
        "payment-response",
        "2026-12-24",
        "2027-01-19",
    ),
    ("uk-fca-disp", "payment-final", "2026-12-24", "2027-02-16"),
    ("au-rg271", "idr-response", "2026-12-24", "2027-01-23"),
    ("au-rg271", "hardship", "2026-12-24", "2027-01-14"),
    ("au-rg271", "superannuation", "2026-12-24", "2027-02-07"),
    ("us-cfpb", "response", "2026-12-24", "2027-01-08"),
    ("us-cfpb", "final-response", "2026-12-24", "2027-02-22"),
    ("lt-consumer", "reply", "2026-12-24", "2027-01-07"),
    ("lt-bank", "reply", "2026-12-23", "2027-01-18"),
    ("eu-psd2", "response", "2026-12-23", "2027-01-18"),
    ("kr-civil-petition", "grievance", "2026-12-14", "2026-12-22"),
    (
        "kr-civil-petition",
        "simple-enquiry",
        "2026-12-14",
        "2026-12-22",
    ),
    ("kr-civil-petition", "enquiry", "2026-12-14", "2027-01-04"),
    (
        "kr-civil-petition",
        "suggestion",
        "2026-12-14",
        "2027-01-04",
    ),
    ("kr-civil-petition", "immediate", "2026-12-23", "2026-12-24"),
    ("kr-civil-petition", "immediate", "2026-12-23", "2026-12-31"),
    ("cn-bank", "simple", "2026-12-24", "2027-01-08"),
    ("cn-bank", "complex", "2026-12-24", "2027-01-23"),
    ("cn-bank", "extended", "2026-12-24", "2027-02-22"),
];

#[test]
fn the_vectors_stand_among_the_golden_cases() {
    let missing: Vec<_> = VECTORS
        .iter()
        .filter(|(id, clock, from, to)| {
            let pack = pack(id).unwrap();
            let (from, to): (Date, Date) = (from.parse().unwrap(), to.parse().unwrap());
            !pack.golden.iter().any(|case| {
                case.clock == *clock && starts_on(pack, case) == Some(from) && case.due_on == to
            })
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The local day of the fact from which the clock of this example counts.
fn starts_on(pack: &Pack, case: &Golden) -> Option<Date> {
    let calendar = case.calendar(pack).unwrap();
    let version = pack.at(case.received, &calendar)?;
    let start = version.clock(&case.clock)?.rule.start;
    let begun = case.facts.iter().rev().find(|it| it.kind == start);
    let begun = begun.map(|it| it.at);
    let begun = begun.or((start == FactKind::RECEIVED).then_some(case.received))?;
    Some(calendar.local(begun)?.date())
}

#[test]
fn every_pack_tries_the_turn_of_a_year_and_a_leap_day() {
    for pack in packs() {
        let spans: Vec<(Date, Date)> = pack
            .golden
            .iter()
            .filter_map(|case| Some((starts_on(pack, case)?, case.due_on)))
            .collect();
        let passes = |day: Date| spans.iter().any(|(from, to)| *from < day && day <= *to);
        let year = (2023..=2029).any(|year| passes(date(year, 1, 1)));
        assert!(year, "{}: no example passes a New Year", pack.id);
        let leap = passes(date(2024, 2, 29)) || passes(date(2028, 2, 29));
        assert!(leap, "{}: no example reaches a 29 February", pack.id);
    }
}

#[test]
fn extensions_and_pauses_are_tried_wherever_a_pack_has_them() {
    for pack in packs() {
        let tried = |clock: &str, kind: FactKind| {
            let mut cases = pack.golden.iter().filter(|it| it.clock == clock);
            cases.any(|it| it.facts.iter().any(|fact| fact.kind == kind))
        };
        let some = |kind: FactKind| pack.clock_ids().iter().any(|id| tried(id, kind));
        if clocks(pack).any(|it| it.rule.extension.is_some()) {
            assert!(
                some(FactKind::EXTENDED),
                "{}: no extension is tried",
                pack.id
            );
        }
        for pause in clocks(pack).flat_map(|it| &it.rule.paused_by) {
            assert!(some(pause.from), "{}: no pause by {}", pack.id, pause.from);
        }
    }
}

#[test]
fn what_is_not_sure_says_why() {
    for pack in packs() {
        for version in &pack.versions {
            for clock in &version.clocks {
                let told = clock.notes.is_some() || version.notes.is_some();
                let sure = clock.confidence == Confidence::High;
                assert!(
                    sure || told,
                    "{} {}: not sure and silent",
                    pack.id,
                    clock.id
                );
            }
        }
    }
}

/// Where rolling over days of rest was not read, the earlier day is worked by.
#[test]
fn a_later_day_that_was_not_read_is_admitted_and_never_worked_by() {
    for pack in packs() {
        for clock in clocks(pack).filter(|it| it.rule.end_roll_in_law.is_some()) {
            let place = format!("{} {}", pack.id, clock.id);
            assert_eq!(clock.rule.end_roll.name(), "none", "{place}");
            let notes = clock.notes.as_ref().map_or("", |it| it.get(Lang::En));
            assert!(notes.contains("was not read in the source"), "{place}");
        }
    }
}

#[test]
fn an_extension_names_its_source() {
    for pack in packs() {
        for clock in clocks(pack).filter(|it| it.rule.extension.is_some()) {
            assert!(clock.extension_source.is_some(), "{} {}", pack.id, clock.id);
        }
    }
}
