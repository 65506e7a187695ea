//! Opening hours in words: consecutive days with the same hours on one line.

use super::{Format, names, numbers::in_digits};
use jiff::civil::{Time, Weekday};
use redress_kernel::portal::Hours;

impl Format {
    /// Each line's days and times, as this language writes them; what is no time is left out.
    pub fn hours(&self, hours: &[Hours]) -> Vec<(String, String)> {
        hours
            .iter()
            .filter_map(|line| {
                let (days, from, until) = line.read()?;
                let times = format!("{} – {}", self.clock(from), self.clock(until));
                Some((self.days(&days), times))
            })
            .collect()
    }

    fn days(&self, days: &[Weekday]) -> String {
        let name = |day: &Weekday| names::weekday(self.lang, *day);
        match days {
            [first, _, .., last] if is_run(days) => format!("{} – {}", name(first), name(last)),
            all => all.iter().map(name).collect::<Vec<_>>().join(" · "),
        }
    }

    fn clock(&self, time: Time) -> String {
        in_digits(
            &format!("{:02}:{:02}", time.hour(), time.minute()),
            self.lang,
        )
    }
}

/// Monday to Friday is a run; Monday, Wednesday and Friday are not.
fn is_run(days: &[Weekday]) -> bool {
    days.windows(2).all(|pair| match pair {
        [one, next] => one.next() == *next,
        _ => true,
    })
}
