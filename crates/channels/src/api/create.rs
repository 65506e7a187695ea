//! `POST /api/v1/complaints`: 201 once the commit is durable; 200 with the same
//! body for a key that was here before; 409 for an identifier of another system
//! that is known already; 422 with one problem per field.

use super::call;
use axum::{
    Json,
    body::Bytes,
    extract::{Extension, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::tz::TimeZone;
use redress_complaint::{
    Complaint, House,
    api::due_json,
    door::our_fault,
    facts::Unconfirmed,
    house::{organisation, unit_named},
    record::{find, permitted},
};
use redress_kernel::{Action, Actor, By, Id, Refusal, fields::Problem};
use redress_operation::receipt::{Arrival, NotReceived, Receipt, receive};
use redress_store::{Error, Tx};
use redress_web::Trouble;
use serde_json::{Value, json};

pub async fn create(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Trouble> {
    let (arrival, unit) = call::read(&headers, &body, &actor)?;
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    let gate = house.clone();
    let received = house
        .db
        .write(move |tx| -> Result<_, NotReceived> {
            let unit = match unit {
                Some(typed) => Some(known_unit(tx, &typed)?),
                None => by.unit,
            };
            let unconfirmed = over_budget(tx, &gate, &by)?;
            let arrival = Arrival {
                unit,
                unconfirmed,
                ..arrival
            };
            let receipt = receive(tx, arrival, &by)?;
            Ok(outcome(tx, &receipt, &actor)?)
        })
        .await;
    match received {
        Ok(outcome) => answered(outcome),
        Err(NotReceived::Refused(refusal)) => Err(refused(refusal)),
        Err(NotReceived::Store(error)) => Err(our_fault(&error)),
    }
}

/// A program has no budget unless somebody set one; over it, nothing is refused either.
fn over_budget(tx: &mut Tx, house: &House, by: &By) -> Result<Option<Unconfirmed>, Error> {
    let limits = organisation(tx)?.intake_limits;
    if limits.programs_hour == 0 {
        return Ok(None);
    }
    let came = house.gates.program_brings(by.actor, by.at);
    let why = limits.program_waits(came);
    Ok(why.map(|why| Unconfirmed {
        why: why.to_owned(),
        asked: false,
    }))
}

/// A unit by its identifier or its name.
fn known_unit(tx: &mut Tx, typed: &str) -> Result<Id, NotReceived> {
    let unknown = Refusal::new("unit-unknown").at("unit");
    unit_named(tx, typed)?.ok_or(NotReceived::Refused(unknown))
}

enum Outcome {
    Created(Value),
    Again(Value),
    /// Another system's identifier is known; the reference only for whoever sees the case.
    Taken(Option<String>),
}

fn outcome(tx: &mut Tx, receipt: &Receipt, actor: &Actor) -> Result<Outcome, Error> {
    let Some(code) = &receipt.access_code else {
        let case = find(tx, receipt.complaint)?;
        let seen = case.filter(|case| permitted(actor, Action::SeeCase, case).is_ok());
        return Ok(Outcome::Taken(seen.map(|case| case.reference)));
    };
    let body = body(receipt, code);
    Ok(if receipt.again {
        Outcome::Again(body)
    } else {
        Outcome::Created(body)
    })
}

/// The answer is made from the `received` fact alone, so it is the same however
/// often the key is sent again and whatever happened to the case meanwhile.
fn body(receipt: &Receipt, code: &str) -> Value {
    let case = Complaint::fold(std::slice::from_ref(&receipt.opening));
    json!({
        "id": receipt.complaint,
        "reference": receipt.reference,
        "access_code": code,
        "received_at": case.received_at.to_string(),
        "recorded_at": receipt.opening.recorded_at.to_string(),
        "stage": case.stage().name(),
        "due": due_json(&case, &TimeZone::UTC),
        "receipt": {
            "entry": receipt.opening.seq,
            "url": format!("{}/receipt", address(&receipt.reference)),
        },
    })
}

fn address(reference: &str) -> String {
    format!("/api/v1/complaints/{reference}")
}

fn answered(outcome: Outcome) -> Result<Response, Trouble> {
    let (status, body) = match outcome {
        Outcome::Created(body) => (StatusCode::CREATED, body),
        Outcome::Again(body) => (StatusCode::OK, body),
        Outcome::Taken(reference) => {
            return Err(Trouble::Taken {
                refusal: Refusal::new("external-id-taken"),
                reference,
            });
        }
    };
    let reference = body.get("reference").and_then(Value::as_str);
    let place = address(reference.unwrap_or_default());
    Ok((status, [(header::LOCATION, place)], Json(body)).into_response())
}

/// In a body of JSON the fields are written with underscores.
fn refused(refusal: Refusal) -> Trouble {
    if refusal.field.is_none() {
        return Trouble::Refused(refusal);
    }
    let problem = Problem::from(refusal);
    Trouble::Fields(vec![Problem {
        field: problem.field.replace('-', "_"),
        ..problem
    }])
}
