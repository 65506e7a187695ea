//! Tokens for programs: which there are, and the end of one. A token is made by a
//! person, on the page or the command line: a program makes itself no second key.

use super::{Token, revoke_token, tokens};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Told},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const MANAGE: Permit = Permit::May(Action::ManagePeople);
const REVOKE: Permit = Permit::Fresh(Action::ManagePeople);
const ONE: &str = "/api/v1/tokens/{token}";

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/tokens", MANAGE, all)
        .of_a_list()
        .says("Tokens in force, the newest first; never the token itself.")
        .answers(token),
    Call::show(ONE, MANAGE, one)
        .says("One token in force.")
        .answers(token),
    Call::does(ONE, REVOKE, Does::Remove(end, one))
        .says("It does not work any more, from the next call on."),
];

fn token() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("name", Shape::Text),
        Told::new("person", Shape::Id),
        Told::new("scope", Shape::TextsOrNone),
        Told::new("created_at", Shape::Time),
        Told::new("ends_at", Shape::TimeOrNone),
    ]
}

fn told(token: &Token) -> Value {
    json!({
        "id": token.id, "name": token.name, "person": token.person, "scope": token.scope,
        "created_at": token.created_at.to_string(),
        "ends_at": token.ends_at.map(|at| at.to_string()),
    })
}

fn all(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    Ok(Some(tokens(look)?.iter().map(told).collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let all = tokens(look)?;
    let found = all.iter().find(|token| Some(token.id) == ask.id());
    Ok(found.map(told))
}

fn end(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    match revoke_token(tx, id, &ask.by())? {
        true => Ok(Done::same()),
        false => Err(Fault::Hidden),
    }
}
