//! What can still be done about the time limits of one complaint: steps that its
//! rules heed, limits that may be extended, kinds that nobody has told apart yet.

use super::{Clock, kinds_of, over};
use crate::{Complaint, case::Outcome, facts::KindsSet};
use redress_kernel::{
    Instant,
    clock::{Due, FactKind, Happened, Rule, Standing},
};
use redress_packs::pack::Pack;

/// What begins a pause, and what ends it.
const PAUSES: [(&str, &str); 3] = [
    ("supplement-asked", "supplement-received"),
    ("expert-asked", "expert-answered"),
    ("site-visit-begun", "site-visit-ended"),
];

/// What happens once to a complaint.
const ONCE: [&str; 4] = [
    "sent-to-company",
    "admitted",
    "rejected",
    "objection-period-ended",
];

/// A clock may stand still since then, until this happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenPause {
    pub begun_by: FactKind,
    pub ended_by: FactKind,
    /// None: the letter that begins it has not left.
    pub since: Option<Instant>,
}

impl Complaint {
    /// Steps that a rule of this complaint names and that can be recorded now.
    pub fn steps_offered(&self) -> Vec<FactKind> {
        let rules: Vec<&Rule> = self.rules().collect();
        let named = |kind: &&str| rules.iter().any(|rule| rule.heeds(kind));
        let open = self.open_pauses();
        let is_open = |begins: &str| open.iter().find(|it| it.begun_by.name() == begins);
        let pauses = PAUSES.iter().filter(|(begins, _)| named(begins));
        let pauses = pauses.filter_map(|(begins, ends)| match is_open(begins) {
            None => Some(*begins),
            Some(pause) => pause.since.map(|_| *ends),
        });
        let once = ONCE.iter().copied().filter(|kind| named(kind));
        let once = once.filter(|kind| self.step(kind).is_none());
        pauses.chain(once).filter_map(FactKind::named).collect()
    }

    /// Pauses that were opened and not ended.
    pub fn open_pauses(&self) -> Vec<OpenPause> {
        let open = |(begins, ends): &(&str, &str)| {
            let mut both = self.limit_steps.iter().rev().filter(|it| !it.undone);
            let last = both.find(|it| [*begins, *ends].contains(&it.step.name()))?;
            (last.step.name() == *begins).then_some(OpenPause {
                begun_by: last.step,
                ended_by: FactKind::named(ends)?,
                since: last.at,
            })
        };
        PAUSES.iter().filter_map(open).collect()
    }

    /// The newest step of this name that was not taken back.
    fn step(&self, name: &str) -> Option<&crate::case::LimitStep> {
        let mut steps = self.limit_steps.iter().rev().filter(|it| !it.undone);
        steps.find(|it| it.step.name() == name)
    }

    /// The rules of clocks that hold or may hold.
    fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let packs = self.packs.iter().filter_map(|pinned| {
            let (_, version) = over::version(pinned)?;
            Some((pinned, version))
        });
        packs.flat_map(|(pinned, version)| {
            let all = version.clocks.iter();
            all.filter(|clock| super::is_possible(&pinned.kinds, clock))
                .map(|clock| &clock.rule)
        })
    }

    /// Clocks that run, and that their pack lets run longer once more.
    pub fn extendable(&self) -> Vec<Clock> {
        if self.rules().all(|rule| rule.extension.is_none()) {
            return Vec::new();
        }
        let clocks = self.clocks().into_iter().filter(|clock| {
            let times = clock.clock.rule.extension.as_ref().map(|it| it.times);
            let certain = clock.counts || !clock.may_apply;
            certain && clock.is_under_way() && times.is_some_and(|n| self.taken(clock) < n)
        });
        clocks.collect()
    }

    /// How often this clock was extended since it began.
    pub fn taken(&self, clock: &Clock) -> u32 {
        let started = clock.due.as_ref().map(|due| due.started).ok();
        let granted = self.extensions.iter().filter(|it| {
            it.is_of(&clock.pack.id, &clock.clock.id)
                && matches!(it.outcome, Outcome::Granted { at, .. } if Some(at) >= started)
        });
        u32::try_from(granted.count()).unwrap_or(u32::MAX)
    }

    /// What this clock would come to with an extension granted then.
    pub fn if_extended(&self, clock: &Clock, amount: u32, at: Instant) -> Option<Due> {
        let granted = Happened::new(FactKind::EXTENDED, at).granting(amount);
        let mut then = self.clone();
        then.of_one_pack
            .push((&clock.pack.id, granted.only(&clock.clock.id)));
        then.clock(&clock.pack.id, &clock.clock.id)?.due.ok()
    }

    /// One clock by its names.
    pub fn clock(&self, pack: &str, clock: &str) -> Option<Clock> {
        let mut all = self.clocks().into_iter();
        all.find(|it| it.pack.id == pack && it.clock.id == clock)
    }

    /// Extensions that wait for somebody who may grant them, with their clocks.
    pub fn asked_extensions(&self) -> impl Iterator<Item = &crate::case::Extension> {
        self.extensions.iter().filter(|it| it.is_open())
    }

    /// Kinds that its packs tell apart: pack, kind, and whether it is said to be that one.
    pub fn kinds_offered(&self) -> Vec<(&'static Pack, &'static str, bool)> {
        let mut offered = Vec::new();
        for pinned in &self.packs {
            let Some((pack, version)) = over::version(pinned) else {
                continue;
            };
            let kinds = kinds_of(version);
            if kinds.len() > 1 {
                let only = |kind: &str| pinned.kinds.len() == 1 && pinned.kinds[..] == [kind];
                offered.extend(kinds.into_iter().map(|kind| (pack, kind, only(kind))));
            }
        }
        offered
    }
}

/// A kind could not be set by this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoKind {
    Unknown,
    /// It is said to be this one already.
    Said,
}

impl Complaint {
    /// The fact that it is of this kind: `kr-civil-petition/grievance`.
    pub fn of_kind(&self, typed: &str) -> Result<KindsSet, NoKind> {
        let (pack, kind) = typed.split_once('/').ok_or(NoKind::Unknown)?;
        let offered = self.kinds_offered();
        let mut offered = offered.iter().filter(|(its, ..)| its.id == pack);
        match offered.find(|(_, its, _)| *its == kind) {
            None => Err(NoKind::Unknown),
            Some((.., true)) => Err(NoKind::Said),
            Some(_) => Ok(KindsSet {
                pack: pack.to_owned(),
                kinds: vec![kind.to_owned()],
            }),
        }
    }
}

impl Clock {
    /// It runs, or stands still for a while.
    pub fn is_under_way(&self) -> bool {
        let standing = self.due.as_ref().map(|due| &due.standing);
        matches!(standing, Ok(Standing::Running | Standing::Stopped { .. }))
    }

    /// `uk-fca-disp/final-response`.
    pub fn code(&self) -> String {
        format!("{}/{}", self.pack.id, self.clock.id)
    }
}

/// Does this rule name that fact anywhere?
trait Heeds {
    fn heeds(&self, kind: &str) -> bool;
}

impl Heeds for Rule {
    fn heeds(&self, kind: &str) -> bool {
        let pauses = self.paused_by.iter().flat_map(|it| [it.from, it.to]);
        let lists = [&self.restarts_by, &self.satisfied_by, &self.ended_by];
        let named = lists.into_iter().flatten().copied();
        let mut all = pauses.chain(named).chain([self.start]);
        all.any(|it| it.name() == kind)
    }
}
