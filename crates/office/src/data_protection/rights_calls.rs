//! Requests about somebody's own data, for programs. What is handed over leaves as a file
//! from its page: a person looks at it first.

use super::{
    calls::{members, moments, there},
    cases::candidates,
    hold_pages::day,
    records::{clock, listed},
    rights::RIGHTS,
    rights_acts::{self as acts, ANSWERING, ASKING, CHECKING, CLOCK as DAYS, EXTENDING},
};
use redress_complaint::{
    api::time,
    calls::{Ask, Call, Does, Done, Fault, Shape, Told},
};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const ALL: &str = "/api/v1/data-requests";
const OF_ONE: &str = "/api/v1/data-requests/{request}";

pub const OPEN: Call = Call::show(ALL, super::ANSWER, all)
    .of_a_list()
    .says("Requests of people about their own data that are not answered yet (4.10).")
    .answers(line);
pub const ASKED: Call = Call::does(ALL, super::ANSWER, Does::Make(ask, one))
    .says("Records such a request; its clock begins with the day on which it came.")
    .takes(|| members(ASKING))
    .answers(whole);
pub const ONE: Call = Call::show(OF_ONE, super::ANSWER, one)
    .says("One request with its cases and its history.")
    .answers(whole);
pub const IDENTITY: Call = Call::does(
    "/api/v1/data-requests/{request}/identity",
    super::ANSWER,
    Does::Act(|tx, ask| act(tx, ask, "identity"), one),
)
.says("How it was made sure who asks.")
.takes(|| members(CHECKING))
.answers(whole);
pub const EXTENDED: Call = Call::does(
    "/api/v1/data-requests/{request}/extension",
    super::ANSWER,
    Does::Act(|tx, ask| act(tx, ask, "extension"), one),
)
.says("More time, once, with the reason.")
.takes(|| members(EXTENDING))
.answers(whole);
pub const ANSWER_ACT: Call = Call::does(
    "/api/v1/data-requests/{request}/answer",
    super::ANSWER,
    Does::Act(|tx, ask| act(tx, ask, "answer"), one),
)
.says("Answered: handed over, put right, or refused with the reason.")
.takes(|| members(ANSWERING))
.answers(whole);
pub const CLOCK: Call = Call::show("/api/v1/data-requests-clock", super::ANSWER, days)
    .says("Within how many days a request is answered.")
    .answers(told_days);
pub const CLOCK_SET: Call = Call::does(
    "/api/v1/data-requests-clock",
    super::ANSWER,
    Does::Change(set_days, days),
)
.says("Another number of days, for requests that come from now on.")
.takes(|| members(DAYS))
.answers(told_days);

fn line() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("right", Shape::Text),
        Told::new("cases", Shape::Number),
        Told::new("asked_at", Shape::Time),
        Told::new("due_on", Shape::Date),
    ]
}

fn whole() -> Vec<Told> {
    let mut all = line();
    all.extend([
        Told::new("received_on", Shape::Date),
        Told::new("identity", Shape::TextOrNone),
        Told::new("answer", Shape::TextOrNone),
        Told::new("complaints", Shape::Texts),
        Told::new("history", Shape::Objects),
    ]);
    all
}

fn told_days() -> Vec<Told> {
    vec![Told::new("days", Shape::Number)]
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let lines = listed(look, &ask.actor, RIGHTS, "open")?;
    let told = lines.iter().map(|line| {
        json!({
            "id": line.id, "right": line.kind, "cases": line.n_cases, "asked_at": time(line.asked_at),
            "due_on": day(line.due.unwrap_or_default()).to_string(),
        })
    });
    Ok(Some(told.collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(id) = ask.id() else { return Ok(None) };
    let Some(it) = there(acts::find(look, &ask.acting(), id))? else {
        return Ok(None);
    };
    let cases = candidates(look, &it.complaints, None)?;
    let references: Vec<String> = cases.into_iter().map(|case| case.reference).collect();
    Ok(Some(json!({
        "id": it.id, "right": it.right, "cases": it.complaints.len(),
        "asked_at": it.history.first().map(|first| time(first.at)),
        "received_on": it.received_on.to_string(), "due_on": it.due_on.to_string(),
        "identity": it.identity, "answer": it.answer, "complaints": references,
        "history": moments(&it.history),
    })))
}

fn ask(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    Ok(Done::made(acts::ask(tx, ask.fields(), &ask.acting())?))
}

fn act(tx: &mut Tx, ask: &Ask, name: &str) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let act = acts::act_named(name).ok_or(Fault::Hidden)?;
    act.perform(tx, id, ask.fields(), &ask.acting())?;
    Ok(Done::same())
}

fn days(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    Ok(Some(json!({ "days": clock(look)? })))
}

fn set_days(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    acts::set_clock(tx, ask.fields(), &ask.acting())?;
    Ok(Done::same())
}
