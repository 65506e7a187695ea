//! How one complaint counts: the few values that every figure is made of, and the
//! sums it takes part in. The projection, the list behind a figure and the recount
//! of the tests all ask this one place.

use super::counts::{Counter, Counts};
use crate::{
    Complaint,
    case::{Firsts, Kept},
};
use jiff::tz::TimeZone;
use redress_kernel::{
    Id, Instant,
    indicator::{View, numbered},
};

/// No day: nothing was agreed, or it has not happened.
pub const NEVER_ON: i64 = 0;

/// Scopes after which it is no complaint of its own: told twice, or only asked.
const NOT_COUNTED: &[&str] = &["duplicate", "enquiry"];

/// A date agreed with the complainant, and whether it was kept. Not kept is either
/// late or not yet: the day on which somebody asks decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Promise {
    /// The local day by whose end it was due.
    pub due_on: i64,
    pub in_time: bool,
}

/// Days are numbers like 20261121, in the organisation's zone as it was then
/// (`on_the_days_of`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Measured {
    pub complaint: Id,
    pub unit: Option<Id>,
    pub category: String,
    pub channel: String,
    pub language: String,
    /// False for a duplicate or an enquiry: work, but no complaint of its own.
    pub counted: bool,
    pub is_open: bool,
    pub received_on: i64,
    pub received_span: i64,
    /// The first closing; a reopening does not take it back.
    pub closed_on: i64,
    pub closed_span: i64,
    pub acknowledgement: Promise,
    pub answer: Promise,
    pub resolution: Promise,
    pub first_contact: bool,
    pub assessed: bool,
    pub wrong_priority: bool,
    pub referred: bool,
    pub repeated: bool,
    pub improvement: bool,
    pub reopened: bool,
}

impl Measured {
    /// None for what is in no list either.
    pub fn of(c: &Complaint, zone: &TimeZone) -> Option<Measured> {
        if c.reference.is_empty() || c.unlisted() {
            return None;
        }
        let days = Days(zone);
        let first = &c.firsts;
        let (received_on, received_span) = days.and_span(Some(c.received_at));
        let (closed_on, closed_span) = days.and_span(first.closed.map(|closed| closed.at));
        let answer = days.promise(first.answered, c.due.response);
        Some(Measured {
            complaint: c.id,
            unit: c.unit,
            category: c.first_category().unwrap_or_default().to_owned(),
            channel: c.channel.clone(),
            language: c.language.tag().to_owned(),
            counted: is_counted(c),
            is_open: c.is_open(),
            received_on,
            received_span,
            closed_on,
            closed_span,
            acknowledgement: acknowledgement(c, &days),
            answer,
            resolution: resolution(c, answer, &days),
            first_contact: at_first_contact(c, first),
            assessed: c.assessment.is_some(),
            wrong_priority: priority_moved(c, first),
            referred: !c.referrals.is_empty(),
            repeated: is_repeated(c),
            improvement: first.corrective_action,
            reopened: c.cycle > 1,
        })
    }

    /// A day that was counted stays that day, also when the office has moved to another
    /// zone since.
    pub fn on_the_days_of(mut self, before: Option<&Measured>) -> Measured {
        let Some(before) = before else { return self };
        (self.received_on, self.received_span) = (before.received_on, before.received_span);
        if before.closed_on != NEVER_ON && self.closed_on != NEVER_ON {
            (self.closed_on, self.closed_span) = (before.closed_on, before.closed_span);
        }
        self
    }

    /// The same with what this one has promised.
    pub fn promising(&self, now: Measured) -> Measured {
        Measured {
            acknowledgement: now.acknowledgement,
            answer: now.answer,
            resolution: now.resolution,
            ..self.clone()
        }
    }

    /// What this case adds to the figures of the period it was received (or closed)
    /// in, as seen on the day `today`.
    pub fn counts(&self, view: View, today: i64) -> Counts {
        let mut counts = self.settled(view);
        if view == View::Received {
            let pending = self.pending().into_iter();
            let pending = pending.filter(|(due_on, _)| *due_on >= today);
            pending.for_each(|(_, part)| counts.add(&part, -1));
        }
        counts
    }

    /// The same once every agreed date has passed.
    pub fn settled(&self, view: View) -> Counts {
        use Counter as C;
        let mut counts = Counts::default();
        if view == View::Received {
            counts.set(C::Open, self.is_open);
        }
        if !self.counted || self.day(view) == NEVER_ON {
            return counts;
        }
        counts.set(C::All, true);
        counts.set(C::FirstContact, self.first_contact);
        counts.set(C::Assessed, self.assessed);
        counts.set(C::WrongPriority, self.wrong_priority);
        counts.set(C::Referred, self.referred);
        counts.set(C::Repeated, self.repeated);
        counts.set(C::Improvement, self.improvement);
        counts.set(C::Reopened, self.reopened);
        for (promise, due, in_time) in self.promises() {
            let judged = match view {
                View::Received => promise.due_on != NEVER_ON,
                // Closed before the date came and without it: neither kept nor broken.
                View::Closed => {
                    promise.in_time
                        || (promise.due_on != NEVER_ON && promise.due_on < self.closed_on)
                }
            };
            counts.set(due, judged);
            counts.set(in_time, judged && promise.in_time);
        }
        counts
    }

