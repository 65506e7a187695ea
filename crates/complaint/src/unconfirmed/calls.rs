//! What waits to be confirmed, for programs; `confirmation` and `dismissal` are verbs of
//! each complaint like any other.

use super::records::{DISMISSED, WAITING, Waits, page};
use crate::{
    calls::{Ask, Call, Shape, Told},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look};
use serde_json::{Value, json};

/// A program that decides on these finds the next ones here.
const LISTED_MAX: i64 = 2_000;

pub const CALLS: &[Call] = &[Call::show(
    "/api/v1/unconfirmed",
    Permit::May(Action::Receive),
    all,
)
.of_a_list()
.says("Complaints that somebody confirms first: they came in a flood or look as if a program wrote them (4.4). Danger first, then the order of receipt; `confirmation` and `dismissal` decide.")
.answers(told)
.asks(&[(
    "show",
    "`waiting` (nobody has decided, the default) or `dismissed`.",
)])];

fn told() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("reference", Shape::Text),
        Told::new("why", Shape::Text),
        Told::new("danger", Shape::Yes),
        Told::new("received_at", Shape::Time),
    ]
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let show = match ask.visit.query("show").unwrap_or(WAITING) {
        WAITING => WAITING,
        DISMISSED => DISMISSED,
        _ => return Ok(None),
    };
    let all = page(look, &ask.actor, show, None, LISTED_MAX)?;
    Ok(Some(all.iter().map(one).collect()))
}

fn one(it: &Waits) -> Value {
    json!({
        "id": it.complaint, "reference": it.reference, "why": it.why, "danger": it.danger,
        "received_at": it.received_at.to_string(),
    })
}
