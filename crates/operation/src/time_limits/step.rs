//! A step that a time limit heeds: a supplement is asked for, an expert answers. The
//! one that asks the complainant for more is a letter, and counts once that has left.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{LimitMoved, Reason},
    telling::leads_to,
    texts::nothing_open,
    verb::while_open,
};
use redress_kernel::{Draft, Instant, Refusal, clock::FactKind, fields::Fields};

const ASKS: &str = "supplement-asked";

pub fn some_to_record(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.steps_offered().is_empty() {
        true => Err(Refusal::new("no-limit-step")),
        false => Ok(()),
    }
}

pub fn record(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let typed = fields.text("limit-step");
    let mut offered = c.steps_offered().into_iter();
    let step = offered.find(|it| it.name() == typed);
    let step = step.ok_or(Refusal::new("step-unknown").at("limit-step"))?;
    let happened = fields.moment("step-at", &at.organisation.zone());
    if let Some(moment) = happened {
        in_its_time(c, step, moment, at.now)?;
    }
    let reason = Reason {
        reason: fields.text("reason"),
    };
    if happened.is_some() && reason.reason.is_empty() {
        return Err(Refusal::new("earlier-why").at("reason"));
    }
    match happened {
        None if step.name() == ASKS => ask(c, fields, at, &reason),
        _ => Ok(recorded(c, step, happened, &reason)),
    }
}

fn recorded(c: &Complaint, step: FactKind, happened: Option<Instant>, reason: &Reason) -> Decided {
    let moved = LimitMoved {
        step: step.name().to_owned(),
        message: None,
    };
    let draft = Draft::with(c.id, &moved, reason);
    Decided::fact(match happened {
        Some(moment) => draft.occurred(moment),
        None => draft,
    })
}

/// Only what is over can be recorded, nothing is older than the complaint, and
/// nothing ends before it began.
fn in_its_time(
    c: &Complaint,
    step: FactKind,
    moment: Instant,
    now: Instant,
) -> Result<(), Refusal> {
    let begun = c.open_pauses().into_iter();
    let begun = begun.filter(|it| it.ended_by == step);
    let begun = begun.filter_map(|it| it.since).next();
    let wrong = match moment {
        _ if moment > now => "step-in-the-future",
        _ if moment < c.received_at => "step-before-receipt",
        _ if begun.is_some_and(|begun| moment < begun) => "step-before-its-beginning",
        _ => return Ok(()),
    };
    Err(Refusal::new(wrong).at("step-at"))
}

/// The letter says what is missing; the limit stands still from the moment it leaves.
fn ask(c: &Complaint, fields: &Fields, at: &At, reason: &Reason) -> Result<Decided, Refusal> {
    let asked = fields.text("asked");
    if asked.is_empty() {
        return Err(Refusal::new("asked-what").at("asked"));
    }
    nothing_open(&asked, "asked")?;
    let way = fields.optional("way");
    leads_to(c.correspondent(), way.as_deref())?;
    let moved = LimitMoved {
        step: ASKS.to_owned(),
        message: Some(at.message_id()),
    };
    let telling = letter::supplement(c, at, &asked).by_way(way);
    Ok(Decided::fact(Draft::with(c.id, &moved, reason)).telling(telling))
}
