//! `POST /api/v1/complaints`: 201 once the commit is durable; 200 with the same
//! body for a key that was here before; 422 with one problem per field.

use axum::{
    Json,
    body::Bytes,
    extract::{Extension, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use redress_complaint::{
    House,
    api::{due_json, fault, problem},
    facts::Person,
    house::unit_named,
};
use redress_kernel::{Actor, By, Id, Instant, Lang, Refusal};
use redress_operation::receipt::{Arrival, NotReceived, Receipt, receive};
use redress_store::{Error, Tx};
use serde::Deserialize;
use serde_json::{Value, json};

/// The longest idempotency key.
const KEY_MAX: usize = 255;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    channel: String,
    #[serde(default)]
    received_at: Option<String>,
    #[serde(default)]
    late_reason: Option<String>,
    #[serde(default)]
    complainant: Option<Complainant>,
    #[serde(default)]
    subject: Option<String>,
    description: String,
    #[serde(default)]
    product: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    remedy_sought: Option<String>,
    #[serde(default)]
    remedies_sought: Vec<String>,
    #[serde(default)]
    external_id: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complainant {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    address: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    needs: Vec<String>,
}

pub async fn create(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (arrival, unit) = match read(&headers, &body, &actor) {
        Ok(read) => read,
        Err(refused) => return *refused,
    };
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    let received = house
        .db
        .write(move |tx| -> Result<_, NotReceived> {
            let unit = match unit {
                Some(typed) => Some(known_unit(tx, &typed)?),
                None => by.unit,
            };
            let receipt = receive(tx, Arrival { unit, ..arrival }, &by)?;
            Ok((answer(tx, &receipt)?, receipt.again))
        })
        .await;
    match received {
        Ok((body, again)) => created(body, again),
        Err(NotReceived::Refused(refusal)) => refused(&refusal),
        Err(NotReceived::Store(error)) => fault(&error),
    }
}

/// A unit by its identifier or its name.
fn known_unit(tx: &mut Tx, typed: &str) -> Result<Id, NotReceived> {
    let unknown = Refusal::new("unit-unknown").at("unit");
    unit_named(tx, typed)?.ok_or(NotReceived::Refused(unknown))
}

fn created(body: Value, again: bool) -> Response {
    let status = if again {
        StatusCode::OK
    } else {
        StatusCode::CREATED
    };
    let place = format!(
        "/api/v1/complaints/{}",
        body.get("reference")
            .and_then(Value::as_str)
            .unwrap_or_default()
    );
    (status, [(header::LOCATION, place)], Json(body)).into_response()
}

/// The answer is made from the `received` fact alone, so it is the same however
/// often the key is sent again and whatever happened to the case meanwhile.
fn answer(tx: &mut Tx, receipt: &Receipt) -> Result<Value, Error> {
    use redress_store::Read;
    let entries = tx.entries(receipt.complaint)?;
    let first: Vec<_> = entries.into_iter().take(1).collect();
    let case = redress_complaint::Complaint::fold(&first);
    Ok(json!({
        "id": receipt.complaint,
        "reference": receipt.reference,
        "access_code": receipt.access_code,
        "received_at": case.received_at.to_string(),
        "recorded_at": receipt.recorded_at.to_string(),
        "stage": case.stage().name(),
        "due": due_json(&case),
        "receipt": {
            "entry": receipt.entry,
            "url": format!("/api/v1/complaints/{}/receipt", receipt.reference),
        },
    }))
}

/// What arrives, and the unit as it was named.
fn read(
    headers: &HeaderMap,
    body: &[u8],
    actor: &Actor,
) -> Result<(Arrival, Option<String>), Box<Response>> {
    let mut call: Call = serde_json::from_slice(body).map_err(|error| not_json(&error))?;
    let key = match headers.get("idempotency-key") {
        None => None,
        Some(key) => Some(
            key.to_str()
                .ok()
                .filter(|key| !key.is_empty() && key.len() <= KEY_MAX)
                .ok_or_else(wrong_key)?,
        ),
    };
    let unit = call.unit.take().filter(|unit| !unit.trim().is_empty());
    Ok((arrival(call, key, actor)?, unit))
}

fn arrival(call: Call, key: Option<&str>, actor: &Actor) -> Result<Arrival, Box<Response>> {
    let received_at = match call.received_at.as_deref() {
        None => None,
        Some(text) => Some(
            text.parse::<Instant>()
                .map_err(|_| wrong_field("received_at", "RFC 3339 with an offset"))?,
        ),
    };
    let who = call.complainant.unwrap_or_default();
    let language = match who.language.as_deref() {
        None => Lang::default(),
        Some(tag) => Lang::from_tag(tag).ok_or_else(|| {
            wrong_field("complainant.language", "en, ko, zh-Hant, zh-Hans, lt or fa")
        })?,
    };
    let plain = |text: Option<String>| text.unwrap_or_default().replace('\0', "").trim().to_owned();
    let person = Person {
        name: plain(who.name),
        email: plain(who.email),
        phone: plain(who.phone),
        address: plain(who.address),
    };
    let late_reason = match (received_at, plain(call.late_reason)) {
        // Another system had it before us; that is the reason that a program can give.
        (Some(_), reason) if reason.is_empty() => "API".to_owned(),
        (_, reason) => reason,
    };
    Ok(Arrival {
        channel: call.channel,
        language,
        needs: who.needs,
        anonymous: person.is_empty(),
        received_at,
        late_reason,
        category: call.category,
        remedies_sought: call.remedies_sought,
        remedy_sought: plain(call.remedy_sought),
        subject: plain(call.subject),
        description: plain(Some(call.description)),
        product: plain(call.product),
        complainant: person,
        // One person's key is not another's.
        request: key.map(|key| format!("{} {key}", actor.id)),
        external_id: call
            .external_id
            .map(|id| plain(Some(id)))
            .filter(|id| !id.is_empty()),
        ..Arrival::default()
    })
}

fn not_json(error: &serde_json::Error) -> Box<Response> {
    // Only where and what kind: serde's own text could quote what a person wrote.
    let place = json!({ "line": error.line(), "column": error.column() });
    Box::new(match error.classify() {
        serde_json::error::Category::Data => {
            let name = named_field(&error.to_string());
            let detail = "A field is missing, unknown or of the wrong type.";
            problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                "wrong-field",
                detail,
                json!({ "errors": [{ "field": name, "at": place }] }),
            )
        }
        _ => problem(
            StatusCode::BAD_REQUEST,
            "not-json",
            "The body is not JSON.",
            json!({ "at": place }),
        ),
    })
}

/// serde writes "missing field `description`": the name between backquotes is ours
/// when it is one of ours, and is left out otherwise.
fn named_field(text: &str) -> Option<&'static str> {
    const NAMES: &[&str] = &[
        "channel",
        "received_at",
        "late_reason",
        "complainant",
        "subject",
        "description",
        "product",
        "unit",
        "category",
        "remedy_sought",
        "remedies_sought",
        "external_id",
        "name",
        "email",
        "phone",
        "address",
        "language",
        "needs",
    ];
    let name = text.split('`').nth(1)?;
    NAMES.iter().copied().find(|known| *known == name)
}

fn wrong_field(field: &str, expected: &str) -> Box<Response> {
    let errors = json!({ "errors": [{ "field": field, "expected": expected }] });
    Box::new(problem(
        StatusCode::UNPROCESSABLE_ENTITY,
        "wrong-field",
        "A field has a value that is not possible here.",
        errors,
    ))
}

fn wrong_key() -> Box<Response> {
    Box::new(problem(
        StatusCode::UNPROCESSABLE_ENTITY,
        "wrong-idempotency-key",
        "The Idempotency-Key is 1 to 255 visible characters.",
        Value::Null,
    ))
}

fn refused(refusal: &Refusal) -> Response {
    let field = refusal.field.map(|field| field.replace('-', "_"));
    let errors = json!({ "errors": [{ "field": field, "code": refusal.code }] });
    problem(
        StatusCode::UNPROCESSABLE_ENTITY,
        refusal.code,
        "The complaint cannot be recorded like this.",
        errors,
    )
}
