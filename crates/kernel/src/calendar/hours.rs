//! Office hours with breaks, for each weekday, on the clock of the wall.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// From a minute of the day to another, the second left out: 09:00-12:00 is 540 to 720.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    pub from: u16,
    pub to: u16,
}

/// More breaks than this has no office.
const SPANS_MAX: usize = 4;
const DAY: u16 = 24 * 60;

/// The hours of one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Day {
    spans: [Span; SPANS_MAX],
    count: usize,
}

/// The hours of a week, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Hours([Day; 7]);

/// As they stand in a fact: `{"mon": ["09:00-12:00", "13:00-18:00"]}`; a weekday
/// without hours is left out.
type Written = BTreeMap<String, Vec<String>>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursFault {
    /// Not `09:00-12:00`.
    NotASpan(String),
    /// Ends before it begins, or begins before the last one ended.
    OutOfOrder(String),
    TooMany(usize),
    NoSuchDay(String),
}

impl Default for Hours {
    /// Nine to five without a break, on every day that is worked.
    fn default() -> Hours {
        Hours::same(&[Span {
            from: 540,
            to: 1020,
        }])
    }
}

/// The weekdays by the names that they have in files and addresses, Monday first.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.from, self.to);
        let (a, b) = (from / 60, from % 60);
        write!(f, "{a:02}:{b:02}-{:02}:{:02}", to / 60, to % 60)
    }
}

impl fmt::Display for HoursFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HoursFault::NotASpan(text) => write!(f, "`{text}` is no span such as 09:00-12:00"),
            HoursFault::OutOfOrder(text) => write!(f, "`{text}` is out of order"),
            HoursFault::TooMany(n) => write!(f, "{n} spans on one day; at most {SPANS_MAX}"),
            HoursFault::NoSuchDay(name) => write!(f, "`{name}` is no weekday"),
        }
    }
}

impl TryFrom<Written> for Hours {
    type Error = HoursFault;

    fn try_from(written: Written) -> Result<Hours, HoursFault> {
        let mut hours = Hours::same(&[]);
        for (name, spans) in &written {
            let known = WEEKDAYS.iter().find(|(its, _)| its == name);
            let (_, weekday) = known.ok_or_else(|| HoursFault::NoSuchDay(name.clone()))?;
            hours = hours.on(*weekday, spans)?;
        }
        Ok(hours)
    }
}

impl From<Hours> for Written {
    fn from(hours: Hours) -> Written {
        let days = WEEKDAYS.iter().map(|(name, weekday)| {
            let spans = hours.of(*weekday).iter().map(Span::to_string);
            ((*name).to_owned(), spans.collect::<Vec<_>>())
        });
        days.filter(|(_, spans)| !spans.is_empty()).collect()
    }
}

impl Hours {
    /// The same, and a weekday without hours has those of the first that has some:
    /// for a list of days that are worked whatever this office does.
    pub fn on_every_day(mut self) -> Hours {
        let all = WEEKDAYS.map(|(_, weekday)| day_of(self.worked_on(weekday)));
        self.0 = all;
        self
    }

    /// How long the office is open on these weekdays together, in minutes.
    pub fn minutes(&self, weekdays: impl IntoIterator<Item = Weekday>) -> u32 {
        let spans = weekdays.into_iter().flat_map(|day| self.of(day));
        spans.map(|span| u32::from(span.to - span.from)).sum()
    }

    /// The same spans on each day; what is too much is cut off.
    pub fn same(spans: &[Span]) -> Hours {
        Hours([day_of(spans); 7])
    }

    /// Reads `["09:00-12:00", "13:00-18:00"]` for all weekdays.
    pub fn read<T: AsRef<str>>(spans: &[T]) -> Result<Hours, HoursFault> {
        Ok(Hours([day(spans)?; 7]))
    }

    /// The same hours, but others on this weekday.
    pub fn on<T: AsRef<str>>(mut self, weekday: Weekday, spans: &[T]) -> Result<Hours, HoursFault> {
        let day = day(spans)?;
        if let Some(place) = self.0.get_mut(offset(weekday)) {
            *place = day;
        }
        Ok(self)
    }

    pub fn of(&self, weekday: Weekday) -> &[Span] {
        self.0.get(offset(weekday)).map_or(&[], Day::spans)
    }

    /// A make-up day has the hours of its weekday or, where that has none, those
    /// of the first weekday that has.
    pub(super) fn worked_on(&self, weekday: Weekday) -> &[Span] {
        match self.of(weekday) {
            [] => self
                .0
                .iter()
                .map(Day::spans)
                .find(|it| !it.is_empty())
                .unwrap_or(&[]),
            spans => spans,
        }
    }
}

impl Day {
    fn spans(&self) -> &[Span] {
        self.spans.get(..self.count).unwrap_or(&[])
    }
}

fn offset(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default()
}

fn day_of(spans: &[Span]) -> Day {
    let mut day = Day::default();
    for (place, span) in day.spans.iter_mut().zip(spans) {
        *place = *span;
        day.count += 1;
    }
    day
}

fn day<T: AsRef<str>>(spans: &[T]) -> Result<Day, HoursFault> {
    if spans.len() > SPANS_MAX {
        return Err(HoursFault::TooMany(spans.len()));
    }
    let mut day = Day::default();
    let mut last = 0;
    for (place, text) in day.spans.iter_mut().zip(spans) {
        let text = text.as_ref();
        let span = span(text).ok_or_else(|| HoursFault::NotASpan(text.to_owned()))?;
        if span.from < last || span.to <= span.from {
            return Err(HoursFault::OutOfOrder(text.to_owned()));
        }
        last = span.to;
        *place = span;
        day.count += 1;
    }
    Ok(day)
}

fn span(text: &str) -> Option<Span> {
    let (from, to) = text.split_once(['-', '–'])?;
    let (from, to) = (minute(from.trim())?, minute(to.trim())?);
    Some(Span { from, to })
}

/// `00:00` to `24:00`.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2
        || minute.len() != 2
        || !text.bytes().all(|b| b == b':' || b.is_ascii_digit())
    {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let all = hour * 60 + minute;
    (minute < 60 && all <= DAY).then_some(all)
}
