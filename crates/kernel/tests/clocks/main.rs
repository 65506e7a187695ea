//! The engine against a counter that goes day by day and minute by minute, over
//! random offices, rules and stories. `REDRESS_CLOCK_CASES` changes how many.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod brute;
mod compare;
mod random;

use compare::{EACH, Engine, cases, difference};
use random::{Dice, YEARS};
use redress_kernel::clock::{FirstDay, Roll, Rule, due};

/// The first difference among so many cases from this seed on.
fn search(engine: Engine, first: u64, cases: u64) -> Option<String> {
    (first..first + cases.div_ceil(EACH)).find_map(|seed| {
        let mut dice = Dice(seed);
        let world = random::office(&mut dice);
        (0..EACH)
            .find_map(|_| difference(engine, &mut dice, &world, &YEARS))
            .map(|text| format!("seed {seed}: {text}"))
    })
}

#[test]
fn the_engine_counts_as_a_patient_person_does() {
    // Two halves side by side: a patient person is slow.
    let half = cases().div_ceil(2);
    let found = std::thread::scope(|scope| {
        let halves =
            [0, half.div_ceil(EACH)].map(|first| scope.spawn(move || search(due, first, half)));
        halves.into_iter().find_map(|it| it.join().unwrap())
    });
    if let Some(difference) = found {
        panic!("{difference}");
    }
}

/// Engines with one mistake each, as they have been made before.
const MISTAKEN: [(&str, Engine); 8] = [
    ("counts the first day", |rule, facts, calendar| {
        let first_day = FirstDay::Counted;
        due(
            &Rule {
                first_day,
                ..rule.clone()
            },
            facts,
            calendar,
        )
    }),
    ("rolls when it should not", |rule, facts, calendar| {
        let end_roll = Roll::NextBusinessDay;
        due(
            &Rule {
                end_roll,
                ..rule.clone()
            },
            facts,
            calendar,
        )
    }),
    ("forgets pauses", |rule, facts, calendar| {
        let paused_by = Vec::new();
        due(
            &Rule {
                paused_by,
                ..rule.clone()
            },
            facts,
            calendar,
        )
    }),
    ("forgets the cut-off", |rule, facts, calendar| {
        let cut_off = None;
        due(
            &Rule {
                cut_off,
                ..rule.clone()
            },
            facts,
            calendar,
        )
    }),
    ("extends without limit", |rule, facts, calendar| {
        let mut rule = rule.clone();
        if let Some(extension) = &mut rule.extension {
            extension.times = 99;
        }
        due(&rule, facts, calendar)
    }),
    ("knows no make-up days", |rule, facts, calendar| {
        let days = calendar.named_days().filter(|(day, _)| day.works);
        let idle = days
            .map(|(day, _)| (day.day, "".into()))
            .collect::<Vec<_>>();
        due(rule, facts, &calendar.clone().closed(idle))
    }),
    ("counts in UTC", |rule, facts, calendar| {
        let mut utc = calendar.clone();
        utc.zone = jiff::tz::TimeZone::UTC;
        due(rule, facts, &utc)
    }),
    ("is a microsecond off", |rule, facts, calendar| {
        let mut due = due(rule, facts, calendar)?;
        due.due = redress_kernel::Instant::from_micros(due.due.micros() + 1);
        Ok(due)
    }),
];

#[test]
fn each_mistake_is_caught_within_two_thousand_cases() {
    for (mistake, engine) in MISTAKEN {
        assert!(search(engine, 0, 2_000).is_some(), "not caught: {mistake}");
    }
}
