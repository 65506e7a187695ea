//! Identifiers. Sixteen bytes, written as 32 lower-case hexadecimal digits;
//! made from a time and ten random bytes (the order of UUID version 7), so an
//! index grows at its end and no identifier says anything about a person.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Id(u128);

impl Id {
    /// The installation itself: jobs, timers, automatic acknowledgements.
    pub const SYSTEM: Id = Id(1);
    /// Whoever acts through the public pages with a reference and its code.
    pub const COMPLAINANT: Id = Id(2);
    /// The organisation as a subject of facts (settings, people, imports).
    pub const ORGANISATION: Id = Id(3);

    /// `at_us`: microseconds since 1970 UTC; `random`: ten bytes from the caller's source.
    pub fn new(at_us: i64, random: [u8; 10]) -> Id {
        let time = (at_us.max(0) as u128 / 1000) << 80;
        let noise = random
            .iter()
            .fold(0u128, |all, byte| (all << 8) | u128::from(*byte));
        Id(time | noise)
    }

    pub const fn from_bytes(bytes: [u8; 16]) -> Id {
        Id(u128::from_be_bytes(bytes))
    }

    pub fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By hand: ids are in every row and every link, and `{:032x}` takes ten times as long.
        let mut text = [0u8; 32];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.bytes()) {
            pair.copy_from_slice(&hex(byte));
        }
        f.pad(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn hex(byte: u8) -> [u8; 2] {
    let digit = |n: u8| if n < 10 { b'0' + n } else { b'a' + n - 10 };
    [digit(byte >> 4), digit(byte & 15)]
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for Id {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Id, NotAnId> {
        if text.len() != 32 {
            return Err(NotAnId);
        }
        u128::from_str_radix(text, 16).map(Id).map_err(|_| NotAnId)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Id, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
        text.parse()
            .map_err(|_| serde::de::Error::custom("not an identifier"))
    }
}
