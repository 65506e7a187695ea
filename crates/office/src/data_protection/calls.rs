//! Erasures and holds for programs; the requests of people stand in `rights_calls`.

use super::{
    acts::{self, ASKING, HOLDING, SAYING_WHY},
    cases::candidates,
    erasure::{Erasure, Moment, State},
    hold_pages::day,
    records::{ERASURE, HOLD, Line, listed},
    rights_calls::{ANSWER_ACT, ASKED, CLOCK, CLOCK_SET, EXTENDED, IDENTITY, ONE, OPEN},
};
use redress_complaint::{
    api::time,
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    chapter,
};
use redress_kernel::{Instant, fields::Field};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const ALL: &str = "/api/v1/erasures";
const ONE_ERASURE: &str = "/api/v1/erasures/{erasure}";
const HOLDS: &str = "/api/v1/legal-holds";
const ONE_HOLD: &str = "/api/v1/legal-holds/{hold}";

pub const CALLS: &[Call] = &[
    Call::show(ALL, super::SEE, all)
        .of_a_list()
        .says("Erasures that were asked for, the newest first in each state (8.1).")
        .answers(line)
        .asks(&[("state", "`asked`, `approved`, `erased`, `cleared`, `refused` or `stopped` alone.")]),
    Call::does(ALL, super::ASK, Does::Make(ask, one))
        .says("Asks for an erasure; a second person agrees.")
        .takes(|| members(ASKING))
        .answers(erasure),
    Call::show(ONE_ERASURE, super::SEE, one)
        .says("One erasure with its cases, its report and its history.")
        .answers(erasure),
    Call::does(
        "/api/v1/erasures/{erasure}/approval",
        super::DECIDE,
        Does::Act(approve, one),
    )
    .says("Agreed, never by whoever asked. It is carried out after a week, in which it can be stopped.")
    .answers(erasure),
    Call::does(
        "/api/v1/erasures/{erasure}/refusal",
        super::DECIDE,
        Does::Act(refuse, one),
    )
    .says("Not agreed.")
    .takes(|| members(SAYING_WHY))
    .answers(erasure),
    Call::does(
        "/api/v1/erasures/{erasure}/stop",
        super::ASK,
        Does::Act(stop, one),
    )
    .says("Undone, as long as it is not carried out.")
    .takes(|| members(SAYING_WHY))
    .answers(erasure),
    Call::show(HOLDS, super::SEE, holds)
        .of_a_list()
        .says("Legal holds that keep cases whole.")
        .answers(hold_line),
    Call::does(HOLDS, super::ASK, Does::Make(hold, one_hold))
        .says("Keeps cases whole until somebody else ends it.")
        .takes(|| members(HOLDING))
        .answers(hold_told),
    Call::show(ONE_HOLD, super::SEE, one_hold)
        .says("One legal hold with its cases and its history.")
        .answers(hold_told),
    Call::does(
        "/api/v1/legal-holds/{hold}/end",
        super::DECIDE,
        Does::Act(end_hold, one_hold),
    )
    .says("Ended, never by whoever set it.")
    .takes(|| members(SAYING_WHY))
    .answers(hold_told),
    OPEN,
    ASKED,
    ONE,
    IDENTITY,
    EXTENDED,
    ANSWER_ACT,
    CLOCK,
    CLOCK_SET,
];

/// Under their own names without the name of the room.
pub fn members(fields: &[Field]) -> Vec<Taken> {
    let name = |field: &Field| match field.name {
        "data-reference" => "complaint",
        "data-reason" => "reason",
        "erasure-scope" => "scope",
        "erasure-basis" => "basis",
        "erasure-entries" => "entries",
        "hold-name" => "name",
        "hold-review-on" => "review_on",
        "rights-right" => "right",
        "rights-received-on" => "received_on",
        "rights-due-on" => "due_on",
        "rights-check" => "how",
        "rights-answer" => "answer",
        "rights-days" => "days",
        other => other,
    };
    fields
        .iter()
        .map(|field| Taken::field(name(field), *field))
        .collect()
}

fn line() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("state", Shape::Text),
        Told::new("basis", Shape::Text),
        Told::new("cases", Shape::Number),
        Told::new("asked_by", Shape::Id),
        Told::new("asked_at", Shape::Time),
        Told::new("due_at", Shape::TimeOrNone),
    ]
}

