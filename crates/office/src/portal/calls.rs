//! What the public pages offer and say, for programs.

use super::decide::{HOURS, OFFERED, PARTS, TEXT_MAX, accept, name, typed};
use crate::setting::{Own, Setting};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    routes::Permit,
};
use redress_kernel::{Action, Lang, fields::Fields, words::Message};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

const OPEN: &str = "opening_hours";
const TEXTS: &str = "texts";

static PORTAL: Setting = Setting {
    members: || {
        vec![
            Taken::field("ways", OFFERED),
            Taken::value(OPEN, hours_schema),
            Taken::value(TEXTS, texts_schema),
        ]
    },
    held: typed,
    accept,
    own: &[
        Own {
            name: OPEN,
            shown: |it| json!(it.portal.hours),
            typed: hours,
        },
        Own {
            name: TEXTS,
            shown: |it| {
                let text = |(lang, text): (&Lang, &redress_kernel::portal::PortalText)| {
                    let parts = json!({
                        "introduction": text.introduction, "visit": text.visit, "outside": text.outside,
                    });
                    (lang.tag().to_owned(), parts)
                };
                Value::Object(it.portal.texts.iter().map(text).collect())
            },
            typed: texts,
        },
    ],
    counts: false,
    weighs: None,
};

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/portal", Permit::May(Action::SeeSettings), shown)
        .says("Ways in, opening hours and own texts of the public pages (7.1).")
        .answers(|| PORTAL.answers()),
    Call::does(
        "/api/v1/portal",
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("What they offer and say from now on; hours and texts are given whole.")
    .takes(|| PORTAL.takes())
    .answers(|| PORTAL.answers()),
];

fn hours_schema() -> Value {
    let time = json!({ "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$" });
    let days = json!({ "type": "array", "items": { "enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] } });
    json!({ "type": "array", "maxItems": 14, "items": {
        "type": "object", "additionalProperties": false, "required": ["days", "from", "until"],
        "properties": { "days": days, "from": time, "until": time },
    } })
}

fn texts_schema() -> Value {
    let text = json!({ "type": "string", "maxLength": TEXT_MAX });
    let parts = json!({
        "type": "object", "additionalProperties": false,
        "properties": { "introduction": text, "visit": text, "outside": text },
    });
    let languages = Lang::ALL.into_iter();
    let all: Map<String, Value> = languages
        .map(|lang| (lang.tag().to_owned(), parts.clone()))
        .collect();
    json!({ "type": "object", "additionalProperties": false, "properties": all })
}

/// A line of days and times each, as a person types it.
fn hours(value: &Value, fields: &mut Fields) {
    fields.take(HOURS.name);
    let line = |one: &Value| {
        let days: Option<Vec<&str>> = one
            .get("days")?
            .as_array()?
            .iter()
            .map(Value::as_str)
            .collect();
        let (from, until) = (one.get("from")?.as_str()?, one.get("until")?.as_str()?);
        Some(format!("{} {from}-{until}", days?.join(" ")))
    };
    let lines: Option<Vec<String>> = value
        .as_array()
        .and_then(|all| all.iter().map(line).collect());
    match lines {
        Some(lines) => fields.put(HOURS.name, lines.join("\n")),
        None => fields.problem(HOURS.name, Message::new("problem-json")),
    }
}

fn texts(value: &Value, fields: &mut Fields) {
    for lang in Lang::ALL {
        for part in PARTS {
            let field = name(part, lang);
            fields.take(&field);
            let given = value.get(lang.tag()).and_then(|parts| parts.get(part));
            if let Some(text) = given.and_then(Value::as_str) {
                fields.put(&field, text);
            }
        }
    }
    if !is_texts(value) {
        fields.problem(TEXTS, Message::new("problem-json"));
    }
}

/// Languages of ours, parts of ours, and texts.
fn is_texts(value: &Value) -> bool {
    let known =
        |(part, text): (&String, &Value)| PARTS.contains(&part.as_str()) && text.is_string();
    value.as_object().is_some_and(|languages| {
        languages.iter().all(|(tag, parts)| {
            Lang::from_tag(tag).is_some_and(|lang| lang.tag() == tag)
                && parts
                    .as_object()
                    .is_some_and(|parts| parts.iter().all(known))
        })
    })
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    PORTAL.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    PORTAL.changed(tx, ask)
}
