//! The organisation's working days in its own time zone.

use crate::Instant;
use jiff::{
    ToSpan,
    civil::{Date, Weekday, time},
    tz::TimeZone,
};

/// Which days the organisation works, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    pub zone: TimeZone,
    pub weekend: Vec<Weekday>,
    /// Days on which the organisation is closed.
    pub closures: Vec<Date>,
}

impl Calendar {
    pub fn works_on(&self, day: Date) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.closures.contains(&day)
    }

    /// The `days`-th working day after `from` (the first day does not count).
    /// A calendar that never works ends at the far date instead of looping for ever.
    pub fn working_days_after(&self, from: Date, days: u32) -> Date {
        let mut day = from;
        let mut left = days;
        for _ in 0..(days as usize * 7 + 400) {
            if left == 0 {
                break;
            }
            day = day.checked_add(1.day()).unwrap_or(Date::MAX);
            left -= u32::from(self.works_on(day));
        }
        day
    }

    /// The last instant of the local day `day`.
    pub fn end_of(&self, day: Date) -> Instant {
        let next = day
            .checked_add(1.day())
            .unwrap_or(Date::MAX)
            .to_datetime(time(0, 0, 0, 0));
        match next.to_zoned(self.zone.clone()) {
            Ok(midnight) => Instant::from_micros(Instant::from(midnight.timestamp()).micros() - 1),
            Err(_) => Instant::from_micros(i64::MAX),
        }
    }
}

/// Reads "sat", "thu" and so on.
pub fn weekday(name: &str) -> Option<Weekday> {
    Some(match name.trim().to_ascii_lowercase().get(..3)? {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}
