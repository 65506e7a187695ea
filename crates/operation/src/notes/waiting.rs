//! For whom the case waits. A flag beside the stage: it stops no clock, and a
//! word from the complainant ends the waiting for them by itself.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Text, WaitingSet},
};
use redress_kernel::{
    Draft, Instant, Refusal,
    fields::{Field, Fields, Kind},
};

const WHOM: &[&str] = &["complainant", "third-party", "internal", "nobody"];

pub const FIELDS: &[Field] = &[
    Field::new("waiting-on", Kind::Choice("waiting-on", WHOM)).required(),
    Field::new("waiting-until", Kind::Date),
    Field::new("waiting-text", Kind::Text(4000)).hinted(),
];

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let text = Text {
        text: fields.text("waiting-text"),
    };
    let waiting = match fields.text("waiting-on").as_str() {
        "nobody" => over(c)?,
        on => begun(on, &text, until(fields, at)?)?,
    };
    Ok(Decided::fact(Draft::with(c.id, &waiting, &text)))
}

fn over(c: &Complaint) -> Result<WaitingSet, Refusal> {
    match c.waiting {
        Some(_) => Ok(WaitingSet::default()),
        None => Err(Refusal::new("not-waiting").at("waiting-on")),
    }
}

fn begun(on: &str, text: &Text, until: Option<Instant>) -> Result<WaitingSet, Refusal> {
    if text.text.is_empty() {
        return Err(Refusal::new("waiting-for-what").at("waiting-text"));
    }
    Ok(WaitingSet {
        on: Some(on.to_owned()),
        until,
    })
}

/// The end of that day in the office's time zone.
fn until(fields: &Fields, at: &At) -> Result<Option<Instant>, Refusal> {
    let day = fields.date("waiting-until");
    let end = day.map(|day| at.organisation.calendar().end_of(day));
    if end.is_some_and(|end| end < at.now) {
        return Err(Refusal::new("day-is-past").at("waiting-until"));
    }
    Ok(end)
}
