//! The body of `POST /api/v1/complaints` as the arrival that it means. What
//! cannot be read is named by its field and by its place in the body; a text
//! that a person wrote is never quoted back.

use axum::http::HeaderMap;
use redress_complaint::facts::{HANDED_ON, Person};
use redress_kernel::{Actor, Instant, Lang, fields::Problem, words::Message};
use redress_operation::receipt::Arrival;
use redress_web::Trouble;
use serde::Deserialize;

/// The longest idempotency key.
const KEY_MAX: usize = 255;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
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
    kinds: Vec<String>,
    #[serde(default)]
    external_id: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Complainant {
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

/// Every name that a call may use, for pointing at one that is wrong.
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
    "kinds",
    "external_id",
    "name",
    "email",
    "phone",
    "address",
    "language",
    "needs",
];

/// What arrives, and the unit as it was named.
pub fn read(
    headers: &HeaderMap,
    body: &[u8],
    actor: &Actor,
) -> Result<(Arrival, Option<String>), Trouble> {
    let call: Call = serde_json::from_slice(body).map_err(|error| unreadable(&error))?;
    let received_at = received_at(call.received_at.as_deref())?;
    let who = call.complainant.unwrap_or_default();
    let language = language(who.language.as_deref())?;
    let complainant = Person {
        name: plain(who.name),
        email: plain(who.email),
        phone: plain(who.phone),
        address: plain(who.address),
    };
    let unit = call.unit.filter(|unit| !unit.trim().is_empty());
    let arrival = Arrival {
        channel: call.channel,
        language,
        needs: who.needs,
        anonymous: complainant.is_empty(),
        received_at,
        late_reason: plain(call.late_reason),
        // Another system had it before us; a program that says no more says that.
        late_basis: Some(HANDED_ON),
        category: call.category,
        kinds: call.kinds,
        remedies_sought: call.remedies_sought,
        remedy_sought: plain(call.remedy_sought),
        subject: plain(call.subject),
        description: plain(Some(call.description)),
        product: plain(call.product),
        complainant,
        request: request(headers, actor)?,
        external_id: Some(plain(call.external_id)).filter(|id| !id.is_empty()),
        ..Arrival::default()
    };
    Ok((arrival, unit))
}

fn plain(text: Option<String>) -> String {
    text.unwrap_or_default().replace('\0', "").trim().to_owned()
}

fn received_at(typed: Option<&str>) -> Result<Option<Instant>, Trouble> {
    typed
        .map(|text| {
            text.parse()
                .map_err(|_| wrong("received_at", "problem-moment-rfc"))
        })
        .transpose()
}

fn language(tag: Option<&str>) -> Result<Lang, Trouble> {
    match tag {
        None => Ok(Lang::default()),
        Some(tag) => {
            Lang::from_tag(tag).ok_or_else(|| wrong("complainant.language", "problem-parameter"))
        }
    }
}

/// One person's key is not another's.
fn request(headers: &HeaderMap, actor: &Actor) -> Result<Option<String>, Trouble> {
    let Some(key) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    let key = key.to_str().unwrap_or_default();
    if key.is_empty() || key.len() > KEY_MAX {
        return Err(wrong("Idempotency-Key", "problem-idempotency-key"));
    }
    Ok(Some(format!("{} {key}", actor.id)))
}

fn wrong(field: &str, key: &str) -> Trouble {
    Trouble::Fields(vec![Problem {
        field: field.to_owned(),
        message: Message::new(key),
    }])
}

fn unreadable(error: &serde_json::Error) -> Trouble {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Data => Trouble::Fields(vec![Problem {
            field: named_field(&error.to_string())
                .unwrap_or_default()
                .to_owned(),
            message: Message::new("problem-json-field")
                .with("line", line)
                .with("column", column),
        }]),
        _ => Trouble::NotJson { line, column },
    }
}

/// serde writes "missing field `description`": the name between backquotes is told
/// when it is one of ours, and left out otherwise.
fn named_field(text: &str) -> Option<&'static str> {
    let name = text.split('`').nth(1)?;
    NAMES.iter().copied().find(|known| *known == name)
}
