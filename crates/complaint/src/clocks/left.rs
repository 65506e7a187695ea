//! How near a limit is, in the days that it counts, and when it warns.

use super::{Clock, over, pin::over_list};
use jiff::civil::Date;
use redress_kernel::{
    Instant, Organisation,
    calendar::Calendar,
    clock::{Occasion, Unit, reminders},
};
use redress_packs::pack::pack;

/// Beyond these a date says more than a number of days.
const NEAR_DAYS: usize = 14;

/// Working days until the limit of this code (`uk-fca-disp/final-response`), where it
/// counts working days; by the calendar over which this organisation works.
pub fn working_days_left(
    code: &str,
    organisation: &Organisation,
    now: Instant,
    due: Instant,
) -> Option<i64> {
    let (id, clock) = code.split_once('/')?;
    let pack = pack(id)?;
    let clock = pack.versions.iter().rev().find_map(|it| it.clock(clock))?;
    let set = organisation.packs.iter().find(|it| it.pack == id);
    let calendar = set
        .map(|it| it.calendar.as_str())
        .or(pack.calendar.as_deref())?;
    in_working_days(clock.rule.unit).then_some(())?;
    let pin = over_list(organisation, id, calendar)?;
    over::counting(pack, &pin, |calendar| {
        let last = calendar.local(due)?.date();
        left(calendar, calendar.local(now)?.date(), last)
    })?
}

fn in_working_days(unit: Unit) -> bool {
    matches!(unit, Unit::BusinessDay | Unit::WorkingHour)
}

fn left(calendar: &Calendar, today: Date, last: Date) -> Option<i64> {
    let mut left = 0;
    let mut day = today;
    for _ in 0..NEAR_DAYS {
        if day >= last {
            return Some(left);
        }
        day = day.tomorrow().ok()?;
        left += i64::from(calendar.works_on(day));
    }
    None
}

impl Clock {
    pub fn working_days_left(&self, now: Instant) -> Option<i64> {
        let due = self.due.as_ref().ok()?;
        in_working_days(self.clock.rule.unit).then_some(())?;
        over::counting(self.pack, &self.pin, |calendar| {
            left(calendar, calendar.local(now)?.date(), due.due_on)
        })?
    }

    /// When somebody is warned that it ends.
    pub fn warnings(&self) -> Vec<Instant> {
        let Ok(due) = &self.due else {
            return Vec::new();
        };
        let all = over::counting(self.pack, &self.pin, |calendar| {
            reminders(&self.clock.rule, due, calendar)
        });
        let all = all.into_iter().flatten();
        all.filter(|it| it.occasion == Occasion::Warning)
            .map(|it| it.at)
            .collect()
    }
}
