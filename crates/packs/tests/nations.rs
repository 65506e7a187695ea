//! The engine against the patient counter over the calendars that come along:
//! every country, the years that are listed and those that are not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../../kernel/tests/clocks/brute.rs"]
mod brute;
#[path = "../../kernel/tests/clocks/compare.rs"]
mod compare;
#[allow(dead_code, reason = "the offices here are not random")]
#[path = "../../kernel/tests/clocks/random.rs"]
mod random;

use brute::Office;
use compare::{EACH, cases, difference};
use jiff::civil::Weekday;
use random::{Both, Dice};
use redress_kernel::{calendar::National, clock::due};
use redress_packs::calendars;

/// The same country as lists and as a calendar.
fn both(national: &National) -> Both {
    let calendar = national.calendar().unwrap();
    let hours = std::array::from_fn(|day| {
        let day = Weekday::from_monday_zero_offset(day as i8).unwrap();
        let spans = national.hours.of(day).iter();
        spans
            .map(|it| (i64::from(it.from), i64::from(it.to)))
            .collect()
    });
    let office = Office {
        zone: calendar.zone.clone(),
        weekend: national.weekend.clone(),
        days: national.days.iter().map(|it| (it.day, it.works)).collect(),
        hours,
    };
    Both { office, calendar }
}

#[test]
fn every_country_is_counted_as_a_patient_person_does() {
    let worlds: Vec<Both> = calendars::ids()
        .iter()
        .map(|id| both(calendars::national(id).unwrap()))
        .collect();
    assert_eq!(worlds.len(), 13);
    let years: Vec<i16> = (2020..2031).collect();
    let rounds = cases().div_ceil(EACH).div_ceil(2);
    let search = &|first: u64| {
        (first..first + rounds).find_map(|seed| {
            let mut dice = Dice(seed);
            let world = &worlds[seed as usize % worlds.len()];
            (0..EACH).find_map(|_| difference(due, &mut dice, world, &years))
        })
    };
    let found = std::thread::scope(|scope| {
        let halves = [0, rounds].map(|first| scope.spawn(move || search(first)));
        halves.into_iter().find_map(|it| it.join().unwrap())
    });
    if let Some(difference) = found {
        panic!("{difference}");
    }
}
