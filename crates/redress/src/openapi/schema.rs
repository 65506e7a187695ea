//! The schemas that several calls share.

use redress_complaint::facts::{CATEGORIES, CHANNELS, NEEDS, REMEDIES};
use serde_json::{Value, json};

pub fn shared() -> Value {
    json!({
        "Problem": problem(),
        "NewComplaint": new_complaint(),
        "Receipted": receipted(),
        "Case": { "type": "object", "required": ["id", "reference", "version", "stage"], "properties": { "reference": { "type": "string" }, "version": { "type": "integer" }, "stage": { "type": "string" } } },
        "Page": { "type": "object", "required": ["items", "next"], "properties": { "items": { "type": "array", "items": { "type": "object", "required": ["reference", "subject", "stage", "due_at"] } }, "next": { "type": ["string", "null"] } } },
        "Indicators": { "type": "object", "required": ["period", "view", "items"], "properties": { "items": { "type": "array", "items": { "type": "object", "required": ["indicator", "value", "numerator", "denominator", "definition"], "properties": { "value": { "type": ["number", "null"] }, "numerator": { "type": "integer" }, "denominator": { "type": ["integer", "null"] } } } } } },
        "Feed": { "type": "object", "required": ["items", "next"], "properties": { "items": { "type": "array", "items": { "type": "object", "required": ["seq", "kind", "recorded_at", "record"] } }, "next": { "type": ["integer", "null"] } } },
        "Receipt": { "type": "object", "required": ["entry", "leaf", "size", "proof", "checkpoint"], "properties": { "entry": { "type": "integer" }, "leaf": { "type": "string" }, "size": { "type": "integer" }, "proof": { "type": "array", "items": { "type": "string" } }, "checkpoint": { "type": "string" } } },
    })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status"],
        "properties": {
            "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
            "errors": { "type": "array", "items": { "type": "object" } },
        },
    })
}

fn new_complaint() -> Value {
    let short = json!({ "type": ["string", "null"], "maxLength": 300 });
    let long = json!({ "type": ["string", "null"], "maxLength": 20_000 });
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["channel", "description"],
        "properties": {
            "channel": { "enum": CHANNELS },
            "received_at": { "type": ["string", "null"], "format": "date-time", "description": "First contact with anybody of the organisation; never in the future." },
            "late_reason": long,
            "complainant": {
                "type": ["object", "null"],
                "additionalProperties": false,
                "properties": {
                    "name": short, "email": short, "phone": short, "address": { "type": ["string", "null"] },
                    "language": { "type": ["string", "null"], "examples": ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] },
                    "needs": { "type": "array", "items": { "enum": NEEDS } },
                },
            },
            "subject": short,
            "description": { "type": "string", "minLength": 1, "maxLength": 20_000 },
            "product": short,
            "unit": { "type": ["string", "null"], "pattern": "^[0-9a-f]{32}$" },
            "category": { "enum": CATEGORIES },
            "remedy_sought": long,
            "remedies_sought": { "type": "array", "items": { "enum": REMEDIES } },
            "external_id": { "type": ["string", "null"] },
        },
    })
}

fn receipted() -> Value {
    json!({
        "type": "object",
        "required": ["id", "reference", "access_code", "received_at", "recorded_at", "stage", "due", "receipt"],
        "properties": {
            "id": { "type": "string" }, "reference": { "type": "string" }, "access_code": { "type": "string" },
            "received_at": { "type": "string", "format": "date-time" }, "recorded_at": { "type": "string", "format": "date-time" },
            "stage": { "type": "string" }, "due": { "type": "object" }, "receipt": { "type": "object" },
        },
    })
}
