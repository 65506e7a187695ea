//! The one place where the machine's clock and its randomness are read.

mod office;

pub use office::OfficeClock;

use redress_kernel::{Instant, instant::Clock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The machine's wall clock.
pub struct MachineClock;

impl Clock for MachineClock {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place where the wall clock is read"
    )]
    fn now(&self) -> Instant {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or(Duration::ZERO);
        Instant::from_micros(since.as_micros() as i64)
    }
}

/// A clock that started at `start` and runs `speed` times as fast: the demo's,
/// so that deadlines can be watched.
pub struct DemoClock {
    start: Instant,
    began: Instant,
    speed: i64,
}

impl DemoClock {
    pub fn new(start: Option<Instant>, speed: u32) -> DemoClock {
        let began = MachineClock.now();
        DemoClock {
            start: start.unwrap_or(began),
            began,
            speed: i64::from(speed.max(1)),
        }
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Instant {
        let passed = MachineClock.now().micros() - self.began.micros();
        Instant::from_micros(self.start.micros() + passed * self.speed)
    }
}

/// Thirty-two bytes from the operating system.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place where randomness is read"
)]
pub fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    // Without a source of randomness nothing that follows would be safe.
    if getrandom::fill(&mut bytes).is_err() {
        std::process::abort();
    }
    bytes
}

/// Microseconds of a clock that never goes back, for measuring only.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place where the steady clock is read"
)]
pub fn steady_micros() -> u64 {
    use std::{sync::OnceLock, time::Instant as Steady};
    static BEGIN: OnceLock<Steady> = OnceLock::new();
    BEGIN.get_or_init(Steady::now).elapsed().as_micros() as u64
}
