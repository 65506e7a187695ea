//! One random case counted twice.

use crate::{
    brute::{self, Answer},
    random::{self, Both, Dice},
};
use redress_kernel::{
    calendar::Calendar,
    clock::{Due, Fault, Happened, Rule, Standing, adds_up},
};

pub type Engine = fn(&Rule, &[Happened], &Calendar) -> Result<Due, Fault>;

/// Cases for one world; each world serves a few rules and stories.
pub const EACH: u64 = 20;

/// How many; `REDRESS_CLOCK_CASES` changes it.
pub fn cases() -> u64 {
    #[allow(clippy::disallowed_methods, reason = "how long to try is the caller's")]
    let asked = std::env::var("REDRESS_CLOCK_CASES").ok();
    asked.and_then(|it| it.parse().ok()).unwrap_or(100_000)
}

/// What one case shows, if the two differ.
pub fn difference(engine: Engine, dice: &mut Dice, world: &Both, years: &[i16]) -> Option<String> {
    let rule = random::rule(dice);
    let facts = random::story(dice, &world.office.zone, years);
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
        in_time: match ours.standing {
            Standing::Satisfied { in_time, .. } => Some(in_time),
            _ => None,
        },
    };
    if answer != plain {
        return Some(format!("{answer:?} instead of {plain:?} for {}", case()));
    }
    if let Err(flaw) = adds_up(&ours.steps) {
        return Some(format!("{flaw:?} in {:#?} for {}", ours.steps, case()));
    }
    None
}
