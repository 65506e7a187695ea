//! Periods: whole months, quarters and years, of the Gregorian or of the Solar
//! Hijri calendar, because an office in Tehran closes its books with Aban and not
//! with November. Counts are kept by *span*, the pieces into which the months of
//! both calendars cut time, so that every period of either is a sum of spans.

use icu_calendar::{Date as IcuDate, Iso, cal::Persian};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Years {
    Gregorian,
    /// Years below 1600: no complaint is that old.
    Solar,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Month(u8),
    Quarter(u8),
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    pub years: Years,
    pub year: i16,
    pub part: Part,
}

impl Period {
    /// `2026-11`, `2026-q4`, `2026`, and `1405-08` of the Solar Hijri calendar.
    pub fn read(text: &str) -> Option<Period> {
        let text = crate::fields::latin_digits(text.trim()).to_ascii_lowercase();
        let (year, part) = text.split_once('-').unwrap_or((&text, ""));
        let year: i16 = year.parse().ok()?;
        let years = match year {
            1200..1600 => Years::Solar,
            1900..=2400 => Years::Gregorian,
            _ => return None,
        };
        let number = |text: &str, max| text.parse().ok().filter(|n| (1..=max).contains(n));
        let part = match (part, part.strip_prefix('q')) {
            ("", _) => Part::Year,
            (_, Some(quarter)) => Part::Quarter(number(quarter, 4)?),
            (month, None) => Part::Month(number(month, 12)?),
        };
        Some(Period { years, year, part })
    }

    /// The month in which a day lies.
    pub fn month_of(day: Date, years: Years) -> Period {
        let (year, month) = match years {
            Years::Gregorian => (day.year(), day.month() as u8),
            Years::Solar => {
                let (year, month, _) = solar(day);
                (year, month)
            }
        };
        let part = Part::Month(month);
        Period { years, year, part }
    }

    /// The quarter in which this month lies; a quarter or year stays itself.
    pub fn quarter(self) -> Period {
        match self.part {
            Part::Month(month) => Period {
                part: Part::Quarter((month - 1) / 3 + 1),
                ..self
            },
            _ => self,
        }
    }

    pub fn whole_year(self) -> Period {
        Period {
            part: Part::Year,
            ..self
        }
    }

    pub fn first(self) -> Date {
        let month = match self.part {
            Part::Month(month) => month,
            Part::Quarter(quarter) => (quarter - 1) * 3 + 1,
            Part::Year => 1,
        };
        first_of(self.years, self.year, month)
    }

    pub fn last(self) -> Date {
        self.after()
            .first()
            .checked_sub(1.day())
            .unwrap_or(Date::MIN)
    }

    pub fn contains(self, day: Date) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// The period of the same length before this one.
    pub fn before(self) -> Period {
        let (part, back) = match self.part {
            Part::Month(1) => (Part::Month(12), 1),
            Part::Month(month) => (Part::Month(month - 1), 0),
            Part::Quarter(1) => (Part::Quarter(4), 1),
            Part::Quarter(quarter) => (Part::Quarter(quarter - 1), 0),
            Part::Year => (Part::Year, 1),
        };
        let year = self.year - back;
        Period { part, year, ..self }
    }

    pub fn after(self) -> Period {
        let (part, on) = match self.part {
            Part::Month(12) => (Part::Month(1), 1),
            Part::Month(month) => (Part::Month(month + 1), 0),
            Part::Quarter(4) => (Part::Quarter(1), 1),
            Part::Quarter(quarter) => (Part::Quarter(quarter + 1), 0),
            Part::Year => (Part::Year, 1),
        };
        let year = self.year + on;
        Period { part, year, ..self }
    }

    /// So many months, the last of them the last of this period, oldest first.
    pub fn months_up_to(self, count: usize) -> Vec<Period> {
        let mut months = Vec::with_capacity(count);
        let mut month = Period::month_of(self.last(), self.years);
        for _ in 0..count {
            months.push(month);
            month = month.before();
        }
        months.reverse();
        months
    }
}

