//! Instants are microseconds UTC; dates are local. The clock itself is read in
//! one place (`redress::clock`) and handed in as `now`.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Instant(i64);

impl Instant {
    pub const fn from_micros(us: i64) -> Instant {
        Instant(us)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    pub fn plus_seconds(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Seconds from `earlier` to `self`; negative when `self` came first.
    pub fn seconds_since(self, earlier: Instant) -> i64 {
        (self.0 - earlier.0) / 1_000_000
    }

    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The calendar day on which this instant falls in `zone`.
    pub fn date_in(self, zone: &TimeZone) -> Date {
        self.timestamp().to_zoned(zone.clone()).date()
    }
}

/// Something that knows what time it is: the machine's clock in life, a fixed
/// or running-fast one in the demo and in tests.
pub trait Clock: Send + Sync {
    fn now(&self) -> Instant;
}

impl From<Timestamp> for Instant {
    fn from(at: Timestamp) -> Instant {
        Instant(at.as_microsecond())
    }
}

/// RFC 3339 in UTC.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnInstant;

impl FromStr for Instant {
    type Err = NotAnInstant;
    /// Reads RFC 3339; an offset is required, because a time without one is a guess.
    fn from_str(text: &str) -> Result<Instant, NotAnInstant> {
        text.parse::<Timestamp>()
            .map(Instant::from)
            .map_err(|_| NotAnInstant)
    }
}

/// In facts an instant is a whole number of microseconds: canonical JSON has no floats.
impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Instant, D::Error> {
        i64::deserialize(from).map(Instant)
    }
}
