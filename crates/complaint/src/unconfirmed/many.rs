//! Confirming and putting aside, one or a whole page at once: each by the same verb as on
//! its own page, so each has its own fact and its own refusal.

use super::{
    CONFIRMATION, DISMISSAL, VERBS,
    list::{Again, PAGE, PATH, drawn},
    records::WAITING,
};
use crate::{
    House, Verb,
    desk::Seat,
    door::our_fault,
    record::{Asked, Fault, id_of, perform},
};
use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{Actor, fields::Fields};
use redress_store::{Error, Tx};
use redress_web::Sent;

/// Cases that share one commit: others write in between.
const TOGETHER: usize = 20;

pub async fn decide(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let one = sent.fields.optional("one");
    let dismisses = one.is_none() && sent.fields.typed("do") == DISMISSAL;
    let name = if dismisses { DISMISSAL } else { CONFIRMATION };
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name).copied() else {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    };
    let ticked = || sent.fields.all("case").to_vec();
    let mut cases = one.map_or_else(ticked, |one| vec![one]);
    cases.truncate(PAGE as usize);
    let mut fields = Fields::default();
    if dismisses {
        fields.put("reason", sent.fields.text("reason"));
        fields.check(verb.fields);
    }
    let problem = match () {
        () if cases.is_empty() => Some("unconfirmed-pick-some"),
        () if !fields.problems().is_empty() => Some("unconfirmed-reason-missing"),
        () => None,
    };
    if problem.is_some() {
        let reason = sent.fields.text("reason");
        let again = Again { problem, reason };
        return drawn(&seat, again, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match all(&seat, verb, &fields, cases).await {
        Ok(n) => {
            let show = match sent.fields.typed("show") {
                "" => WAITING,
                show => show,
            };
            let to = format!("{PATH}?show={show}&done={name}&n={n}");
            Redirect::to(&seat.t().href(&to)).into_response()
        }
        Err(error) => our_fault(&error).into_response(),
    }
}

/// How many it was done to; what a colleague decided meanwhile stays as they did.
async fn all(seat: &Seat, verb: Verb, fields: &Fields, cases: Vec<String>) -> Result<usize, Error> {
    let mut n = 0;
    for some in cases.chunks(TOGETHER) {
        let (some, its, fields) = (some.to_vec(), seat.clone(), fields.clone());
        let write = move |tx: &mut Tx| -> Result<usize, Error> {
            let mut done = 0;
            for reference in some {
                done += usize::from(one(tx, &its, verb, &fields, &reference)?);
            }
            Ok(done)
        };
        n += seat.house.db.write(write).await?;
    }
    Ok(n)
}

/// A refusal comes before anything is recorded.
fn one(
    tx: &mut Tx,
    seat: &Seat,
    verb: Verb,
    fields: &Fields,
    reference: &str,
) -> Result<bool, Error> {
    let Some(complaint) = id_of(tx, reference)? else {
        return Ok(false);
    };
    let asked = Asked {
        complaint,
        verb,
        fields: fields.clone(),
        files: Vec::new(),
        seen: None,
        actor: seat.actor.clone(),
        now: seat.now,
    };
    match perform(tx, &seat.house, asked) {
        Ok(_) => Ok(true),
        Err(Fault::Store(error)) => Err(error),
        Err(_) => Ok(false),
    }
}
