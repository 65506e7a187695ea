//! Why kept until this day (8.1): from the closing, by the period that holds for
//! such a case, as one entry of the settings decided it.

use super::Setting;
use crate::Complaint;
use jiff::civil::Date;
use redress_kernel::{Organisation, retention::Basis};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptWhy {
    pub until: Date,
    pub closed_on: Date,
    pub months: u32,
    /// `Basis::name`.
    pub basis: &'static str,
    /// The category, where it has a period of its own.
    pub category: Option<String>,
    /// The entry that set the periods; None: they are as they were delivered.
    pub entry: Option<i64>,
}

/// None while it is open: the period begins with the closing.
pub fn kept(case: &Complaint, office: &Organisation, settings: &[Setting]) -> Option<KeptWhy> {
    let (periods, zone) = (&office.retention, office.zone());
    let closed_on = case.closed.as_ref()?.at.date_in(&zone);
    let basis = case.kept_by(periods);
    Some(KeptWhy {
        until: periods.keep_until(closed_on, basis),
        closed_on,
        months: periods.months(basis),
        basis: basis.name(),
        category: match basis {
            Basis::Category(code) => Some(code.to_owned()),
            _ => None,
        },
        entry: set_by(office, settings),
    })
}

/// The first of the newest settings that all have these periods; a change of
/// something else took them along and set nothing.
fn set_by(office: &Organisation, settings: &[Setting]) -> Option<i64> {
    let same = |setting: &&Setting| setting.organisation.retention == office.retention;
    let since = settings.iter().rev().take_while(same).last()?;
    let delivered = office.retention.is_default()
        && settings.first().is_some_and(|first| first.seq == since.seq);
    (!delivered).then_some(since.seq)
}
