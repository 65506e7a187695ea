//! What has happened, in the vocabulary of clocks. Only what the journal really
//! says: waiting stops no clock by itself, and a plan is no visit to the place.

use crate::{
    Complaint,
    case::{MessageState, Outcome},
    facts::{Happened as H, MessageSent},
};
use redress_kernel::{
    Entry, Id, Instant,
    clock::{FactKind, Happened},
};

/// What receiving starts. A complaint that a body outside handed on was sent to us
/// at the moment that is claimed as its receipt.
const RECEIVED: [&str; 3] = ["received", "received-at-unit", SENT];

/// A body outside sent it to us.
const SENT: &str = "sent-to-company";

impl Complaint {
    pub(crate) fn clocks_begin(&mut self, received_at: Instant) {
        for kind in RECEIVED {
            self.happens(kind, received_at);
        }
    }

    /// Told of every fact before the case moves on with it.
    pub(crate) fn clocks_hear(&mut self, e: &Entry, happened: &H) {
        if self.packs.is_empty() {
            return;
        }
        match happened {
            H::Acknowledged(_) => self.happens("acknowledged", e.at()),
            H::Assessed(_) => self.happens("assessed", e.at()),
            H::CallLogged(k) if k.fact.informed => self.happens("updated", e.at()),
            H::MessageSent(k) => self.letter_left(e.at(), &k.fact),
            H::LimitMoved(k) if k.fact.message.is_none() => {
                self.step_happens(&k.fact.step, e.at());
            }
            H::Accepted(_) => {
                self.happens("accepted", e.at());
                self.happens("resolved", e.at());
            }
            H::NotAccepted(k) if k.fact.review_wanted => self.happens("escalated", e.at()),
            H::ReviewOpened(_) => {
                if self.last("escalated") <= self.last("decided") {
                    self.happens("escalated", e.at());
                }
                self.happens("escalation-acknowledged", e.at());
            }
            H::Referred(_) => self.happens("referred", e.at()),
            H::ReferralDecided(_) => self.happens("referral-decided", e.at()),
            H::RemedyDelivered(_) => self.happens("remedied", e.at()),
            H::Reopened(_) => self.happens("reopened", e.at()),
            H::Closed(_) => self.happens("closed", e.at()),
            H::WithdrawnByComplainant(_) => self.happens("withdrawn", e.at()),
            _ => {}
        }
    }

    /// A letter counts when it left, not when it was written.
    fn letter_left(&mut self, at: Instant, sent: &MessageSent) {
        let letter = self.messages.iter().find(|it| it.id == sent.message);
        let Some(letter) = letter.filter(|it| it.state != MessageState::Withdrawn) else {
            return;
        };
        let (purpose, written_at) = (letter.purpose.clone(), letter.at);
        match purpose.as_str() {
            "decision" => {
                self.happens("responded", at);
                self.happens("decided", at);
            }
            "delay" => {
                self.happens("updated", at);
                self.delay_told(sent.message, at);
            }
            "supplement" => {
                let asked = self.limit_steps.iter();
                let mut asked = asked.filter(|it| it.message == Some(sent.message));
                if let Some(step) = asked.next().map(|it| it.step) {
                    self.step_happens(step.name(), at);
                }
            }
            "update" => {
                self.happens("updated", at);
                if self.tells_of_the_review(written_at) {
                    self.happens("decided", at);
                }
            }
            _ => {}
        }
    }

    /// The notice of an extension tells of one limit; any other letter about a delay
    /// of all.
    fn delay_told(&mut self, message: Id, at: Instant) {
        let kinds = ["holding-sent", "delay-notified"];
        let of = self.extensions.iter().find_map(|it| match it.outcome {
            Outcome::Granted { message: its, .. } if its == Some(message) => {
                Some((it.pack, it.clock))
            }
            _ => None,
        });
        let Some((pack, clock)) = of else {
            return kinds.iter().for_each(|kind| self.happens(kind, at));
        };
        let facts = kinds.iter().filter_map(|kind| FactKind::named(kind));
        let facts = facts.map(|kind| (pack, Happened::new(kind, at).only(clock)));
        self.of_one_pack.extend(facts);
    }

    /// What was said to have happened. That it was sent to us takes the place of what
    /// its receipt stood for.
    fn step_happens(&mut self, step: &str, at: Instant) {
        if step == SENT {
            self.happened.retain(|it| it.kind.name() != SENT);
        }
        self.happens(step, at);
    }

    /// The letter that confirms the first answer is the answer of the second stage.
    fn tells_of_the_review(&self, written_at: Instant) -> bool {
        let review = self.reviews.iter().rev().find(|it| it.decided_at.is_some());
        review.is_some_and(|it| {
            it.outcome.as_deref() == Some("confirmed")
                && it.decided_at.is_some_and(|decided| decided <= written_at)
                && self.last("decided") < it.decided_at
        })
    }

    fn happens(&mut self, kind: &str, at: Instant) {
        let known = FactKind::named(kind);
        let fact = known.map(|kind| Happened::new(kind, at));
        self.happened.extend(fact);
    }

    fn last(&self, kind: &str) -> Option<Instant> {
        let all = self.happened.iter().rev();
        all.filter(|it| it.kind.name() == kind)
            .map(|it| it.at)
            .max()
    }
}
