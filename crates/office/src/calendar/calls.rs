//! The office calendar for programs: closed days by their dates, each with its name.

use super::{
    decide::{CLOSED, WEEKEND, accept, typed},
    hours,
};
use crate::national::HOLIDAYS;
use crate::setting::{Own, Setting};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    routes::Permit,
};
use redress_kernel::{Action, fields::Fields, words::Message};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

const DAYS: &str = "closed_days";
const HOURS: &str = "hours";

static CALENDAR: Setting = Setting {
    members: || {
        vec![
            Taken::field("holidays", HOLIDAYS),
            Taken::field("weekend", WEEKEND),
            Taken::value(HOURS, hours::schema),
            Taken::value(DAYS, schema),
        ]
    },
    held: typed,
    accept,
    own: &[
        Own {
            name: HOURS,
            shown: |it| json!(it.hours),
            typed: hours::given,
        },
        Own {
            name: DAYS,
            shown: |it| {
                let day = |day: &jiff::civil::Date| {
                    let name = it.closure_names.get(day).cloned().unwrap_or_default();
                    (day.to_string(), Value::String(name))
                };
                Value::Object(it.closures.iter().map(day).collect())
            },
            typed: days,
        },
    ],
    counts: true,
    weighs: None,
};

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/calendar", Permit::May(Action::SeeSettings), shown)
        .says("Whose public holidays are kept, days without work, office hours by weekday (null: nine to five, and the hours of each rule pack), and closed days by date with their names (6.4).")
        .answers(|| CALENDAR.answers()),
    Call::does(
        "/api/v1/calendar",
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Another calendar; `hours` and `closed_days` are given whole. `apply` and `preview` as with target times.")
    .takes(|| CALENDAR.takes())
    .answers(|| CALENDAR.answers()),
];

fn schema() -> Value {
    json!({
        "type": "object",
        "description": "`{\"2026-12-25\": \"Christmas Day\"}`; the name may be empty.",
        "propertyNames": { "format": "date" },
        "additionalProperties": { "type": "string", "maxLength": 80 },
    })
}

/// One line a day, as a person types it.
fn days(value: &Value, fields: &mut Fields) {
    fields.take(CLOSED.name);
    let line = |(day, name): (&String, &Value)| {
        // A second word of this kind would make a run of days of it.
        let name = name
            .as_str()
            .filter(|name| !name.starts_with(['-', '–', '—', '.']))?;
        (!day.contains(char::is_whitespace)).then(|| format!("{day} {}", name.replace('\n', " ")))
    };
    let given = value.as_object();
    let lines: Option<Vec<String>> =
        given.and_then(|days: &Map<String, Value>| days.iter().map(line).collect());
    match lines {
        Some(lines) => fields.put(CLOSED.name, lines.join("\n")),
        None => fields.problem(CLOSED.name, Message::new("problem-json")),
    }
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    CALENDAR.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    CALENDAR.changed(tx, ask)
}
