//! How every call is answered: read the body by its declaration, find, decide on the
//! newest state, record, show. A write that begins with an outdated version is refused
//! before anything is decided.

use super::{
    After, Ask, Call, Does, Done, Fault, Shown, Write,
    answer::{made, matches, told, trouble, unread, version},
    body,
    list::Paging,
    records,
};
use crate::{House, desk::Seat};
use axum::{
    RequestExt,
    extract::{FromRequest, RawPathParams, Request, State},
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse, Response},
};
use redress_kernel::{Actor, fields::Problem, words::Message};
use redress_store::{Error, Look, Reader, Tx};
use redress_web::{Sent, Trouble};
use serde_json::{Map, Value};

/// The longest idempotency key.
const KEY_MAX: usize = 255;

pub async fn served(
    call: &'static Call,
    State(house): State<House>,
    request: Request,
) -> Result<Response, Trouble> {
    let headers = request.headers().clone();
    let ask = asked(call, house, request).await?;
    if !ask.body.is_right() {
        return Ok(unread(call, &ask.body));
    }
    match call.does {
        Does::Show(shown) => read(shown, ask).await,
        Does::Make(write, shown) | Does::Act(write, shown) => {
            let key = idempotency_key(&headers)?;
            written(call, write, shown, ask, headers, key).await
        }
        Does::Change(write, shown) | Does::Replace(write, shown) | Does::Remove(write, shown) => {
            written(call, write, shown, ask, headers, None).await
        }
    }
}

async fn asked(call: &'static Call, house: House, mut request: Request) -> Result<Ask, Trouble> {
    // The permit put the person there; without one nobody comes this far.
    let actor = request.extensions().get::<Actor>().cloned();
    let actor = actor.ok_or(Trouble::SignInNeeded)?;
    let params = request.extract_parts::<RawPathParams>().await;
    let params = params.map_err(|_| Trouble::NotFound)?;
    let key = params.iter().next().map(|(_, key)| key.to_owned());
    let extensions = request.extensions().clone();
    let is_read = request.method() == Method::GET || request.method() == Method::HEAD;
    let sent = match is_read {
        true => Sent::from_request(without_body(request), &()).await?,
        false => Sent::from_request(request, &()).await?,
    };
    if sent.json.is_none() && (sent.fields.names().next().is_some() || !sent.files.is_empty()) {
        return Err(Trouble::MediaType);
    }
    let whole = !matches!(call.does, Does::Change(..));
    let body = body::read(&sent.json.unwrap_or_default(), &(call.takes)(), whole);
    let seat = Seat::new(house, actor, sent.visit);
    Ok(Ask::new(seat, key.unwrap_or_default(), body, extensions))
}

fn without_body(request: Request) -> Request {
    let (mut parts, _) = request.into_parts();
    parts.headers.remove(axum::http::header::CONTENT_TYPE);
    Request::from_parts(parts, axum::body::Body::empty())
}

async fn read(shown: Shown, ask: Ask) -> Result<Response, Trouble> {
    let paging = Paging::asked(&ask.visit)?;
    let seat = ask.seat.clone();
    let found = seat.look(move |reader: &mut Reader, _| {
        let mut look = Look::Page(reader);
        let value = shown(&mut look, &ask)?;
        value
            .map(|value| Ok((version_of(&mut look, shown, &ask, &value)?, value)))
            .transpose()
    });
    let (version, value) = found.await?.ok_or(Trouble::NotFound)?;
    let value = match &value {
        Value::Array(all) => paging.page(all),
        _ => value,
    };
    Ok(told(StatusCode::OK, version, value))
}

/// The version of what is there, the same for readers of every language.
fn version_of(look: &mut Look, shown: Shown, ask: &Ask, value: &Value) -> Result<String, Error> {
    let english = match ask.in_english() {
        Some(english) => shown(look, &english)?,
        None => None,
    };
    Ok(version(english.as_ref().unwrap_or(value)))
}

