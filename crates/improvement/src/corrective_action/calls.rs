//! Corrective actions for programs.

use super::{
    action::{CHECKING, CorrectiveAction, DOING, LINKING, PLANNING, State},
    acts,
    records::{Line, find, listed, references},
};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    routes::Permit,
};
use redress_kernel::{
    Action,
    fields::{Field, Fields},
};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const SEE: Permit = Permit::May(Action::SeeSystem);
const CORRECT: Permit = Permit::May(acts::ACTION);
const ALL: &str = "/api/v1/corrective-actions";
const ONE: &str = "/api/v1/corrective-actions/{action}";

pub const CALLS: &[Call] = &[
    Call::show(ALL, SEE, all)
        .of_a_list()
        .says("Corrective actions that were not found effective yet, due first (8.7).")
        .answers(line)
        .asks(&[("state", "`open`, `done` or `effective` alone.")]),
    Call::does(ALL, CORRECT, Does::Make(open, one))
        .says("A corrective action with its owner and its day (8.7).")
        .takes(|| members(PLANNING))
        .answers(action),
    Call::show(ONE, SEE, one)
        .says("One corrective action with its history.")
        .answers(action),
    Call::does(ONE, CORRECT, Does::Change(plan, one))
        .says("Another plan, owner or day.")
        .takes(|| members(PLANNING))
        .answers(action),
    Call::does(
        "/api/v1/corrective-actions/{action}/done",
        CORRECT,
        Does::Act(done, one),
    )
    .says("It was carried out; the cause has to be known.")
    .takes(|| members(DOING))
    .answers(action),
    Call::does(
        "/api/v1/corrective-actions/{action}/effect",
        CORRECT,
        Does::Act(effect, one),
    )
    .says("Does it work? Said by somebody else than its owner.")
    .takes(|| members(CHECKING))
    .answers(action),
    Call::does(
        "/api/v1/corrective-actions/{action}/link",
        CORRECT,
        Does::Act(link, one),
    )
    .says("It came from this complaint, too.")
    .takes(|| members(LINKING))
    .answers(action),
];

/// Under their own names without the name of the room.
fn members(fields: &[Field]) -> Vec<Taken> {
    let name = |field: &Field| match field.name {
        "action-title" => "title",
        "root-cause" => "cause",
        "action-plan" => "plan",
        "action-owner" => "owner",
        "action-due" => "due_on",
        "action-done" => "what",
        "action-works" => "works",
        "action-effect" => "observed",
        "action-due-again" => "due_again_on",
        "action-complaint" => "complaint",
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
        Told::new("title", Shape::Text),
        Told::new("state", Shape::Text),
        Told::new("owner", Shape::Id),
        Told::new("due_on", Shape::Date),
        Told::new("rounds", Shape::Number),
    ]
}

fn action() -> Vec<Told> {
    let mut all = line();
    all.extend([
        Told::new("cause", Shape::Text),
        Told::new("plan", Shape::Text),
        Told::new("complaints", Shape::Texts),
        Told::new("history", Shape::Objects),
    ]);
    all
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let asked = ask.visit.query("state").and_then(State::from_name);
    let states = asked.map_or(vec![State::Open, State::Done], |state| vec![state]);
    let mut lines: Vec<Line> = Vec::new();
    for state in states {
        lines.extend(listed(look, &ask.actor, state, None)?);
    }
    let told = |line: &Line| {
        json!({
            "id": line.id, "title": line.title, "state": line.state.name(), "owner": line.owner,
            "due_on": super::pages::day(line.due_on).to_string(), "rounds": line.rounds,
        })
    };
    Ok(Some(lines.iter().map(told).collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(id) = ask.id() else { return Ok(None) };
    let Some(action) = find(look, &ask.actor, id)? else {
        return Ok(None);
    };
    let cases = references(look, &ask.actor, &action.complaints, ask.now)?;
    let cases: Vec<String> = cases.into_iter().map(|case| case.reference).collect();
    let moments = action.history.iter().map(|moment| {
        json!({ "what": moment.what, "at": moment.at.to_string(), "by": moment.by, "text": moment.text })
    });
    Ok(Some(json!({
        "id": action.id, "title": action.plan.title, "state": action.state.name(), "owner": action.owner,
        "due_on": action.due_on.to_string(), "rounds": action.rounds, "cause": action.plan.cause,
        "plan": action.plan.plan, "complaints": cases, "history": moments.collect::<Vec<_>>(),
    })))
}

fn open(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    Ok(Done::made(acts::open(tx, ask.fields(), &ask.acting())?))
}

fn act(tx: &mut Tx, ask: &Ask, name: &str, fields: &Fields) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let act = acts::named(name).ok_or(Fault::Hidden)?;
    act.perform(tx, id, fields, &ask.acting())?;
    Ok(Done::same())
}

fn done(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, "done", ask.fields())
}

fn effect(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, "effect", ask.fields())
}

fn link(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, "link", ask.fields())
}

fn plan(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let action: CorrectiveAction = find(tx, &ask.actor, id)?.ok_or(Fault::Hidden)?;
    let fields = ask.over(super::pages::as_planned(&action));
    act(tx, ask, "plan", &fields)
}
