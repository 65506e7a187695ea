//! The clock that a server goes by (decision 0056). Due dates hang on it, so a jump of
//! the machine's clock is not believed: time goes on by what has really passed, until
//! the clock is right again or somebody starts the server anew. What follows from the
//! time (letters, reminders, dates) is neither held back for years nor done a year early.
//! Evidence: `recorded_at` never goes back; health says that the clock has jumped.

use super::{MachineClock, steady_micros};
use redress_kernel::{Instant, instant::Clock};
use std::sync::{Mutex, PoisonError};

/// A clock is put back by so much when it is set right; more is a jump.
pub const BACK_MAX_SECONDS: i64 = 5 * 60;
/// A machine that sleeps over a weekend wakes so much later; more is a jump.
pub const FORWARD_MAX_SECONDS: i64 = 3 * 24 * 3600;

pub struct OfficeClock {
    wall: fn() -> Instant,
    steady: fn() -> u64,
    known: Mutex<Known>,
}

/// The last moment that was believed, and what the steady clock showed then.
struct Known {
    at: Instant,
    steady: u64,
    /// At the start it stood before the newest entry: whoever sets it right sets it forward.
    slow: bool,
    held: bool,
}

impl OfficeClock {
    /// `newest`: when the newest entry of the journal was recorded.
    pub fn new(newest: Option<Instant>) -> OfficeClock {
        OfficeClock::by(|| MachineClock.now(), steady_micros, newest)
    }

    fn by(wall: fn() -> Instant, steady: fn() -> u64, newest: Option<Instant>) -> OfficeClock {
        let (now, newest) = (wall(), newest.unwrap_or_default());
        let slow = newest > now;
        if newest > now.plus_seconds(BACK_MAX_SECONDS) {
            tracing::error!(%now, %newest, "the clock stands before the newest entry: time goes on from there");
        }
        let known = Known {
            at: now.max(newest),
            steady: steady(),
            slow,
            held: false,
        };
        OfficeClock {
            wall,
            steady,
            known: Mutex::new(known),
        }
    }
}

impl Clock for OfficeClock {
    fn now(&self) -> Instant {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.now((self.wall)(), (self.steady)())
    }
}

impl Known {
    fn now(&mut self, wall: Instant, steady: u64) -> Instant {
        let passed = i64::try_from(steady.saturating_sub(self.steady)).unwrap_or(i64::MAX);
        let ours = Instant::from_micros(self.at.micros().saturating_add(passed));
        let off = wall.seconds_since(ours);
        let put_right = self.slow && wall >= ours;
        if put_right || (-BACK_MAX_SECONDS..=FORWARD_MAX_SECONDS).contains(&off) {
            if self.held {
                tracing::warn!(%wall, "the clock is right again");
            }
            let slow = self.slow && wall < ours;
            *self = Known {
                at: if slow { ours } else { wall },
                steady,
                slow,
                held: false,
            };
            return self.at;
        }
        if !self.held {
            tracing::error!(%wall, %ours, "the clock has jumped: time goes on by what has passed");
            self.held = true;
        }
        ours
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const DAY: i64 = 24 * 3600;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn noon() -> Instant {
        at("2026-11-23T12:00:00Z")
    }

    /// A minute after the clock was right, the wall shows `off` seconds too much.
    fn a_minute_later(slow: bool, off: i64) -> i64 {
        let mut known = Known {
            at: noon(),
            steady: 0,
            slow,
            held: false,
        };
        let wall = noon().plus_seconds(60 + off);
        known.now(wall, 60_000_000).seconds_since(noon())
    }

    #[test]
    fn a_clock_that_is_set_right_by_some_minutes_is_followed() {
        for off in [-299, -1, 0, 1, 3600] {
            assert_eq!(a_minute_later(false, off), 60 + off);
        }
    }

    #[test]
    fn a_machine_that_slept_over_the_weekend_wakes_in_the_present() {
        assert_eq!(a_minute_later(false, 2 * DAY), 60 + 2 * DAY);
    }

    #[test]
    fn three_years_back_or_one_year_on_a_minute_is_a_minute() {
        for off in [-3 * 365 * DAY, -3600, 4 * DAY, 365 * DAY] {
            assert_eq!(a_minute_later(false, off), 60);
        }
    }

    #[test]
    fn a_jump_that_is_taken_back_leaves_nothing_behind() {
        let mut known = Known {
            at: noon(),
            steady: 0,
            slow: false,
            held: false,
        };
        known.now(noon().plus_seconds(365 * DAY), 10_000_000);
        assert!(known.held);
        let now = known.now(noon().plus_seconds(20), 20_000_000);
        assert_eq!((now, known.held), (noon().plus_seconds(20), false));
    }

    #[test]
    fn a_clock_that_was_slow_at_the_start_is_followed_when_somebody_sets_it_forward() {
        assert_eq!(a_minute_later(true, 40 * DAY), 60 + 40 * DAY);
        assert_eq!(
            a_minute_later(true, -40 * DAY),
            60,
            "until then time goes on"
        );
        assert_eq!(a_minute_later(true, -100), 60, "and never back");
    }

    #[test]
    fn a_server_that_starts_in_the_past_goes_on_from_the_newest_entry() {
        let newest = noon();
        let clock = OfficeClock::by(|| at("2023-11-23T12:00:00Z"), || 0, Some(newest));
        assert_eq!(clock.now(), newest);
        let clock = OfficeClock::by(noon, || 0, Some(at("2026-11-20T00:00:00Z")));
        assert_eq!(clock.now(), noon());
    }
}
