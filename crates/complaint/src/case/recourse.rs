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
            answer.accepted
                && self
                    .reopened_at
                    .is_none_or(|reopened| answer.at >= reopened)
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
        self.standing_answer()
            .is_some_and(|answer| !answer.accepted)
    }

    /// Reviewed inside the house since the case was last opened.
    pub fn is_reviewed(&self) -> bool {
        self.reviews.iter().any(|review| {
            review
                .decided_at
                .is_some_and(|at| self.reopened_at.is_none_or(|r| at >= r))
        })
    }

    /// Taken back by the complainant, decided to be no complaint of ours, or put
    /// right at once to their satisfaction: no decision is owed.
    pub fn needs_no_decision(&self) -> bool {
        let scope = self
            .scope
            .as_ref()
            .map_or("complaint", |s| s.scope.as_str());
        let settled_early = self.decision().is_none() && self.is_accepted();
        self.withdrawn_at.is_some() || scope != "complaint" || settled_early
    }
}
