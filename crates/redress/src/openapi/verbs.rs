//! A verb as a call: its fields are its body.

use super::{problem, responses};
use redress_complaint::Verb;
use redress_kernel::{
    fields::{Field, Kind},
    terms::Terms,
};
use redress_web::request::{FILE_MAX, FILES_MAX};
use serde_json::{Map, Value, json};

pub fn call(verb: &Verb, terms: &Terms) -> Value {
    let mut answers = responses("Case");
    if let Some(answers) = answers.as_object_mut() {
        answers.insert("409".to_owned(), problem());
        let out_of_sight = "Done, and the case is no longer for the caller's eyes.";
        answers.insert("204".to_owned(), json!({ "description": out_of_sight }));
    }
    json!({
        "operationId": verb.name,
        "summary": format!("The verb `{}`; needs the permission `{}`.", verb.name, verb.action.name()),
        "parameters": [
            { "name": "If-Match", "in": "header", "required": false, "description": "The version that the caller saw; another one answers 409.", "schema": { "type": "string" } },
            { "name": "Idempotency-Key", "in": "header", "required": false, "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" } },
        ],
        "requestBody": { "required": verb.fields.iter().any(|field| field.required), "content": content(verb.fields, terms) },
        "responses": answers,
    })
}

/// A verb that takes files takes them as parts of a form; what has none may be JSON.
fn content(fields: &[Field], terms: &Terms) -> Value {
    let (files, plain): (Vec<Field>, Vec<Field>) =
        fields.iter().partition(|field| field.kind == Kind::Files);
    let mut content = Map::new();
    if !files.iter().any(|field| field.required) {
        let schema = json!({ "schema": body(&plain, terms) });
        content.insert("application/json".to_owned(), schema);
    }
    if !files.is_empty() {
        let schema = json!({ "schema": body(fields, terms) });
        content.insert("multipart/form-data".to_owned(), schema);
    }
    Value::Object(content)
}

fn body(fields: &[Field], terms: &Terms) -> Value {
    let properties: Map<String, Value> = fields
        .iter()
        .map(|field| (field.name.to_owned(), property(field.kind, terms)))
        .collect();
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name)
        .collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

pub(super) fn property(kind: Kind, terms: &Terms) -> Value {
    match kind {
        Kind::Line(max) | Kind::Text(max) => json!({ "type": "string", "maxLength": max }),
        Kind::Choice(_, codes) => json!({ "enum": codes }),
        Kind::Several(_, codes) => json!({ "type": "array", "items": { "enum": codes } }),
        Kind::Term(list) => json!({ "enum": terms.offered(list) }),
        Kind::Terms(list) => json!({ "type": "array", "items": { "enum": terms.offered(list) } }),
        Kind::Tick => json!({ "type": "boolean" }),
        Kind::YesNo => json!({ "enum": ["yes", "no"] }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Moment => json!({ "type": "string", "format": "date-time" }),
        Kind::Amount => {
            json!({ "type": "string", "description": "In the organisation's currency, for example 12.50." })
        }
        Kind::Number(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Kind::Colleague | Kind::Unit | Kind::Message => {
            json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })
        }
        Kind::Colleagues => {
            json!({ "type": "array", "items": { "type": "string", "pattern": "^[0-9a-f]{32}$" } })
        }
        Kind::Offered(_) => {
            json!({ "type": "string", "description": "One of the codes that this complaint offers; the refusal names what is wrong with another." })
        }
        Kind::Issue | Kind::Remedy => json!({ "type": "integer", "minimum": 1 }),
        Kind::Reference => json!({ "type": "string", "maxLength": 40 }),
        Kind::Files => {
            let most = FILE_MAX / (1024 * 1024);
            json!({
                "type": "array", "maxItems": FILES_MAX, "items": { "type": "string", "format": "binary" },
                "description": format!("Each a part with a file name, at most {most} MiB; what is too large is a problem at this field."),
            })
        }
        Kind::Language => json!({ "enum": ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] }),
    }
}