/// As it stands in an address.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Month(month) => write!(f, "{}-{month:02}", self.year),
            Part::Quarter(quarter) => write!(f, "{}-q{quarter}", self.year),
            Part::Year => write!(f, "{}", self.year),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Period, D::Error> {
        let text = String::deserialize(from)?;
        Period::read(&text).ok_or_else(|| serde::de::Error::custom("no period"))
    }
}

/// The first day of the span in which a day lies: where a month of either calendar
/// began last.
pub fn span_of(day: Date) -> Date {
    let (year, month, of_month) = solar(day);
    let begun = i64::from(of_month.saturating_sub(1)).days();
    let solar_month = match of_month {
        0 => first_of(Years::Solar, year, month),
        _ => day.checked_sub(begun).unwrap_or(day),
    };
    day.first_of_month().max(solar_month)
}

/// A day as the number in which tables keep it: 20261121 sorts and reads as a date.
pub fn numbered(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

fn first_of(years: Years, year: i16, month: u8) -> Date {
    let gregorian = |year, month| Date::new(year, month, 1).unwrap_or(Date::MIN);
    match years {
        Years::Gregorian => gregorian(year, month as i8),
        Years::Solar => match IcuDate::try_new_persian(i32::from(year), month, 1) {
            Ok(first) => {
                let iso = first.to_calendar(Iso);
                let (year, month) = (iso.year().extended_year(), iso.month().ordinal);
                let day = iso.day_of_month().0;
                Date::new(year as i16, month as i8, day as i8).unwrap_or(Date::MIN)
            }
            Err(_) => Date::MIN,
        },
    }
}

/// Year, month and day of the Solar Hijri calendar; zeros where it does not reach.
fn solar(day: Date) -> (i16, u8, u8) {
    let iso = IcuDate::try_new_iso(i32::from(day.year()), day.month() as u8, day.day() as u8);
    let Ok(iso) = iso else {
        return (0, 0, 0);
    };
    let solar = iso.to_calendar(Persian);
    (
        solar.year().extended_year() as i16,
        solar.month().ordinal,
        solar.day_of_month().0,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn period(text: &str) -> Period {
        Period::read(text).unwrap()
    }

    #[test]
    fn a_period_is_written_as_it_is_read() {
        for text in ["2026-11", "2026-q4", "2026", "1405-08", "1405-q3", "1405"] {
            assert_eq!(period(text).to_string(), text);
        }
        assert_eq!(period("۱۴۰۵-۰۸").to_string(), "1405-08");
        for text in [
            "",
            "2026-13",
            "2026-q5",
            "12",
            "2026-00",
            "-",
            "2026-11-21",
            "9999999",
        ] {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }

    #[test]
    fn november_and_aban_are_different_days() {
        let november = period("2026-11");
        assert_eq!(
            (november.first(), november.last()),
            (date(2026, 11, 1), date(2026, 11, 30))
        );
        let aban = period("1405-08");
        assert_eq!(
            (aban.first(), aban.last()),
            (date(2026, 10, 23), date(2026, 11, 21))
        );
        assert_eq!(period("1405").first(), date(2026, 3, 21));
        assert_eq!(
            period("1403").last(),
            date(2025, 3, 20),
            "1403 is a leap year"
        );
        assert_eq!(Period::month_of(date(2026, 11, 21), Years::Solar), aban);
        assert_eq!(aban.quarter().to_string(), "1405-q3");
    }

    #[test]
    fn before_january_comes_december() {
        assert_eq!(period("2026-01").before(), period("2025-12"));
        assert_eq!(period("2026-q1").before(), period("2025-q4"));
        let months = period("2026-02").months_up_to(4);
        let codes: Vec<String> = months.iter().map(Period::to_string).collect();
        assert_eq!(codes, ["2025-11", "2025-12", "2026-01", "2026-02"]);
    }

    #[test]
    fn every_month_of_both_calendars_is_a_sum_of_whole_spans() {
        let mut day = date(2020, 1, 1);
        while day < date(2031, 1, 1) {
            let span = span_of(day);
            assert!(span <= day, "{day}");
            for years in [Years::Gregorian, Years::Solar] {
                let month = Period::month_of(day, years);
                assert!(
                    month.contains(day) && month.contains(span),
                    "{day} {years:?}"
                );
            }
            day = day.tomorrow().unwrap();
        }
    }
}
