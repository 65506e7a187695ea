//! What people do with erasures and holds, inside the writer's transaction: what the
//! pages do, whoever stands behind them. Evidence: one fact each.

use super::{
    cases::{candidates, case_for, may_handle, of_the_same_person},
    erasure::{self, Candidate, Erasure, How, State},
    facts::HoldWords,
    hold::{self, Hold},
    jobs,
    letter::{announced, taken_back},
    records::is_hidden,
    rights_acts::in_their_place,
};
use crate::past_period::{Asking, due};
use redress_complaint::{
    Complaint, House,
    chapter::{Acting, Fault},
    record::folded,
};
use redress_kernel::{
    Action, Draft, Id, Refusal,
    fields::{Field, Fields, Kind, latin_digits},
};
use redress_store::{Error, Read, Tx, job};

const REASON: Kind = Kind::Text(2000);
pub const SCOPES: &[&str] = &["person", "case"];
pub const BASES: &[&str] = &["request", "order", "rectification"];
/// References of cases past their period, as the list of proposals sends them.
pub const CASES: &str = "data-cases";

pub const ASKING: &[Field] = &[
    Field::new("data-reference", Kind::Reference)
        .required()
        .hinted(),
    Field::new("erasure-scope", Kind::Choice("erasure-scope", SCOPES)).required(),
    Field::new("erasure-basis", Kind::Choice("erased-basis", BASES)).required(),
    Field::new("erasure-entries", Kind::Line(300)).hinted(),
    Field::new("data-reason", REASON).required().hinted(),
];
pub const SAYING_WHY: &[Field] = &[Field::new("data-reason", REASON).required()];
pub const AGREEING: &[Field] = &[];
pub const HOLDING: &[Field] = &[
    Field::new("hold-name", Kind::Line(200)).required().hinted(),
    Field::new("data-reference", Kind::Reference)
        .required()
        .hinted(),
    Field::new("erasure-scope", Kind::Choice("erasure-scope", SCOPES)).required(),
    Field::new("hold-review-on", Kind::Date).required().hinted(),
    Field::new("data-reason", REASON).required().hinted(),
];

pub fn find(tx: &mut impl Read, acting: &Acting, id: Id) -> Result<Erasure, Fault> {
    let erasure = Erasure::fold(&tx.entries(id)?).map_err(Error::from)?;
    let erasure = erasure.ok_or(Fault::Hidden)?;
    match is_hidden(tx, acting.actor, &erasure.complaints)? {
        true => Err(Fault::Hidden),
        false => Ok(erasure),
    }
}

