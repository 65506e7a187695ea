//! The clock engine: `due(rule, facts, calendar)` is the last instant still in
//! time, with the steps that lead there (7.2, 7.4, 7.8). Pure: no deadline is
//! stored as truth, each is counted again from the facts whenever it is asked.

mod count;
mod explanation;
mod extension;
mod fact;
mod forecast;
mod pause;
mod reminder;
mod rule;
mod several;
#[cfg(test)]
mod tests;

pub use explanation::{Counted, Flaw, Skipped, Step, adds_up};
pub use extension::{Ask, NoExtension, Notice};
pub use fact::{FactKind, Happened, KINDS};
pub use forecast::{Forecast, forecast};
pub use reminder::{Occasion, Reminder, first_warning, reminders};
pub use rule::{
    CountedFrom, DueAt, Extension, FirstDay, Lead, Level, Pause, PausedDays, Roll, Rule, Rung,
    Unit, Whose,
};
pub use several::{clocks, due_among};

use crate::{
    Instant,
    calendar::{Calendar, Listed},
};
use count::{Count, End, Leg};
use jiff::civil::Date;
use pause::Pauses;

/// What a rule comes to for these facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    pub started: Instant,
    /// The last instant still in time. While the clock stands still: the
    /// earliest that it can be.
    pub due: Instant,
    /// Its day in the calendar's zone.
    pub due_on: Date,
    /// What the law may allow where its roll was not read, if that is later.
    pub latest_in_law: Option<Latest>,
    pub standing: Standing,
    pub notices: Vec<Notice>,
    pub cautions: Vec<Caution>,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latest {
    pub due: Instant,
    pub due_on: Date,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    Running,
    /// Nobody knows yet when it goes on.
    Stopped {
        since: Instant,
    },
    Satisfied {
        at: Instant,
        by: FactKind,
        in_time: bool,
    },
    /// Nothing is owed any more.
    Ended {
        at: Instant,
        by: FactKind,
    },
    /// Fell away when another clock was satisfied in time.
    Lifted {
        by: String,
        at: Instant,
    },
}

/// The days of this year are not those of an official list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caution {
    pub year: i16,
    pub listed: Option<Listed>,
}

/// Why there is no date. Always an answer, never a crash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The fact that starts this clock has not happened.
    NotStarted(FactKind),
    /// The calendar has no working day, or no working hour, within a year and more.
    NeverWorks,
    /// Beyond the days that we count.
    TooFar,
    NoSuchClock(String),
    /// Each of these clocks waits for the other to expire.
    Circle(String),
}

/// The due date of one clock, with its explanation.
pub fn due(rule: &Rule, facts: &[Happened], calendar: &Calendar) -> Result<Due, Fault> {
    let story = Story::of(rule, facts).ok_or(Fault::NotStarted(rule.start))?;
    let day = calendar.local(story.at).ok_or(Fault::TooFar)?.date();
    let (by, at) = (story.by, story.at);
    run(rule, &story, Step::Started { by, at, day }, calendar)
}

/// What of the facts concerns this clock: from its start to its end.
struct Story {
    at: Instant,
    by: FactKind,
    /// In order of time.
    facts: Vec<Happened>,
    standing: Option<Standing>,
}

impl Story {
    fn of(rule: &Rule, facts: &[Happened]) -> Option<Story> {
        let first = facts.iter().filter(|fact| fact.kind == rule.start);
        let first = first.min_by_key(|fact| fact.at)?;
        Some(Story::from(rule, facts, first.at, first.kind))
    }

    fn from(rule: &Rule, facts: &[Happened], at: Instant, by: FactKind) -> Story {
        let mut facts = facts.to_vec();
        facts.sort_by_key(|fact| fact.at);
        let ended = find(&facts, &rule.ended_by, |it| it >= at);
        let until = ended.map_or(Instant::from_micros(i64::MAX), |it| it.at);
        let newest = facts
            .iter()
            .rev()
            .find(|fact| rule.restarts_by.contains(&fact.kind) && fact.at > at && fact.at <= until);
        let (at, by) = newest.map_or((at, by), |fact| (fact.at, fact.kind));
        // What started the clock does not satisfy it.
        let own = newest.is_some();
        let done = find(&facts, &rule.satisfied_by, |it| {
            it <= until && (it > at || (it == at && !own))
        });
        let standing = match (done, ended) {
            (Some(it), _) => Some(Standing::Satisfied {
                at: it.at,
                by: it.kind,
                in_time: true,
            }),
            (None, Some(it)) => Some(Standing::Ended {
                at: it.at,
                by: it.kind,
            }),
            (None, None) => None,
        };
        let end = done.map_or(until, |it| it.at);
        facts.retain(|fact| fact.at <= end);
        Story {
            at,
            by,
            facts,
            standing,
        }
    }
}

