//! Ready texts for programs.

use super::{
    pages::{self, BODY_MAX, NAME_MAX, NEW, Written, typed, wrong},
    records::{self, TEXTS_MAX, Text},
};
use crate::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    routes::Permit,
};
use redress_kernel::{Action, Lang, Refusal, fields::Fields, words::Message};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

const REPLY: Permit = Permit::May(Action::Reply);
const ALL: &str = "/api/v1/texts";
const ONE: &str = "/api/v1/texts/{code}";
const WORDS: &str = "words";

pub const CALLS: &[Call] = &[
    Call::show(ALL, REPLY, all)
        .of_a_list()
        .says("Ready texts for replies, in each language.")
        .answers(text),
    Call::does(ALL, REPLY, Does::Make(add, one))
        .says("A new text (7.3).")
        .takes(taken)
        .answers(text),
    Call::show(ONE, REPLY, one).says("One text.").answers(text),
    Call::does(ONE, REPLY, Does::Replace(write, one))
        .says("Its next version, whole; a text that was put away is offered again.")
        .takes(taken)
        .answers(text),
    Call::does(
        "/api/v1/texts/{code}/retirement",
        REPLY,
        Does::Act(retire, one),
    )
    .says("Not offered any more; what was sent stays as it was.")
    .answers(text),
    Call::does(
        "/api/v1/texts/{code}/restoration",
        REPLY,
        Does::Act(restore, one),
    )
    .says("Offered again.")
    .answers(text),
];

fn text() -> Vec<Told> {
    vec![
        Told::new("code", Shape::Text),
        Told::new("version", Shape::Number),
        Told::new("retired", Shape::Yes),
        Told::new(WORDS, Shape::Object),
        Told::new("owner", Shape::IdOrNone),
        Told::new("written_at", Shape::TimeOrNone),
    ]
}

fn taken() -> Vec<Taken> {
    vec![Taken::needed(WORDS, || {
        let wording = json!({
            "type": "object", "required": ["name", "body"], "additionalProperties": false,
            "properties": {
                "name": { "type": "string", "minLength": 1, "maxLength": NAME_MAX },
                "body": { "type": "string", "minLength": 1, "maxLength": BODY_MAX, "description": "With variables such as {name}." },
            },
        });
        let languages: Map<String, Value> = Lang::ALL
            .into_iter()
            .map(|lang| (lang.tag().to_owned(), wording.clone()))
            .collect();
        json!({ "type": "object", "minProperties": 1, "additionalProperties": false, "properties": languages })
    })]
}

fn told(text: &Text) -> Value {
    let words = text.words.iter();
    let words: Map<String, Value> = words
        .map(|(tag, its)| (tag.clone(), json!({ "name": its.name, "body": its.body })))
        .collect();
    json!({
        "code": text.code, "version": text.version, "retired": text.retired, "words": words,
        "owner": text.owner, "written_at": text.written_at.map(|at| at.to_string()),
    })
}

fn all(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    Ok(Some(records::all(look)?.iter().map(told).collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    Ok(records::one(look, &ask.key)?.as_ref().map(told))
}

/// The wordings as the page's form would send them.
fn words(ask: &Ask) -> Result<Fields, Fault> {
    let mut fields = Fields::default();
    let given = ask.value(WORDS).and_then(Value::as_object);
    for (tag, wording) in given.into_iter().flatten() {
        let known = Lang::ALL.iter().any(|lang| lang.tag() == tag);
        let mut parts = wording.as_object().into_iter().flatten();
        let read = parts.all(|(part, text)| match text.as_str() {
            Some(text) if ["name", "body"].contains(&part.as_str()) => {
                fields.put(&format!("{part}-{tag}"), text);
                true
            }
            _ => false,
        });
        if !known || !read || !wording.is_object() {
            fields.problem(&format!("{WORDS}.{tag}"), Message::new("problem-json"));
        }
    }
    match given.is_some() && fields.problems().is_empty() {
        true => Ok(fields),
        false if given.is_none() => Err(Refusal::new("call-shape").at(WORDS).into()),
        false => Err(Fault::Wrong(fields)),
    }
}

fn put(tx: &mut Tx, ask: &Ask, code: &str, seen: i64) -> Result<String, Fault> {
    let words = typed(&words(ask)?);
    if let Some(problem) = wrong(&words) {
        let mut fields = Fields::default();
        let language = problem.field.strip_prefix("body-").unwrap_or_default();
        let member = [WORDS, language].join(if language.is_empty() { "" } else { "." });
        fields.problem(&member, problem.message);
        return Err(Fault::Wrong(fields));
    }
    match pages::written(tx, &ask.seat, code, seen, words)? {
        Written::Done(code) => Ok(code),
        Written::Unknown => Err(Fault::Hidden),
        Written::Full => Err(Refusal::new("texts-too-many").with("max", TEXTS_MAX).into()),
        // What was seen is what is there: it was read in this very write.
        Written::Changed(_) => Err(Refusal::new("text-changed").into()),
    }
}

fn add(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    put(tx, ask, NEW, 0).map(Done::made)
}

fn write(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let text = records::one(tx, &ask.key)?.ok_or(Fault::Hidden)?;
    put(tx, ask, &text.code, text.version)?;
    Ok(Done::same())
}

fn retire(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    turn(tx, ask, true)
}

fn restore(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    turn(tx, ask, false)
}

fn turn(tx: &mut Tx, ask: &Ask, retired: bool) -> Result<Done, Fault> {
    match pages::turn(tx, &ask.seat, &ask.key, retired)? {
        true => Ok(Done::same()),
        false => Err(Fault::Hidden),
    }
}
