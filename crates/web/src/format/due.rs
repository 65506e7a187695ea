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

/// From half a day on the hours are counted.
const HOURS_IN_MINUTES: i64 = 12 * 60;

impl Format {
    /// The same for a limit that counts working days, of which so many are left: three
    /// days over a weekend are one.
    pub fn due_in_working_days(&self, due: Instant, now: Instant, left: i64) -> Due {
        let near = self.due(due, now);
        if near.nearness != Nearness::Soon {
            return near;
        }
        let message = Message::new("due-in-working-days").with("n", left);
        Due { message, ..near }
    }

    /// "3 days overdue", "3 hours left", "due today", "2 days left", "due 4 Dec 2026".
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
            (false, 0) => {
                let minutes = due.seconds_since(now) / 60;
                let message = match minutes {
                    0..60 => count("due-in-minutes", minutes.max(1)),
                    60..HOURS_IN_MINUTES => count("due-in-hours", minutes / 60),
                    _ => Message::new("due-today"),
                };
                (Nearness::Today, message)
            }
            (false, 1..=7) => (Nearness::Soon, count("due-in-days", days)),
            (false, _) => (
                Nearness::Later,
                Message::new("due-on").with("date", self.short(day)),
            ),
        };
        Due { nearness, message }
    }
}
