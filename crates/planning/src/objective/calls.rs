//! Objectives for programs.

use super::{
    acts,
    goal::{Objective, met},
    pages::stands,
    records::{find, listed},
};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told, joined},
    figures::board,
    routes::Permit,
};
use redress_kernel::{Action, fields::Field};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const SEE: Permit = Permit::May(Action::SeeFigures);
const SET: Permit = Permit::May(acts::ACTION);
const ALL: &str = "/api/v1/objectives";
const ONE: &str = "/api/v1/objectives/{objective}";

pub const CALLS: &[Call] = &[
    Call::show(ALL, SEE, all)
        .of_a_list()
        .says("Objectives that hold, each with where it stands in `period` (6.2).")
        .answers(standing)
        .asks(&[
            ("period", "As of /indicators; without it this month."),
            (
                "retired",
                "`true`: those that were given up, without where they stand.",
            ),
        ]),
    Call::does(ALL, SET, Does::Make(set, one))
        .says("A target for a figure, with its owner and its day (6.2).")
        .takes(|| members(&acts::to_set()))
        .answers(objective),
    Call::show(ONE, SEE, one)
        .says("One objective.")
        .answers(objective),
    Call::does(
        "/api/v1/objectives/{objective}/retirement",
        SET,
        Does::Act(retire, one),
    )
    .says("It is given up, and why.")
    .takes(|| members(acts::to_retire()))
    .answers(objective),
];

/// Under their own names without the name of the room.
fn members(fields: &[Field]) -> Vec<Taken> {
    let name = |field: &Field| match field.name {
        "objective-figure" => "indicator",
        "objective-due" => "due_on",
        other => other.strip_prefix("objective-").unwrap_or(other),
    };
    fields
        .iter()
        .map(|field| Taken::field(name(field), *field))
        .collect()
}

fn aim() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("indicator", Shape::Text),
        Told::new("at_least", Shape::Yes),
        Told::new("target", Shape::Number),
        Told::new("unit", Shape::IdOrNone),
        Told::new("owner", Shape::Id),
        Told::new("due_on", Shape::Date),
    ]
}

fn standing() -> Vec<Told> {
    let mut all = aim();
    all.extend([
        Told::new("period", Shape::Text).sometimes(),
        Told::new("numerator", Shape::Number).sometimes(),
        Told::new("denominator", Shape::NumberOrNone).sometimes(),
        Told::new("met", Shape::YesOrNone).sometimes(),
    ]);
    all
}

fn objective() -> Vec<Told> {
    let mut all = aim();
    all.extend([
        Told::new("method", Shape::Text),
        Told::new("set_by", Shape::Id),
        Told::new("set_at", Shape::Time),
        Told::new("retired_at", Shape::TimeOrNone),
        Told::new("retired_by", Shape::IdOrNone),
        Told::new("reason", Shape::TextOrNone),
    ]);
    all
}

fn told(objective: &Objective) -> Value {
    json!({
        "id": objective.id, "indicator": objective.indicator.key, "at_least": objective.at_least,
        "target": objective.target, "unit": objective.unit, "owner": objective.owner,
        "due_on": objective.due_on.to_string(),
    })
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    if ask.visit.query("retired") == Some("true") {
        return Ok(Some(listed(look, true)?.iter().map(told).collect()));
    }
    let stand = stands(look, &ask.seat, board::period(&ask.seat))?;
    let items = stand.iter().map(|(objective, figure)| {
        let stands = json!({
            "period": figure.period, "numerator": figure.counted, "denominator": figure.of,
            "met": met(objective.at_least, objective.target, figure),
        });
        joined(told(objective), stands)
    });
    Ok(Some(items.collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(objective) = ask.id().map(|id| find(look, id)).transpose()?.flatten() else {
        return Ok(None);
    };
    let retired = objective.retired.as_ref();
    let more = json!({
        "method": objective.method, "set_by": objective.set_by, "set_at": objective.set_at.to_string(),
        "retired_at": retired.map(|(at, _, _)| at.to_string()), "retired_by": retired.map(|(_, by, _)| by),
        "reason": retired.map(|(_, _, why)| why),
    });
    Ok(Some(joined(told(&objective), more)))
}

fn set(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    Ok(Done::made(acts::set(tx, ask.fields(), &ask.acting())?))
}

fn retire(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    acts::retire(tx, id, ask.fields(), &ask.acting())?;
    Ok(Done::same())
}
