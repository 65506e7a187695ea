//! The verbs: somebody reports a ground, top management confirms or lifts.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    authority::stands_at_top,
    case::Significant,
    facts::{GROUNDS, Reason, SignificanceConfirmed, SignificanceLifted, Text},
    significance::found,
    verb::while_open,
};
use redress_kernel::{
    Draft, Id, Refusal,
    fields::{Field, Fields, Kind},
};

const TEXT_MAX: usize = 4000;

pub const REPORTING: &[Field] = &[
    Field::new("grounds", Kind::Several("ground", GROUNDS)).required(),
    Field::new("significance-reason", Kind::Text(TEXT_MAX))
        .required()
        .hinted(),
];
pub const CONFIRMING: &[Field] = &[Field::new("significance-note", Kind::Text(TEXT_MAX))
    .required()
    .hinted()];
pub const LIFTING: &[Field] = &[Field::new("lifting-reason", Kind::Text(TEXT_MAX))
    .required()
    .hinted()];

/// Whoever hears of it reports it (5.4.5). What stands already is not asked twice.
pub fn report(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let stands = |ground: &String| {
        let known = c.significant.as_ref();
        known.is_some_and(|it| it.grounds.contains(ground))
    };
    let mut new = fields.codes("grounds");
    new.retain(|ground| !stands(ground));
    if new.is_empty() {
        return Err(Refusal::new("significant-already").at("grounds"));
    }
    let fact = found(new, false, at.organisation, at.now);
    let reason = fields.text("significance-reason");
    Ok(Decided::fact(Draft::with(c.id, &fact, &Reason { reason })))
}

/// Significant, and the one who asks may speak for the top.
pub fn is_theirs(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    significant(c)?;
    match stands_at_top(at.actor, c, at.colleagues) {
        true => Ok(()),
        false => Err(Refusal::new("top-management-confirms")),
    }
}

fn significant(c: &Complaint) -> Result<&Significant, Refusal> {
    c.significant
        .as_ref()
        .ok_or(Refusal::new("not-significant"))
}

/// Several may confirm, one suffices; nobody needs to say it twice.
pub fn to_confirm(c: &Complaint, at: &At) -> Result<(), Refusal> {
    is_theirs(c, at)?;
    match has_confirmed(significant(c)?, at.actor.id) {
        true => Err(Refusal::new("confirmed-already")),
        false => Ok(()),
    }
}

fn has_confirmed(it: &Significant, person: Id) -> bool {
    let since = it.asked_at;
    let mut said = it.confirmations.iter();
    it.confirmed_at.is_some() && said.any(|one| one.by == person && one.at >= since)
}

pub fn confirm(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let text = fields.text("significance-note");
    let draft = Draft::with(c.id, &SignificanceConfirmed {}, &Text { text });
    Ok(Decided::fact(draft))
}

pub fn lift(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let reason = fields.text("lifting-reason");
    let draft = Draft::with(c.id, &SignificanceLifted {}, &Reason { reason });
    Ok(Decided::fact(draft))
}
