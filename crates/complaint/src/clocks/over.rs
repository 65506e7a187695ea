//! The rules and the calendar that a pin names. A version of a pack and a version
//! of a calendar never change once they were delivered (decision 51), so the same
//! pin comes to the same dates for ever.

use crate::facts::Pinned;
use redress_kernel::{
    calendar::{Calendar, Hours, National},
    organisation::Decreed,
};
use redress_packs::{
    calendars,
    pack::{Pack, Version, pack},
};
use std::cell::RefCell;

pub fn version(pinned: &Pinned) -> Option<(&'static Pack, &'static Version)> {
    let pack = pack(&pinned.pack)?;
    let mut versions = pack.versions.iter();
    let version = versions.find(|it| it.from == pinned.version_from)?;
    Some((pack, version))
}

/// Laying out a calendar takes longer than counting over it.
struct Laid {
    pin: Pinned,
    calendar: Option<Calendar>,
}

/// So many are kept; an office works by few packs, and seldom decides about a day.
const LAID_MAX: usize = 32;

thread_local! {
    static LAID: RefCell<Vec<Laid>> = const { RefCell::new(Vec::new()) };
}

/// The working days over which this pin is counted: its list in its version, in
/// force or not any more, with the days that were decided otherwise and the office's hours.
pub fn calendar(pack: &Pack, pin: &Pinned) -> Option<Calendar> {
    counting(pack, pin, Calendar::clone)
}

/// Asks them without taking them along.
pub fn counting<T>(pack: &Pack, pin: &Pinned, ask: impl FnOnce(&Calendar) -> T) -> Option<T> {
    LAID.with_borrow_mut(|laid| {
        if let Some(known) = laid.iter().find(|it| same(&it.pin, pin)) {
            return known.calendar.as_ref().map(ask);
        }
        let list = calendars::version(&pin.calendar, &pin.calendar_version);
        let calendar = list.and_then(|list| over(pack, list, &pin.days, pin.hours));
        let answer = calendar.as_ref().map(ask);
        if laid.len() >= LAID_MAX {
            laid.remove(0);
        }
        laid.push(Laid {
            pin: pin.clone(),
            calendar,
        });
        answer
    })
}

/// The list as this pack counts over it.
pub(super) fn over(
    pack: &Pack,
    list: &National,
    days: &[Decreed],
    hours: Option<Hours>,
) -> Option<Calendar> {
    let calendar = pack.over(list).ok()?;
    let calendar = match hours {
        // Which days are worked says the list: none of them is without hours.
        Some(hours) => calendar.with_hours(hours.on_every_day()),
        None => calendar,
    };
    Some(calendar.with_days(days.iter().map(Decreed::named)))
}

fn same(a: &Pinned, b: &Pinned) -> bool {
    (&a.pack, &a.calendar, &a.calendar_version) == (&b.pack, &b.calendar, &b.calendar_version)
        && a.hours == b.hours
        && a.days == b.days
}
