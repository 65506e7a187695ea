//! Where the complainant stands after our answer (7.9): which decision still
//! counts, what they said to it, and whether a way on is open to them.

use super::{Answer, Complaint, Decision};

impl Complaint {
    /// The decision that was told and still counts: neither a reopening nor a
    /// review asks for another one.
    pub fn standing_decision(&self) -> Option<&Decision> {
        let decision = self.told_decision()?;
        let reopened_since = self.reopened_at.is_some_and(|at| decision.at < at);
        (!reopened_since && !self.wants_new_answer()).then_some(decision)
    }

    /// The complainant's word on it; before any decision, that it is put right already.
    pub fn standing_answer(&self) -> Option<&Answer> {
        if self.standing_decision().is_some() {
            return self.answer();
        }
        let settled_early = |answer: &&Answer| {
            answer.accepted && self.reopened_at.is_none_or(|reopened| answer.at >= reopened)
        };
        self.answers
            .last()
            .filter(|_| self.decision().is_none())
            .filter(settled_early)
    }

    pub fn is_accepted(&self) -> bool {
        self.standing_answer().is_some_and(|answer| answer.accepted)
    }

    pub fn is_rejected(&self) -> bool {
        self.standing_answer().is_some_and(|answer| !answer.accepted)
    }
}
