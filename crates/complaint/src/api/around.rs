//! What a program needs to know before it can use a verb: who it is itself, and what
//! can be done to a case now. Leaves no evidence: it reads.

use crate::{
    House,
    at::{At, NO_COMPETENCES},
    door::{our_fault, visible},
    house::{colleagues, organisation},
    record::{obstacles, permitted},
};
use axum::{
    Json,
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Actor, Id, Refusal, words::Message};
use redress_store::{Error, Reader};
use redress_web::{Trouble, Visit, Voice};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Everything at once: each of these lists has a limit of its own below this one.
fn whole(items: Vec<Value>) -> Response {
    Json(json!({ "items": items, "next": null })).into_response()
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

/// What this caller could do to the case now, and what has to come first.
pub async fn verbs(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Response, Trouble> {
    let inside = house.clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let Some(case) = visible(reader, &actor, &reference, inside.now())? else {
            return Ok(None);
        };
        let (organisation, colleagues) = (organisation(reader)?, colleagues(reader)?);
        let (others, obstacles) = (BTreeMap::new(), obstacles(&inside, &case));
        let at = At {
            actor: &actor,
            now: inside.now(),
            organisation: &organisation,
            colleagues: &colleagues,
            competences: &NO_COMPETENCES,
            files: &[],
            others: &others,
            obstacles: &obstacles,
            ids: [Id::SYSTEM; 4],
        };
        let all = inside.slices.iter().flat_map(|slice| slice.verbs);
        let mine = all.filter(|verb| permitted(&actor, verb.action, &case).is_ok());
        let found = mine.map(|verb| (*verb, verb.open_now(&case, &at).err()));
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