    /// What has to be left out until a date has passed.
    pub fn pending(&self) -> Vec<(i64, Counts)> {
        let mut pending: Vec<(i64, Counts)> = Vec::with_capacity(2);
        if !self.counted {
            return pending;
        }
        for (promise, due, in_time) in self.promises() {
            if promise.due_on == NEVER_ON {
                continue;
            }
            let mut part = Counts::default();
            part.set(due, true);
            part.set(in_time, promise.in_time);
            match pending.iter_mut().find(|(day, _)| *day == promise.due_on) {
                Some((_, there)) => there.add(&part, 1),
                None => pending.push((promise.due_on, part)),
            }
        }
        pending
    }

    fn promises(&self) -> [(Promise, Counter, Counter); 3] {
        use Counter as C;
        [
            (
                self.acknowledgement,
                C::AcknowledgementDue,
                C::AcknowledgedInTime,
            ),
            (self.answer, C::AnswerDue, C::AnsweredInTime),
            (self.resolution, C::ResolutionDue, C::ResolvedInTime),
        ]
    }

    pub fn day(&self, view: View) -> i64 {
        match view {
            View::Received => self.received_on,
            View::Closed => self.closed_on,
        }
    }

    pub fn span(&self, view: View) -> i64 {
        match view {
            View::Received => self.received_span,
            View::Closed => self.closed_span,
        }
    }

    pub fn unit_text(&self) -> String {
        self.unit.map(|unit| unit.to_string()).unwrap_or_default()
    }

    /// One of the flags that few cases carry: their lists have an index of their own.
    pub fn noted(&self) -> bool {
        self.first_contact
            || self.wrong_priority
            || self.referred
            || self.repeated
            || self.improvement
            || self.reopened
    }
}

/// Instants as local days.
struct Days<'a>(&'a TimeZone);

impl Days<'_> {
    fn on(&self, at: Instant) -> i64 {
        numbered(at.date_in(self.0))
    }

    fn and_span(&self, at: Option<Instant>) -> (i64, i64) {
        let Some(at) = at else {
            return (NEVER_ON, NEVER_ON);
        };
        let day = at.date_in(self.0);
        let span = redress_kernel::indicator::span_of(day);
        (numbered(day), numbered(span))
    }

    /// Done against the date agreed then; not done yet, the date agreed by now.
    fn promise(&self, done: Option<Kept>, due_now: Option<Instant>) -> Promise {
        let due = done.map_or(due_now, |done| done.due);
        let in_time = done.is_some_and(|done| due.is_some_and(|due| done.at <= due));
        Promise {
            due_on: due.map_or(NEVER_ON, |due| self.on(due)),
            in_time,
        }
    }
}

/// Whoever cannot be reached is owed no acknowledgement, and another system's past
/// tells of none: only one that was given counts there.
fn acknowledgement(c: &Complaint, days: &Days) -> Promise {
    let due = c.due.acknowledgement;
    let done = c
        .acknowledged
        .as_ref()
        .map(|given| Kept { at: given.at, due });
    if done.is_none() && (c.imported || c.reachable.is_empty()) {
        return Promise::default();
    }
    days.promise(done, due)
}

/// The date of closing once it is agreed (with the acceptance), the date of the
/// answer before.
fn resolution(c: &Complaint, answer: Promise, days: &Days) -> Promise {
    match c.firsts.closed {
        Some(closed) if closed.due.is_some() => days.promise(Some(closed), None),
        None if c.due.closure.is_some() => days.promise(None, c.due.closure),
        _ => answer,
    }
}

fn is_counted(c: &Complaint) -> bool {
    let scope = c.scope.as_ref().map(|scope| scope.scope.as_str());
    !scope.is_some_and(|scope| NOT_COUNTED.contains(&scope))
}

/// Settled by whoever first heard it, without another person.
fn at_first_contact(c: &Complaint, first: &Firsts) -> bool {
    first.close_reason == "resolved-early" && first.closed_by == c.recorded_by
}

fn priority_moved(c: &Complaint, first: &Firsts) -> bool {
    first
        .priority
        .as_deref()
        .is_some_and(|first| first != c.priority())
}

/// Linked to an earlier complaint as related or as having the same cause.
fn is_repeated(c: &Complaint) -> bool {
    c.links
        .iter()
        .any(|link| link.kind != "duplicate" && link.to < c.id)
}
