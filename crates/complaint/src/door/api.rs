//! `POST /api/v1/complaints/{reference}/{verb}`: the same verbs for programs.
//! 200 with the case, 422 with an error for each field or the refusal, 409 when
//! the case moved on since the version of `If-Match`, 404 for all that is hidden.

use super::{Knock, done, our_fault};
use crate::{
    House,
    api::case_json,
    record::{Fault, permitted},
};
use axum::{
    Json,
    extract::{Extension, Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Actor, fields::Problem};
use redress_web::{Sent, Trouble};

pub async fn called(
    State(house): State<House>,
    Path((reference, verb)): Path<(String, String)>,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    sent: Sent,
) -> Response {
    let zone = sent.visit.organisation.zone();
    let mut knock = match Knock::new(&house, reference, &verb, actor, sent) {
        Ok(knock) => knock,
        Err(trouble) => return trouble.into_response(),
    };
    knock.seen = if_match(&headers).or(knock.seen);
    knock.request = idempotency_key(&headers).or(knock.request);
    let who = knock.actor.clone();
    match done(&house, knock).await {
        // It is done, and the case is no longer for their eyes.
        Ok(done) if permitted(&who, Action::SeeCase, &done.case).is_err() => {
            StatusCode::NO_CONTENT.into_response()
        }
        Ok(done) => {
            let etag = format!("\"{}\"", done.case.version);
            ([(header::ETAG, etag)], Json(case_json(&done.case, &zone))).into_response()
        }
        Err(fault) => trouble(fault),
    }
}

fn trouble(fault: Fault) -> Response {
    match fault {
        Fault::Hidden => Trouble::NotFound.into_response(),
        Fault::Denied(_) => Trouble::Forbidden(None).into_response(),
        Fault::Refused(refusal, _) if refusal.field.is_some() => {
            Trouble::Fields(vec![Problem::from(refusal)]).into_response()
        }
        Fault::Refused(refusal, _) => Trouble::Refused(refusal).into_response(),
        Fault::Invalid(fields) => Trouble::fields(&fields).into_response(),
        Fault::Changed { case, .. } => {
            let etag = format!("\"{}\"", case.version);
            ([(header::ETAG, etag)], Trouble::Conflict).into_response()
        }
        Fault::Store(error) => our_fault(&error).into_response(),
    }
}

/// The version in `If-Match: "17"`; `*` and foreign tags ask for nothing.
fn if_match(headers: &HeaderMap) -> Option<i64> {
    let tag = headers.get(header::IF_MATCH)?.to_str().ok()?;
    tag.trim()
        .trim_start_matches("W/")
        .trim_matches('"')
        .parse()
        .ok()
}

fn idempotency_key(headers: &HeaderMap) -> Option<String> {
    let key = headers.get("idempotency-key")?.to_str().ok()?.trim();
    Some(key.to_owned()).filter(|key| !key.is_empty())
}
