//! The sums that figures are made of, in the order of the columns that keep them.

use redress_kernel::indicator::Set;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counter {
    All,
    Open,
    FirstContact,
    Assessed,
    WrongPriority,
    Referred,
    Repeated,
    Improvement,
    Reopened,
    AcknowledgementDue,
    AcknowledgedInTime,
    AnswerDue,
    AnsweredInTime,
    ResolutionDue,
    ResolvedInTime,
}

pub const WIDTH: usize = 15;
/// From here on the counters that wait for a date.
pub const FIRST_PROMISE: usize = Counter::AcknowledgementDue as usize;

/// One value for each `Counter`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts(pub [i64; WIDTH]);

impl Counts {
    pub fn get(&self, counter: Counter) -> i64 {
        self.0.get(counter as usize).copied().unwrap_or_default()
    }

    pub fn set(&mut self, counter: Counter, is: bool) {
        self.put(counter, i64::from(is));
    }

    pub fn put(&mut self, counter: Counter, n: i64) {
        if let Some(slot) = self.0.get_mut(counter as usize) {
            *slot = n;
        }
    }

    pub fn add(&mut self, other: &Counts, times: i64) {
        let slots = self.0.iter_mut().zip(other.0);
        slots.for_each(|(slot, n)| *slot += n * times);
    }

    pub fn is_zero(&self) -> bool {
        self.0.iter().all(|n| *n == 0)
    }

    /// How many are in the set. What is overdue is asked of the inbox.
    pub fn of(&self, set: Set) -> i64 {
        use Counter as C;
        let late = |due, in_time| self.get(due) - self.get(in_time);
        match set {
            Set::All => self.get(C::All),
            Set::Open => self.get(C::Open),
            Set::AcknowledgementDue => self.get(C::AcknowledgementDue),
            Set::AcknowledgedInTime => self.get(C::AcknowledgedInTime),
            Set::AcknowledgedLate => late(C::AcknowledgementDue, C::AcknowledgedInTime),
            Set::AnswerDue => self.get(C::AnswerDue),
            Set::AnsweredInTime => self.get(C::AnsweredInTime),
            Set::ResolutionDue => self.get(C::ResolutionDue),
            Set::ResolvedLate => late(C::ResolutionDue, C::ResolvedInTime),
            Set::FirstContact => self.get(C::FirstContact),
            Set::Assessed => self.get(C::Assessed),
            Set::WrongPriority => self.get(C::WrongPriority),
            Set::Referred => self.get(C::Referred),
            Set::Repeated => self.get(C::Repeated),
            Set::Improvement => self.get(C::Improvement),
            Set::Reopened => self.get(C::Reopened),
            Set::Overdue => 0,
        }
    }
}
