//! Warnings before a deadline and the ladder after it. Nobody is reminded while
//! the office is closed: a warning moves to the opening before, never later; a
//! step of the ladder to the opening after.

use super::{Due, Lead, Level, Rule, count::worked, explanation::HOUR};
use crate::{Instant, calendar::Calendar};
use jiff::{ToSpan, civil::Date};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reminder {
    pub at: Instant,
    pub occasion: Occasion,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    Warning,
    /// It was missed; this level is told.
    Missed(Level),
}

/// In order of time. Where the calendar ends or never works, what can be said is said.
pub fn reminders(rule: &Rule, due: &Due, calendar: &Calendar) -> Vec<Reminder> {
    let ladder = rule.escalate_to.iter().map(|rung| Reminder {
        at: after(rung.after, due, calendar).unwrap_or(due.due),
        occasion: Occasion::Missed(rung.to),
    });
    let mut all: Vec<Reminder> = warnings(rule, due, calendar).chain(ladder).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The first of all, without the rest: most ends are met long before it.
pub fn first_warning(rule: &Rule, due: &Due, calendar: &Calendar) -> Option<Reminder> {
    warnings(rule, due, calendar).min()
}

fn warnings(rule: &Rule, due: &Due, calendar: &Calendar) -> impl Iterator<Item = Reminder> {
    rule.warn_before.iter().map(|lead| {
        let at = before(*lead, due, calendar).unwrap_or(due.started);
        Reminder {
            at: at.max(due.started),
            occasion: Occasion::Warning,
        }
    })
}

fn before(lead: Lead, due: &Due, calendar: &Calendar) -> Option<Instant> {
    let day = match lead {
        Lead::Days(days) => due.due_on.checked_sub(i64::from(days).days()).ok()?,
        Lead::BusinessDays(days) => steps(due.due_on, days, calendar, Date::yesterday)?,
        Lead::WorkingHours(hours) => return hours_before(hours, due, calendar),
    };
    opening(worked(day, calendar, Date::yesterday).ok()?, calendar)
}

/// The instant from which that many office hours are left.
fn hours_before(hours: u32, due: &Due, calendar: &Calendar) -> Option<Instant> {
    let mut left = i64::from(hours) * HOUR;
    let mut day = due.due_on;
    while calendar.last_of(day)? >= due.started {
        for (from, to) in calendar.open_on(day).into_iter().rev() {
            let passes = to.min(due.due).micros() - from.micros();
            if passes >= left {
                return Some(Instant::from_micros(from.micros() + passes - left));
            }
            left -= passes.max(0);
        }
        day = day.yesterday().ok()?;
    }
    Some(due.started)
}

/// The ladder begins with the first office hour at or after expiry.
fn after(lead: Lead, due: &Due, calendar: &Calendar) -> Option<Instant> {
    let (at, day) = next_open(due.due, due.due_on, calendar)?;
    let day = match lead {
        Lead::Days(0) | Lead::BusinessDays(0) | Lead::WorkingHours(0) => return Some(at),
        Lead::Days(days) => {
            let day = day.checked_add(i64::from(days).days()).ok()?;
            worked(day, calendar, Date::tomorrow).ok()?
        }
        Lead::BusinessDays(days) => steps(day, days, calendar, Date::tomorrow)?,
        Lead::WorkingHours(hours) => return hours_after(hours, at, day, calendar),
    };
    opening(day, calendar)
}

fn hours_after(hours: u32, at: Instant, day: Date, calendar: &Calendar) -> Option<Instant> {
    let mut left = i64::from(hours) * HOUR;
    let mut day = day;
    for _ in 0..DAYS_MAX {
        for (from, to) in calendar.open_on(day) {
            let from = from.max(at);
            let passes = to.micros() - from.micros();
            if passes >= left {
                return Some(Instant::from_micros(from.micros() + left));
            }
            left -= passes.max(0);
        }
        day = day.tomorrow().ok()?;
    }
    None
}

const DAYS_MAX: usize = 4_000;

/// The first instant from `at` on at which the office is open, and its day.
fn next_open(at: Instant, day: Date, calendar: &Calendar) -> Option<(Instant, Date)> {
    let mut day = day;
    for _ in 0..=400 {
        let open = calendar.open_on(day);
        if let Some((from, _)) = open.into_iter().find(|(_, to)| *to > at) {
            return Some((from.max(at), day));
        }
        day = day.tomorrow().ok()?;
    }
    None
}

/// The n-th worked day from `day`, which itself does not count.
fn steps(
    day: Date,
    count: u32,
    calendar: &Calendar,
    next: impl Fn(Date) -> Result<Date, jiff::Error> + Copy,
) -> Option<Date> {
    let mut day = day;
    for _ in 0..count {
        day = worked(next(day).ok()?, calendar, next).ok()?;
    }
    Some(day)
}

/// When the office opens; a worked day without hours begins at its first instant.
fn opening(day: Date, calendar: &Calendar) -> Option<Instant> {
    calendar.opens_on(day).or_else(|| calendar.first_of(day))
}
