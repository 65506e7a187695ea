//! What is due next (7.2 to 7.9): the one date by which lists and the queue of overdue
//! cases go. It is the first of all that the case owes, so no obligation passes unseen
//! because another is shown.

use super::Complaint;
use crate::obligations::{Obligation, What};
use jiff::tz::TimeZone;
use redress_kernel::{Instant, calendar::Calendar, deadline::Step};

impl Complaint {
    /// Of our own obligations the one that ends first. A promised remedy is due with the
    /// end of a day, so it takes a zone.
    pub fn next_due(&self, zone: &TimeZone) -> Option<(What, Instant)> {
        if !self.is_open() {
            return None;
        }
        let days = Calendar::new(zone.clone(), &[], []);
        let owed = self.owed(&days).into_iter();
        let ours = owed.filter(|it: &Obligation| it.is_open() && it.ours);
        let ends = ours.filter_map(|it| Some((it.what, it.due?)));
        ends.min_by_key(|(_, at)| *at)
    }

    /// The next date of our own targets, with the step that is due.
    pub fn next_target(&self) -> Option<(Step, Instant)> {
        if self.closed.is_some() {
            return None;
        }
        let answered = self.standing_decision().is_some();
        let under_way = !answered || self.open_review().is_some();
        [
            (
                Step::Acknowledgement,
                self.due
                    .acknowledgement
                    .filter(|_| self.acknowledged.is_none()),
            ),
            (
                Step::Assessment,
                self.due
                    .assessment
                    .filter(|_| self.assessment.is_none() && !answered),
            ),
            (
                Step::Update,
                self.due.update.filter(|_| self.owes_updates()),
            ),
            (Step::Response, self.due.response.filter(|_| under_way)),
            (Step::Closure, self.due.closure.filter(|_| !under_way)),
        ]
        .into_iter()
        .filter_map(|(step, at)| at.map(|at| (step, at)))
        .min_by_key(|(_, at)| *at)
    }
}
