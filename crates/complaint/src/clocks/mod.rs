//! The time limits of law and rule packs on one complaint (7.2, 7.3, 7.8): which
//! hold, until when, and how they stand. Nothing of it is stored: the complaint
//! keeps to the versions that its `received` fact names, and each date is counted
//! again from its facts whenever somebody asks. Evidence: the pins in that fact.

pub mod blocks;
mod facts;
mod left;
mod moves;
mod over;
mod pin;
mod rehearse;
#[cfg(test)]
mod tests;

pub use left::working_days_left;
pub use moves::{NoKind, OpenPause};
pub use pin::{pinned, pinned_as};
pub use rehearse::{LOOKED_MAX, Would, rehearse};

use crate::{Complaint, case::recount::Relisted, facts::Pinned};
use redress_kernel::{
    Instant,
    clock::{self, Due, Fault, Standing, Unit, Whose},
};
use redress_packs::pack::{self, Pack, Version};
use std::borrow::Cow;

/// One time limit of one pack, as it stands for this complaint.
#[derive(Debug, Clone)]
pub struct Clock {
    pub pack: &'static Pack,
    pub version: &'static Version,
    pub clock: &'static pack::Clock,
    /// The calendar and its version as they were pinned, with the days that the
    /// office decided otherwise.
    pub pin: Pinned,
    /// When the list became another one than on the day of receipt.
    pub relisted: Option<Relisted>,
    /// It depends on the kind of complaint, and nobody has said which kind this is.
    pub may_apply: bool,
    /// When it passes, something of ours is overdue.
    pub counts: bool,
    pub due: Result<Due, Fault>,
}

impl Clock {
    /// Ours, and something is missed when it passes.
    fn is_obligation(&self) -> bool {
        self.clock.rule.whose == Whose::Organisation && !self.clock.rule.window
    }

    /// It holds, or counts while nobody has said which kind of complaint this is.
    pub(crate) fn is_owed(&self) -> bool {
        (self.counts || !self.may_apply) && !self.clock.rule.window
    }

    /// The last instant in time while it runs; a clock that stands still has none.
    pub fn open_until(&self) -> Option<Instant> {
        let due = self.due.as_ref().ok()?;
        (due.standing == Standing::Running).then_some(due.due)
    }

    /// Both end with the same act.
    fn answers_the_same(&self, other: &Clock) -> bool {
        let ends = &self.clock.rule.satisfied_by;
        other
            .clock
            .rule
            .satisfied_by
            .iter()
            .any(|it| ends.contains(it))
    }
}

impl Complaint {
    /// All time limits of the packs to which it is pinned, pack by pack.
    pub fn clocks(&self) -> Vec<Clock> {
        let packs = self.packs.iter();
        packs.flat_map(|pinned| self.of_pack(pinned)).collect()
    }

    /// What has happened as far as the clocks of this pack heed it.
    fn heard_by(&self, pack: &Pack) -> Cow<'_, [clock::Happened]> {
        let own = self.of_one_pack.iter().filter(|(its, _)| *its == pack.id);
        let own: Vec<clock::Happened> = own.map(|(_, fact)| *fact).collect();
        match own.is_empty() {
            true => Cow::Borrowed(&self.happened),
            false => Cow::Owned([self.happened.as_slice(), &own].concat()),
        }
    }

    fn of_pack(&self, pinned: &Pinned) -> Vec<Clock> {
        let Some((pack, version)) = over::version(pinned) else {
            return Vec::new();
        };
        let Some(calendar) = over::calendar(pack, pinned) else {
            return Vec::new();
        };
        let kinds = said(version, &pinned.kinds);
        let all = version.clocks.iter();
        let possible: Vec<&'static pack::Clock> = all
            .filter(|clock| is_possible(&pinned.kinds, clock))
            .collect();
        let mut relisted = self.relisted.iter();
        let relisted = relisted.find(|it| it.calendar == pinned.calendar);
        let dues = clock::clocks(&possible, &self.heard_by(pack), &calendar);
        let mut clocks: Vec<Clock> = possible
            .into_iter()
            .zip(dues)
            .map(|(clock, due)| Clock {
                pack,
                version,
                clock,
                pin: pinned.clone(),
                relisted: relisted.cloned(),
                may_apply: !is_certain(&kinds, clock),
                counts: false,
                due,
            })
            .collect();
        count(&mut clocks);
        clocks
    }
}

/// The kinds that are taken as said: those of the setting; else the only kind that
/// the pack knows, or its general one.
fn said(version: &Version, kinds: &[String]) -> Vec<String> {
    if !kinds.is_empty() {
        return kinds.to_vec();
    }
    let codes = kinds_of(version);
    match codes.as_slice() {
        [only] => vec![(*only).to_owned()],
        all if all.contains(&GENERAL) => vec![GENERAL.to_owned()],
        _ => Vec::new(),
    }
}

/// A complaint of no special kind.
const GENERAL: &str = "general";

/// The kinds of complaint that a version tells apart.
pub fn kinds_of(version: &Version) -> Vec<&str> {
    let all = version.clocks.iter().flat_map(|it| &it.applies_when);
    let mut codes: Vec<&str> = Vec::new();
    for code in all {
        if !codes.contains(&code.as_str()) {
            codes.push(code);
        }
    }
    codes
}

/// Does a limit of this pack, as it holds now, depend on office hours?
pub fn counts_hours(pack: &Pack) -> bool {
    let rules = pack.versions.last().into_iter();
    let mut rules = rules.flat_map(|it| &it.clocks).map(|it| &it.rule);
    rules.any(|rule| rule.unit == Unit::WorkingHour)
}

fn is_possible(kinds: &[String], clock: &pack::Clock) -> bool {
    let any = |kinds: &[String]| kinds.iter().any(|kind| clock.applies_when.contains(kind));
    clock.applies_when.is_empty() || kinds.is_empty() || any(kinds)
}

fn is_certain(kinds: &[String], clock: &pack::Clock) -> bool {
    let all = || kinds.iter().all(|kind| clock.applies_when.contains(kind));
    clock.applies_when.is_empty() || (!kinds.is_empty() && all())
}

/// Which of them can make the case overdue (decision 51): every certain obligation.
/// Where only uncertain ones lead to an act, the one that is due first: too early is
/// a nuisance, too late is a breach.
fn count(clocks: &mut [Clock]) {
    let counts: Vec<bool> = clocks
        .iter()
        .map(|clock| clock.is_obligation() && (!clock.may_apply || is_first(clock, clocks)))
        .collect();
    for (clock, counts) in clocks.iter_mut().zip(counts) {
        clock.counts = counts;
    }
}

fn is_first(clock: &Clock, among: &[Clock]) -> bool {
    let Some(at) = clock.open_until() else {
        return false;
    };
    let rivals = among
        .iter()
        .filter(|other| other.is_obligation() && other.answers_the_same(clock));
    let mut rivals = rivals.filter(|other| !std::ptr::eq(other.clock, clock.clock));
    rivals.all(|other| other.may_apply && other.open_until().is_none_or(|its| its >= at))
}