/// How a write ended, with the newest state.
struct Ended {
    ask: Ask,
    made: Option<String>,
    state: Option<(String, Value)>,
    more: Map<String, Value>,
    after: Option<After>,
}

async fn written(
    call: &'static Call,
    write: Write,
    shown: Shown,
    ask: Ask,
    headers: HeaderMap,
    key: Option<String>,
) -> Result<Response, Trouble> {
    let house = ask.house.clone();
    let ended = house
        .db
        .write(move |tx| carried_out(tx, call, (write, shown), ask, &headers, key))
        .await;
    match ended {
        Ok(ended) => answered(call, ended).await,
        Err(fault) => Ok(trouble(call, fault)),
    }
}

fn carried_out(
    tx: &mut Tx,
    call: &Call,
    (write, shown): (Write, Shown),
    mut ask: Ask,
    headers: &HeaderMap,
    key: Option<String>,
) -> Result<Ended, Fault> {
    let key = key.map(|key| records::key(&ask.actor, call.path, &ask.key, &key));
    if let Some(about) = before(tx, key.as_deref())? {
        ask.key = about;
        return ended(tx, call, shown, ask, Done::same());
    }
    // What is about to be made has no version yet.
    let is_new = matches!(call.does, Does::Make(..));
    if !is_new && headers.contains_key(axum::http::header::IF_MATCH) {
        not_overtaken(tx, shown, &ask, headers)?;
    }
    let done = write(tx, &ask)?;
    if let Some(name) = &done.made {
        ask.key.clone_from(name);
    }
    if let Some(key) = &key {
        records::remember(tx, key, &ask.key, ask.now)?;
    }
    ended(tx, call, shown, ask, done)
}

fn before(tx: &mut Tx, key: Option<&str>) -> Result<Option<String>, Error> {
    match key {
        Some(key) => records::carried_out(tx, key),
        None => Ok(None),
    }
}

fn not_overtaken(tx: &mut Tx, shown: Shown, ask: &Ask, headers: &HeaderMap) -> Result<(), Fault> {
    let mut look = Look::Write(tx);
    let value = shown(&mut look, ask)?.ok_or(Fault::Hidden)?;
    let now = version_of(&mut look, shown, ask, &value)?;
    match matches(headers, &now) {
        true => Ok(()),
        false => Err(Fault::Stale(now)),
    }
}

fn ended(tx: &mut Tx, call: &Call, shown: Shown, ask: Ask, done: Done) -> Result<Ended, Fault> {
    let mut look = Look::Write(tx);
    let state = match call.does {
        Does::Remove(..) => None,
        _ => {
            let value = shown(&mut look, &ask)?.ok_or(Fault::Hidden)?;
            Some((version_of(&mut look, shown, &ask, &value)?, value))
        }
    };
    Ok(Ended {
        ask,
        made: done.made,
        state,
        more: done.more,
        after: done.after,
    })
}

async fn answered(call: &'static Call, ended: Ended) -> Result<Response, Trouble> {
    let mut more = ended.more;
    if let Some(after) = ended.after {
        let waited = tokio::task::spawn_blocking(after).await;
        more.extend(waited.map_err(Trouble::internal)?);
    }
    let Some((version, value)) = ended.state else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let value = match value {
        Value::Object(mut members) => {
            members.extend(more);
            Value::Object(members)
        }
        Value::Array(all) => Paging::asked(&ended.ask.visit)?.page(&all),
        other => other,
    };
    match ended.made {
        Some(name) => Ok(made(call, &name, version, value)),
        None => Ok(told(StatusCode::OK, version, value)),
    }
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Trouble> {
    let Some(key) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    let key = key.to_str().unwrap_or_default();
    if key.is_empty() || key.len() > KEY_MAX {
        return Err(Trouble::Fields(vec![Problem {
            field: "Idempotency-Key".to_owned(),
            message: Message::new("problem-idempotency-key"),
        }]));
    }
    Ok(Some(key.to_owned()))
}
