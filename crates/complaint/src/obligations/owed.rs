//! Our own targets and what was promised: each with the fact that meets it or ends
//! it.

use super::{Obligation, Standing, What};
use crate::{
    Complaint, Stage,
    case::{MessageState, Remedy, RemedyState, Review},
};
use redress_kernel::{
    Instant,
    calendar::Calendar,
    clock::{Lead, Level, Rule, Rung, Unit},
};
use redress_packs::pack::pack;
use std::sync::LazyLock;

/// Warnings and ladder of the pack of our own targets; what it does not name goes
/// by its answer.
fn rule(what: What) -> Option<&'static Rule> {
    let version = pack("iso-10002")?.versions.last()?;
    let clock = version.clock(&what.code());
    let clock = clock.or_else(|| version.clock("response"))?;
    Some(&clock.rule)
}

/// Top management confirms within hours, and nobody stands above it.
static CONFIRMATION: LazyLock<Rule> = LazyLock::new(|| Rule {
    warn_before: vec![Lead::WorkingHours(1)],
    escalate_to: vec![Rung {
        to: Level::TopManagement,
        after: Lead::WorkingHours(0),
    }],
    ..Rule::new("confirmation", 1, Unit::WorkingHour)
});

impl Obligation {
    pub(super) fn new(
        what: What,
        started: Instant,
        due: Instant,
        standing: Standing,
    ) -> Obligation {
        Obligation {
            what,
            number: 0,
            started,
            due: Some(due),
            standing,
            ours: true,
            by: Level::Handler,
            rule: rule(what),
        }
    }
}

fn met(at: Instant, due: Instant) -> Standing {
    let in_time = at <= due;
    Standing::Met { at, in_time }
}

impl Complaint {
    pub(super) fn owed_targets(&self, all: &mut Vec<Obligation>) {
        let from = self.received_at;
        let since = self.reopened_at.unwrap_or(from);
        let mut owe =
            |what, started, due: Option<Instant>, standing: &dyn Fn(Instant) -> Standing| {
                all.extend(due.map(|due| Obligation::new(what, started, due, standing(due))));
            };
        let acknowledged = self.acknowledged.as_ref().map(|it| it.at);
        owe(
            What::Acknowledgement,
            from,
            self.due.acknowledgement,
            &|due| acknowledged.map_or_else(|| self.open_or_closed(), |at| met(at, due)),
        );
        let assessed = self.assessment.as_ref().map(|it| it.at);
        owe(
            What::Assessment,
            from,
            self.due.assessment,
            &|due| match (assessed, self.answered_at()) {
                (Some(at), _) => met(at, due),
                (None, Some(at)) if self.is_open() => Standing::Ended { at },
                _ => self.open_or_closed(),
            },
        );
        let heard = self.informed_at.map_or(since, |at| at.max(since));
        owe(What::Update, heard, self.due.update, &|_| {
            let told = self.answered_at().or(self.informed_at).unwrap_or(heard);
            match self.owes_updates() {
                true => Standing::Open,
                false if self.is_open() => Standing::Ended { at: told },
                false => self.open_or_closed(),
            }
        });
        owe(What::Response, since, self.due.response, &|due| {
            self.answered_at()
                .map_or_else(|| self.open_or_closed(), |at| met(at, due))
        });
        let accepted = self.standing_answer().filter(|it| it.accepted);
        let accepted = accepted.map_or(since, |it| it.at);
        owe(
            What::Closure,
            accepted,
            self.due.closure,
            &|due| match &self.closed {
                Some(closed) => met(closed.at, due),
                None => Standing::Open,
            },
        );
    }

    /// Somebody answers for it until it is closed.
    fn open_or_closed(&self) -> Standing {
        match &self.closed {
            Some(closed) => Standing::Ended { at: closed.at },
            None => Standing::Open,
        }
    }

    /// When the answer that still counts was told.
    fn answered_at(&self) -> Option<Instant> {
        self.standing_decision()?.told_at
    }

    pub(super) fn owed_promises(&self, calendar: &Calendar, all: &mut Vec<Obligation>) {
        all.extend(
            self.remedies
                .iter()
                .map(|it| self.owed_remedy(it, calendar)),
        );
        let reviews = (1..).zip(&self.reviews);
        all.extend(reviews.filter_map(|(number, it)| self.owed_review(number, it)));
        all.extend(self.owed_confirmation());
    }

    fn owed_remedy(&self, remedy: &Remedy, calendar: &Calendar) -> Obligation {
        let due = calendar.end_of(remedy.due_on);
        let standing = match (remedy.state, remedy.delivered_on) {
            (RemedyState::Delivered | RemedyState::Verified, Some(on)) => Standing::Met {
                at: calendar.end_of(on),
                in_time: on <= remedy.due_on,
            },
            (RemedyState::Cancelled, _) => Standing::Ended { at: due },
            _ => self.open_or_closed(),
        };
        Obligation {
            number: remedy.number,
            ..Obligation::new(What::Remedy, self.received_at, due, standing)
        }
    }

    /// Without a date of its own a review is due when the answer is.
    fn owed_review(&self, number: u32, review: &Review) -> Option<Obligation> {
        let due = review.due_at.or(self.due.response)?;
        let standing = match review.decided_at {
            Some(at) => met(at, due),
            None => self.open_or_closed(),
        };
        Some(Obligation {
            number,
            ..Obligation::new(What::Review, review.opened_at, due, standing)
        })
    }

    /// Was something done that leads to it? An answer is under way once every point
    /// has its finding; a word to the complainant once it waits to leave.
    pub(super) fn has_begun(&self, what: What) -> bool {
        let waits = |purposes: &[&str]| {
            let mut letters = self.messages.iter();
            letters.any(|it| {
                it.state == MessageState::Queued && purposes.contains(&it.purpose.as_str())
            })
        };
        match what {
            What::Acknowledgement => waits(&["acknowledgement"]),
            What::Update => waits(&["update", "delay", "decision"]),
            What::Notice => waits(&["delay"]),
            What::Response | What::Limit { .. } => self.stage() == Stage::Deciding,
            _ => false,
        }
    }

    fn owed_confirmation(&self) -> Option<Obligation> {
        let significant = self.significant.as_ref()?;
        let due = significant.confirm_by;
        let standing = match significant.confirmed_at {
            Some(at) => met(at, due),
            None => self.open_or_closed(),
        };
        Some(Obligation {
            by: Level::TopManagement,
            rule: Some(&CONFIRMATION),
            ..Obligation::new(What::Confirmation, significant.asked_at, due, standing)
        })
    }
}
