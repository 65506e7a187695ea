//! What moves the time limits of rule packs.

use super::*;
use redress_kernel::clock::{FactKind, Happened as Heard};

impl Complaint {
    pub(super) fn limit_moved(&mut self, e: &Entry, k: Known<LimitMoved>) {
        self.line(e, "limit-moved")
            .key_arg("step", "clock-fact", &k.fact.step)
            .says(text_of(&k.personal, |p| &p.reason));
        let Some(step) = FactKind::named(&k.fact.step) else {
            return;
        };
        self.limit_steps.push(LimitStep {
            step,
            at: k.fact.message.is_none().then(|| e.at()),
            by: e.actor,
            message: k.fact.message,
            undone: false,
        });
    }

    pub(super) fn extension_asked(&mut self, e: &Entry, k: Known<ExtensionAsked>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        let f = k.fact;
        self.line(e, "extension-asked")
            .limit_arg(&f.pack, &f.clock)
            .says(reason.clone());
        let Some((pack, clock)) = named(&f.pack, &f.clock) else {
            return;
        };
        self.extensions.push(Extension {
            pack,
            clock,
            amount: f.amount,
            reason,
            asked_by: Some(e.actor),
            asked_at: e.at(),
            consent: f.consent,
            outcome: Outcome::Asked,
        });
    }

    pub(super) fn extension_refused(&mut self, e: &Entry, k: Known<ExtensionRefused>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "extension-refused")
            .limit_arg(&k.fact.pack, &k.fact.clock)
            .says(reason.clone());
        let (at, by) = (e.at(), e.actor);
        if let Some(open) = self.asked_extension(&k.fact.pack, &k.fact.clock) {
            open.outcome = Outcome::Refused { at, by, reason };
        }
    }

    pub(super) fn extended(&mut self, e: &Entry, k: Known<Extended>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        let f = k.fact;
        self.line(e, "extended")
            .limit_arg(&f.pack, &f.clock)
            .arg("to", f.to)
            .says(reason.clone());
        let Some((pack, clock)) = named(&f.pack, &f.clock) else {
            return;
        };
        let granted = Heard::new(FactKind::EXTENDED, e.at()).granting(f.amount);
        self.of_one_pack.push((pack, granted.only(clock)));
        let outcome = Outcome::Granted {
            at: e.at(),
            by: e.actor,
            from: f.from,
            to: f.to,
            message: f.message,
        };
        match self.asked_extension(pack, clock) {
            Some(open) => {
                open.amount = f.amount;
                open.outcome = outcome;
            }
            None => self.extensions.push(Extension {
                pack,
                clock,
                amount: f.amount,
                reason,
                asked_by: None,
                asked_at: e.at(),
                consent: f.consent,
                outcome,
            }),
        }
    }

    /// It stays pinned to the version of its day of receipt, as a complaint of this kind.
    pub(super) fn kinds_set(&mut self, e: &Entry, k: Known<KindsSet>) {
        let kind = k.fact.kinds.first().map_or("", String::as_str);
        self.line(e, "kinds-set").key_arg("kind", "pack-kind", kind);
        for pinned in &mut self.packs {
            if pinned.pack == k.fact.pack {
                pinned.kinds.clone_from(&k.fact.kinds);
            }
        }
    }

    /// The letter that asked went out, or was taken back before.
    pub(super) fn step_left(&mut self, message: redress_kernel::Id, at: Option<Instant>) {
        let steps = self.limit_steps.iter_mut();
        for step in steps.filter(|it| it.message == Some(message)) {
            (step.at, step.undone) = (at, at.is_none());
        }
    }

    fn asked_extension(&mut self, pack: &str, clock: &str) -> Option<&mut Extension> {
        let mut open = self.extensions.iter_mut().filter(|it| it.is_open());
        open.find(|it| it.is_of(pack, clock))
    }
}

/// The names of a limit as they last for ever.
fn named(pack: &str, clock: &str) -> Option<(&'static str, &'static str)> {
    let pack = redress_packs::pack::pack(pack)?;
    let clock = pack.versions.iter().find_map(|it| it.clock(clock))?;
    Some((&pack.id, &clock.id))
}
