//! The calls of the slices, described from the declarations that serve them.

use super::{problem, verbs::property};
use crate::house::SLICES;
use redress_complaint::calls::{As, Call, Does, PARAMETERS, Shape, Taken, Told, joined};
use redress_kernel::{fields::Kind, terms::Terms};
use serde_json::{Map, Value, json};

pub fn add(paths: &mut Map<String, Value>, terms: &Terms) {
    for call in SLICES.iter().flat_map(|slice| slice.calls) {
        let path = paths.entry(call.path).or_insert_with(|| at(call));
        if let Some(path) = path.as_object_mut() {
            let method = call.does.method().0.as_str().to_lowercase();
            path.insert(method, described(call, terms));
        }
    }
}

/// The name in the address, the same for each of its calls.
fn at(call: &Call) -> Value {
    let name = call.path.split(['{', '}']).nth(1);
    let shape = match name {
        Some("code") => {
            json!({ "type": "string", "minLength": 1, "maxLength": 60, "pattern": "^[a-z0-9-]+$" })
        }
        _ => json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" }),
    };
    match name {
        None => json!({}),
        Some(name) => {
            json!({ "parameters": [{ "name": name, "in": "path", "required": true, "schema": shape }] })
        }
    }
}

fn described(call: &Call, terms: &Terms) -> Value {
    let described = json!({
        "operationId": name(call),
        "summary": call.summary,
        "parameters": parameters(call),
        "responses": responses(call),
    });
    match call.does {
        Does::Show(_) | Does::Remove(..) => described,
        _ => joined(described, json!({ "requestBody": request(call, terms) })),
    }
}

/// Who sends a part sends what they like of it; of a whole, what is required.
fn request(call: &Call, terms: &Terms) -> Value {
    let taken = (call.takes)();
    let needed: Vec<&str> = match call.does {
        Does::Change(..) => Vec::new(),
        _ => taken
            .iter()
            .filter(|taken| is_needed(taken))
            .map(|taken| taken.name)
            .collect(),
    };
    let schema = body(call, &taken, &needed, terms);
    json!({ "required": !needed.is_empty(), "content": { "application/json": { "schema": schema } } })
}

fn is_needed(taken: &Taken) -> bool {
    match taken.by {
        As::Value(_, needed) => needed,
        As::Field(field) => field.required,
    }
}

/// `list-people`, `read-people`, `add-people`, `deactivation-people`.
fn name(call: &Call) -> String {
    let parts: Vec<&str> = call
        .path
        .split('/')
        .skip(3)
        .filter(|part| !part.starts_with('{'))
        .collect();
    let about = parts.join("-");
    let does = match call.does {
        Does::Show(_) if call.list => "list",
        Does::Show(_) => "read",
        Does::Make(..) => "add",
        Does::Act(..) => "do",
        Does::Change(..) => "change",
        Does::Replace(..) => "replace",
        Does::Remove(..) => "remove",
    };
    format!("{does}-{about}")
}

fn parameters(call: &Call) -> Vec<Value> {
    let mut all: Vec<Value> = call.asks.iter().map(|(name, says)| {
        json!({ "name": name, "in": "query", "required": false, "description": says, "schema": { "type": "string" } })
    }).collect();
    if call.list && matches!(call.does, Does::Show(_)) {
        let [limit, cursor] = PARAMETERS;
        all.push(json!({ "name": limit, "in": "query", "required": false, "schema": { "type": "integer", "minimum": 1, "maximum": 200, "default": 50 } }));
        all.push(json!({ "name": cursor, "in": "query", "required": false, "schema": { "type": "string" } }));
    }
    if !matches!(call.does, Does::Show(_) | Does::Make(..)) {
        all.push(json!({
            "name": "If-Match", "in": "header", "required": false, "schema": { "type": "string" },
            "description": "The ETag that the caller read; another one answers 409.",
        }));
    }
    if matches!(call.does, Does::Make(..) | Does::Act(..)) {
        all.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "The same key is the same call, however often it is sent.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" },
        }));
    }
    all
}

fn body(call: &Call, taken: &[Taken], needed: &[&str], terms: &Terms) -> Value {
    let partly = matches!(call.does, Does::Change(..));
    let schema = |taken: &Taken| match taken.by {
        As::Value(schema, _) => schema(),
        As::Field(field) => match (field.kind, partly && !field.required) {
            (Kind::Colleague | Kind::Unit | Kind::Language | Kind::Line(_), true) => {
                nullable(property(field.kind, terms))
            }
            (kind, _) => property(kind, terms),
        },
    };
    let properties: Map<String, Value> = taken
        .iter()
        .map(|taken| (taken.name.to_owned(), schema(taken)))
        .collect();
    json!({ "type": "object", "additionalProperties": false, "properties": properties, "required": needed })
}

fn nullable(schema: Value) -> Value {
    json!({ "oneOf": [schema, { "type": "null" }] })
}

fn responses(call: &Call) -> Value {
    let mut all = Map::new();
    let told = |what: &str| {
        let schema = match call.list {
            true => json!({
                "type": "object", "required": ["items", "next"],
                "properties": { "items": { "type": "array", "items": members(call) }, "next": { "type": ["string", "null"] } },
            }),
            false => members(call),
        };
        let version =
            json!({ "description": "Its version, for If-Match.", "schema": { "type": "string" } });
        json!({ "description": what, "headers": { "ETag": version }, "content": { "application/json": { "schema": schema } } })
    };
    match call.does {
        Does::Make(..) => {
            all.insert("201".to_owned(), told("Made."));
            all.insert("200".to_owned(), told("This key was here before."));
        }
        Does::Remove(..) => {
            all.insert("204".to_owned(), json!({ "description": "Gone." }));
        }
        _ => {
            all.insert("200".to_owned(), told("As it is now."));
        }
    }
    for code in [
        "400", "401", "403", "404", "409", "413", "415", "422", "503",
    ] {
        all.insert(code.to_owned(), problem());
    }
    Value::Object(all)
}

fn members(call: &Call) -> Value {
    let told = (call.answers)();
    let properties: Map<String, Value> = told
        .iter()
        .map(|told| (told.name.to_owned(), shape(told.shape)))
        .collect();
    let always = told.iter().filter(|told: &&Told| told.always);
    let required: Vec<&str> = always.map(|told| told.name).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn shape(shape: Shape) -> Value {
    let id = "^[0-9a-f]{32}$";
    match shape {
        Shape::Id => json!({ "type": "string", "pattern": id }),
        Shape::Text => json!({ "type": "string" }),
        Shape::Yes => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer" }),
        Shape::Time => json!({ "type": "string", "format": "date-time" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Shape::Object => json!({ "type": "object" }),
        Shape::Objects => json!({ "type": "array", "items": { "type": "object" } }),
        Shape::Any => json!({}),
        Shape::IdOrNone => json!({ "type": ["string", "null"], "pattern": id }),
        Shape::TextOrNone => json!({ "type": ["string", "null"] }),
        Shape::YesOrNone => json!({ "type": ["boolean", "null"] }),
        Shape::NumberOrNone => json!({ "type": ["integer", "null"] }),
        Shape::TimeOrNone => json!({ "type": ["string", "null"], "format": "date-time" }),
        Shape::TextsOrNone => json!({ "type": ["array", "null"], "items": { "type": "string" } }),
    }
}
