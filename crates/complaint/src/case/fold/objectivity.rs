//! Who is kept apart from the case, and for whom it was opened all the same.

use super::*;

impl Complaint {
    pub(super) fn line_drawn(&mut self, e: &Entry, k: Known<LineDrawn>) {
        self.line(e, "line-drawn")
            .arg("n", k.fact.line.len())
            .look(Look::Note);
        self.above = k.fact.line;
    }

    /// The newest word of each person holds.
    pub(super) fn conflict_declared(&mut self, e: &Entry, k: Known<ConflictDeclared>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        let sentence = match k.fact.conflict {
            true => "conflict-declared",
            false => "conflict-none",
        };
        self.line(e, "conflict-declared")
            .sentence(sentence)
            .says(reason.clone())
            .look(Look::Note);
        self.conflicts.retain(|its| its.person != e.actor);
        match k.fact.conflict {
            true => {
                self.impartial.remove(&e.actor);
                self.conflicts.push(Conflict {
                    person: e.actor,
                    at: e.at(),
                    reason,
                });
            }
            false => drop(self.impartial.insert(e.actor)),
        }
    }

    pub(super) fn conflict_lifted(&mut self, e: &Entry, k: Known<ConflictLifted>) {
        self.line(e, "conflict-lifted")
            .says(text_of(&k.personal, |p| &p.reason))
            .look(Look::Note);
        self.conflicts.retain(|its| its.person != k.fact.person);
    }

    pub(super) fn glass_broken(&mut self, e: &Entry, k: Known<GlassBroken>) {
        self.line(e, "glass-broken")
            .arg("until", k.fact.until)
            .says(text_of(&k.personal, |p| &p.reason))
            .look(Look::Note);
        self.opened_for.retain(|its| its.person != k.fact.person);
        self.opened_for.push(OpenedFor {
            person: k.fact.person,
            at: e.at(),
            until: k.fact.until,
        });
    }

    pub(super) fn glass_closed(&mut self, e: &Entry, k: Known<GlassClosed>) {
        self.line(e, "glass-closed").look(Look::Note);
        self.opened_for.retain(|its| its.person != k.fact.person);
    }
}
