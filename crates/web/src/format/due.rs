//! How near a deadline is, as the sentence that a chip shows.

use super::Format;
use redress_kernel::{Instant, words::Message};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    Overdue,
    Today,
    Soon,
    Later,
}

impl Nearness {
    /// The class of its chip; the words say the same, colour only repeats them.
    pub const fn class(self) -> &'static str {
        match self {
            Nearness::Overdue => "bad",
            Nearness::Today => "warn",
            Nearness::Soon | Nearness::Later => "plain",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    pub nearness: Nearness,
    pub message: Message,
}

impl Format {
    /// "3 days overdue", "due today", "due in 2 days", "due 4 Dec 2026".
    pub fn due(&self, due: Instant, now: Instant) -> Due {
        let (day, today) = (self.day(due), self.day(now));
        let days = i64::from((day - today).get_days());
        let count = |key: &str, n: i64| Message::new(key).with("n", n);
        let (nearness, message) = match (due < now, days) {
            (true, 0) => {
                let hours = (now.seconds_since(due) / 3600).max(1);
                (Nearness::Overdue, count("due-overdue-hours", hours))
            }
            (true, days) => (Nearness::Overdue, count("due-overdue-days", -days)),
            (false, 0) => (Nearness::Today, Message::new("due-today")),
            (false, 1..=7) => (Nearness::Soon, count("due-in-days", days)),
            (false, _) => (
                Nearness::Later,
                Message::new("due-on").with("date", self.short(day)),
            ),
        };
        Due { nearness, message }
    }
}
