//! What a program needs to know around the cases before it can use a verb: who it
//! is itself, colleagues and units by their identifiers, categories and remedies by
//! their codes, ready texts, saved lists, and what can be done to a case now. Leaves
//! no evidence: it reads.

use crate::{
    House,
    at::At,
    door::{our_fault, visible},
    house::{colleagues, organisation, units},
    record::{obstacles, permitted},
    texts, views,
};
use axum::{
    Json,
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Actor, Id, Refusal, terms::List, words::Message};
use redress_store::{Error, Reader};
use redress_web::{Trouble, Visit, Voice};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Everything at once: each of these lists has a limit of its own below this one.
fn whole(items: Vec<Value>) -> Response {
    Json(json!({ "items": items, "next": null })).into_response()
}

async fn listed(
    house: &House,
    read: impl FnOnce(&mut Reader) -> Result<Vec<Value>, Error> + Send + 'static,
) -> Result<Response, Trouble> {
    let items = house.db.read(read).await;
    items.map(whole).map_err(|error| our_fault(&error))
}

/// `GET /me`: whose token this is and what it may do.
pub async fn me(Extension(actor): Extension<Actor>) -> Response {
    let actions = Action::ALL.into_iter().filter(|action| actor.may(*action));
    let actions: Vec<String> = actions.map(Action::name).collect();
    Json(json!({
        "id": actor.id, "name": actor.name, "role": actor.role, "unit": actor.unit, "actions": actions,
    }))
    .into_response()
}

/// Everybody who can sign in, as they are chosen in a form of the desk.
pub async fn people(State(house): State<House>) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| {
        let all = colleagues(reader)?.into_iter();
        Ok(all
            .map(
                |one| json!({ "id": one.id, "name": one.name, "role": one.role, "unit": one.unit }),
            )
            .collect())
    };
    listed(&house, read).await
}

pub async fn all_units(State(house): State<House>) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| {
        let all = units(reader)?.into_iter();
        Ok(all
            .map(|unit| json!({ "id": unit.id, "name": unit.name }))
            .collect())
    };
    listed(&house, read).await
}

pub async fn categories(visit: Visit) -> Response {
    terms(&visit, List::Categories, "problem")
}

pub async fn remedies(visit: Visit) -> Response {
    terms(&visit, List::Remedies, "remedy")
}

/// In the organisation's order, retired ones too: earlier cases carry them.
fn terms(visit: &Visit, list: List, prefix: &str) -> Response {
    let t = visit.voice();
    let all = visit.organisation.terms.all(list).into_iter();
    let items = all.map(|term| {
        json!({ "code": term.code, "label": t.code(prefix, &term.code), "retired": term.retired })
    });
    whole(items.collect())
}

pub async fn ready_texts(State(house): State<House>) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| {
        let all = texts::records::all(reader)?.into_iter();
        Ok(all
            .map(|text| {
                let words = text.words.iter();
                let words: BTreeMap<&String, Value> = words
                    .map(|(tag, its)| (tag, json!({ "name": its.name, "body": its.body })))
                    .collect();
                json!({
                    "code": text.code, "version": text.version, "retired": text.retired, "words": words,
                })
            })
            .collect())
    };
    listed(&house, read).await
}

/// Own lists and shared ones; `query` is the query of the list it stands for.
pub async fn saved_views(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
) -> Result<Response, Trouble> {
    let read = move |reader: &mut Reader| {
        let all = views::records::shown(reader, actor.id)?.into_iter();
        Ok(all
            .map(|view| {
                json!({
                    "id": view.id, "name": view.name, "query": view.list,
                    "shared": view.shared, "own": view.owner == actor.id,
                })
            })
            .collect())
    };
    listed(&house, read).await
}

/// What this caller could do to the case now, and what has to come first.
pub async fn verbs(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Response, Trouble> {
    let inside = house.clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let Some(case) = visible(reader, &actor, &reference)? else {
            return Ok(None);
        };
        let (organisation, colleagues) = (organisation(reader)?, colleagues(reader)?);
        let (others, obstacles) = (BTreeMap::new(), obstacles(&inside, &case));
        let at = At {
            actor: &actor,
            now: inside.now(),
            organisation: &organisation,
            colleagues: &colleagues,
            files: &[],
            others: &others,
            obstacles: &obstacles,
            ids: [Id::SYSTEM; 4],
        };
        let all = inside.slices.iter().flat_map(|slice| slice.verbs);
        let mine = all.filter(|verb| permitted(&actor, verb.action, &case).is_ok());
        let found = mine.map(|verb| (*verb, (verb.ready)(&case, &at).err()));
        Ok(Some(found.collect::<Vec<_>>()))
    };
    let found = house
        .db
        .read(read)
        .await
        .map_err(|error| our_fault(&error))?;
    let t = visit.voice();
    let items = found
        .ok_or(Trouble::NotFound)?
        .into_iter()
        .map(|(verb, refusal)| {
            json!({
                "verb": verb.name,
                "label": t.code("verb", verb.name),
                "permission": verb.action,
                "ready": refusal.is_none(),
                "refusal": refusal.map(|refusal| said(&t, &refusal)),
            })
        });
    Ok(whole(items.collect()))
}

fn said(t: &Voice, refusal: &Refusal) -> Value {
    let message = Message {
        key: format!("refusal-{}", refusal.code),
        args: refusal.args.clone(),
    };
    json!({ "code": refusal.code, "detail": t.text(&message) })
}
