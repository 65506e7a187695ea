//! The schemas that several calls share.

use redress_complaint::facts::{CHANNELS, NEEDS};
use redress_kernel::terms::{List, Terms};
use serde_json::{Value, json};

pub fn shared(terms: &Terms) -> Value {
    json!({
        "Problem": problem(),
        "NewComplaint": new_complaint(terms),
        "Receipted": receipted(),
        "Case": { "type": "object", "required": ["id", "reference", "version", "stage"], "properties": { "reference": { "type": "string" }, "version": { "type": "integer" }, "stage": { "type": "string" } } },
        "Page": { "type": "object", "required": ["items", "next"], "properties": { "items": { "type": "array", "items": { "type": "object", "required": ["reference", "subject", "stage", "due_at"] } }, "next": { "type": ["string", "null"] } } },
        "Indicators": { "type": "object", "required": ["period", "view", "items"], "properties": { "items": { "type": "array", "items": { "type": "object", "required": ["indicator", "value", "numerator", "denominator", "definition"], "properties": { "value": { "type": ["number", "null"] }, "numerator": { "type": "integer" }, "denominator": { "type": ["integer", "null"] } } } } } },
        "Feed": { "type": "object", "required": ["items", "next"], "properties": { "items": { "type": "array", "items": { "type": "object", "required": ["seq", "kind", "recorded_at", "record"] } }, "next": { "type": ["integer", "null"] } } },
        "Receipt": { "type": "object", "required": ["entry", "leaf", "size", "root", "proof", "checkpoint", "tlog_proof"], "properties": { "entry": { "type": "integer" }, "recorded_at": { "type": "string", "format": "date-time" }, "leaf": { "type": "string" }, "size": { "type": "integer" }, "root": { "type": "string" }, "proof": { "type": "array", "items": { "type": "string" } }, "checkpoint": { "type": "string" }, "record": opened(), "personal": opened(), "tlog_proof": { "type": "string", "description": "The same as a C2SP tlog-proof." } } },
    })
}

/// What opens a commitment of the leaf; null when it is erased or was never there.
fn opened() -> Value {
    json!({ "type": ["object", "null"], "properties": { "salt": { "type": "string" }, "text": { "type": "string" } } })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "code", "title", "status", "detail", "instance"],
        "properties": {
            "type": { "type": "string", "pattern": "^urn:redress:problem:[a-z0-9-]+$" },
            "code": { "type": "string", "description": "The last part of `type`, stable for programs." },
            "title": { "type": "string" }, "status": { "type": "integer" },
            "detail": { "type": "string", "description": "For people, in the language of Accept-Language." },
            "instance": { "type": "string", "description": "Names this answer in the server's log." },
            "errors": { "type": "array", "items": { "type": "object", "required": ["field", "code", "detail"] } },
            "reference": { "type": "string", "description": "With external-id-taken: the case, if this caller may see it." },
        },
    })
}

fn new_complaint(terms: &Terms) -> Value {
    let short = json!({ "type": ["string", "null"], "maxLength": 300 });
    let long = json!({ "type": ["string", "null"], "maxLength": 20_000 });
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["channel", "description"],
        "properties": {
            "channel": { "enum": CHANNELS },
            "received_at": { "type": ["string", "null"], "format": "date-time", "description": "First contact with anybody of the organisation; never in the future." },
            "late_reason": { "type": ["string", "null"], "maxLength": 20_000, "description": "Why it is recorded on a later day. Without it the case says that another system handed it on." },
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
            "unit": { "type": ["string", "null"], "maxLength": 100, "description": "A unit by its id or its name; without one the unit of the caller." },
            "category": { "enum": terms.offered(List::Categories) },
            "remedy_sought": long,
            "remedies_sought": { "type": "array", "items": { "enum": terms.offered(List::Remedies) } },
            "external_id": { "type": ["string", "null"], "description": "The identifier in the system it came from; one that is known already is answered with 409." },
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
