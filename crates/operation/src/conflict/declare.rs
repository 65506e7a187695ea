//! Declaring, and lifting what was a mistake.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::Conflict,
    facts::{Assigned, ConflictDeclared, ConflictLifted, Reason},
    verb::while_open,
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};

pub const FIELDS: &[Field] = &[Field::new("conflict-reason", Kind::Text(LONG_TEXT_MAX)).hinted()];

pub const LIFTING: &[Field] = &[
    Field::new("conflict-number", Kind::Number(1, 100)).hinted(),
    Field::new("conflict-lifting-reason", Kind::Text(LONG_TEXT_MAX)).required(),
];

pub fn not_yet(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.impartial.contains(&at.actor.id) {
        true => Err(Refusal::new("conflict-said-already")),
        false => Ok(()),
    }
}

pub fn none(c: &Complaint, _: &Fields, _: &At) -> Result<Decided, Refusal> {
    let fact = ConflictDeclared { conflict: false };
    let text = Reason::default();
    Ok(Decided::fact(Draft::with(c.id, &fact, &text)))
}

/// Also of a closed case: it can be reopened.
pub fn not_kept_apart(c: &Complaint, at: &At) -> Result<(), Refusal> {
    match c.kept_apart().contains(&at.actor.id) {
        true => Err(Refusal::new("conflict-said-already")),
        false => Ok(()),
    }
}

/// The case is handed back first: afterwards they may do nothing to it any more.
pub fn one(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let nobody = Assigned {
        owner: None,
        unit: None,
    };
    let mine = c.owner == Some(at.actor.id);
    let back = mine.then(|| Draft::of(c.id, &nobody));
    let text = Reason {
        reason: fields.text("conflict-reason"),
    };
    let fact = ConflictDeclared { conflict: true };
    let declared = Draft::with(c.id, &fact, &text);
    Ok(Decided::facts(back.into_iter().chain([declared]).collect()))
}

pub fn somebody_declared(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.conflicts.is_empty() {
        true => Err(Refusal::new("no-conflict-declared")),
        false => Ok(()),
    }
}

pub fn lifted(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let fact = ConflictLifted {
        person: meant(c, fields)?.person,
    };
    let text = Reason {
        reason: fields.text("conflict-lifting-reason"),
    };
    Ok(Decided::fact(Draft::with(c.id, &fact, &text)))
}

/// By its place in the list, or the only one.
fn meant<'a>(c: &'a Complaint, fields: &Fields) -> Result<&'a Conflict, Refusal> {
    let which = || Refusal::new("conflict-which").at("conflict-number");
    let place = match fields.number("conflict-number") {
        None if c.conflicts.len() == 1 => 1,
        None => return Err(which()),
        Some(number) => usize::try_from(number).unwrap_or_default(),
    };
    let found = place.checked_sub(1).and_then(|at| c.conflicts.get(at));
    found.ok_or_else(which)
}
