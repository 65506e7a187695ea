//! Why a date that is neither a target nor a limit of a pack: a promised remedy, a
//! review, the confirmation of a significant complaint, the word that belongs to an
//! extension. Lists go by these too (decision 70), so each names the entry that set it.

use super::dates::{Origin, origin};
use crate::{
    Complaint,
    case::recount::Recount,
    obligations::{Obligation, Standing, What},
};
use jiff::tz::TimeZone;
use redress_kernel::{Entry, Instant, calendar::Calendar};
use std::{borrow::Borrow, collections::BTreeMap};

/// Those that this page does not explain elsewhere.
const PROMISES: [What; 4] = [What::Confirmation, What::Notice, What::Remedy, What::Review];

#[derive(Debug, Clone, PartialEq)]
pub struct PromiseWhy {
    pub what: What,
    /// Which of several of a kind.
    pub number: u32,
    pub due: Instant,
    /// None while it is not done.
    pub in_time: Option<bool>,
    pub origin: Origin,
    /// What it was before, the oldest first.
    pub before: Vec<Origin>,
}

impl PromiseWhy {
    /// A day that somebody gave; the others follow from a rule.
    pub fn is_named(&self) -> bool {
        self.what == What::Remedy
    }
}

type Known = BTreeMap<(What, u32), Vec<Origin>>;

/// Each promise that is owed or was kept, with its reasons.
pub fn promises(
    entries: &[Entry],
    recounts: &[impl Borrow<Recount>],
    zone: &TimeZone,
) -> Vec<PromiseWhy> {
    let days = Calendar::new(zone.clone(), &[], []);
    let mut known = Known::new();
    let case = Complaint::fold_watched(entries, recounts, |case, cause| {
        promised(case, &days).for_each(|(it, due)| {
            let origins = known.entry((it.what, it.number)).or_default();
            if origins.last().is_none_or(|last| last.due != due) {
                origins.push(origin(cause, due));
            }
        });
    });
    let all = promised(&case, &days).filter_map(|(it, due)| why(&it, due, &mut known));
    all.collect()
}

fn promised(
    case: &Complaint,
    days: &Calendar,
) -> impl Iterator<Item = (Obligation, Instant)> + use<> {
    let any = !case.remedies.is_empty()
        || !case.reviews.is_empty()
        || !case.extensions.is_empty()
        || case.significant.is_some();
    let all = match any {
        true => case.owed(days),
        false => Vec::new(),
    };
    let ours = all.into_iter().filter(|it| PROMISES.contains(&it.what));
    ours.filter_map(|it| it.due.map(|due| (it, due)))
}

fn why(it: &Obligation, due: Instant, known: &mut Known) -> Option<PromiseWhy> {
    let in_time = match it.standing {
        Standing::Ended { .. } => return None,
        Standing::Met { in_time, .. } => Some(in_time),
        Standing::Open | Standing::Stopped { .. } => None,
    };
    let mut origins = known.remove(&(it.what, it.number))?;
    Some(PromiseWhy {
        what: it.what,
        number: it.number,
        due,
        in_time,
        origin: origins.pop()?,
        before: origins,
    })
}
