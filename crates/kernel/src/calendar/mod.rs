//! Working days and working hours in one time zone: what a deadline is counted
//! over (7.2, 7.4). A national list of days lies under the organisation's own
//! closures; each day can say why it is worked or not.

mod days;
mod hours;
mod national;
mod open;
#[cfg(test)]
mod tests;

pub use days::NamedDay;
pub use hours::{Hours, HoursFault, Span, WEEKDAYS};
pub use national::{Listed, National};

use crate::Instant;
use days::Days;
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time, Weekday},
    tz::{AmbiguousOffset, TimeZone},
};
use std::sync::{Arc, LazyLock};

/// Which days and hours are worked, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    pub zone: TimeZone,
    weekend: Weekend,
    hours: Hours,
    days: Days,
    /// The list of a country under it, if there is one.
    national: Option<Arc<National>>,
}

/// Why a day is worked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Working,
    /// A day of the weekend that is worked for another one.
    MakeUp(Arc<str>),
    Weekend,
    Holiday(Arc<str>),
    /// The organisation's own.
    Closure(Arc<str>),
}

impl Kind {
    pub const fn works(&self) -> bool {
        matches!(self, Kind::Working | Kind::MakeUp(_))
    }
}

/// A time zone of which this machine knows nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchZone(pub String);

/// The zone of this name, or that there is no data for it: never silently UTC.
pub fn zone(name: &str) -> Result<TimeZone, NoSuchZone> {
    match TimeZone::get(name) {
        Ok(zone) if !zone.is_unknown() => Ok(zone),
        _ => Err(NoSuchZone(name.to_owned())),
    }
}

impl Calendar {
    pub fn new(
        zone: TimeZone,
        weekend: &[Weekday],
        closures: impl IntoIterator<Item = Date>,
    ) -> Calendar {
        let calendar = Calendar {
            zone,
            weekend: weekend.iter().copied().collect(),
            hours: Hours::default(),
            days: Days::default(),
            national: None,
        };
        calendar.closed(closures.into_iter().map(|day| (day, unnamed())))
    }

    pub fn with_hours(mut self, hours: Hours) -> Calendar {
        self.hours = hours;
        self
    }

    pub fn with_weekend(mut self, weekend: &[Weekday]) -> Calendar {
        self.weekend = weekend.iter().copied().collect();
        self
    }

    /// Days on which the organisation is closed; they overrule the national list.
    pub fn closed(mut self, days: impl IntoIterator<Item = (Date, Arc<str>)>) -> Calendar {
        self.days.lay(days.into_iter().map(|(day, name)| {
            let works = false;
            (NamedDay { day, works, name }, true)
        }));
        self
    }

    /// Days that the organisation works or not whatever the national list says.
    pub fn with_days(mut self, days: impl IntoIterator<Item = NamedDay>) -> Calendar {
        self.days.lay(days.into_iter().map(|day| (day, true)));
        self
    }

    pub fn works_on(&self, day: Date) -> bool {
        self.days
            .works(day)
            .unwrap_or_else(|| !self.weekend.contains(day.weekday()))
    }

    pub fn kind(&self, day: Date) -> Kind {
        match self.days.named(day) {
            Some((named, _)) if named.works && self.weekend.contains(day.weekday()) => {
                Kind::MakeUp(named.name.clone())
            }
            Some((named, _)) if named.works => Kind::Working,
            Some((named, true)) => Kind::Closure(named.name.clone()),
            Some((named, false)) => Kind::Holiday(named.name.clone()),
            None if self.weekend.contains(day.weekday()) => Kind::Weekend,
            None => Kind::Working,
        }
    }

    /// Is the office closed that day by the organisation's own wish?
    pub fn is_closure(&self, day: Date) -> bool {
        matches!(self.days.named(day), Some((named, true)) if !named.works)
    }

    pub fn is_weekend(&self, day: Weekday) -> bool {
        self.weekend.contains(day)
    }

    /// All days that are not as their weekday is, in order; true: the organisation's own.
    pub fn named_days(&self) -> impl Iterator<Item = (&NamedDay, bool)> {
        self.days.all()
    }

    /// The national list that lies under this calendar.
    pub fn national(&self) -> Option<&Arc<National>> {
        self.national.as_ref()
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
            day = day.tomorrow().unwrap_or(Date::MAX);
            left -= u32::from(self.works_on(day));
        }
        day
    }

    /// The last instant of the local day `day`.
    pub fn end_of(&self, day: Date) -> Instant {
        self.last_of(day)
            .unwrap_or_else(|| Instant::from_micros(i64::MAX))
    }

    /// The last instant of a day, unless time ends before it.
    pub fn last_of(&self, day: Date) -> Option<Instant> {
        let next = self.first_of(day.tomorrow().ok()?)?;
        Some(Instant::from_micros(next.micros() - 1))
    }

    /// The first instant of a day. Where the clocks jump over midnight, it is the jump.
    pub fn first_of(&self, day: Date) -> Option<Instant> {
        self.first_at(day, Time::midnight())
    }

    /// The first instant of a day at which the clock on the wall shows `time` or,
    /// where it jumps over it, more.
    pub fn first_at(&self, day: Date, time: Time) -> Option<Instant> {
        let wall = self.zone.to_ambiguous_timestamp(day.to_datetime(time));
        let jumped = matches!(wall.offset(), AmbiguousOffset::Gap { .. });
        let at = wall.compatible().ok()?;
        match jumped {
            true => self.jump_before(at),
            false => Some(at.into()),
        }
    }

    /// The last change of the clocks at `at` or before.
    fn jump_before(&self, at: Timestamp) -> Option<Instant> {
        let after = Timestamp::from_nanosecond(at.as_nanosecond() + 1).ok()?;
        let jump = self.zone.preceding(after).next()?;
        Some(jump.timestamp().into())
    }

    /// What the clock on the wall shows, unless the instant is out of all time.
    pub fn local(&self, at: Instant) -> Option<DateTime> {
        let at = Timestamp::from_microsecond(at.micros()).ok()?;
        Some(self.zone.to_datetime(at))
    }
}

/// The name of a day for which nobody gave a reason; one for all.
pub fn unnamed() -> Arc<str> {
    static UNNAMED: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from(""));
    UNNAMED.clone()
}

/// The weekdays that are not worked, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Weekend(u8);

impl Weekend {
    fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.to_monday_zero_offset()) != 0
    }
}

impl FromIterator<Weekday> for Weekend {
    fn from_iter<T: IntoIterator<Item = Weekday>>(days: T) -> Weekend {
        Weekend(
            days.into_iter()
                .fold(0, |set, day| set | (1 << day.to_monday_zero_offset())),
        )
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
