//! Which figures count this case, indicator by indicator, by the very values that
//! the sums are made of (`figures::Measured`).

use crate::{
    Complaint,
    figures::{Counter, Measured, Promise},
};
use jiff::civil::Date;
use redress_kernel::{
    Instant, Organisation,
    indicator::{ALL, Indicator, Period, Set, View, Years},
};

/// Why a figure counts it or does not, beyond the definition of its sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nothing more to say: the definition tells.
    Definition,
    /// A duplicate or an enquiry is no complaint of its own.
    NoComplaint,
    /// The agreed date is today or later: it counts neither way so far.
    NotYet(Date),
    /// No such date was agreed, or nobody can be reached by it.
    NoDate,
    Agreed(Date),
}

#[derive(Debug, Clone, PartialEq)]
pub struct FigureWhy {
    pub indicator: &'static Indicator,
    pub counted: bool,
    /// Is it in the denominator, where there is one?
    pub of: Option<bool>,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The month of receipt: the period that these figures are of.
    pub period: Period,
    pub all: Vec<FigureWhy>,
}

/// None for what is in no figure at all: an import that was undone.
pub fn figures(case: &Complaint, office: &Organisation, now: Instant) -> Option<Figures> {
    let zone = office.zone();
    let measured = Measured::of(case, &zone)?;
    let today = now.date_in(&zone);
    let late = case.next_due(&zone).is_some_and(|(_, due)| due < now);
    let all = ALL
        .iter()
        .map(|indicator| figure(indicator, &measured, today, late));
    Some(Figures {
        period: Period::month_of(case.received_at.date_in(&zone), Years::Gregorian),
        all: all.collect(),
    })
}

fn figure(indicator: &'static Indicator, m: &Measured, today: Date, late: bool) -> FigureWhy {
    let counts = m.counts(View::Received, redress_kernel::indicator::numbered(today));
    let is_in = |set: Set| match set {
        Set::Overdue => late,
        set => counts.of(set) > 0,
    };
    let counted = is_in(indicator.counted);
    FigureWhy {
        indicator,
        counted,
        of: indicator.of.map(is_in),
        reason: reason(indicator, m, today),
    }
}

fn reason(indicator: &Indicator, m: &Measured, today: Date) -> Reason {
    let promise = match indicator.of.and_then(promised) {
        _ if !m.counted && !indicator.is_now() => return Reason::NoComplaint,
        Some(Counter::AcknowledgementDue) => m.acknowledgement,
        Some(Counter::AnswerDue) => m.answer,
        Some(_) => m.resolution,
        None => return Reason::Definition,
    };
    agreed(promise, today)
}

const fn promised(set: Set) -> Option<Counter> {
    match set {
        Set::AcknowledgementDue => Some(Counter::AcknowledgementDue),
        Set::AnswerDue => Some(Counter::AnswerDue),
        Set::ResolutionDue => Some(Counter::ResolutionDue),
        _ => None,
    }
}

fn agreed(promise: Promise, today: Date) -> Reason {
    match day(promise.due_on) {
        None => Reason::NoDate,
        Some(due) if due >= today => Reason::NotYet(due),
        Some(due) => Reason::Agreed(due),
    }
}

/// 20261121 as a day; 0 is none.
fn day(number: i64) -> Option<Date> {
    let part = |n: i64| i8::try_from(n).ok();
    let year = i16::try_from(number / 10_000).ok().filter(|y| *y > 0)?;
    Date::new(year, part(number / 100 % 100)?, part(number % 100)?).ok()
}
