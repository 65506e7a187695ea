//! Ending what goes on in other threads, soon and between two steps.

use std::{
    sync::{Condvar, Mutex, PoisonError},
    time::Duration,
};

/// Ends the watching, also in the middle of waiting.
#[derive(Default)]
pub struct Stop {
    asked: Mutex<bool>,
    changed: Condvar,
}

impl Stop {
    pub fn now(&self) {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }

    pub fn asked(&self) -> bool {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True when it was asked for within this time.
    pub fn within(&self, wait: Duration) -> bool {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .changed
            .wait_timeout_while(asked, wait, |asked| !*asked);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_stops_at_once() {
        let stop = Stop::default();
        stop.now();
        assert!(stop.within(Duration::from_secs(3600)));
    }
}
