//! The rules and the calendar that a pin names. A version of a pack and a version
//! of a calendar never change once they were delivered (decision 51), so the same
//! pin comes to the same dates for ever.

use crate::facts::Pinned;
use redress_kernel::calendar::Calendar;
use redress_packs::pack::{Pack, Version, pack};
use std::{cell::RefCell, collections::HashMap};

pub fn version(pinned: &Pinned) -> Option<(&'static Pack, &'static Version)> {
    let pack = pack(&pinned.pack)?;
    let mut versions = pack.versions.iter();
    let version = versions.find(|it| it.from == pinned.version_from)?;
    Some((pack, version))
}

thread_local! {
    /// Laying out a calendar takes longer than counting over it.
    static LAID: RefCell<HashMap<(String, String), Option<Calendar>>> = RefCell::default();
}

/// The working days over which this pack counts.
pub fn calendar(pack: &Pack, calendar: &str) -> Option<Calendar> {
    LAID.with_borrow_mut(|laid| {
        let key = (pack.id.clone(), calendar.to_owned());
        let lay = || pack.calendar(Some(calendar)).ok();
        laid.entry(key).or_insert_with(lay).clone()
    })
}
