//! Yearly repetition, the only one that holidays and closures need: on the day itself,
//! on days of months, or on weekdays counted within a month ("the fourth Thursday of
//! November"). A rule outside of that is refused, because half a rule is a wrong day.

use super::{Fault, event::date, fault, lines::Line};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use std::ops::RangeInclusive;

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Yearly {
    interval: i16,
    count: Option<u16>,
    /// The last day, itself included.
    until: Option<Date>,
    months: Vec<i8>,
    month_days: Vec<i8>,
    /// Which one in the month (negative: from its end), and the weekday.
    weekdays: Vec<(i8, Weekday)>,
}

impl Yearly {
    pub fn read(file: &str, line: &Line) -> Result<Yearly, Fault> {
        let mut rule = Yearly {
            interval: 1,
            ..Yearly::default()
        };
        let mut yearly = false;
        for part in line.value.trim().split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let known = match key.to_ascii_uppercase().as_str() {
                "FREQ" => {
                    yearly = value.eq_ignore_ascii_case("YEARLY");
                    yearly
                }
                "INTERVAL" => number(value, 1..=100).map(|n| rule.interval = n).is_some(),
                "COUNT" => number(value, 1..=200)
                    .map(|n| rule.count = u16::try_from(n).ok())
                    .is_some(),
                "UNTIL" => until(value).map(|day| rule.until = Some(day)).is_some(),
                "BYMONTH" => list(value, |it| number(it, 1..=12).and_then(small))
                    .map(|months| rule.months = months)
                    .is_some(),
                "BYMONTHDAY" => list(value, month_day)
                    .map(|days| rule.month_days = days)
                    .is_some(),
                "BYDAY" => list(value, weekday)
                    .map(|days| rule.weekdays = days)
                    .is_some(),
                "WKST" => true,
                _ => false,
            };
            if !known {
                let told = format!("a yearly rule as FREQ=YEARLY;BYMONTH=11;BYDAY=4TH, not {part}");
                return Err(fault(file, line.number, told));
            }
        }
        let by_both = !rule.weekdays.is_empty() && !rule.month_days.is_empty();
        if !yearly || by_both {
            let told = "a rule with FREQ=YEARLY, by weekday or by day of the month";
            return Err(fault(file, line.number, told));
        }
        Ok(rule)
    }

    /// The days on which it begins, the first included, up to the end of `years`.
    pub fn days(&self, first: Date, years: &RangeInclusive<i16>) -> Vec<Date> {
        let most = self.count.map_or(usize::MAX, usize::from);
        let mut days = vec![first];
        let mut year = self.begin(first.year(), *years.start());
        let end = self.until.map_or(i16::MAX, Date::year).min(*years.end());
        while year <= end && days.len() < most {
            days.extend(self.of(year, first).into_iter().filter(|day| *day > first));
            year = year.saturating_add(self.interval);
        }
        days.retain(|day| self.until.is_none_or(|until| *day <= until));
        days.truncate(most);
        days
    }

    /// Years before those asked for need no counting unless the rule counts them.
    fn begin(&self, first: i16, asked: i16) -> i16 {
        match self.count {
            None if asked > first => first + (asked - first) / self.interval * self.interval,
            _ => first,
        }
    }

    /// In order; a day that this year does not have is left out.
    fn of(&self, year: i16, first: Date) -> Vec<Date> {
        let own = [first.month()];
        let months: &[i8] = if self.months.is_empty() {
            &own
        } else {
            &self.months
        };
        let mut days = Vec::new();
        for month in months {
            let Ok(begin) = Date::new(year, *month, 1) else {
                continue;
            };
            if !self.weekdays.is_empty() {
                days.extend(self.weekdays.iter().filter_map(|it| counted(begin, *it)));
            } else if !self.month_days.is_empty() {
                days.extend(self.month_days.iter().filter_map(|it| placed(begin, *it)));
            } else {
                days.extend(placed(begin, first.day()));
            }
        }
        days.sort();
        days.dedup();
        days
    }
}

fn counted(begin: Date, (nth, weekday): (i8, Weekday)) -> Option<Date> {
    begin.nth_weekday_of_month(nth, weekday).ok()
}

fn placed(begin: Date, day: i8) -> Option<Date> {
    if day > 0 {
        return Date::new(begin.year(), begin.month(), day).ok();
    }
    let day = begin
        .last_of_month()
        .checked_add((i64::from(day) + 1).days());
    day.ok().filter(|day| day.month() == begin.month())
}

fn number(text: &str, range: RangeInclusive<i16>) -> Option<i16> {
    text.parse().ok().filter(|number| range.contains(number))
}

fn small(number: i16) -> Option<i8> {
    i8::try_from(number).ok()
}

fn list<T>(text: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let all: Option<Vec<T>> = text.split(',').map(one).collect();
    all.filter(|all| (1..=31).contains(&all.len()))
}

fn until(text: &str) -> Option<Date> {
    date(text.split_once('T').map_or(text, |(day, _)| day))
}

fn month_day(text: &str) -> Option<i8> {
    let day = number(text, -31..=31).and_then(small)?;
    (day != 0).then_some(day)
}

/// `4TH`, `-1MO`; without a number it would be every such day of the year.
fn weekday(text: &str) -> Option<(i8, Weekday)> {
    let at = text.len().checked_sub(2)?;
    let weekday = match text.get(at..)?.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let nth = number(text.get(..at)?.trim_start_matches('+'), -5..=5).and_then(small)?;
    (nth != 0).then_some((nth, weekday))
}