pub fn ask(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Id, Fault> {
    let cases = named(tx, fields, acting, Action::AskErasure)?;
    let scope = fields.text("erasure-scope");
    let basis = fields.text("erasure-basis");
    let entries = numbers(&fields.text("erasure-entries"))?;
    of_this_case(tx, &cases, &entries)?;
    let how = How {
        scope: &scope,
        basis: &basis,
        entries: &entries,
    };
    record_asked(tx, &cases, how, fields.text("data-reason"), acting)
}

/// Numbers of entries with anything between them.
fn numbers(typed: &str) -> Result<Vec<i64>, Refusal> {
    let latin = latin_digits(typed);
    let parts = latin.split(|c: char| !c.is_ascii_digit());
    let all: Result<Vec<i64>, _> = parts.filter(|it| !it.is_empty()).map(str::parse).collect();
    match all {
        Ok(all) if all.is_empty() == typed.trim().is_empty() => Ok(all),
        _ => Err(unknown_entry()),
    }
}

fn unknown_entry() -> Refusal {
    Refusal::new("erasure-entry-unknown").at("erasure-entries")
}

fn of_this_case(tx: &mut Tx, cases: &[Complaint], entries: &[i64]) -> Result<(), Fault> {
    for seq in entries {
        let entry = tx.entry(*seq)?;
        let known = entry.filter(|entry| cases.iter().any(|case| case.id == entry.about));
        if known.is_none_or(|entry| entry.personal.present().is_none()) {
            return Err(unknown_entry().into());
        }
    }
    Ok(())
}

/// Those of a list of cases past their period that still are.
pub fn propose(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Id, Fault> {
    let asking = Asking {
        periods: &acting.organisation.retention,
        calendar: &acting.organisation.calendar(),
        today: acting.today(),
        viewer: Some(acting.actor),
    };
    let ticked = fields.all(CASES);
    let past = due(tx, &asking)?.first.into_iter();
    let past: Vec<Id> = past
        .filter(|kept| ticked.contains(&kept.reference))
        .map(|kept| kept.id)
        .collect();
    let mut cases = folded(tx, &past)?;
    cases.retain(|case| may_handle(acting.actor, Action::AskErasure, case));
    let how = How {
        scope: "case",
        basis: "retention",
        entries: &[],
    };
    record_asked(tx, &cases, how, String::new(), acting)
}

fn record_asked(
    tx: &mut Tx,
    cases: &[Complaint],
    how: How,
    why: String,
    acting: &Acting,
) -> Result<Id, Fault> {
    let ids: Vec<Id> = cases.iter().map(|case| case.id).collect();
    let known = candidates(tx, &ids, None)?;
    let id = tx.new_id(acting.now);
    tx.record(erasure::asked(id, &known, how, why)?, &acting.by())?;
    Ok(id)
}

/// The case that was named, or all of the same person.
pub fn named(
    tx: &mut Tx,
    fields: &Fields,
    acting: &Acting,
    action: Action,
) -> Result<Vec<Complaint>, Fault> {
    let reference = fields.text("data-reference");
    let case = case_for(tx, acting.actor, action, &reference)?;
    let case = case.ok_or(Refusal::new("no-such-complaint").at("data-reference"))?;
    match fields.text("erasure-scope").as_str() {
        "person" => Ok(of_the_same_person(tx, acting.actor, action, case)?),
        _ => Ok(vec![case]),
    }
}

fn known(tx: &mut Tx, erasure: &Erasure) -> Result<Vec<Candidate>, Error> {
    candidates(tx, &erasure.complaints, Some(erasure.id))
}

pub fn approve(tx: &mut Tx, house: &House, id: Id, acting: &Acting) -> Result<(), Fault> {
    let erasure = find(tx, acting, id)?;
    let cases = known(tx, &erasure)?;
    let calendar = acting.organisation.calendar();
    let mut fact = erasure.approved(acting.actor.id, &cases, acting.now, &calendar)?;
    in_their_place(tx, acting, &erasure.complaints, Some(erasure.asked_by))?;
    fact.letter = announced(tx, house, &erasure, fact.due_at, acting)?;
    tx.record(Draft::of(id, &fact), &acting.by())?;
    jobs::plan(tx, id, fact.due_at)?;
    Ok(())
}

pub fn refuse(tx: &mut Tx, fields: &Fields, id: Id, acting: &Acting) -> Result<(), Fault> {
    let erasure = find(tx, acting, id)?;
    let draft = erasure.refused(acting.actor.id, fields.text("data-reason"))?;
    in_their_place(tx, acting, &erasure.complaints, Some(erasure.asked_by))?;
    tx.record(draft, &acting.by())?;
    Ok(())
}

pub fn stop(
    tx: &mut Tx,
    house: &House,
    fields: &Fields,
    id: Id,
    acting: &Acting,
) -> Result<(), Fault> {
    let erasure = find(tx, acting, id)?;
    let draft = erasure.stopped(fields.text("data-reason"))?;
    tx.record(draft, &acting.by())?;
    if erasure.state == State::Approved {
        job::withdraw(tx, &jobs::key(id))?;
        if let Some(letter) = erasure.letter {
            taken_back(tx, house, letter, acting)?;
        }
    }
    Ok(())
}

pub fn hold(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Id, Fault> {
    let cases = named(tx, fields, acting, Action::AskErasure)?;
    let words = HoldWords {
        name: fields.text("hold-name"),
        reason: fields.text("data-reason"),
    };
    let review_on = fields.date("hold-review-on").unwrap_or_default();
    let ids = cases.iter().map(|case| case.id).collect();
    let id = tx.new_id(acting.now);
    let draft = hold::set(id, ids, &words, review_on, acting.today())?;
    tx.record(draft, &acting.by())?;
    Ok(id)
}

pub fn end_hold(tx: &mut Tx, fields: &Fields, id: Id, acting: &Acting) -> Result<(), Fault> {
    let hold = find_hold(tx, acting, id)?;
    let draft = hold.ended_by(acting.actor.id, fields.text("data-reason"))?;
    in_their_place(tx, acting, &hold.complaints, Some(hold.set_by))?;
    tx.record(draft, &acting.by())?;
    Ok(())
}

pub fn find_hold(tx: &mut impl Read, acting: &Acting, id: Id) -> Result<Hold, Fault> {
    let hold = Hold::fold(&tx.entries(id)?).map_err(Error::from)?;
    let hold = hold.ok_or(Fault::Hidden)?;
    match is_hidden(tx, acting.actor, &hold.complaints)? {
        true => Err(Fault::Hidden),
        false => Ok(hold),
    }
}
