//! The ends of sessions: one's own on another device, all others at once, and by an
//! administrator all of one person. What ended is worth nothing from the next request on.

use crate::{
    account_mail::{What, tell},
    facts::SessionsEnded,
    fault::{Fault, ours},
    frame::back,
    records::{end_other_sessions, end_session_of, end_sessions, session as session_of},
    roster::member,
    secret, session,
};
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use redress_complaint::House;
use redress_kernel::{Actor, By, Draft, Id};
use redress_store::{Error, Tx};
use redress_web::{Sent, Trouble, Visit};

pub async fn end_one(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id = sent.fields.id("session").ok_or(Trouble::NotFound)?;
    let person = actor.id;
    let write = move |tx: &mut Tx| end_session_of(tx, person, id);
    match house.db.write(write).await.map_err(ours)? {
        true => Ok(back(&sent.visit, "/desk/profile", "session")),
        false => Err(Trouble::NotFound),
    }
}

pub async fn end_others(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let token = session::token_in(&headers, session::transport(&house.base_url));
    let hash = secret::kept(&token.ok_or(Trouble::SignInNeeded)?);
    let (person, now) = (actor.id, house.now());
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        // Without a session of their own to keep nothing is ended.
        match session_of(tx, &hash, now)? {
            Some(here) => end_other_sessions(tx, person, here.id).map(|_| ()),
            None => Ok(()),
        }
    };
    house.db.write(write).await.map_err(ours)?;
    Ok(back(&visit, "/desk/profile", "sessions"))
}

/// A telephone left in a taxi; a person who cannot do it themselves.
pub async fn end_all_of(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let person: Id = person.parse().map_err(|_| Trouble::NotFound)?;
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    let write = move |tx: &mut Tx| ended(tx, person, &by);
    match house.db.write(write).await? {
        true => Ok(back(
            &visit,
            &format!("/admin/people/{person}"),
            "sessions-of",
        )),
        false => Err(Trouble::NotFound),
    }
}

fn ended(tx: &mut Tx, person: Id, by: &By) -> Result<bool, Fault> {
    if member(tx, person)?.is_none() {
        return Ok(false);
    }
    end_sessions(tx, person)?;
    tx.record(Draft::of(person, &SessionsEnded {}), by)?;
    tell(tx, person, What::SessionsEnded, by.at)?;
    Ok(true)
}
