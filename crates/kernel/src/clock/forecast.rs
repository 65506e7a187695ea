//! What will be missed in the next days if nothing happens.

use super::{Due, Standing};
use crate::{Instant, calendar::Calendar};
use jiff::{ToSpan, civil::Date};

/// What is missed already, and what each of the next days would add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast<T> {
    pub overdue: Vec<T>,
    /// Today first; a day without anything stands there too.
    pub days: Vec<(Date, Vec<T>)>,
}

/// `ahead`: how many days from today on, today included.
pub fn forecast<'a, T>(
    dues: impl IntoIterator<Item = (T, &'a Due)>,
    now: Instant,
    ahead: u16,
    calendar: &Calendar,
) -> Forecast<T> {
    let today = calendar.local(now).map_or(Date::MAX, |it| it.date());
    let mut days: Vec<(Date, Vec<T>)> = (0..i64::from(ahead))
        .filter_map(|days| today.checked_add(days.days()).ok())
        .map(|day| (day, Vec::new()))
        .collect();
    let mut overdue = Vec::new();
    for (id, due) in dues {
        if due.standing != Standing::Running {
            continue;
        }
        if due.due < now {
            overdue.push(id);
        } else if let Some((_, on)) = days.iter_mut().find(|(day, _)| *day == due.due_on) {
            on.push(id);
        }
    }
    Forecast { overdue, days }
}
