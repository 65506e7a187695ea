//! When the office is open on a day, as instants. Where the clocks change during
//! office hours, what counts is the time that really passes.

use super::{Calendar, Span};
use crate::Instant;
use jiff::{
    Timestamp,
    civil::Date,
    tz::{Offset, TimeZone},
};

const MINUTE: i64 = 60_000_000;

/// Open from the first instant until the second.
pub type Open = (Instant, Instant);

impl Calendar {
    /// The office hours of a day on the clock of the wall; none when it is not worked.
    pub fn hours_on(&self, day: Date) -> &[Span] {
        match self.days.works(day) {
            Some(false) => &[],
            Some(true) => self.hours.worked_on(day.weekday()),
            None if self.weekend.contains(day.weekday()) => &[],
            None => self.hours.of(day.weekday()),
        }
    }

    /// When the office is open on that day, in order; nothing out of all time.
    pub fn open_on(&self, day: Date) -> Vec<Open> {
        self.opening(day).unwrap_or_default()
    }

    /// The same, or `None` where time ends.
    pub(crate) fn opening(&self, day: Date) -> Option<Vec<Open>> {
        let hours = self.hours_on(day);
        let mut open = Vec::with_capacity(hours.len());
        if hours.is_empty() {
            return Some(open);
        }
        let (first, last) = (self.first_of(day)?, self.last_of(day)?);
        let midnight = Instant::from(Offset::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()?);
        let until = Instant::from_micros(last.micros() + 1);
        for (from, to, offset) in even(&self.zone, first, until)? {
            // What an instant would be if the wall showed UTC.
            let wall = midnight.micros() - i64::from(offset.seconds()) * 1_000_000;
            for span in hours {
                let begins = (wall + i64::from(span.from) * MINUTE).max(from.micros());
                let ends = (wall + i64::from(span.to) * MINUTE).min(to.micros());
                if begins < ends {
                    open.push((Instant::from_micros(begins), Instant::from_micros(ends)));
                }
            }
        }
        Some(open)
    }

    /// When the office closes on that day, if it opens.
    pub fn closes_on(&self, day: Date) -> Option<Instant> {
        self.opening(day)?.last().map(|(_, closes)| *closes)
    }

    pub fn opens_on(&self, day: Date) -> Option<Instant> {
        self.opening(day)?.first().map(|(opens, _)| *opens)
    }
}

/// The stretches between two instants in which the clocks do not change; nearly always one.
fn even(zone: &TimeZone, from: Instant, to: Instant) -> Option<Vec<(Instant, Instant, Offset)>> {
    let (first, last) = (stamp(from)?, stamp(Instant::from_micros(to.micros() - 1))?);
    let offset = zone.to_offset(first);
    if offset == zone.to_offset(last) {
        return Some(vec![(from, to, offset)]);
    }
    let mut stretches = Vec::new();
    let (mut begins, mut offset) = (from, offset);
    for change in zone.following(first) {
        let at = Instant::from(change.timestamp());
        if at >= to {
            break;
        }
        stretches.push((begins, at, offset));
        (begins, offset) = (at, change.offset());
    }
    stretches.push((begins, to, offset));
    Some(stretches)
}

fn stamp(at: Instant) -> Option<Timestamp> {
    Timestamp::from_microsecond(at.micros()).ok()
}
