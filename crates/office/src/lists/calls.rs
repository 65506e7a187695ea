//! The lists for programs. A list is given whole, as it was read: its order is the order
//! of the list, and a term that nobody should choose any more is retired, never left out.

use super::decide::replaced;
use crate::amend::amended;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told, objects},
    house::organisation,
    routes::Permit,
};
use redress_kernel::{
    Action, Lang, Organisation, Refusal,
    terms::{List, Term},
};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const CHANGE: Permit = Permit::May(Action::ChangeSettings);
const ITEMS: &str = "items";

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/categories", Permit::SignedIn, categories).of_a_list()
        .says("Problem categories in the organisation's order; retired ones stand in earlier complaints.")
        .answers(term),
    Call::does("/api/v1/categories", CHANGE, Does::Replace(set_categories, categories)).of_a_list()
        .says("The whole list as it is from now on (8.1).")
        .takes(taken)
        .answers(term),
    Call::show("/api/v1/remedies", Permit::SignedIn, remedies).of_a_list()
        .says("Remedies in the organisation's order; retired ones stand in earlier complaints.")
        .answers(term),
    Call::does("/api/v1/remedies", CHANGE, Does::Replace(set_remedies, remedies)).of_a_list()
        .says("The whole list as it is from now on (8.1).")
        .takes(taken)
        .answers(term),
];

fn term() -> Vec<Told> {
    vec![
        Told::new("code", Shape::Text),
        Told::new("label", Shape::Text),
        Told::new("labels", Shape::Object),
        Told::new("words", Shape::Object),
        Told::new("own", Shape::Yes),
        Told::new("sum", Shape::Yes),
        Told::new("retired", Shape::Yes),
    ]
}

/// What an item may say; what only an answer says is read over.
const MEMBERS: [&str; 7] = ["code", "label", "labels", "words", "own", "sum", "retired"];

fn taken() -> Vec<Taken> {
    vec![Taken::needed(ITEMS, || {
        let word = json!({ "type": "string", "maxLength": super::decide::WORD_MAX });
        let words: Map<String, Value> = Lang::ALL
            .into_iter()
            .map(|lang| (lang.tag().to_owned(), word.clone()))
            .collect();
        let properties = json!({
            "code": { "type": "string", "pattern": "^[a-z0-9-]{1,30}$" },
            "words": { "type": "object", "additionalProperties": false, "properties": words, "description": "Own words over the fixed meaning." },
            "retired": { "type": "boolean" },
            "sum": { "type": "boolean", "description": "Of an own remedy: it is a sum of money." },
            "label": { "description": "Read over, so that an answer can be sent back." },
            "labels": {}, "own": {},
        });
        json!({ "type": "array", "items": {
            "type": "object", "required": ["code"], "additionalProperties": false, "properties": properties,
        } })
    })]
}

fn categories(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    shown(look, ask, List::Categories)
}

fn remedies(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    shown(look, ask, List::Remedies)
}

fn set_categories(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    set(tx, ask, List::Categories)
}

fn set_remedies(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    set(tx, ask, List::Remedies)
}

fn shown(look: &mut Look, ask: &Ask, list: List) -> Result<Option<Value>, Error> {
    let it = organisation(look)?;
    let all = it.terms.all(list).into_iter();
    Ok(Some(all.map(|term| item(ask, &it, list, &term)).collect()))
}

fn item(ask: &Ask, it: &Organisation, list: List, term: &Term) -> Value {
    let key = format!("{}-{}", list.prefix(), term.code);
    let label = |lang: Lang| {
        let own = it.terms.word(&key, lang).map(str::to_owned);
        own.unwrap_or_else(|| ask.house.words.say(lang, &key).into_owned())
    };
    let labels: Map<String, Value> = Lang::ALL
        .into_iter()
        .map(|lang| (lang.tag().to_owned(), label(lang).into()))
        .collect();
    json!({
        "code": term.code, "label": label(ask.t().lang()), "labels": labels, "words": term.words,
        "own": !list.is_default(&term.code), "sum": it.terms.is_sum(&term.code) && list == List::Remedies,
        "retired": term.retired,
    })
}

fn set(tx: &mut Tx, ask: &Ask, list: List) -> Result<Done, Fault> {
    let given = ask.value(ITEMS).map(read).transpose()?.unwrap_or_default();
    let change = |mut it: Organisation| {
        it.terms = Arc::new(replaced(&it.terms, list, given)?);
        Ok(it)
    };
    amended(tx, change, &ask.by())?;
    Ok(Done::same())
}

fn read(value: &Value) -> Result<Vec<Term>, Refusal> {
    let all = objects(value, &MEMBERS, ITEMS)?.into_iter();
    all.map(|item| {
        let wrong = || Refusal::new("call-shape").at(ITEMS);
        let code = item.get("code").and_then(Value::as_str).ok_or_else(wrong)?;
        let yes = |name: &str| match item.get(name) {
            None | Some(Value::Null) => Ok(false),
            Some(value) => value.as_bool().ok_or_else(wrong),
        };
        let words = item.get("words").filter(|words| !words.is_null()).cloned();
        let words = words.map(serde_json::from_value).transpose();
        Ok(Term {
            code: code.to_owned(),
            words: words.map_err(|_| wrong())?.unwrap_or_default(),
            retired: yes("retired")?,
            sum: yes("sum")?,
        })
    })
    .collect()
}
