//! How long a socket is waited for, by the machine's steady clock: nothing else of it is
//! asked, and no fact depends on it.

use std::time::{Duration, Instant};

/// Until when somebody waits. Nothing is decided by it but whether to go on waiting.
#[derive(Clone, Copy)]
pub struct Deadline(Instant);

impl Deadline {
    #[allow(
        clippy::disallowed_methods,
        reason = "a socket's patience is measured by the machine's steady clock; no fact depends on it"
    )]
    pub fn after(patience: Duration) -> Deadline {
        let now = Instant::now();
        Deadline(now.checked_add(patience).unwrap_or(now))
    }

    /// None when it has passed.
    #[allow(clippy::disallowed_methods, reason = "as above")]
    pub fn left(self) -> Option<Duration> {
        let left = self.0.saturating_duration_since(Instant::now());
        (left >= Duration::from_millis(1)).then_some(left)
    }
}
