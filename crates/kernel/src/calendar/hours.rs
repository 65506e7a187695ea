//! Office hours with breaks, for each weekday, on the clock of the wall.

use jiff::civil::Weekday;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours([Day; 7]);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursFault {
    /// Not `09:00-12:00`.
    NotASpan(String),
    /// Ends before it begins, or begins before the last one ended.
    OutOfOrder(String),
    TooMany(usize),
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

impl Hours {
    /// The same spans on each day; what is too much is cut off.
    pub fn same(spans: &[Span]) -> Hours {
        let mut day = Day::default();
        for (place, span) in day.spans.iter_mut().zip(spans) {
            *place = *span;
            day.count += 1;
        }
        Hours([day; 7])
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
