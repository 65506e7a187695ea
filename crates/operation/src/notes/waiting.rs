//! For whom the case waits, and putting it aside meanwhile. A flag beside the
//! stage: it stops no clock, a word from the complainant ends the waiting for
//! them by itself, and what was put aside comes back on its date.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::Waiting,
    facts::{Text, WaitingSet},
    verb::{Back, while_open},
};
use redress_kernel::{
    Draft, Instant, Refusal,
    fields::{Field, Fields, Kind},
};

const WHOM: &[&str] = &[
    "complainant",
    "colleague",
    "internal",
    "third-party",
    "nobody",
];

/// Whoever may take a while.
const OTHERS: &[&str] = &["complainant", "colleague", "internal", "third-party"];

/// Nothing lies aside for longer than a quarter of a year.
const ASIDE_DAYS_MAX: i64 = 92;

pub const ASIDE: &[Field] = &[
    Field::new("waiting-on", Kind::Choice("waiting-on", OTHERS)).required(),
    Field::new("aside-until", Kind::Moment).hinted(),
    Field::new("aside-text", Kind::Text(4000)),
];

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

/// Puts the case aside: it leaves its owner's list and comes back by itself.
pub fn put_aside(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let on = fields.text("waiting-on");
    let until = fields.moment("aside-until", &at.organisation.zone());
    comes_back(&on, until, at.now).map_err(|no| no.at("aside-until"))?;
    let aside = WaitingSet {
        on: Some(on),
        until,
        aside: true,
        ended: None,
    };
    let text = Text {
        text: fields.text("aside-text"),
    };
    Ok(Decided::fact(Draft::with(c.id, &aside, &text)))
}

/// Only the complainant's reply is sure to bring a case back without a date.
fn comes_back(on: &str, until: Option<Instant>, now: Instant) -> Result<(), Refusal> {
    match until {
        None if on == "complainant" => Ok(()),
        None => Err(Refusal::new("aside-until-when")),
        Some(until) if until <= now => Err(Refusal::new("aside-in-the-past")),
        Some(until) if until > now.plus_seconds(ASIDE_DAYS_MAX * 86_400) => {
            Err(Refusal::new("aside-too-long").with("max", ASIDE_DAYS_MAX))
        }
        Some(_) => Ok(()),
    }
}

pub fn is_waiting(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    over(c).map(|_| ())
}

pub fn bring_back(c: &Complaint, _: &Fields, _: &At) -> Result<Decided, Refusal> {
    Ok(Decided::fact(Draft::with(
        c.id,
        &over(c)?,
        &Text::default(),
    )))
}

/// The waiting as it was before, typed again.
pub fn as_before(c: &Complaint) -> Back {
    match &c.waiting {
        None => ("waiting", vec![("waiting-on", "nobody".to_owned())]),
        Some(was) if was.aside => ("aside", again("aside", was)),
        Some(was) => ("waiting", again("waiting", was)),
    }
}

fn again(verb: &str, was: &Waiting) -> Vec<(&'static str, String)> {
    let (until, text) = match verb {
        "aside" => ("aside-until", "aside-text"),
        _ => ("waiting-until", "waiting-text"),
    };
    let mut typed = vec![("waiting-on", was.on.clone()), (text, was.text.clone())];
    if let Some(at) = was.until {
        // A day ends a breath before the next begins: its date in UTC may be the
        // day before, which only brings the case back earlier.
        let written = at.to_string();
        let day = written.split('T').next().unwrap_or_default().to_owned();
        typed.push((until, if verb == "aside" { written } else { day }));
    }
    typed
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
        ..WaitingSet::default()
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
