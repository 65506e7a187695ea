//! How often a reference may be tried. In memory and forgotten with a restart:
//! an access code has 80 bits, so this keeps guessing dull and logs quiet; it is
//! not what keeps a case shut.

use redress_kernel::Instant;
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

pub const WINDOW_SECONDS: i64 = 15 * 60;
const WRONG_PER_REFERENCE: usize = 5;
const WRONG_IN_ALL: usize = 2_000;
/// So many references are remembered at most.
const REMEMBERED_MAX: usize = 10_000;

#[derive(Default)]
pub struct Tries(Mutex<Wrong>);

#[derive(Default)]
struct Wrong {
    by_reference: HashMap<String, Vec<Instant>>,
    in_all: Vec<Instant>,
}

impl Tries {
    /// May this reference be tried now?
    pub fn open_for(&self, reference: &str, now: Instant) -> bool {
        self.left(reference, now) > 0
    }

    /// How often it may still be tried.
    pub fn left(&self, reference: &str, now: Instant) -> usize {
        let mut wrong = self.lock();
        wrong.in_all.retain(|at| recent(*at, now));
        if wrong.in_all.len() >= WRONG_IN_ALL {
            return 0;
        }
        let tried = wrong
            .by_reference
            .get(reference)
            .map_or(0, |all| all.iter().filter(|at| recent(**at, now)).count());
        WRONG_PER_REFERENCE.saturating_sub(tried)
    }

    pub fn wrong(&self, reference: &str, now: Instant) {
        let mut wrong = self.lock();
        if wrong.by_reference.len() >= REMEMBERED_MAX {
            wrong
                .by_reference
                .retain(|_, all| all.iter().any(|at| recent(*at, now)));
        }
        if wrong.by_reference.len() < REMEMBERED_MAX || wrong.by_reference.contains_key(reference) {
            let all = wrong.by_reference.entry(reference.to_owned()).or_default();
            all.retain(|at| recent(*at, now));
            all.push(now);
        }
        wrong.in_all.push(now);
    }

    /// The right code ends the counting for this reference.
    pub fn right(&self, reference: &str) {
        self.lock().by_reference.remove(reference);
    }

    fn lock(&self) -> MutexGuard<'_, Wrong> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn recent(at: Instant, now: Instant) -> bool {
    now.seconds_since(at) < WINDOW_SECONDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_wrong_codes_close_one_reference_for_a_quarter_of_an_hour_and_no_other() {
        let tries = Tries::default();
        let now = Instant::from_micros(1_000_000_000);
        (0..5).for_each(|_| tries.wrong("BF-1", now));
        assert!(!tries.open_for("BF-1", now.plus_seconds(899)));
        assert!(tries.open_for("BF-1", now.plus_seconds(900)));
        assert!(tries.open_for("BF-2", now));
    }

    #[test]
    fn the_right_code_ends_the_counting() {
        let tries = Tries::default();
        let now = Instant::from_micros(1_000_000_000);
        (0..4).for_each(|_| tries.wrong("BF-1", now));
        assert_eq!(tries.left("BF-1", now), 1, "said before it is used up");
        tries.right("BF-1");
        assert_eq!(tries.left("BF-1", now), 5);
        tries.wrong("BF-1", now);
        assert!(tries.open_for("BF-1", now));
    }

    #[test]
    fn guessing_at_many_references_is_limited_in_all() {
        let tries = Tries::default();
        let now = Instant::from_micros(1_000_000_000);
        (0..WRONG_IN_ALL).for_each(|n| tries.wrong(&format!("BF-{n}"), now));
        assert!(!tries.open_for("BF-another", now));
        assert!(tries.open_for("BF-another", now.plus_seconds(WINDOW_SECONDS)));
    }
}
