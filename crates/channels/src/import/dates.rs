//! Dates as other systems write them. Which part is the day is never guessed:
//! a column says it by its own values, or somebody chooses.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time, time},
    tz::TimeZone,
};
use redress_kernel::{Instant, fields::latin_digits};
use serde::{Deserialize, Serialize};

/// The order of day, month and year where the year does not come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Dmy,
    Mdy,
    Ymd,
}

impl Order {
    pub const ALL: [Order; 3] = [Order::Dmy, Order::Mdy, Order::Ymd];

    pub const fn name(self) -> &'static str {
        match self {
            Order::Dmy => "dmy",
            Order::Mdy => "mdy",
            Order::Ymd => "ymd",
        }
    }

    pub fn from_name(name: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// A date as read: the three numbers, and what stood behind them.
struct Parts {
    numbers: [i16; 3],
    /// The first number has four digits: nothing is left to choose.
    year_first: bool,
    /// Two digits stand for the year.
    short_year: bool,
    time: Option<Time>,
    /// With its own offset it is an instant, whatever our zone.
    exact: Option<Timestamp>,
}

/// None: no date stands here.
fn parts(text: &str) -> Option<Parts> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    let text = latin_digits(text);
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let exact = exact(&text);
    let text = cjk_marks(&text);
    let (day, rest) = split(&text);
    let pieces: Vec<&str> = day
        .split(['-', '/', '.'])
        .filter(|p| !p.is_empty())
        .collect();
    let [a, b, c] = pieces.as_slice() else {
        return None;
    };
    let number = |piece: &str| {
        (piece.len() <= 4)
            .then(|| piece.parse::<i16>().ok())
            .flatten()
    };
    let numbers = [number(a)?, number(b)?, number(c)?];
    let year_first = a.len() == 4;
    if !year_first && !matches!(c.len(), 2 | 4) && a.len() != 2 {
        return None;
    }
    Some(Parts {
        numbers,
        year_first,
        short_year: !year_first && c.len() != 4,
        time: clock(rest)?,
        exact,
    })
}

/// `2026年3月6日`, `2026년 3월 6일`, `2026. 3. 6.`
fn cjk_marks(text: &str) -> String {
    let marks = ['年', '月', '년', '월', '.'];
    let mut out = String::with_capacity(text.len());
    let mut after_mark = false;
    for c in text.chars() {
        match c {
            ' ' if after_mark => {}
            '日' | '일' => out.push(' '),
            c if marks.contains(&c) => {
                out.push('/');
                after_mark = true;
            }
            c => {
                out.push(c);
                after_mark = false;
            }
        }
    }
    out
}

fn split(text: &str) -> (&str, &str) {
    match text.find([' ', 'T']) {
        Some(at) => (
            text.get(..at).unwrap_or_default(),
            text.get(at + 1..).unwrap_or_default().trim(),
        ),
        None => (text, ""),
    }
}

/// Outer None: something that is no time of day stands behind the date.
fn clock(rest: &str) -> Option<Option<Time>> {
    if rest.is_empty() {
        return Some(None);
    }
    let lower = rest.to_ascii_lowercase();
    let (figures, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(figures), _) => (figures, Some(false)),
        (_, Some(figures)) => (figures, Some(true)),
        _ => (lower.as_str(), None),
    };
    let end = figures
        .find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.')
        .unwrap_or(figures.len());
    let figures = figures.get(..end)?.split('.').next()?;
    let mut numbers = figures.split(':').map(|n| n.trim().parse::<i8>());
    let hour = numbers.next()?.ok()?;
    let minute = numbers.next()?.ok()?;
    let second = numbers.next().transpose().ok()?.unwrap_or(0);
    let hour = match half {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    Time::new(hour, minute, second, 0).ok().map(Some)
}

fn exact(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() < 17 {
        return None;
    }
    // `2026-03-06 14:22:11 UTC` and `2026-03-06 14:22:11 +0200` as helpdesks write them.
    let joined = text
        .replacen(' ', "T", 1)
        .replace(" UTC", "Z")
        .replace(' ', "");
    joined.parse().ok()
}

impl Parts {
    fn date(&self, order: Order) -> Option<Date> {
        let [a, b, c] = self.numbers;
        let (year, month, day) = match (self.year_first, order) {
            (true, _) | (false, Order::Ymd) => (a, b, c),
            (false, Order::Dmy) => (c, b, a),
            (false, Order::Mdy) => (c, a, b),
        };
        if !self.year_first && order == Order::Ymd && !self.short_year {
            return None;
        }
        let year = if !self.year_first && self.short_year {
            if year > 99 {
                return None;
            }
            if year < 70 { year + 2000 } else { year + 1900 }
        } else {
            year
        };
        // Nobody's complaint is older; a year of another calendar is not ours to guess.
        if !(1900..=2200).contains(&year) {
            return None;
        }
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }
}

/// The day that a text names under this order.
pub fn day(text: &str, order: Order) -> Option<Date> {
    parts(text)?.date(order)
}

/// The instant. A date without a time counts as its noon, so that no zone moves
/// it to another day.
pub fn instant(text: &str, order: Order, zone: &TimeZone) -> Option<Instant> {
    let parts = parts(text)?;
    if let Some(exact) = parts.exact {
        return Some(Instant::from(exact));
    }
    let at = DateTime::from_parts(parts.date(order)?, parts.time.unwrap_or(time(12, 0, 0, 0)));
    at.to_zoned(zone.clone())
        .ok()
        .map(|at| Instant::from(at.timestamp()))
}

