//! One event: its first day, its last, how it repeats, and whether it closes or opens.

use super::{
    DAYS_MAX, EVENT_DAYS_MAX, Fault, ImportedDay, LeftOut, Why, fault, lines::Line, recur::Yearly,
};
use jiff::{ToSpan, civil::Date};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// A summary that begins or ends so names a working day: the lists of the State
/// Council's breaks are published like this.
const WORKED: [&str; 5] = ["上班", "补班", "補班", "補行上班", "调休上班"];
const WORKED_END: [&str; 2] = ["(班)", "（班）"];

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Event {
    line: usize,
    name: String,
    uid: String,
    start: Option<Start>,
    /// The day after the last.
    end: Option<(Date, usize)>,
    days: Option<i64>,
    rule: Option<Yearly>,
    except: BTreeSet<Date>,
    also: Vec<Date>,
    /// It stands for this day of the event with the same UID.
    instead_of: Option<Date>,
    works: bool,
    cancelled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Start {
    Day(Date),
    Time,
}

#[derive(Debug, Default)]
pub(super) struct Found {
    pub days: Vec<ImportedDay>,
    pub left_out: Vec<LeftOut>,
    /// Days of a repeated event that another event stands for.
    pub replaced: BTreeMap<String, BTreeSet<Date>>,
}

impl Event {
    pub fn at(line: usize) -> Event {
        Event {
            line,
            name: String::new(),
            uid: String::new(),
            start: None,
            end: None,
            days: None,
            rule: None,
            except: BTreeSet::new(),
            also: Vec::new(),
            instead_of: None,
            works: false,
            cancelled: false,
        }
    }

    /// Takes what one line says; properties without a meaning for days are passed over.
    pub fn take(&mut self, file: &str, line: &Line) -> Result<(), Fault> {
        match line.name.as_str() {
            "SUMMARY" => {
                self.name = line.text();
                self.works |= names_work(&self.name);
            }
            "UID" => self.uid = line.value.trim().to_owned(),
            "DTSTART" => self.start = Some(start(file, line)?),
            "DTEND" => {
                if let Start::Day(day) = start(file, line)? {
                    self.end = Some((day, line.number));
                }
            }
            "DURATION" => self.days = duration(file, line)?,
            "RRULE" => self.rule = Some(Yearly::read(file, line)?),
            "EXDATE" => self.except.extend(days(file, line)?),
            "RDATE" => self.also.extend(days(file, line)?),
            "RECURRENCE-ID" => self.instead_of = days(file, line)?.first().copied(),
            "STATUS" => self.cancelled = line.value.trim().eq_ignore_ascii_case("CANCELLED"),
            "X-APPLE-SPECIAL-DAY" => {
                self.works |= line.value.trim().eq_ignore_ascii_case("ALTERNATE-WORKDAY");
            }
            _ => {}
        }
        Ok(())
    }

    /// The day and the UID that this event stands for.
    pub fn replaces(&self) -> Option<(&str, Date)> {
        Some((self.uid.as_str(), self.instead_of?))
    }

    /// Adds its days, or says why it has none.
    pub fn collect(
        &self,
        file: &str,
        years: &RangeInclusive<i16>,
        found: &mut Found,
    ) -> Result<(), Fault> {
        let first = match (self.cancelled, self.start) {
            (_, None) => return Err(fault(file, self.line, "DTSTART in each event")),
            (false, Some(Start::Day(first))) => first,
            (cancelled, _) => {
                let why = if cancelled {
                    Why::Cancelled
                } else {
                    Why::Timed
                };
                self.leave_out(why, found);
                return Ok(());
            }
        };
        let length = self.length(file, first)?;
        let before = found.days.len();
        for begin in self.begins(first, years, found) {
            for day in begin.series(1.day()).take(length) {
                if years.contains(&day.year()) {
                    found.days.push(self.day(day));
                }
            }
            if found.days.len() > DAYS_MAX {
                return Err(fault(file, self.line, format!("at most {DAYS_MAX} days")));
            }
        }
        if found.days.len() == before {
            self.leave_out(Why::OtherYears, found);
        }
        Ok(())
    }

    fn begins(&self, first: Date, years: &RangeInclusive<i16>, found: &Found) -> Vec<Date> {
        let mut begins = match &self.rule {
            Some(rule) => rule.days(first, years),
            None => vec![first],
        };
        begins.extend(&self.also);
        let replaced = match self.instead_of {
            None => found.replaced.get(&self.uid),
            Some(_) => None,
        };
        begins.retain(|day| {
            !self.except.contains(day) && !replaced.is_some_and(|days| days.contains(day))
        });
        begins
    }

    fn length(&self, file: &str, first: Date) -> Result<usize, Fault> {
        let days = match (self.end, self.days) {
            (Some((end, line)), _) if end < first => {
                return Err(fault(file, line, format!("an end after {first}")));
            }
            // Some programs write the first day as the end of a single one.
            (Some((end, _)), _) => i64::from((end - first).get_days()).max(1),
            (None, Some(days)) => days,
            (None, None) => 1,
        };
        if days > EVENT_DAYS_MAX {
            let told = format!("an event of at most {EVENT_DAYS_MAX} days");
            return Err(fault(file, self.line, told));
        }
        Ok(usize::try_from(days).unwrap_or(1))
    }

    fn day(&self, day: Date) -> ImportedDay {
        ImportedDay {
            day,
            works: self.works,
            name: self.name.clone(),
            line: self.line,
        }
    }

    fn leave_out(&self, why: Why, found: &mut Found) {
        found.left_out.push(LeftOut {
            line: self.line,
            name: self.name.clone(),
            why,
        });
    }
}

fn names_work(name: &str) -> bool {
    WORKED.iter().any(|begin| name.starts_with(begin))
        || WORKED_END.iter().any(|end| name.ends_with(end))
}

fn start(file: &str, line: &Line) -> Result<Start, Fault> {
    let value = line.value.trim();
    let (day, time) = match value.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (value, None),
    };
    let told = || {
        let expected = format!("a day as {}:20261224, not {value}", line.name);
        fault(file, line.number, expected)
    };
    let day = date(day).ok_or_else(told)?;
    match time {
        None => Ok(Start::Day(day)),
        Some(time) if is_time(time) => Ok(Start::Time),
        Some(_) => Err(told()),
    }
}

