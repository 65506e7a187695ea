//! 7.9: accepted or not, review, referral, closed, reopened.

use super::*;

impl Complaint {
    pub(super) fn accepted(&mut self, e: &Entry, k: Known<Accepted>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "accepted").says(reason.clone()).look(Look::In);
        self.due.closure = k.fact.closure_due.or(self.due.closure);
        self.answers.push(Answer {
            accepted: true,
            reason,
            channel: k.fact.channel,
            at: e.at(),
            review_wanted: false,
        });
    }

    pub(super) fn not_accepted(&mut self, e: &Entry, k: Known<NotAccepted>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "not-accepted")
            .says(reason.clone())
            .look(Look::In);
        self.needs_reply = true;
        let NotAccepted {
            channel,
            review_wanted,
        } = k.fact;
        self.answers.push(Answer {
            accepted: false,
            review_wanted,
            reason,
            channel,
            at: e.at(),
        });
    }

    pub(super) fn review_opened(&mut self, e: &Entry, k: Known<ReviewOpened>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "review-opened")
            .arg("person", Arg::Key(format!("person:{}", k.fact.reviewer)))
            .says(reason.clone());
        self.due.response = k.fact.due_at.or(self.due.response);
        self.needs_reply = false;
        let ReviewOpened { reviewer, due_at } = k.fact;
        // One whose reviewer came to be kept apart is looked at by the next.
        self.reviews.retain(|review| review.outcome.is_some());
        self.reviews.push(Review {
            reviewer,
            given_by_owner: self.owner,
            opened_at: e.at(),
            due_at,
            reason,
            ..Review::default()
        });
    }

    pub(super) fn review_decided(&mut self, e: &Entry, k: Known<ReviewDecided>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "review-decided")
            .key_arg("outcome", "review-outcome", &k.fact.outcome)
            .says(reason.clone());
        if let Some(review) = self
            .reviews
            .iter_mut()
            .find(|review| review.outcome.is_none())
        {
            review.outcome = Some(k.fact.outcome);
            review.reason = reason;
            review.decided_at = Some(e.at());
        }
        // A new answer needs its own findings, or its letter would repeat the old ones.
        if self.wants_new_answer() {
            self.issues
                .iter_mut()
                .for_each(|issue| issue.finding = None);
        }
    }

    pub(super) fn referred(&mut self, e: &Entry, k: Known<Referred>) {
        let referral = k.personal.into_present().unwrap_or_default();
        self.line(e, "referred")
            .arg("body", referral.body.clone())
            .says(referral.text.clone());
        let Referred { number, by } = k.fact;
        self.referrals.push(ReferralCase {
            number,
            by,
            body: referral.body,
            text: referral.text,
            referred_at: e.at(),
            outcome: None,
        });
    }

    pub(super) fn referral_decided(&mut self, e: &Entry, k: Known<ReferralDecided>) {
        let text = text_of(&k.personal, |p| &p.text);
        self.line(e, "referral-decided")
            .key_arg("outcome", "referral-outcome", &k.fact.outcome)
            .says(text);
        if let Some(referral) = self
            .referrals
            .iter_mut()
            .find(|r| r.number == k.fact.number)
        {
            referral.outcome = Some(k.fact.outcome);
        }
    }

    pub(super) fn closed_by(&mut self, e: &Entry, k: Known<Closed>) {
        let text = text_of(&k.personal, |p| &p.reason);
        self.line(e, "closed")
            .key_arg("reason", "close-reason", &k.fact.reason)
            .says(text.clone());
        self.waiting = None;
        self.needs_reply = false;
        self.closed_first(e, &k.fact);
        let Closed {
            reason,
            corrective_action,
            overridden,
            overridden_about,
            follow_up_at,
        } = k.fact;
        let about = overridden_about.into_iter().chain(std::iter::repeat(None));
        let overridden = overridden.into_iter().zip(about).collect();
        self.closed = Some(Closure {
            reason,
            text,
            corrective_action,
            overridden,
            follow_up_at,
            by: e.actor,
            at: e.at(),
        });
    }

    /// A closing without a decision is the answer.
    fn closed_first(&mut self, e: &Entry, fact: &Closed) {
        let kept = |due| Kept { at: e.at(), due };
        let (response, closure) = (kept(self.due.response), kept(self.due.closure));
        self.firsts.answered.get_or_insert(response);
        self.firsts.corrective_action |= fact.corrective_action;
        if self.firsts.closed.is_none() {
            self.firsts.closed = Some(closure);
            self.firsts.closed_by = e.actor;
            self.firsts.close_reason.clone_from(&fact.reason);
        }
    }

    pub(super) fn reopened(&mut self, e: &Entry, k: Known<Reopened>) {
        self.line(e, "reopened")
            .says(text_of(&k.personal, |p| &p.reason));
        self.closed = None;
        self.withdrawn_at = None;
        self.recourse_ended = None;
        self.cycle = k.fact.cycle;
        self.reopened_at = Some(e.at());
        self.due.response = k.fact.response_due.or(self.due.response);
        self.due.update = k.fact.update_due.or(self.due.update);
        self.due.closure = None;
        self.issues
            .iter_mut()
            .for_each(|issue| issue.finding = None);
    }
}
