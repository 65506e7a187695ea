//! Why this date: the steps of the count as values. They add up: every day from
//! the first to the last stands there once, counted or skipped with its reason.
//! Words come later, in the reader's language.

use super::{CountedFrom, FactKind, NoExtension, Roll, Unit};
use crate::Instant;
use jiff::civil::{Date, Time};
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Started {
        by: FactKind,
        at: Instant,
        day: Date,
    },
    /// Without the fact that starts it, by the expiry of another clock.
    StartedByExpiry {
        of: Arc<str>,
        at: Instant,
        day: Date,
    },
    /// Came after the cut-off or on a day without work: counts as received then.
    CutOff {
        at: Time,
        day: Date,
    },
    /// What is counted from here on; `days` is what weeks and months come to.
    Period {
        amount: u32,
        unit: Unit,
        days: Option<u32>,
    },
    /// Nothing is counted in between.
    Stopped {
        by: FactKind,
        from: Instant,
        to: Option<Instant>,
    },
    Counted {
        day: Date,
        number: u32,
        why: Counted,
    },
    Skipped {
        day: Date,
        why: Skipped,
    },
    /// Hours that were counted, and the sum so far in microseconds.
    Worked {
        day: Date,
        from: Instant,
        to: Instant,
        sum: i64,
    },
    Extended {
        at: Instant,
        amount: u32,
        unit: Unit,
        from: CountedFrom,
    },
    /// An extension that does not hold: the date stays.
    NotExtended {
        at: Instant,
        because: NoExtension,
    },
    /// The last day is not worked.
    Rolled {
        from: Date,
        to: Date,
        why: Skipped,
    },
    /// What the law may allow; not what we work by.
    InLaw {
        roll: Roll,
        day: Date,
    },
    Due {
        at: Instant,
        day: Date,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    Day,
    /// A day of the weekend that is worked.
    MakeUp(Arc<str>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Skipped {
    FirstDay,
    Weekend,
    Holiday(Arc<str>),
    /// The organisation's own.
    Closure(Arc<str>),
    Stopped,
    /// Worked, but not between the instants that count.
    NoHoursLeft,
}

/// What does not add up in an explanation, if anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A day is missing or stands there twice.
    NotTheNextDay(Date),
    /// The numbers do not follow each other.
    NotTheNextNumber(Date),
    /// Fewer or more counted than the rule asks for.
    NotTheAmount,
    /// The last step names another day than the count reached.
    NotTheEnd,
}

/// Goes through the steps as a reader with a pencil does.
pub fn adds_up(steps: &[Step]) -> Result<(), Flaw> {
    let mut sum = Sum::default();
    for step in steps {
        sum.take(step)?;
    }
    sum.end()
}

#[derive(Default)]
struct Sum {
    last: Option<Date>,
    number: u32,
    worked: i64,
    wanted: Option<(u32, Unit, Option<u32>)>,
    rolled: Option<Date>,
    due: Option<Date>,
}

impl Sum {
    fn take(&mut self, step: &Step) -> Result<(), Flaw> {
        match step {
            Step::Period { amount, unit, days } => {
                self.leg()?;
                self.wanted = Some((*amount, *unit, *days));
                (self.number, self.worked) = (0, 0);
            }
            Step::Counted { day, number, .. } => {
                self.next(*day)?;
                self.number += 1;
                if self.number != *number {
                    return Err(Flaw::NotTheNextNumber(*day));
                }
            }
            Step::Skipped { day, .. } => self.next(*day)?,
            Step::Worked { day, from, to, sum } => {
                if self.last != Some(*day) {
                    self.next(*day)?;
                }
                self.worked += to.micros() - from.micros();
                if self.worked != *sum {
                    return Err(Flaw::NotTheNextNumber(*day));
                }
            }
            Step::Rolled { from, to, .. } => {
                if self.last.is_some_and(|last| last != *from) {
                    return Err(Flaw::NotTheNextDay(*from));
                }
                self.rolled = Some(*to);
            }
            Step::Due { day, .. } => self.due = Some(*day),
            _ => {}
        }
        Ok(())
    }

    /// A second leg may begin on the day on which the first ended.
    fn next(&mut self, day: Date) -> Result<(), Flaw> {
        let fresh = self.number == 0 && self.worked == 0;
        let follows = match self.last {
            None => true,
            Some(last) => last.tomorrow().is_ok_and(|next| next == day) || (fresh && last == day),
        };
        self.last = Some(day);
        follows.then_some(()).ok_or(Flaw::NotTheNextDay(day))
    }

    fn leg(&self) -> Result<(), Flaw> {
        let whole = match self.wanted {
            None => true,
            Some((amount, Unit::WorkingHour, _)) => self.worked == i64::from(amount) * HOUR,
            Some((amount, _, days)) => self.number == days.unwrap_or(amount),
        };
        whole.then_some(()).ok_or(Flaw::NotTheAmount)
    }

    fn end(&self) -> Result<(), Flaw> {
        self.leg()?;
        let reached = self.rolled.or(self.last);
        let same = reached.is_none() || reached == self.due;
        same.then_some(()).ok_or(Flaw::NotTheEnd)
    }
}

pub(super) const HOUR: i64 = 3_600_000_000;
