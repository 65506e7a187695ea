//! Why this date: which entry set it, and whether it was counted or named. Counting
//! is shown by doing it again with the settings of that moment; where the result is
//! another day, nobody pretends and the date is told as one that was named.

use crate::{
    Complaint,
    case::CaseMessage,
    case::recount::{Cause, Recount},
    facts::{DueDates, MessageSent},
};
use jiff::{ToSpan, civil::Date};
use redress_kernel::{Entry, Id, Instant, Organisation, calendar::Kind, deadline::Step};
use std::borrow::Borrow;

/// Days are listed up to here; a longer wait says how many there are.
pub const LISTED_MAX: usize = 60;

/// The organisation as one entry of the journal left it.
#[derive(Debug, Clone)]
pub struct Setting {
    pub seq: i64,
    pub organisation: Organisation,
}

/// The entry that gave a step its date.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    pub seq: i64,
    pub kind: String,
    pub by: Id,
    pub at: Instant,
    pub due: Instant,
}

/// Why a day did not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rest {
    Weekend,
    /// With the reason where somebody gave one.
    Closure(Option<String>),
}

/// A count that comes to the very date on file.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    pub from: Instant,
    pub days: u32,
    pub last: Date,
    pub skipped: Vec<(Date, Rest)>,
    pub zone: String,
    /// The entry of the settings it was counted with.
    pub setting: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DateWhy {
    pub step: Step,
    pub due: Instant,
    /// None while it is neither done nor late.
    pub in_time: Option<bool>,
    pub origin: Origin,
    /// What it was before, the oldest first.
    pub before: Vec<Origin>,
    /// None: the date itself was named.
    pub count: Option<Count>,
}

/// Each date of the case with its reasons, in the order of the steps.
pub fn dates(
    entries: &[Entry],
    recounts: &[impl Borrow<Recount>],
    settings: &[Setting],
) -> Vec<DateWhy> {
    let mut steps: Vec<Vec<(Origin, Vec<Start>)>> = vec![Vec::new(); Step::ALL.len()];
    let mut before = DueDates::default();
    let case = Complaint::fold_watched(entries, recounts, |case, cause| {
        for (step, known) in Step::ALL.into_iter().zip(&mut steps) {
            let due = of(&case.due, step);
            if due != of(&before, step)
                && let Some(due) = due
            {
                known.push((origin(cause, due), starts(case, cause, step, due)));
            }
        }
        before = case.due;
    });
    let all = Step::ALL.into_iter().zip(steps);
    all.filter_map(|(step, known)| why(&case, step, known, settings))
        .collect()
}

pub const fn of(due: &DueDates, step: Step) -> Option<Instant> {
    match step {
        Step::Acknowledgement => due.acknowledgement,
        Step::Assessment => due.assessment,
        Step::Update => due.update,
        Step::Response => due.response,
        Step::Closure => due.closure,
    }
}

fn why(
    case: &Complaint,
    step: Step,
    mut known: Vec<(Origin, Vec<Start>)>,
    settings: &[Setting],
) -> Option<DateWhy> {
    let due = of(&case.due, step)?;
    let (origin, starts) = known.pop()?;
    Some(DateWhy {
        step,
        due,
        in_time: case.in_time(step),
        count: counted(step, &origin, &starts, settings),
        origin,
        before: known.into_iter().map(|(origin, _)| origin).collect(),
    })
}

pub(super) fn origin(cause: Cause, due: Instant) -> Origin {
    match cause {
        Cause::Fact(entry) => Origin {
            seq: entry.seq,
            kind: entry.kind.clone(),
            by: entry.actor,
            at: entry.recorded_at,
            due,
        },
        Cause::Recount(recount) => Origin {
            seq: recount.seq,
            kind: "dates-recounted".to_owned(),
            by: recount.by,
            at: recount.at,
            due,
        },
    }
}

/// From when a date can have been counted, and before which entry: the settings of
/// that moment hold.
#[derive(Debug, Clone, Copy)]
struct Start {
    from: Instant,
    seq: i64,
}

/// The moments from which this date can have been counted, the likeliest first. A
/// letter's next date was counted when the letter was written, not when it left, and
/// by the settings of that day; a later date for the answer that a letter names is no
/// count at all.
fn starts(case: &Complaint, cause: Cause, step: Step, due: Instant) -> Vec<Start> {
    let told = |m: &CaseMessage| m.response_due == Some(due);
    let by_letter = matches!(cause, Cause::Fact(entry) if entry.is::<MessageSent>());
    if step == Step::Response && by_letter && case.messages.iter().any(told) {
        return Vec::new();
    }
    let mut letters: Vec<Start> = Vec::new();
    let mut starts: Vec<Instant> = Vec::new();
    if let Cause::Fact(entry) = cause {
        let its = case.messages.iter().filter(|m| m.next_update == Some(due));
        letters.extend(its.map(|m| Start {
            from: m.at,
            seq: m.seq,
        }));
        let opening = matches!(entry.kind.as_str(), "received" | "imported-history");
        starts.extend(opening.then_some(case.received_at));
        starts.extend([entry.at(), entry.recorded_at]);
    }
    starts.extend(case.informed_at);
    starts.extend(case.reopened_at);
    // Whoever says at once that it is put right answers no decision.
    let answers = case.answer().into_iter().chain(case.standing_answer());
    starts.extend(answers.map(|answer| answer.at));
    starts.push(case.received_at);
    let seq = seq_of(cause);
    let others = starts.into_iter().map(|from| Start { from, seq });
    letters.into_iter().chain(others).collect()
}

const fn seq_of(cause: Cause) -> i64 {
    match cause {
        Cause::Fact(entry) => entry.seq,
        Cause::Recount(recount) => recount.seq,
    }
}

fn counted(step: Step, origin: &Origin, starts: &[Start], settings: &[Setting]) -> Option<Count> {
    let held = |start: &Start| settings.iter().rev().find(|it| it.seq < start.seq);
    let counts =
        |(start, it): &(&Start, &Setting)| it.organisation.due(step, start.from) == origin.due;
    let known = starts
        .iter()
        .filter_map(|start| Some((start, held(start)?)));
    let (start, setting) = known.into_iter().find(counts)?;
    let (office, from) = (&setting.organisation, start.from);
    let calendar = office.calendar();
    let last = origin.due.date_in(&calendar.zone);
    Some(Count {
        from,
        days: office.targets.days(step),
        last,
        skipped: skipped(office, from.date_in(&calendar.zone), last),
        zone: office.time_zone.clone(),
        setting: setting.seq,
    })
}

/// The days after the first up to the last that were not counted.
fn skipped(office: &Organisation, first: Date, last: Date) -> Vec<(Date, Rest)> {
    let calendar = office.calendar();
    let mut skipped = Vec::new();
    let mut day = first;
    while day < last && skipped.len() < LISTED_MAX {
        day = day.checked_add(1.day()).unwrap_or(last);
        let rest = match calendar.kind(day) {
            Kind::Working | Kind::MakeUp(_) => continue,
            Kind::Weekend => Rest::Weekend,
            Kind::Holiday(name) => Rest::Closure(Some(name.to_string())),
            Kind::Closure(_) => Rest::Closure(office.closure_names.get(&day).cloned()),
        };
        skipped.push((day, rest));
    }
    skipped
}
