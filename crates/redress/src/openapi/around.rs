//! The calls around the cases: who asks, why, what can be done now.

use super::{problem, reference, responses};
use serde_json::{Map, Value, json};

pub fn add(paths: &mut Map<String, Value>) {
    let me = read("me", "Whose token this is, and what it may do.", "Me");
    paths.insert("/api/v1/me".to_owned(), json!({ "get": me }));
    paths.insert("/api/v1/verify".to_owned(), json!({ "post": verify() }));
    let of_case = "/api/v1/complaints/{reference}";
    let why = "Why these dates, who may see it, which figures count it; sentences in the language of Accept-Language.";
    let verbs = "What this caller could do to the case now, and what has to come first.";
    for (name, schema, summary) in [("why", "Why", why), ("verbs", "Verbs", verbs)] {
        let call = json!({ "parameters": [reference()], "get": read(&format!("read-{name}"), summary, schema) });
        paths.insert(format!("{of_case}/{name}"), call);
    }
    let id = json!({ "name": "file", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[0-9a-f]{32}$" } });
    let file = json!({ "parameters": [reference(), id], "get": file() });
    paths.insert(format!("{of_case}/files/{{file}}"), file);
}

/// Open to everybody, like the page `/verify`.
fn verify() -> Value {
    json!({
        "operationId": "verifyReceipt",
        "summary": "What a receipt proves: ours, or with its public key another organisation's. Nothing of it is kept.",
        "security": [],
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ReceiptToVerify" } } } },
        "responses": {
            "200": { "description": "The judgement.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Judgement" } } } },
            "400": problem(), "413": problem(), "422": problem(), "429": problem(), "503": problem(),
        },
    })
}

fn read(id: &str, summary: &str, schema: &str) -> Value {
    json!({ "operationId": id, "summary": summary, "responses": responses(schema) })
}

fn file() -> Value {
    json!({
        "operationId": "read-file",
        "summary": "A file of the case as it came, always as a download.",
        "responses": {
            "200": { "description": "Its bytes.", "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
            "401": problem(), "403": problem(), "404": problem(), "503": problem(),
        },
    })
}

/// The schemas of these answers.
pub fn schemas() -> Map<String, Value> {
    let id = json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" });
    let id_or_none = json!({ "type": ["string", "null"] });
    let text = json!({ "type": "string" });
    let yes = json!({ "type": "boolean" });
    let of = |properties: Value| {
        let required: Vec<String> = properties
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
            .cloned()
            .collect();
        json!({ "type": "object", "required": required, "properties": properties })
    };
    let page = |item: Value| {
        of(json!({ "items": { "type": "array", "items": item }, "next": { "type": "null" } }))
    };
    let date = of(json!({
        "step": { "enum": ["acknowledgement", "assessment", "update", "response", "closure"] },
        "due": { "type": "string", "format": "date-time" }, "in_time": { "type": ["boolean", "null"] },
        "entry": { "type": "integer" }, "fact": text, "by": id, "at": { "type": "string", "format": "date-time" },
        "count": { "type": ["object", "null"] }, "before": { "type": "array" },
        "explanation": { "type": "array", "items": text },
    }));
    let promise = of(json!({
        "step": { "enum": ["confirmation", "notice", "remedy", "review"] }, "number": { "type": "integer" },
        "due": { "type": "string", "format": "date-time" }, "in_time": { "type": ["boolean", "null"] },
        "entry": { "type": "integer" }, "fact": text, "by": id, "at": { "type": "string", "format": "date-time" },
        "before": { "type": "array" }, "explanation": { "type": "array", "items": text },
    }));
    let sight = of(
        json!({ "person": id, "name": text, "role": text, "sees": yes, "why": text, "owner": yes, "identity": yes, "texts": yes, "explanation": text }),
    );
    let figure = of(json!({
        "indicator": text, "clause": text, "counted": yes, "denominator": { "type": ["boolean", "null"] },
        "explanation": { "type": "array", "items": text },
    }));
    let day = json!({ "type": "string", "format": "date" });
    let kept = of(json!({
        "until": day, "closed_on": day, "months": { "type": "integer" },
        "basis": { "enum": ["complaint", "category", "other"] }, "category": { "type": ["string", "null"] },
        "entry": { "type": ["integer", "null"] }, "explanation": { "type": "array", "items": text },
    }));
    let kept = json!({ "anyOf": [kept, { "type": "null" }] });
    let number = json!({ "type": "integer" });
    let judgement = json!({
        "type": "object",
        "required": ["proved", "code"],
        "properties": {
            "proved": yes,
            "code": { "enum": ["proved", "empty", "too-large", "not-one", "cut", "garbled", "key", "no-key", "other-key", "not-ours", "forged", "not-in-tree", "opened", "gone", "no-mark", "mark"] },
            "entry": number, "kind": text, "recorded_at": { "type": "string", "format": "date-time" }, "mark": text,
            "origin": text, "size": number, "signer": text,
            "still_there": { "type": ["boolean", "null"], "description": "Ours: our journal has the entry unchanged and continues the signed state. Null for another organisation's." },
            "key_from_receipt": { "type": "boolean", "description": "Nobody gave a key: the one in the receipt was taken, which whoever made the receipt chose." },
            "opened": { "type": "boolean", "description": "Texts came along and are what was recorded." },
        },
    });
    let all = json!({
        "ReceiptToVerify": {
            "oneOf": [
                {
                    "type": "object", "required": ["receipt"], "additionalProperties": false,
                    "properties": {
                        "receipt": { "type": "string", "description": "The receipt, or the JSON that opens one." },
                        "key": { "type": ["string", "null"], "description": "The other organisation's public key, name+id+key." },
                    },
                },
                {
                    "type": "object", "required": ["reference", "mark"], "additionalProperties": false,
                    "properties": {
                        "reference": { "type": "string", "description": "Of a receipt of ours on paper." },
                        "mark": { "type": "string", "description": "The mark of the entry, 32 digits and letters, as on paper and behind the # of the QR code's address." },
                    },
                },
            ],
        },
        "Judgement": judgement,
        "Me": of(json!({ "id": id, "name": text, "role": text, "unit": id_or_none, "actions": { "type": "array", "items": text } })),
        "Verbs": page(of(json!({ "verb": text, "label": text, "permission": text, "ready": yes, "refusal": { "type": ["object", "null"] } }))),
        "Why": of(json!({
            "reference": text, "version": { "type": "integer" }, "period": { "type": ["string", "null"] },
            "dates": { "type": "array", "items": date },
            "promises": { "type": "array", "items": promise }, "kept": kept, "sight": { "type": "array", "items": sight },
            "figures": { "type": "array", "items": figure },
        })),
    });
    all.as_object().cloned().unwrap_or_default()
}
