//! The rule for programs: amounts in minor units by currency.

use super::{
    decide::{AMOUNTS, CATEGORIES, CONFIRM, PEOPLE, SAFETY, accept, line, typed},
    sweep,
    weigh::{json, weigh},
};
use crate::setting::{Own, Setting};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    house::organisation,
    routes::Permit,
};
use redress_kernel::{Action, fields::Fields, significance::AMOUNTS_MAX, words::Message};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const BY_CURRENCY: &str = "amounts";

static RULE: Setting = Setting {
    members: || {
        vec![
            Taken::value(BY_CURRENCY, schema),
            Taken::field("people", PEOPLE),
            Taken::field("categories", CATEGORIES),
            Taken::field("confirm_hours", CONFIRM),
            Taken::field("safety_hours", SAFETY),
        ]
    },
    held: typed,
    accept,
    own: &[Own {
        name: BY_CURRENCY,
        shown: |it| json!(it.significance.amounts),
        typed: lines,
    }],
    counts: false,
    weighs: Some(|tx, after, _| weigh(tx, after).map(|effect| json(&effect))),
};

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/significance", Permit::May(Action::SeeSettings), shown)
        .says("When a complaint is told to top management, and within how many hours it is confirmed (5.4).")
        .answers(|| RULE.answers()),
    Call::does(
        "/api/v1/significance",
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Another rule; it reaches the open complaints too. With `preview` nothing is kept and `effect` says how many of them would become significant.")
    .takes(|| RULE.takes())
    .answers(|| RULE.answers()),
];

fn schema() -> Value {
    json!({
        "type": "object",
        "description": "`{\"EUR\": 500000}`: from this amount on, in minor units.",
        "maxProperties": AMOUNTS_MAX,
        "propertyNames": { "pattern": "^[A-Z]{3}$" },
        "additionalProperties": { "type": "integer", "minimum": 1 },
    })
}

/// One line a currency, as a person types it.
fn lines(value: &Value, fields: &mut Fields) {
    fields.take(AMOUNTS.name);
    let one = |(currency, minor): (&String, &Value)| Some(line(currency, minor.as_i64()?));
    let lines: Option<Vec<String>> = value
        .as_object()
        .and_then(|amounts| amounts.iter().map(one).collect());
    match lines {
        Some(lines) => fields.put(AMOUNTS.name, lines.join("\n")),
        None => fields.problem(AMOUNTS.name, Message::new("problem-json")),
    }
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    RULE.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let before = organisation(tx)?.significance;
    let done = RULE.changed(tx, ask)?;
    if organisation(tx)?.significance != before {
        sweep::begin(tx, ask.now)?;
    }
    Ok(done)
}
