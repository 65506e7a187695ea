//! Beginning: only what was assessed as a complaint is investigated, by a plan
//! of somebody who declares to be impartial.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{InvestigationPlanned, Text},
    verb::while_open,
};
use redress_kernel::{
    Draft, Instant, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};

pub const FIELDS: &[Field] = &[
    Field::new("plan", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
    Field::new("impartial", Kind::Tick).required().hinted(),
    Field::new("due-on", Kind::Date),
];

/// An enquiry, a duplicate or what is out of scope is answered, not investigated.
pub fn is_a_complaint(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match &c.scope {
        Some(scope) if scope.scope != "complaint" => Err(Refusal::new("not-taken-as-complaint")),
        _ => Ok(()),
    }
}

/// How deep to look follows from the assessment (7.5), so that comes first.
pub fn can_begin(c: &Complaint, at: &At) -> Result<(), Refusal> {
    is_a_complaint(c, at)?;
    match (&c.assessment, &c.scope) {
        (None, _) => Err(Refusal::new("assess-first")),
        (_, None) => Err(Refusal::new("scope-first")),
        _ => Ok(()),
    }
}

pub fn is_planned(c: &Complaint, at: &At) -> Result<(), Refusal> {
    can_begin(c, at)?;
    match c.plan {
        Some(_) => Ok(()),
        None => Err(Refusal::new("plan-first")),
    }
}

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    if !fields.ticked("impartial") {
        return Err(Refusal::new("not-impartial").at("impartial"));
    }
    let planned = InvestigationPlanned {
        impartial: true,
        due_at: end_of_day("due-on", fields, at)?,
    };
    let text = Text {
        text: fields.text("plan"),
    };
    Ok(Decided::fact(Draft::with(c.id, &planned, &text)))
}

/// The end of the day in `field`, in the office's time zone; not a past one.
pub fn end_of_day(
    field: &'static str,
    fields: &Fields,
    at: &At,
) -> Result<Option<Instant>, Refusal> {
    let day = fields.date(field);
    let end = day.map(|day| at.organisation.calendar().end_of(day));
    if end.is_some_and(|end| end < at.now) {
        return Err(Refusal::new("day-is-past").at(field));
    }
    Ok(end)
}
