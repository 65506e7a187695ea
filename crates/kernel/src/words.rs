//! Message keys and their arguments. The kernel names what is said; the
//! catalogue in `translations/` says it.

use crate::{Instant, money::Money};
use jiff::civil::Date;

/// A value that stands in a sentence. Formatting (digits, calendar, currency)
/// happens in one place for all languages, never in a translation.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Plain text of unknown direction: isolated when printed.
    Text(String),
    /// A reference, phone number, e-mail or address: isolated left to right.
    Latin(String),
    Number(i64),
    Date(Date),
    /// Date and time in the reader's zone.
    Moment(Instant),
    Money(Money),
    /// Another message, translated on its own (only after a colon or alone).
    Key(String),
}

impl From<i64> for Arg {
    fn from(n: i64) -> Arg {
        Arg::Number(n)
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Arg {
        Arg::Number(n as i64)
    }
}
impl From<Date> for Arg {
    fn from(date: Date) -> Arg {
        Arg::Date(date)
    }
}
impl From<Instant> for Arg {
    fn from(at: Instant) -> Arg {
        Arg::Moment(at)
    }
}
impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}
impl From<Money> for Arg {
    fn from(money: Money) -> Arg {
        Arg::Money(money)
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Arg {
        Arg::Number(i64::from(n))
    }
}
/// Templates hand over references.
impl<T: Clone> From<&T> for Arg
where
    Arg: From<T>,
{
    fn from(value: &T) -> Arg {
        Arg::from(value.clone())
    }
}

/// A sentence of the catalogue with its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub key: String,
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    pub fn new(key: impl Into<String>) -> Message {
        Message {
            key: key.into(),
            args: Vec::new(),
        }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Message {
        self.args.push((name, value.into()));
        self
    }
}
