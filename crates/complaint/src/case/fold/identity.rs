//! 4.10: to whom the name of the complainant was shown. Being given the case shows it,
//! and so does taking it down, or opening it for a colleague who is away; everybody else
//! gave a reason.

use super::*;
use redress_kernel::Role;

/// Whoever took a complaint down goes on with what they typed for a working day.
const TAKEN_DOWN_SECONDS: i64 = 12 * 3_600;

impl Complaint {
    pub(super) fn identity_shown(&mut self, e: &Entry, k: Known<IdentityShown>) {
        self.line(e, "identity-shown")
            .key_arg("why", "identity-why", &k.fact.why);
        // Theirs while they stand in; that can end before the day that was planned.
        let for_a_time = k.fact.why != NameShown::STANDS_IN;
        self.shown.push(NameShown {
            to: k.fact.to,
            role: Some(k.fact.role),
            reason: text_of(&k.personal, |p| &p.reason),
            why: k.fact.why,
            at: e.recorded_at,
            until: Some(k.fact.until).filter(|_| for_a_time),
            seq: e.seq,
        });
    }

    /// Not what a machine, an import or the complainant brought in.
    pub(super) fn shown_to_recorder(&mut self, e: &Entry) {
        let is_somebody = ![Id::SYSTEM, Id::COMPLAINANT].contains(&e.actor);
        if is_somebody && !self.imported && !self.anonymous {
            let until = e.recorded_at.plus_seconds(TAKEN_DOWN_SECONDS);
            self.shows(e, e.actor, NameShown::RECORDED, Some(until));
        }
    }

    /// Once for each who has it, however often it comes back to them.
    pub(super) fn shown_to_owner(&mut self, e: &Entry, owner: Id) {
        let before = |it: &NameShown| it.to == owner && it.why == NameShown::ASSIGNED;
        if !self.shown.iter().any(before) {
            self.shows(e, owner, NameShown::ASSIGNED, None);
        }
    }

    fn shows(&mut self, e: &Entry, to: Id, why: &str, until: Option<Instant>) {
        self.shown.push(NameShown {
            to,
            role: None::<Role>,
            why: why.to_owned(),
            reason: String::new(),
            at: e.recorded_at,
            until,
            seq: e.seq,
        });
    }
}
