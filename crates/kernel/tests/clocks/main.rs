//! The engine against a counter that goes day by day and minute by minute, over
//! random offices, rules and stories. `REDRESS_CLOCK_CASES` changes how many.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod brute;
mod random;

use brute::Answer;
use random::{Both, Dice};
use redress_kernel::{
    calendar::Calendar,
    clock::{Due, Fault, FirstDay, Happened, Roll, Rule, Standing, adds_up, due},
};

type Engine = fn(&Rule, &[Happened], &Calendar) -> Result<Due, Fault>;

/// Cases for one world; each world serves a few rules and stories.
const EACH: u64 = 20;

fn cases() -> u64 {
    #[allow(clippy::disallowed_methods, reason = "how long to try is the caller's")]
    let asked = std::env::var("REDRESS_CLOCK_CASES").ok();
    asked.and_then(|it| it.parse().ok()).unwrap_or(100_000)
}

/// What one case shows, if the two differ.
fn difference(engine: Engine, dice: &mut Dice, world: &Both) -> Option<String> {
    let rule = random::rule(dice);
    let facts = random::story(dice, &world.office.zone);
    let plain = brute::due(&rule, &facts, &world.office);
    let ours = engine(&rule, &facts, &world.calendar);
    let case = || format!("{rule:#?}\n{facts:#?}\n{:?}", world.office.zone.iana_name());
    let Ok(ours) = ours else {
        return Some(format!("{ours:?} instead of {plain:?} for {}", case()));
    };
    let answer = Answer {
        due: ours.due,
        due_on: ours.due_on,
        in_law: ours.latest_in_law.map(|it| it.due_on),
    };
    if answer != plain {
        return Some(format!("{answer:?} instead of {plain:?} for {}", case()));
    }
    if let Err(flaw) = adds_up(&ours.steps) {
        return Some(format!("{flaw:?} in {:#?} for {}", ours.steps, case()));
    }
    if let Standing::Satisfied { at, in_time, .. } = ours.standing
        && in_time != (at <= plain.due)
    {
        return Some(format!("in time: {in_time} for {}", case()));
    }
    None
}

/// The first difference among so many cases from this seed on.
fn search(engine: Engine, first: u64, cases: u64) -> Option<String> {
    (first..first + cases.div_ceil(EACH)).find_map(|seed| {
        let mut dice = Dice(seed);
        let world = random::office(&mut dice);
        (0..EACH)
            .find_map(|_| difference(engine, &mut dice, &world))
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
