//! `GET /openapi.json`: OpenAPI 3.1, made from the same declarations that read
//! the calls. A verb that is added to a slice is described here by itself. Leaves
//! no evidence: it describes.

mod around;
mod calls;
mod schema;
mod verbs;

use crate::house::SLICES;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::terms::Terms;
use redress_web::Visit;
use serde_json::{Map, Value, json};
use std::sync::OnceLock;

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    ..Slice::new("redress.openapi", "")
};

fn pages(routes: Routes) -> Routes {
    routes.get("/openapi.json", Permit::Public, document)
}

/// Made once for the default lists; an organisation with lists of its own has its own.
async fn document(visit: Visit) -> Response {
    static TEXT: OnceLock<String> = OnceLock::new();
    let terms = &visit.organisation.terms;
    let text = match terms.is_default() {
        true => TEXT.get_or_init(|| openapi(terms).to_string()).clone(),
        false => openapi(terms).to_string(),
    };
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// The whole description.
pub fn openapi(terms: &Terms) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Redress",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Complaints handling by ISO 10002:2018. Errors are RFC 9457 problem documents, times RFC 3339, money whole minor units with its ISO 4217 currency, languages BCP 47.",
        },
        "security": [{ "token": [] }],
        "paths": paths(terms),
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas(terms),
            "responses": {
                "Problem": {
                    "description": "What stands in the way and how to go on.",
                    "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
                },
            },
        },
    })
}

fn schemas(terms: &Terms) -> Value {
    let mut all = around::schemas();
    if let Value::Object(shared) = schema::shared(terms) {
        all.extend(shared);
    }
    Value::Object(all)
}

fn paths(terms: &Terms) -> Value {
    let mut paths = Map::new();
    paths.insert(
        "/api/v1/complaints".to_owned(),
        json!({ "post": create(), "get": list() }),
    );
    paths.insert(
        "/api/v1/complaints/{reference}".to_owned(),
        json!({ "parameters": [reference()], "get": one() }),
    );
    paths.insert(
        "/api/v1/complaints/{reference}/receipt".to_owned(),
        json!({ "parameters": [reference()], "get": read("The proof of receipt: leaf, inclusion proof and signed checkpoint.", "Receipt") }),
    );
    paths.insert(
        "/api/v1/indicators".to_owned(),
        json!({ "get": indicators() }),
    );
    paths.insert("/api/v1/journal".to_owned(), json!({ "get": feed() }));
    paths.insert(
        "/api/v1/journal/checkpoint".to_owned(),
        json!({ "get": checkpoint() }),
    );
    around::add(&mut paths);
    calls::add(&mut paths, terms);
    for verb in SLICES.iter().flat_map(|slice| slice.verbs) {
        let path = format!("/api/v1/complaints/{{reference}}/{}", verb.name);
        paths.insert(
            path,
            json!({ "parameters": [reference()], "post": verbs::call(verb, terms) }),
        );
    }
    Value::Object(paths)
}

fn create() -> Value {
    let answer = |description: &str| json!({ "description": description, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Receipted" } } } });
    json!({
        "operationId": "createComplaint",
        "summary": "Hand in a complaint (7.2). 201 comes once it is durable.",
        "parameters": [{
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "The same key is the same complaint, however often it is sent.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" },
        }],
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewComplaint" } } } },
        "responses": {
            "201": answer("Recorded."),
            "200": answer("This key was here before: the first answer again."),
            "400": problem(), "401": problem(), "403": problem(), "409": problem(), "413": problem(), "422": problem(), "503": problem(),
        },
    })
}

fn list() -> Value {
    let query = |name: &str, schema: Value| json!({ "name": name, "in": "query", "required": false, "schema": schema });
    json!({
        "operationId": "listComplaints",
        "summary": "Complaints that this caller may see; without `queue` closed ones too.",
        "parameters": [
            query("queue", json!({ "enum": ["mine", "unassigned", "today", "overdue", "waiting", "significant", "all"] })),
            query("obligation", json!({ "type": "string", "maxLength": 80, "description": "One kind of obligation, as /deadlines names it: the list goes by its end." })),
            query("on", json!({ "type": "string", "format": "date", "description": "With `obligation`: falls due on this day." })),
            query("begun", json!({ "enum": ["yes", "no"], "description": "With `obligation`: was something done that leads to it?" })),
            query("figure", json!({ "type": "string", "maxLength": 80, "description": "The cases behind a figure, as `cases` of /indicators gives it." })),
            query("stage", json!({ "enum": redress_complaint::Stage::ALL.map(|stage| stage.name()) })),
            query("owner", json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })),
            query("q", json!({ "type": "string", "maxLength": 300 })),
            query("sort", json!({ "enum": ["due", "received"] })),
            query("limit", json!({ "type": "integer", "minimum": 1, "maximum": 200, "default": 50 })),
            query("cursor", json!({ "type": "string" })),
        ],
        "responses": responses("Page"),
    })
}

fn indicators() -> Value {
    let query = |name: &str, schema: Value| json!({ "name": name, "in": "query", "required": false, "schema": schema });
    let by = redress_complaint::figures::Dimension::ASKED.map(|by| by.name());
    json!({
        "operationId": "listIndicators",
        "summary": "The figures (8.4), each with numerator, denominator and definition.",
        "parameters": [
            query("period", json!({ "type": "string", "maxLength": 20, "description": "A month `2026-11`, a quarter `2026-q4` or a year `2026`; years below 1600 are Solar Hijri. Without it this month." })),
            query("view", json!({ "enum": ["received", "closed"], "default": "received" })),
            query("by", json!({ "enum": by })),
        ],
        "responses": responses("Indicators"),
    })
}

fn one() -> Value {
    read(
        "The whole case, as far as this caller may see it; `ETag` is its version.",
        "Case",
    )
}

fn feed() -> Value {
    json!({
        "operationId": "listJournal",
        "summary": "The change feed: entries without personal data.",
        "parameters": [
            { "name": "after", "in": "query", "required": false, "schema": { "type": "integer", "minimum": -1 } },
            { "name": "limit", "in": "query", "required": false, "schema": { "type": "integer", "minimum": 1, "maximum": 200, "default": 50 } },
        ],
        "responses": responses("Feed"),
    })
}

fn checkpoint() -> Value {
    json!({
        "operationId": "newestCheckpoint",
        "summary": "The newest signed checkpoint, a C2SP signed note.",
        "responses": {
            "200": { "description": "The note.", "content": { "text/plain": { "schema": { "type": "string" } } } },
            "401": problem(), "403": problem(), "404": problem(),
        },
    })
}

fn read(summary: &str, schema: &str) -> Value {
    json!({ "operationId": format!("read{schema}"), "summary": summary, "responses": responses(schema) })
}

pub(super) fn responses(schema: &str) -> Value {
    json!({
        "200": { "description": "As asked.", "content": { "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } } },
        "400": problem(), "401": problem(), "403": problem(), "404": problem(), "422": problem(), "503": problem(),
    })
}

pub(super) fn problem() -> Value {
    json!({ "$ref": "#/components/responses/Problem" })
}

fn reference() -> Value {
    json!({ "name": "reference", "in": "path", "required": true, "schema": { "type": "string", "maxLength": 40 }, "example": "RD-26-004J-7KQ" })
}
