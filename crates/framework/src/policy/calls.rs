//! The policy for programs: the version in force, all versions, and what leads from one
//! to the next.

use super::{
    acts::{self, APPROVAL, PUBLICATION, READING, RETURN, SUBMISSION, TEXT},
    pages::as_written,
    public::in_force,
    records::{current, find, versions},
    version::{CONSIDERED, RETURNING, REVIEW_ON, TEXTS, Version},
};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told, joined},
    routes::Permit,
};
use redress_kernel::{Action, Lang, fields::Fields, words::Message};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

const SEE: Permit = Permit::May(Action::SeeSystem);
const DESK: Permit = Permit::May(Action::SeeDesk);
const WRITE: Permit = Permit::May(Action::WritePolicy);
const APPROVE: Permit = Permit::May(Action::ApprovePolicy);
const ALL: &str = "/api/v1/policy/versions";
const ONE: &str = "/api/v1/policy/versions/{version}";

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/policy", DESK, now)
        .says("The complaints policy in force, in every language (5.3); 404 while there is none.")
        .answers(told_now),
    Call::show(ALL, SEE, all)
        .of_a_list()
        .says("All versions, the newest first.")
        .answers(line),
    Call::does(ALL, WRITE, Does::Make(begin, one))
        .says("A new version with the text of the last; one at a time.")
        .answers(version),
    Call::show(ONE, SEE, one)
        .says("One version with its history.")
        .answers(version),
    Call::does(ONE, WRITE, Does::Change(write, one))
        .says("Its texts, what was considered, and when it is looked at again.")
        .takes(|| {
            vec![
                Taken::value("texts", texts),
                Taken::field("considered", CONSIDERED),
                Taken::field("review_on", REVIEW_ON),
            ]
        })
        .answers(version),
    Call::does(
        "/api/v1/policy/versions/{version}/submission",
        WRITE,
        Does::Act(submit, one),
    )
    .says("Put forward for approval.")
    .answers(version),
    Call::does(
        "/api/v1/policy/versions/{version}/return",
        APPROVE,
        Does::Act(give_back, one),
    )
    .says("Given back to whoever wrote it, with the reason.")
    .takes(|| {
        RETURNING
            .iter()
            .map(|field| Taken::field("reason", *field))
            .collect()
    })
    .answers(version),
    Call::does(
        "/api/v1/policy/versions/{version}/approval",
        APPROVE,
        Does::Act(approve, one),
    )
    .says("Approved, never by whoever wrote it.")
    .answers(version),
    Call::does(
        "/api/v1/policy/versions/{version}/publication",
        APPROVE,
        Does::Act(publish, one),
    )
    .says("In force from now on.")
    .answers(version),
    Call::does(
        "/api/v1/policy/versions/{version}/reading",
        DESK,
        Does::Act(read, one),
    )
    .says("The caller has read the version in force.")
    .answers(version),
];

fn told_now() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("number", Shape::Number),
        Told::new("texts", Shape::Object),
        Told::new("review_on", Shape::Date),
        Told::new("published_at", Shape::TimeOrNone),
    ]
}

fn line() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("number", Shape::Number),
        Told::new("state", Shape::Text),
        Told::new("in_force", Shape::Yes),
    ]
}

fn version() -> Vec<Told> {
    let mut all = told_now();
    all.extend([
        Told::new("state", Shape::Text),
        Told::new("in_force", Shape::Yes),
        Told::new("considered", Shape::Text),
        Told::new("history", Shape::Objects),
    ]);
    all
}

fn texts() -> Value {
    let languages = Lang::ALL.into_iter();
    let properties: Map<String, Value> = languages
        .map(|lang| {
            (
                lang.tag().to_owned(),
                json!({ "type": "string", "maxLength": 20_000 }),
            )
        })
        .collect();
    json!({
        "type": "object", "additionalProperties": false, "properties": properties,
        "description": "By language, those of the organisation; languages that are left out stay.",
    })
}

fn brief(version: &Version) -> Value {
    json!({
        "id": version.id, "number": version.number, "texts": version.texts,
        "review_on": version.review_on.to_string(),
        "published_at": version.published_at.map(|at| at.to_string()),
    })
}

fn now(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    Ok(in_force(look)?.as_ref().map(brief))
}

fn all(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    let now = current(look)?;
    let items = versions(look)?.into_iter().map(|line| {
        json!({
            "id": line.id, "number": line.number, "state": line.state.name(),
            "in_force": now == Some(line.id),
        })
    });
    Ok(Some(items.collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(version) = ask.id().map(|id| find(look, id)).transpose()?.flatten() else {
        return Ok(None);
    };
    let moments = version.history.iter().map(|moment| {
        json!({ "what": moment.what, "at": moment.at.to_string(), "by": moment.by, "text": moment.text })
    });
    let more = json!({
        "state": version.state.name(), "in_force": current(look)? == Some(version.id),
        "considered": version.considered, "history": moments.collect::<Vec<_>>(),
    });
    Ok(Some(joined(brief(&version), more)))
}

fn begin(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    Ok(Done::made(acts::begin(tx, &ask.acting())?))
}

fn act(tx: &mut Tx, ask: &Ask, act: &acts::Act, fields: &Fields) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    act.perform(tx, id, fields, &ask.acting())?;
    Ok(Done::same())
}

fn write(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let held = as_written(&find(tx, id)?.ok_or(Fault::Hidden)?);
    let mut held = ask.over(held);
    let declared = (TEXT.fields)(&ask.visit.organisation.languages);
    // Texts of languages that the organisation gave up are not on the page either.
    for (_, field) in TEXTS.iter().filter(|(_, field)| !declared.contains(field)) {
        held.take(field.name);
    }
    let mut fields = worded(held, ask.value("texts"));
    redress_web::form::check(&mut fields, &declared);
    match fields.problems().is_empty() {
        true => act(tx, ask, &TEXT, &fields),
        false => Err(Fault::Wrong(fields)),
    }
}

fn worded(mut fields: Fields, given: Option<&Value>) -> Fields {
    let Some(given) = given else { return fields };
    let wrong = |fields: &mut Fields, at: &str| fields.problem(at, Message::new("problem-json"));
    let Some(texts) = given.as_object() else {
        wrong(&mut fields, "texts");
        return fields;
    };
    for (tag, text) in texts {
        let known = TEXTS.iter().find(|(lang, _)| lang.tag() == tag);
        match (known, text.as_str()) {
            (Some((_, field)), Some(text)) => {
                fields.take(field.name);
                fields.put(field.name, text);
            }
            _ => wrong(&mut fields, &format!("texts.{tag}")),
        }
    }
    fields
}

fn submit(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, &SUBMISSION, ask.fields())
}

fn give_back(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, &RETURN, ask.fields())
}

fn approve(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, &APPROVAL, ask.fields())
}

fn publish(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, &PUBLICATION, ask.fields())
}

fn read(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    act(tx, ask, &READING, ask.fields())
}