fn find(
    facts: &[Happened],
    kinds: &[FactKind],
    when: impl Fn(Instant) -> bool,
) -> Option<Happened> {
    let mut found = facts.iter().filter(|fact| kinds.contains(&fact.kind));
    found.find(|fact| when(fact.at)).copied()
}

/// Counts, extends, rolls and says how it stands.
fn run(rule: &Rule, story: &Story, first: Step, calendar: &Calendar) -> Result<Due, Fault> {
    let mut steps = Vec::with_capacity(12 + rule.amount.min(100) as usize * 3 / 2);
    let local = calendar.local(story.at).ok_or(Fault::TooFar)?;
    steps.push(first);
    let day = count::received_on(rule, local, calendar, &mut steps)?;
    let pauses = Pauses::of(rule, &story.facts, story.at, calendar, &mut steps)?;
    let mut count = Count::new(calendar, &pauses, steps);
    let from = End {
        day,
        at: Some(story.at),
    };
    let begins = count.steps.len();
    let leg = Leg {
        amount: rule.amount,
        unit: rule.unit,
        first_day: rule.first_day,
    };
    let mut end = count.leg(&leg, from)?;
    let mut notices = Vec::new();
    if let Some(extension) = &rule.extension {
        end = extension::extended(
            rule,
            extension,
            story,
            from,
            end,
            begins,
            &mut count,
            &mut notices,
        )?;
    }
    let (due, due_on) = count::settled(rule, end, day, story.at, calendar, Some(&mut count.steps))?;
    let latest_in_law = in_law(rule, end, day, due_on, story.at, &mut count)?;
    count.steps.push(Step::Due {
        at: due,
        day: due_on,
    });
    let cautions = match rule.needs_calendar() {
        true => cautions(calendar, day, due_on),
        false => Vec::new(),
    };
    let standing = match (&story.standing, pauses.open) {
        (Some(Standing::Satisfied { at, by, .. }), _) => Standing::Satisfied {
            at: *at,
            by: *by,
            // While it stood still it could not expire.
            in_time: *at <= due || pauses.open.is_some_and(|since| since <= due),
        },
        (Some(ended), _) => ended.clone(),
        (None, Some(since)) if since <= due => Standing::Stopped { since },
        (None, _) => Standing::Running,
    };
    Ok(Due {
        started: story.at,
        due,
        due_on,
        latest_in_law,
        standing,
        notices,
        cautions,
        steps: count.steps,
    })
}

/// What the roll that was not read would make of it, if that is later.
fn in_law(
    rule: &Rule,
    end: End,
    first: Date,
    due_on: Date,
    start: Instant,
    count: &mut Count<'_>,
) -> Result<Option<Latest>, Fault> {
    let Some(roll) = rule.end_roll_in_law else {
        return Ok(None);
    };
    let allowed = count::rolled(roll, end, first, count.calendar)?;
    if allowed.day <= due_on {
        return Ok(None);
    }
    let (due, day) = (
        count::instant(rule, allowed, start, count.calendar)?,
        allowed.day,
    );
    count.steps.push(Step::InLaw { roll, day });
    Ok(Some(Latest { due, due_on: day }))
}

fn cautions(calendar: &Calendar, first: Date, last: Date) -> Vec<Caution> {
    let Some(national) = calendar.national() else {
        return Vec::new();
    };
    (first.year()..=last.year())
        .map(|year| Caution {
            year,
            listed: national.years.get(&year).copied(),
        })
        .filter(|it| it.listed != Some(Listed::Official))
        .collect()
}
