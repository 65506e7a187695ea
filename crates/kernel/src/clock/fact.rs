//! The facts that clocks start, stop and end by: one vocabulary for packs,
//! journal and command line, so that a misspelt name is refused and not ignored.

use crate::Instant;
use std::fmt;

/// Every kind of fact that a rule may name, in the order in which a complaint meets them.
pub const KINDS: [&str; 30] = [
    "received",
    "received-at-unit",
    "sent-to-company",
    "acknowledged",
    "assessed",
    "updated",
    "responded",
    "decided",
    "resolved",
    "accepted",
    "admitted",
    "rejected",
    "escalated",
    "escalation-acknowledged",
    "referred",
    "referral-decided",
    "objection-period-ended",
    "supplement-asked",
    "supplement-received",
    "expert-asked",
    "expert-answered",
    "site-visit-begun",
    "site-visit-ended",
    "holding-sent",
    "delay-notified",
    "extended",
    "remedied",
    "reopened",
    "closed",
    "withdrawn",
];

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactKind(&'static str);

impl FactKind {
    pub const RECEIVED: FactKind = FactKind("received");
    pub const EXTENDED: FactKind = FactKind("extended");

    pub fn named(name: &str) -> Option<FactKind> {
        let known = KINDS.iter().find(|kind| **kind == name)?;
        Some(FactKind(known))
    }

    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for FactKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for FactKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Something that happened, as a clock sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happened {
    pub kind: FactKind,
    pub at: Instant,
    /// How much an extension granted; without it, all that the rule allows.
    pub amount: Option<u32>,
    /// The one clock of its pack that it concerns; without it, all that heed its kind.
    pub of: Option<&'static str>,
}

impl Happened {
    pub const fn new(kind: FactKind, at: Instant) -> Happened {
        let (amount, of) = (None, None);
        Happened {
            kind,
            at,
            amount,
            of,
        }
    }

    pub const fn granting(self, amount: u32) -> Happened {
        let amount = Some(amount);
        Happened { amount, ..self }
    }

    pub const fn only(self, clock: &'static str) -> Happened {
        let of = Some(clock);
        Happened { of, ..self }
    }

    /// Does it concern the clock of this name?
    pub fn concerns(&self, clock: &str) -> bool {
        self.of.is_none_or(|of| of == clock)
    }
}
