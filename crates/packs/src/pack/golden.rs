//! Golden cases: examples in the pack itself, each with its answer and why.

use super::{Clock, NoCalendar, Pack};
use jiff::civil::Date;
use redress_kernel::{
    Instant,
    calendar::{Calendar, Hours},
    clock::{Due, Fault, FirstDay, Happened, Roll, Standing, Unit, adds_up, due_among},
};
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Golden {
    /// Where it stands in its file.
    pub line: usize,
    pub clock: String,
    pub received: Instant,
    /// What happened besides the receipt.
    pub facts: Vec<Happened>,
    pub calendar: Option<String>,
    pub hours: Option<Hours>,
    pub set: Set,
    pub due_on: Date,
    pub due: Option<Instant>,
    pub latest_in_law: Option<Date>,
    pub stopped: bool,
    pub why: String,
}

/// What the organisation changed in its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Set {
    pub amount: Option<u32>,
    pub unit: Option<Unit>,
    pub first_day: Option<FirstDay>,
    pub end_roll: Option<Roll>,
}

/// An example whose answer is not the one that stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Mismatch {
    pub line: usize,
    pub clock: String,
    pub expected: String,
    pub found: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mismatch {
            clock,
            expected,
            found,
            ..
        } = self;
        write!(f, "`{clock}`: expected {expected}, counted {found}")
    }
}

impl Set {
    fn apply(&self, clock: &mut Clock) {
        let rule = &mut clock.rule;
        rule.amount = self.amount.unwrap_or(rule.amount);
        rule.first_day = self.first_day.unwrap_or(rule.first_day);
        rule.end_roll = self.end_roll.unwrap_or(rule.end_roll);
        if let Some(unit) = self.unit {
            rule.unit = unit;
            rule.due_at = match unit {
                Unit::WorkingHour => redress_kernel::clock::DueAt::Instant,
                _ => rule.due_at,
            };
        }
    }
}

impl Golden {
    /// All that happened, the receipt first.
    pub fn story(&self) -> Vec<Happened> {
        let received = Happened::new(redress_kernel::clock::FactKind::RECEIVED, self.received);
        [vec![received], self.facts.clone()].concat()
    }

    pub fn calendar(&self, pack: &Pack) -> Result<Calendar, NoCalendar> {
        let calendar = pack.calendar(self.calendar.as_deref())?;
        Ok(match self.hours {
            Some(hours) => calendar.with_hours(hours),
            None => calendar,
        })
    }

    /// Changes its clock as the organisation of the example did.
    pub fn amend(&self, clocks: &mut [Clock]) {
        for clock in clocks.iter_mut().filter(|it| it.id == self.clock) {
            self.set.apply(clock);
        }
    }

    /// Counts the example and compares.
    pub fn run(&self, pack: &Pack) -> Result<(), Mismatch> {
        let calendar = self
            .calendar(pack)
            .map_err(|it| self.differs("a calendar", it))?;
        let version = pack.at(self.received, &calendar);
        let version = version.ok_or_else(|| self.differs("a version in force", "none"))?;
        let mut clocks = version.clocks.clone();
        self.amend(&mut clocks);
        let due = due_among(&clocks, &self.clock, &self.story(), &calendar)
            .map_err(|fault: Fault| self.differs(self.due_on, fault))?;
        self.compare(&due)
    }

    fn compare(&self, due: &Due) -> Result<(), Mismatch> {
        if let Err(flaw) = adds_up(&due.steps) {
            return Err(self.differs("an explanation that adds up", flaw));
        }
        if due.due_on != self.due_on {
            return Err(self.differs(self.due_on, due.due_on));
        }
        if self.due.is_some_and(|it| it != due.due) {
            return Err(self.differs(self.due, due.due));
        }
        let law = due.latest_in_law.map(|it| it.due_on);
        if law != self.latest_in_law {
            return Err(self.differs(self.latest_in_law, law));
        }
        let stopped = matches!(due.standing, Standing::Stopped { .. });
        if stopped != self.stopped {
            return Err(self.differs(self.stopped, &due.standing));
        }
        Ok(())
    }

    fn differs(&self, expected: impl fmt::Debug, found: impl fmt::Debug) -> Mismatch {
        Mismatch {
            line: self.line,
            clock: self.clock.clone(),
            expected: format!("{expected:?}"),
            found: format!("{found:?}"),
        }
    }
}

impl Pack {
    /// Runs all golden cases; those that come out otherwise.
    pub fn check(&self) -> Vec<Mismatch> {
        let runs = self.golden.iter().map(|case| case.run(self));
        runs.filter_map(Result::err).collect()
    }
}
