//! One year of days off while a rule fills it, and the arithmetic that rules share.

use icu_calendar::{
    AsCalendar, Calendar, Date as IcuDate, Iso,
    cal::{ChineseTraditional, KoreanTraditional},
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use std::collections::BTreeMap;

/// The days off of one year with their names. Two reasons for one day are joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Year {
    pub days: BTreeMap<Date, String>,
}

impl Year {
    pub fn add(&mut self, on: Date, name: &str) {
        match self.days.get_mut(&on) {
            Some(named) => *named = format!("{named}; {name}"),
            None => {
                self.days.insert(on, name.to_owned());
            }
        }
    }

    pub fn is_off(&self, day: Date) -> bool {
        self.days.contains_key(&day)
    }

    /// The first day from `from` on, going by `step`, that is neither a holiday nor
    /// one of `rest`. Holidays never fill a month, so this ends.
    pub fn free(&self, from: Date, step: i64, rest: &[Weekday]) -> Date {
        let mut day = from;
        for _ in 0..31 {
            if !self.is_off(day) && !rest.contains(&day.weekday()) {
                break;
            }
            day = later(day, step);
        }
        day
    }

    /// Adds each day, and for those on a Saturday or Sunday the next free working
    /// day too, in the order of the calendar.
    pub fn add_with_substitutes(&mut self, days: &[(Date, &str)], substitute: &str) {
        for (on, name) in days {
            self.add(*on, name);
        }
        for (on, name) in days.iter().filter(|(on, _)| is_weekend(*on)) {
            let instead = self.free(*on, 1, &WEEKEND);
            self.add(instead, &format!("{name} ({substitute})"));
        }
    }
}

pub const WEEKEND: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];

pub fn is_weekend(day: Date) -> bool {
    WEEKEND.contains(&day.weekday())
}

pub fn later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// The `n`-th such weekday of a month.
pub fn nth(year: i16, month: i8, weekday: Weekday, n: i8) -> Date {
    let first = date(year, month, 1);
    let ahead = weekday.since(first.weekday());
    later(first, i64::from(ahead) + 7 * i64::from(n - 1))
}

/// The last such weekday of a month.
pub fn last(year: i16, month: i8, weekday: Weekday) -> Date {
    let end = date(year, month, 1).last_of_month();
    later(end, -i64::from(end.weekday().since(weekday)))
}

/// Easter Sunday of the western churches, by the Gregorian computus: the paschal
/// moon falls on 21 March plus `moon` days, Easter is the Sunday after it.
pub fn easter(year: i16) -> Date {
    let year_of = i64::from(year);
    let (golden, century) = (year_of % 19, year_of / 100);
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year_of + year_of / 4 + moon + 2 - century + century / 4) % 7;
    later(date(year, 3, 28), moon - weekday)
}

/// The day on which a month and day of the Chinese calendar falls in this year;
/// leap months do not count. The last days of the lunar year fall into the next
/// January or February: ask for the first day and go back.
pub fn chinese(year: i16, month: u8, day: u8) -> Option<Date> {
    lunar(ChineseTraditional::new(), year, month, day)
}

/// The same for the Korean calendar, whose new moons are seen from Seoul.
pub fn korean(year: i16, month: u8, day: u8) -> Option<Date> {
    lunar(KoreanTraditional::new(), year, month, day)
}

fn lunar<A>(calendar: A, year: i16, month: u8, day: u8) -> Option<Date>
where
    A: AsCalendar + Copy,
    A::Calendar: Calendar,
{
    date(year, 1, 1).series(1.day()).take(366).find(|at| {
        iso(*at).is_some_and(|iso| {
            let there = iso.to_calendar(calendar);
            let named = there.month();
            named.number() == month && !named.to_input().is_leap() && there.day_of_month().0 == day
        })
    })
}

fn iso(at: Date) -> Option<IcuDate<Iso>> {
    let (month, day) = (at.month().unsigned_abs(), at.day().unsigned_abs());
    IcuDate::try_new_iso(i32::from(at.year()), month, day).ok()
}

/// Ching Ming, the solar term on 4 or 5 April, by the formula of this century.
pub fn ching_ming(year: i16) -> Date {
    let of_century = i64::from(year % 100);
    let day = (of_century * 2422 + 48_100) / 10_000 - of_century / 4;
    later(date(year, 4, 1), day - 1)
}
