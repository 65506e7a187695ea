//! The schemas that several calls share.

use redress_complaint::facts::{CHANNELS, NEEDS};
use redress_kernel::terms::{List, Terms};
use serde_json::{Map, Value, json};

pub fn shared(terms: &Terms) -> Value {
    json!({
        "Problem": problem(),
        "NewComplaint": new_complaint(terms),
        "Receipted": receipted(),
        "Case": case(),
        "Item": item(),
        "Page": { "type": "object", "required": ["items", "next"], "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } }, "next": { "type": ["string", "null"] } } },
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
            "kinds": { "type": "array", "items": { "type": "string", "maxLength": 100 }, "description": "Where a rule pack in force tells kinds of complaint apart, of which it is: `kr-civil-petition/grievance`, at most one a pack." },
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

fn all(properties: Value) -> Value {
    let names = properties
        .as_object()
        .into_iter()
        .flat_map(|map| map.keys());
    let required: Vec<&String> = names.collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

/// May this caller know who complained? Masked, a name is null and never a word.
fn identity() -> Value {
    json!({ "enum": ["shown", "masked"] })
}

/// What stands in a list.
fn item() -> Value {
    let text = json!({ "type": "string" });
    let or_none = json!({ "type": ["string", "null"] });
    let yes = json!({ "type": "boolean" });
    let time = json!({ "type": "string", "format": "date-time" });
    all(json!({
        "id": text, "reference": text, "subject": text, "complainant": or_none, "identity": identity(), "stage": text, "channel": text,
        "language": text, "category": or_none, "priority": or_none, "safety": yes, "significant": or_none, "owner": or_none, "waiting": or_none,
        "needs_reply": yes, "received_at": time, "due_at": { "type": ["string", "null"], "format": "date-time" },
        "due_step": or_none, "version": { "type": "integer" },
    }))
}

/// The whole case. Texts are empty where they were never given or have been erased.
fn case() -> Value {
    let mut properties = arrived();
    properties.extend(handled());
    all(Value::Object(properties))
}

fn arrived() -> Map<String, Value> {
    let text = json!({ "type": "string" });
    let or_none = json!({ "type": ["string", "null"] });
    let yes = json!({ "type": "boolean" });
    let time = json!({ "type": "string", "format": "date-time" });
    let object_or_none = json!({ "type": ["object", "null"] });
    let texts = json!({ "type": "array", "items": text });
    let all = json!({
        "id": text, "reference": text, "version": { "type": "integer", "description": "Also the ETag." },
        "stage": { "enum": redress_complaint::Stage::ALL.map(|stage| stage.name()) },
        "channel": text, "language": text, "needs": texts, "unit": or_none, "anonymous": yes,
        "received_at": time, "recorded_at": time, "external_id": or_none, "late_reason": text, "late_basis": or_none,
        "subject": text, "description": text, "product": text, "remedy_sought": text, "remedies_sought": texts,
        "complainant": { "type": "object" }, "customer": object_or_none, "representative": object_or_none,
        "affected_person": object_or_none, "identity": identity(),
    });
    all.as_object().cloned().unwrap_or_default()
}

fn handled() -> Map<String, Value> {
    let or_none = json!({ "type": ["string", "null"] });
    let object_or_none = json!({ "type": ["object", "null"] });
    let objects = json!({ "type": "array", "items": { "type": "object" } });
    let all = json!({
        "owner": or_none, "significant": object_or_none, "priority": or_none, "scope": or_none, "waiting": or_none,
        "needs_reply": { "type": "boolean" }, "updates_by_mail": { "type": "boolean" }, "due": { "type": "object" },
        "acknowledged": object_or_none, "assessment": object_or_none, "issues": objects, "remedies": objects,
        "decision": object_or_none, "answer": object_or_none, "reviews": objects, "referrals": objects,
        "closed": object_or_none, "messages": objects, "files": objects, "links": objects,
        "erased_entries": { "type": "array", "items": { "type": "integer" } },
    });
    all.as_object().cloned().unwrap_or_default()
}
