//! A small world for clocks: four offices and what happened there.

mod extending;
mod hours;
mod odd;
mod pauses;
mod reminding;
mod together;
mod vectors;

use super::*;
use crate::calendar::{Hours, zone};
use jiff::civil::Weekday;

pub(super) const WEEKEND: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// An office in a zone, with its weekend and these days off.
pub(super) fn office(name: &str, weekend: &[Weekday], off: &[&str]) -> Calendar {
    let off = off.iter().map(|text| day(text));
    Calendar::new(zone(name).unwrap(), weekend, off)
}

/// Seoul works from nine to twelve and from one to six.
pub(super) fn seoul(off: &[&str]) -> Calendar {
    let hours = Hours::read(&["09:00-12:00", "13:00-18:00"]).unwrap();
    office("Asia/Seoul", &WEEKEND, off).with_hours(hours)
}

pub(super) fn happened(kind: &str, when: &str) -> Happened {
    Happened::new(FactKind::named(kind).unwrap(), at(when))
}

pub(super) fn received(when: &str) -> Vec<Happened> {
    vec![happened("received", when)]
}

/// The due date, after the explanation has been added up.
pub(super) fn counted(rule: &Rule, facts: &[Happened], calendar: &Calendar) -> Due {
    let due = due(rule, facts, calendar).unwrap();
    assert_eq!(adds_up(&due.steps), Ok(()), "{:#?}", due.steps);
    due
}
