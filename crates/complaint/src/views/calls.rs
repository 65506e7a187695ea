//! Saved lists for programs: the caller's own, and shared ones to read.

use super::{
    OWN_MAX,
    pages::{LIST_MAX, NAME_MAX},
    records::{self, View},
};
use crate::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    routes::Permit,
};
use redress_kernel::{
    Action, Id, Refusal,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Look, Read, Tx};
use serde_json::{Value, json};

const DESK: Permit = Permit::May(Action::SeeDesk);
const ALL: &str = "/api/v1/views";
const ONE: &str = "/api/v1/views/{view}";

const NAME: Field = Field::new("name", Kind::Line(NAME_MAX)).required();
const QUERY: &str = "query";
const SHARED: &str = "shared";

pub const CALLS: &[Call] = &[
    Call::show(ALL, DESK, all)
        .of_a_list()
        .says("Saved lists: the caller's own, then shared ones; `query` is the query of the list.")
        .answers(view),
    Call::does(ALL, DESK, Does::Make(add, one))
        .says("A list under a name, for oneself or for everybody.")
        .takes(|| {
            let query = || json!({ "type": "string", "maxLength": LIST_MAX });
            vec![
                Taken::field(NAME.name, NAME),
                Taken::value(QUERY, query),
                Taken::yes(SHARED),
            ]
        })
        .answers(view),
    Call::show(ONE, DESK, one)
        .says("One saved list.")
        .answers(view),
    Call::does(ONE, DESK, Does::Change(change, one))
        .says("Another name, shared or not; only one's own.")
        .takes(|| vec![Taken::field(NAME.name, NAME), Taken::yes(SHARED)])
        .answers(view),
    Call::does(ONE, DESK, Does::Remove(remove, one))
        .says("Gone; for a day its owner can take it back on the page."),
];

fn view() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("name", Shape::Text),
        Told::new("query", Shape::Text),
        Told::new("shared", Shape::Yes),
        Told::new("own", Shape::Yes),
    ]
}

fn seen(reader: &mut impl Read, person: Id) -> Result<Vec<View>, Error> {
    let mut all = records::owned(reader, person)?;
    let theirs = records::shown(reader, person)?.into_iter();
    all.extend(theirs.filter(|view| view.owner != person));
    Ok(all)
}

fn told(ask: &Ask, view: &View) -> Value {
    json!({
        "id": view.id, "name": view.name, "query": view.list, "shared": view.shared,
        "own": view.owner == ask.actor.id,
    })
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let all = seen(look, ask.actor.id)?;
    Ok(Some(all.iter().map(|view| told(ask, view)).collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let all = seen(look, ask.actor.id)?;
    let found = all.iter().find(|view| Some(view.id) == ask.id());
    Ok(found.map(|view| told(ask, view)))
}

fn own(tx: &mut Tx, ask: &Ask) -> Result<View, Fault> {
    let mut all = records::owned(tx, ask.actor.id)?.into_iter();
    all.find(|view| Some(view.id) == ask.id())
        .ok_or(Fault::Hidden)
}

fn add(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    if records::owned(tx, ask.actor.id)?.len() as i64 >= OWN_MAX {
        return Err(Refusal::new("views-too-many").with("max", OWN_MAX).into());
    }
    let view = View {
        id: tx.new_id(ask.now),
        owner: ask.actor.id,
        name: ask.fields().text(NAME.name),
        list: ask.line(QUERY, LIST_MAX)?.unwrap_or_default(),
        shared: ask.yes(SHARED)?.unwrap_or_default(),
    };
    records::add(tx, &view, ask.now)?;
    Ok(Done::made(view.id))
}

fn change(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let view = own(tx, ask)?;
    let mut held = Fields::default();
    held.put(NAME.name, view.name.as_str());
    let changed = View {
        name: ask.over(held).text(NAME.name),
        shared: ask.yes(SHARED)?.unwrap_or(view.shared),
        ..view
    };
    records::change(tx, &changed)?;
    Ok(Done::same())
}

fn remove(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let view = own(tx, ask)?;
    records::delete(tx, view.owner, view.id, Some(ask.now))?;
    Ok(Done::same())
}