fn erasure() -> Vec<Told> {
    let mut all = line();
    all.extend([
        Told::new("scope", Shape::Text),
        Told::new("entries", Shape::Any),
        Told::new("complaints", Shape::Texts),
        Told::new("counts", Shape::Object),
        Told::new("steps", Shape::Object),
        Told::new("letter", Shape::Text),
        Told::new("history", Shape::Objects),
    ]);
    all
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let asked = ask.visit.query("state").and_then(State::from_name);
    let states = asked.map_or(State::ALL.to_vec(), |state| vec![state]);
    let mut lines: Vec<Line> = Vec::new();
    for state in states {
        lines.extend(listed(look, &ask.actor, &[ERASURE], state.name())?);
    }
    let told = |line: &Line| {
        json!({
            "id": line.id, "state": line.state, "basis": line.basis, "cases": line.n_cases,
            "asked_by": line.asked_by, "asked_at": time(line.asked_at),
            "due_at": line.due.map(|at| time(Instant::from_micros(at))),
        })
    };
    Ok(Some(lines.iter().map(told).collect()))
}

/// Hidden is not there; only the store itself can fail here.
pub fn there<T>(found: Result<T, chapter::Fault>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(chapter::Fault::Store(error)) => Err(error),
        Err(_) => Ok(None),
    }
}

pub fn moments(history: &[Moment]) -> Vec<Value> {
    let told =
        |it: &Moment| json!({ "what": it.what, "at": time(it.at), "by": it.by, "text": it.text });
    history.iter().map(told).collect()
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(id) = ask.id() else { return Ok(None) };
    let Some(it) = there(acts::find(look, &ask.acting(), id))? else {
        return Ok(None);
    };
    let cases = candidates(look, &it.complaints, Some(id))?;
    let references: Vec<String> = cases.into_iter().map(|case| case.reference).collect();
    Ok(Some(told(&it, &references)))
}

fn told(it: &Erasure, references: &[String]) -> Value {
    json!({
        "id": it.id, "state": it.state.name(), "basis": it.basis, "cases": it.complaints.len(),
        "asked_by": it.asked_by, "asked_at": it.history.first().map(|first| time(first.at)),
        "due_at": it.due_at.map(time), "scope": it.scope, "entries": it.entries, "complaints": references,
        "counts": it.counts, "steps": it.steps, "letter": it.told, "history": moments(&it.history),
    })
}

fn ask(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    Ok(Done::made(acts::ask(tx, ask.fields(), &ask.acting())?))
}

fn approve(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    acts::approve(tx, &ask.seat.house, id, &ask.acting())?;
    Ok(Done::same())
}

fn refuse(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    acts::refuse(tx, ask.fields(), id, &ask.acting())?;
    Ok(Done::same())
}

fn stop(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    acts::stop(tx, &ask.seat.house, ask.fields(), id, &ask.acting())?;
    Ok(Done::same())
}

fn hold_line() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("name", Shape::Text),
        Told::new("cases", Shape::Number),
        Told::new("review_on", Shape::Date),
        Told::new("set_by", Shape::Id),
    ]
}

fn hold_told() -> Vec<Told> {
    let mut all = hold_line();
    all.extend([
        Told::new("ended", Shape::Yes),
        Told::new("complaints", Shape::Texts),
        Told::new("history", Shape::Objects),
    ]);
    all
}

fn holds(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let mut all = Vec::new();
    for line in listed(look, &ask.actor, &[HOLD], "set")? {
        if let Some(hold) = there(acts::find_hold(look, &ask.acting(), line.id))? {
            all.push(json!({
                "id": line.id, "name": hold.words.name, "cases": line.n_cases,
                "review_on": day(line.due.unwrap_or_default()).to_string(), "set_by": line.asked_by,
            }));
        }
    }
    Ok(Some(Value::Array(all)))
}

fn one_hold(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(id) = ask.id() else { return Ok(None) };
    let Some(it) = there(acts::find_hold(look, &ask.acting(), id))? else {
        return Ok(None);
    };
    let cases = candidates(look, &it.complaints, None)?;
    let references: Vec<String> = cases.into_iter().map(|case| case.reference).collect();
    Ok(Some(json!({
        "id": it.id, "name": it.words.name, "cases": it.complaints.len(),
        "review_on": it.review_on.to_string(), "set_by": it.set_by, "ended": it.ended,
        "complaints": references, "history": moments(&it.history),
    })))
}

fn hold(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    Ok(Done::made(acts::hold(tx, ask.fields(), &ask.acting())?))
}

fn end_hold(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    acts::end_hold(tx, ask.fields(), id, &ask.acting())?;
    Ok(Done::same())
}