/// What the values of one column say about their order.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Votes {
    /// Filled values.
    pub filled: u64,
    /// The year stands first with four digits.
    pub year_first: u64,
    /// Other values that are a date in some order.
    pub dated: u64,
    /// Of those, readable as `Order::ALL`.
    pub readable: [u64; 3],
    /// Rows in which two orders name different days, for each pair of orders.
    differ: [[u64; 3]; 3],
}

/// How a column is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// By its own values.
    By(Order),
    /// Several orders read every value and name different days.
    Ambiguous,
    /// Some values can only be one order, some only another.
    Mixed,
}

impl Votes {
    pub fn count(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.filled += 1;
        let Some(parts) = parts(text) else { return };
        if parts.year_first {
            self.year_first += u64::from(parts.date(Order::Ymd).is_some());
            return;
        }
        let days = Order::ALL.map(|order| parts.date(order));
        if days.iter().all(Option::is_none) {
            return;
        }
        self.dated += 1;
        for (row, mine) in days.iter().enumerate() {
            if let Some(readable) = self.readable.get_mut(row) {
                *readable += u64::from(mine.is_some());
            }
            for (column, other) in days.iter().enumerate() {
                if let Some(n) = self
                    .differ
                    .get_mut(row)
                    .and_then(|line| line.get_mut(column))
                {
                    *n += u64::from(mine != other);
                }
            }
        }
    }

    /// Mostly dates: worth offering where a date is asked for.
    pub fn looks_like_dates(&self) -> bool {
        let dates = self.year_first + self.dated;
        dates > 0 && dates * 10 >= self.filled * 9
    }

    pub fn tell(&self) -> Told {
        if self.dated == 0 {
            return Told::By(Order::Ymd);
        }
        let all: Vec<usize> = self
            .readable
            .iter()
            .enumerate()
            .filter(|(_, n)| **n == self.dated)
            .map(|(at, _)| at)
            .collect();
        let differ = |a: usize, b: usize| self.differ.get(a).and_then(|l| l.get(b)).copied();
        let [first, rest @ ..] = all.as_slice() else {
            return Told::Mixed;
        };
        if rest.iter().any(|other| differ(*first, *other) != Some(0)) {
            return Told::Ambiguous;
        }
        Order::ALL
            .get(*first)
            .map_or(Told::Mixed, |order| Told::By(*order))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn votes(values: &[&str]) -> Told {
        let mut votes = Votes::default();
        values.iter().for_each(|value| votes.count(value));
        votes.tell()
    }

    #[test]
    fn a_column_tells_its_order_by_its_own_values() {
        assert_eq!(votes(&["2019-09-24", "2020-03-06"]), Told::By(Order::Ymd));
        assert_eq!(votes(&["9/10/2013", "9/17/2013"]), Told::By(Order::Mdy));
        assert_eq!(votes(&["10/09/2013", "17/09/2013"]), Told::By(Order::Dmy));
        assert_eq!(votes(&["9/10/2013", "9/11/2013"]), Told::Ambiguous);
        assert_eq!(votes(&["17/09/2013", "9/17/2013"]), Told::Mixed);
        // The same day in either order leaves nothing to choose.
        assert!(matches!(votes(&["02/02/2016", "5/5/2016"]), Told::By(_)));
        // One value that is no date decides nothing.
        assert_eq!(votes(&["soon", "9/17/2013"]), Told::By(Order::Mdy));
    }

    #[test]
    fn dates_of_six_languages_name_the_same_day() {
        for text in [
            "2026-03-06",
            "2026/3/6",
            "2026. 3. 6.",
            "2026년 3월 6일",
            "2026年3月6日",
            "۲۰۲۶-۰۳-۰۶",
            "2026-03-06T12:00:00Z",
        ] {
            assert_eq!(
                day(text, Order::Mdy).unwrap().to_string(),
                "2026-03-06",
                "{text}"
            );
        }
        assert_eq!(
            day("6.3.2026", Order::Dmy).unwrap().to_string(),
            "2026-03-06"
        );
        assert_eq!(
            day("9/24/19", Order::Mdy).unwrap().to_string(),
            "2019-09-24"
        );
        assert_eq!(day("31/02/2026", Order::Dmy), None);
        assert_eq!(day("1402/05/12", Order::Ymd), None);
        assert_eq!(day("27105", Order::Mdy), None);
    }

    #[test]
    fn a_time_and_an_offset_are_kept() {
        let utc = TimeZone::UTC;
        let at = |text| instant(text, Order::Mdy, &utc).unwrap().to_string();
        assert_eq!(at("2026-03-06 14:22:11"), "2026-03-06T14:22:11Z");
        assert_eq!(at("2026-03-06T14:22:11+02:00"), "2026-03-06T12:22:11Z");
        assert_eq!(at("3/6/2026 2:05 PM"), "2026-03-06T14:05:00Z");
        assert_eq!(at("3/6/2026"), "2026-03-06T12:00:00Z");
        assert!(instant("3/6/2026 soon", Order::Mdy, &utc).is_none());
    }
}
