//! Reading iCalendar files (RFC 5545): the closures that an organisation already keeps
//! in a calendar of its own, and lists of holidays that others publish. A subset is
//! understood – whole days, several days, yearly repetition, exceptions – and what is
//! outside of it is either left out by name or refused with line and expectation.
//! Nothing is ever half read: a refused file changes nothing.

mod event;
mod lines;
mod recur;
#[cfg(test)]
mod tests;

pub use crate::calendars::Fault;

use event::{Event, Found};
use jiff::civil::Date;
use lines::Line;
use redress_kernel::calendar::NamedDay;
use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc};

/// Limits of one file; a larger one is refused with the number.
pub const BYTES_MAX: usize = 2_000_000;
pub const EVENTS_MAX: usize = 5_000;
pub const DAYS_MAX: usize = 20_000;
/// One event lasts no longer.
pub const EVENT_DAYS_MAX: i64 = 366;
/// A name is cut after so many characters.
pub const NAME_MAX: usize = 200;

/// What a file says about days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// How the calendar calls itself.
    pub title: String,
    /// In order, each day once.
    pub days: Vec<ImportedDay>,
    /// Events that say nothing about whole days, to be shown before anything is kept.
    pub left_out: Vec<LeftOut>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedDay {
    pub day: Date,
    /// A working day although it may lie on a weekend.
    pub works: bool,
    pub name: String,
    /// The line on which its event begins.
    pub line: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub line: usize,
    pub name: String,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has a time of day: an appointment, not a closed day.
    Timed,
    Cancelled,
    /// None of its days lies in the years asked for.
    OtherYears,
}

impl Why {
    pub const fn code(self) -> &'static str {
        match self {
            Why::Timed => "timed",
            Why::Cancelled => "cancelled",
            Why::OtherYears => "other-years",
        }
    }
}

impl Imported {
    /// The days as the kernel lays them over a national list.
    pub fn named_days(&self) -> Vec<NamedDay> {
        let named = |it: &ImportedDay| NamedDay {
            day: it.day,
            works: it.works,
            name: Arc::from(it.name.as_str()),
        };
        self.days.iter().map(named).collect()
    }
}

/// Reads a file; of repeated events only the days in `years`.
pub fn read(file: &str, bytes: &[u8], years: RangeInclusive<i16>) -> Result<Imported, Fault> {
    if bytes.len() > BYTES_MAX {
        return Err(fault(file, 1, format!("at most {BYTES_MAX} bytes")));
    }
    let lines = lines::unfold(file, bytes)?;
    let (title, events) = components(file, &lines)?;
    let mut found = Found::default();
    for (uid, day) in events.iter().filter_map(Event::replaces) {
        found
            .replaced
            .entry(uid.to_owned())
            .or_default()
            .insert(day);
    }
    for event in &events {
        event.collect(file, &years, &mut found)?;
    }
    let days = joined(file, found.days)?;
    Ok(Imported {
        title,
        days,
        left_out: found.left_out,
    })
}

/// Walks through the components: events of the calendar are kept, all others skipped.
fn components(file: &str, lines: &[Line]) -> Result<(String, Vec<Event>), Fault> {
    let mut open: Vec<(String, usize)> = Vec::new();
    let (mut title, mut events) = (String::new(), Vec::<Event>::new());
    let mut calendars = 0;
    for line in lines {
        let value = line.value.trim();
        let inside = open.last().map(|(name, _)| name.as_str());
        match (line.name.as_str(), inside) {
            ("BEGIN", None) if !value.eq_ignore_ascii_case("VCALENDAR") => {
                return Err(fault(file, line.number, "BEGIN:VCALENDAR"));
            }
            ("BEGIN", inside) => {
                if open.len() >= 4 {
                    return Err(fault(file, line.number, "components at most 4 deep"));
                }
                calendars += usize::from(inside.is_none());
                if value.eq_ignore_ascii_case("VEVENT") && inside == Some("VCALENDAR") {
                    if events.len() >= EVENTS_MAX {
                        return Err(fault(
                            file,
                            line.number,
                            format!("at most {EVENTS_MAX} events"),
                        ));
                    }
                    events.push(Event::at(line.number));
                }
                open.push((value.to_ascii_uppercase(), line.number));
            }
            ("END", Some(name)) if value.eq_ignore_ascii_case(name) => {
                open.pop();
            }
            ("END", Some(name)) => {
                return Err(fault(
                    file,
                    line.number,
                    format!("END:{name}, not END:{value}"),
                ));
            }
            (_, None) => return Err(fault(file, line.number, "BEGIN:VCALENDAR")),
            ("X-WR-CALNAME", Some("VCALENDAR")) => title = line.text(),
            (_, Some("VEVENT")) => {
                if let Some(event) = events.last_mut() {
                    event.take(file, line)?;
                }
            }
            _ => {}
        }
    }
    match open.pop() {
        Some((name, _)) => {
            let last = lines.last().map_or(1, |line| line.number);
            Err(fault(
                file,
                last,
                format!("END:{name} before the file ends"),
            ))
        }
        None if calendars == 0 => Err(fault(file, 1, "BEGIN:VCALENDAR")),
        None => Ok((title, events)),
    }
}

/// Each day once: two names for one day are joined, closed and worked at once is refused.
fn joined(file: &str, days: Vec<ImportedDay>) -> Result<Vec<ImportedDay>, Fault> {
    let mut each: BTreeMap<Date, ImportedDay> = BTreeMap::new();
    for day in days {
        match each.get_mut(&day.day) {
            None => {
                each.insert(day.day, day);
            }
            Some(there) if there.works != day.works => {
                let told = format!("{} either closed or worked, not both", day.day);
                return Err(fault(file, day.line, told));
            }
            Some(there) if there.name.split("; ").any(|name| name == day.name) => {}
            Some(there) => {
                let both = format!("{}; {}", there.name, day.name);
                there.name = cut(&both);
            }
        }
    }
    Ok(each.into_values().collect())
}

fn cut(name: &str) -> String {
    name.chars().take(NAME_MAX).collect()
}

fn fault(file: &str, line: usize, expected: impl Into<String>) -> Fault {
    Fault {
        file: file.to_owned(),
        line,
        expected: expected.into(),
    }
}