/// Eight digits, a day that exists.
pub(super) fn date(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year = text.get(..4)?.parse().ok()?;
    let month = text.get(4..6)?.parse().ok()?;
    Date::new(year, month, text.get(6..)?.parse().ok()?).ok()
}

fn is_time(text: &str) -> bool {
    let digits = text.strip_suffix('Z').unwrap_or(text);
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The days of a list; of instants the day.
fn days(file: &str, line: &Line) -> Result<Vec<Date>, Fault> {
    let one = |value: &str| {
        let value = value.trim();
        let day = value.split_once('T').map_or(value, |(day, _)| day);
        date(day).ok_or_else(|| {
            let expected = format!("days as {}:20261224,20261231, not {value}", line.name);
            fault(file, line.number, expected)
        })
    };
    if line.param("VALUE") == Some("PERIOD") {
        return Err(fault(file, line.number, "days, not periods"));
    }
    line.value.split(',').map(one).collect()
}

/// Whole days and weeks; a duration with hours belongs to a timed event.
fn duration(file: &str, line: &Line) -> Result<Option<i64>, Fault> {
    let value = line.value.trim();
    let told = || fault(file, line.number, format!("a duration as P1D, not {value}"));
    let amount = value.strip_prefix('P').ok_or_else(told)?;
    if amount.contains('T') {
        return Ok(None);
    }
    let (amount, unit) = match (amount.strip_suffix('D'), amount.strip_suffix('W')) {
        (Some(days), _) => (days, 1),
        (_, Some(weeks)) => (weeks, 7),
        _ => return Err(told()),
    };
    let amount: u16 = amount.parse().map_err(|_| told())?;
    match amount {
        0 => Err(told()),
        amount => Ok(Some(i64::from(amount) * unit)),
    }
}
