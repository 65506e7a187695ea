//! Retention periods for programs: months by code of category, as one object.

use super::{
    decide::{CATEGORY, FORM, LINE_MONTHS, LINES, accept, typed},
    second::{Asked, REASON, asked, held},
};
use crate::setting::{Own, Setting};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    house::organisation,
    routes::Permit,
};
use redress_kernel::{
    Action,
    fields::Fields,
    retention::{CATEGORIES_MAX, MONTHS_MAX},
    words::Message,
};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const CATEGORIES: &str = "categories";

static PERIODS: Setting = Setting {
    members: || {
        let fields = ["complaint", "other"].into_iter().zip(FORM);
        let fields = fields.map(|(name, field)| Taken::field(name, *field));
        fields.chain([Taken::value(CATEGORIES, schema)]).collect()
    },
    held: typed,
    accept,
    own: &[Own {
        name: CATEGORIES,
        shown: |it| json!(it.retention.category_months),
        typed: lines,
    }],
    counts: false,
    weighs: None,
};

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/retention", Permit::May(Action::SeeSettings), shown)
        .says("Months for which a closed case is kept: a complaint, anything else, and single problem categories (8.1).")
        .answers(|| PERIODS.answers()),
    Call::does(
        "/api/v1/retention",
        Permit::Fresh(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Asks a second person for other periods; they hold once somebody agrees (`second`: the request). `categories` is given whole. Nothing is deleted by it.")
    .takes(|| {
        let mut all = PERIODS.takes();
        all.push(Taken::field("reason", REASON));
        all
    })
    .answers(|| PERIODS.answers()),
];

fn schema() -> Value {
    json!({
        "type": "object",
        "description": "`{\"06\": 120}`: a problem category and its months.",
        "maxProperties": CATEGORIES_MAX,
        "additionalProperties": { "type": "integer", "minimum": 1, "maximum": MONTHS_MAX },
    })
}

/// One line a category, as a person types it.
fn lines(value: &Value, fields: &mut Fields) {
    fields.take(CATEGORY);
    fields.take(LINE_MONTHS);
    let Some(periods) = value.as_object() else {
        return fields.problem(LINES, Message::new("problem-json"));
    };
    for (category, months) in periods {
        fields.put(CATEGORY, category.as_str());
        fields.put(LINE_MONTHS, months.to_string());
    }
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    PERIODS.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let mut fields = ask.over(held(&organisation(tx)?));
    if let Some(value) = ask.value(CATEGORIES) {
        lines(value, &mut fields);
    }
    if !fields.problems().is_empty() {
        return Err(Fault::Wrong(fields));
    }
    match asked(tx, fields, &ask.acting())? {
        Asked::Request(id) => Ok(Done::same().with("second", id.to_string())),
        Asked::Nothing => Ok(Done::same()),
        Asked::Wrong(fields) => Err(Fault::Wrong(fields)),
    }
}
