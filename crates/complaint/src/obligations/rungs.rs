//! Warnings before an end and the ladder after it: which are still to be told, and
//! which of those that have passed is. Pure; told is what a fact says was told.

use super::{Obligation, Standing};
use crate::{Complaint, case::Reminding};
use redress_kernel::{
    Instant,
    calendar::Calendar,
    clock::{self, Due, Level, Occasion, Reminder, Rule, first_warning, reminders},
};

/// How an occasion is called in facts.
pub fn name(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Warning => "warning",
        Occasion::Missed(level) => level.name(),
    }
}

pub fn named(name: &str) -> Option<Occasion> {
    match name {
        "warning" => Some(Occasion::Warning),
        level => Level::named(level).map(Occasion::Missed),
    }
}

impl Obligation {
    /// All warnings and steps of the ladder, in order of time; within office hours.
    pub fn rungs(&self, calendar: &Calendar) -> Vec<Reminder> {
        let due = self.counted(calendar);
        due.map_or_else(Vec::new, |(rule, due)| reminders(rule, &due, calendar))
    }

    /// The rule with this end, while it is open and has one.
    fn counted(&self, calendar: &Calendar) -> Option<(&'static Rule, Due)> {
        let (rule, due) = (self.rule?, self.due?);
        let counted = Due {
            started: self.started,
            due,
            due_on: due.date_in(&calendar.zone),
            latest_in_law: None,
            standing: clock::Standing::Running,
            notices: Vec::new(),
            cautions: Vec::new(),
            steps: Vec::new(),
        };
        (self.standing == Standing::Open).then_some((rule, counted))
    }

    /// What was told about this very end.
    pub fn told<'a>(&self, case: &'a Complaint) -> impl Iterator<Item = &'a Reminding> + use<'a> {
        let (code, number, due) = (self.what.code(), self.number, self.due);
        case.reminded.iter().filter(move |told| {
            told.fact.obligation == code && told.fact.number == number && Some(told.fact.due) == due
        })
    }
}

/// Those that nobody was told, nor passed over for a higher one.
pub fn untold(it: &Obligation, case: &Complaint, calendar: &Calendar) -> Vec<Reminder> {
    let told = it.told(case).flat_map(|told| {
        let skipped = told.fact.skipped.iter();
        std::iter::once(&told.fact.rung).chain(skipped)
    });
    let mut told: Vec<Occasion> = told.filter_map(|name| named(name)).collect();
    let missed = told.iter().any(|it| matches!(it, Occasion::Missed(_)));
    let mut all = it.rungs(calendar);
    all.retain(|reminder| {
        if reminder.occasion == Occasion::Warning && missed {
            return false;
        }
        // Warnings have no names of their own: as many as were told are left out.
        match told.iter().position(|its| *its == reminder.occasion) {
            Some(at) => {
                told.swap_remove(at);
                false
            }
            None => true,
        }
    });
    all
}

/// The next one to be told.
pub fn next(it: &Obligation, case: &Complaint, calendar: &Calendar) -> Option<Reminder> {
    // Every new complaint comes this way: nothing was told yet, and no ladder is laid.
    if it.told(case).next().is_none()
        && let Some((rule, due)) = it.counted(calendar)
        && let Some(first) = first_warning(rule, &due, calendar)
    {
        return Some(first);
    }
    untold(it, case, calendar).into_iter().next()
}

/// What is told now: the highest that has passed, with those that it stands for.
/// `planned` is what the row says was to come next; it counts as passed even where
/// the office's hours have changed since, so that nothing is looked at for ever.
pub fn passed(
    untold: &[Reminder],
    now: Instant,
    planned: Option<Occasion>,
) -> Option<(Reminder, Vec<Reminder>)> {
    let mut due: Vec<Reminder> = untold.iter().copied().filter(|it| it.at <= now).collect();
    if due.is_empty() {
        let first = untold.first().copied();
        due.extend(first.filter(|it| planned == Some(it.occasion)));
    }
    let at = (0..due.len()).max_by_key(|at| due.get(*at).map(|it| (it.occasion, it.at)))?;
    let highest = due.remove(at);
    Some((highest, due))
}
