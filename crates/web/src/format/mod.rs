//! Dates, numbers, money and sizes as each language writes them. One family of
//! functions for pages, letters and mail: a translator never formats a value.

mod due;
mod hours;
mod names;
mod numbers;
mod period;

pub use due::{Due, Nearness};
pub(crate) use numbers::in_digits;
pub use numbers::{decimal, percent, size, whole};

use icu_calendar::{Date as IcuDate, Iso, cal::Persian};
use jiff::{Zoned, civil::Date, tz::TimeZone};
use redress_kernel::{Instant, Lang, fields::latin_digits, money::Money, terms::Terms};
use std::sync::Arc;

/// How one reader reads: the language, the office's or the reader's zone, and
/// whether Traditional Chinese counts years of the Republic.
#[derive(Debug, Clone)]
pub struct Format {
    pub lang: Lang,
    pub zone: TimeZone,
    pub roc: bool,
    /// The organisation's own words for categories and remedies.
    pub terms: Arc<Terms>,
}

impl Format {
    pub fn new(lang: Lang, zone: TimeZone) -> Format {
        Format {
            lang,
            zone,
            roc: false,
            terms: Arc::default(),
        }
    }

    /// For letters, decisions and dates on which a person must act: with the weekday.
    pub fn long(&self, date: Date) -> String {
        let weekday = names::weekday(self.lang, date.weekday());
        match self.lang {
            Lang::En | Lang::Pseudo => format!("{weekday} {}", self.date(date)),
            Lang::Ko => format!("{}({weekday})", self.date(date)),
            Lang::ZhHant | Lang::ZhHans => format!("{}（{weekday}）", self.date(date)),
            Lang::Lt => self.date(date),
            Lang::Fa => format!("{weekday} {}", self.date(date)),
        }
    }

    /// With the name of the month, without the weekday.
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self.lang {
            Lang::En | Lang::Pseudo => {
                format!("{day} {} {year}", names::month(Lang::En, month))
            }
            Lang::Ko => format!("{year}년 {month}월 {day}일"),
            Lang::ZhHant if self.roc => format!("民國{}年{month}月{day}日", year - 1911),
            Lang::ZhHant | Lang::ZhHans => format!("{year}年{month}月{day}日"),
            Lang::Lt => format!(
                "{year}\u{a0}m. {} {day}\u{a0}d.",
                names::month(Lang::Lt, month)
            ),
            Lang::Fa => self.solar_date(date),
        }
    }

    fn solar_date(&self, date: Date) -> String {
        let (year, month, day) = solar(date);
        let month = names::month(Lang::Fa, i8::try_from(month).unwrap_or_default());
        numbers::in_digits(&format!("{day} {month} {year}"), Lang::Fa)
    }

    /// For lists and tables, where space is short.
    pub fn short(&self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self.lang {
            Lang::En | Lang::Pseudo => {
                format!("{day} {} {year}", names::month_short(month))
            }
            Lang::Ko => format!("{year}. {month}. {day}."),
            Lang::ZhHant if self.roc => format!("{}/{month}/{day}", year - 1911),
            Lang::ZhHant | Lang::ZhHans => format!("{year}/{month}/{day}"),
            Lang::Lt => format!("{year}-{month:02}-{day:02}"),
            Lang::Fa => self.solar_date(date),
        }
    }

    /// The time of day in this reader's zone, 24 hours.
    pub fn time(&self, at: Instant) -> String {
        self.time_of(&self.local(at))
    }

    fn time_of(&self, local: &Zoned) -> String {
        numbers::in_digits(
            &format!("{:02}:{:02}", local.hour(), local.minute()),
            self.lang,
        )
    }

    /// Date and time with the zone, so that nobody has to guess whose clock it is.
    pub fn moment(&self, at: Instant) -> String {
        self.both_moments(at).1
    }

    /// Date and time without the zone, for the desk, where all share one.
    pub fn moment_short(&self, at: Instant) -> String {
        self.short_of(&self.local(at))
    }

    /// Without and with the zone: a case page has dozens of moments, and finding
    /// the local time is most of the work.
    pub(crate) fn both_moments(&self, at: Instant) -> (String, String) {
        let local = self.local(at);
        let (short, zone) = (self.short_of(&local), self.zone_of(&local));
        let exact = match self.lang {
            Lang::ZhHant | Lang::ZhHans => format!("{short}（{zone}）"),
            _ => format!("{short} ({zone})"),
        };
        (short, exact)
    }

    fn short_of(&self, local: &Zoned) -> String {
        let (day, time) = (self.date(local.date()), self.time_of(local));
        match self.lang {
            Lang::En | Lang::Pseudo | Lang::Lt => format!("{day}, {time}"),
            Lang::Ko | Lang::ZhHant | Lang::ZhHans => format!("{day} {time}"),
            Lang::Fa => format!("{day}، ساعت {time}"),
        }
    }

    /// The local calendar day of an instant.
    pub fn day(&self, at: Instant) -> Date {
        at.date_in(&self.zone)
    }

    /// `UTC+2`, `UTC+3:30`: understood in every language, between isolates.
    pub fn zone_name(&self, at: Instant) -> String {
        self.zone_of(&self.local(at))
    }

    fn zone_of(&self, local: &Zoned) -> String {
        let seconds = local.offset().seconds();
        let sign = if seconds < 0 { '-' } else { '+' };
        let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
        let name = match (hours, minutes) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
        };
        match self.lang {
            Lang::Fa => format!("\u{2066}{name}\u{2069}"),
            _ => name,
        }
    }

    pub fn number(&self, n: i64) -> String {
        whole(n, self.lang)
    }

    pub fn decimal(&self, n: f64, digits: usize) -> String {
        decimal(n, digits, self.lang)
    }

    /// `n` is 0 to 100.
    pub fn percent(&self, n: f64, digits: usize) -> String {
        percent(n, digits, self.lang)
    }

    pub fn money(&self, money: &Money) -> String {
        numbers::money(money, self.lang)
    }

    /// A file's size.
    pub fn size(&self, bytes: u64) -> String {
        size(bytes, self.lang)
    }

    fn local(&self, at: Instant) -> Zoned {
        at.timestamp().to_zoned(self.zone.clone())
    }
}

/// Year, month and day of the Solar Hijri calendar.
pub fn solar(date: Date) -> (i32, u8, u8) {
    let Ok(iso) =
        IcuDate::try_new_iso(i32::from(date.year()), date.month() as u8, date.day() as u8)
    else {
        return (0, 0, 0);
    };
    let solar = iso.to_calendar(Persian);
    (
        solar.year().extended_year(),
        solar.month().ordinal,
        solar.day_of_month().0,
    )
}

/// A typed date as ISO 8601, from either calendar (`2026-11-20`, `۱۴۰۵/۸/۲۹`,
/// `1405-08-29`). Years below 1600 are Solar Hijri: no complaint is that old.
pub fn iso_date(typed: &str) -> Option<Date> {
    let plain = latin_digits(typed.trim());
    let parts: Vec<i32> = plain
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let (month, day) = (u8::try_from(*month).ok()?, u8::try_from(*day).ok()?);
    if (1200..1600).contains(year) {
        return from_solar(*year, month, day);
    }
    Date::new(
        i16::try_from(*year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

fn from_solar(year: i32, month: u8, day: u8) -> Option<Date> {
    let iso = IcuDate::try_new_persian(year, month, day)
        .ok()?
        .to_calendar(Iso);
    let (year, month, day) = (
        iso.year().extended_year(),
        iso.month().ordinal,
        iso.day_of_month().0,
    );
    Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests;
