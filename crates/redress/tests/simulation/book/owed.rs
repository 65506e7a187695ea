//! What follows from the page: how it stands, what is owed now, and which rows have to
//! stand for it.

use super::{Book, Decision, Owed, Review};
use crate::days::end_of;
use redress_kernel::Instant;

impl Book {
    pub(super) fn decision(&self) -> Option<&Decision> {
        self.decisions.iter().rev().find(|it| !it.taken_back)
    }

    pub(super) fn review_open(&self) -> bool {
        self.reviews.iter().any(|it| it.outcome.is_none())
    }

    /// Told, and neither a reopening nor a review asks for another one.
    pub(super) fn standing(&self) -> Option<&Decision> {
        let decision = self.decision().filter(|it| it.told_at.is_some())?;
        let reopened = self.reopened.is_some_and(|at| decision.at < at);
        let again = |it: &Review| {
            it.outcome.as_deref().is_some_and(|how| how != "confirmed")
                && it.decided_at > Some(decision.at)
        };
        (!reopened && !self.reviews.iter().any(again)).then_some(decision)
    }

    pub(super) fn standing_answer(&self) -> Option<(bool, Instant)> {
        match self.standing() {
            Some(decision) => {
                let since = decision.told_at;
                self.answers
                    .iter()
                    .rev()
                    .find(|(_, at)| Some(*at) >= since)
                    .copied()
            }
            None if self.decision().is_none() => {
                let newest = self.answers.last().copied();
                newest.filter(|(yes, at)| *yes && self.reopened.is_none_or(|it| *at >= it))
            }
            None => None,
        }
    }

    pub fn is_open(&self) -> bool {
        self.closed.is_none() && !self.annulled
    }

    /// Everything of our own that is owed now, with its date.
    pub fn owed(&self) -> Vec<Owed> {
        if !self.is_open() {
            return Vec::new();
        }
        let answered = self.standing().is_some();
        let under_way = !answered || self.review_open();
        let refused = self.standing_answer().is_some_and(|(yes, _)| !yes)
            && !self.recourse_ended
            && self.referrals == 0;
        let accepted = self.standing_answer().is_some_and(|(yes, _)| yes);
        let owed = |step: &str| match step {
            "acknowledgement" => self.acknowledged.is_none(),
            "assessment" => self.assessed.is_none() && !answered,
            "update" => under_way || refused,
            "response" => under_way,
            // Who accepts early is owed the closing, too (7.9).
            _ => !under_way || accepted,
        };
        let own = self.due.iter().filter(|(step, _)| owed(step));
        let own = own.map(|(step, date)| Owed {
            what: (*step).to_owned(),
            due: date.at,
        });
        let limits = self
            .limits
            .iter()
            .flatten()
            .filter(|it| it.running && it.counts);
        let limits = limits.map(|it| Owed {
            what: it.code.clone(),
            due: it.due,
        });
        own.chain(limits).collect()
    }

    /// The rows that have to stand there for it: an answer that is reviewed is a row of
    /// the review, and each promise is one.
    pub fn rows(&self, zone: &jiff::tz::TimeZone) -> Vec<Owed> {
        let mut rows = self.owed();
        if !self.is_open() {
            return rows;
        }
        let answered = self.standing().is_some();
        rows.retain(|it| it.what != "response" || !answered);
        if self.review_open() {
            let due = self.review_due.or(self.due.get("response").map(|it| it.at));
            rows.extend(due.map(|due| Owed {
                what: "review".to_owned(),
                due,
            }));
        }
        let limits = self.limits.iter().flatten().filter(|it| it.counts);
        rows.extend(limits.filter_map(|it| it.notice).map(|due| Owed {
            what: "notice".to_owned(),
            due,
        }));
        rows.extend(self.confirm_by.map(|due| Owed {
            what: "confirmation".to_owned(),
            due,
        }));
        for (due_on, _) in self.remedies.values().filter(|(_, open)| *open) {
            let due = end_of(due_on.parse().expect("a day"), zone);
            rows.push(Owed {
                what: "remedy".to_owned(),
                due,
            });
        }
        rows
    }

    /// Is there a limit of which nobody said whether it holds for this complaint?
    pub fn is_uncertain(&self) -> bool {
        self.limits.iter().flatten().any(|it| it.uncertain)
    }
}
