//! The map of clauses for programs.

use super::{
    map::{Clause, map},
    records::counted,
};
use redress_complaint::{
    calls::{Ask, Call, Shape, Told},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look};
use serde_json::{Value, json};

pub const CALLS: &[Call] =
    &[
        Call::show("/api/v1/clauses", Permit::May(Action::SeeSystem), clauses)
            .says("Each clause with the rooms that serve it, its facts by kind and the newest.")
            .answers(|| vec![Told::new("items", Shape::Objects)]),
    ];

/// One map and no pages: it is read as a whole.
fn clauses(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let chapters = map(ask.house.slices, &counted(look)?);
    let items = chapters
        .iter()
        .flat_map(|chapter| &chapter.clauses)
        .map(item);
    Ok(Some(json!({ "items": items.collect::<Vec<_>>() })))
}

fn item(clause: &Clause) -> Value {
    let rooms: Vec<&str> = clause.rooms.iter().map(|slice| slice.name).collect();
    let kinds = clause
        .kinds
        .iter()
        .map(|(kind, counted)| json!({ "kind": kind, "facts": counted.n }));
    json!({
        "clause": clause.number, "rooms": rooms, "facts": clause.facts(),
        "newest_at": clause.newest_at().map(|at| at.to_string()),
        "evidence": kinds.collect::<Vec<_>>(),
    })
}
