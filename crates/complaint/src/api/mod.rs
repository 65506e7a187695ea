//! The REST API on cases: the list, one case as JSON, and problem documents.
//! Creating one is the `api` channel's; each verb has its own call behind the
//! generic door.

mod case_json;
mod feed;
mod lists;
mod search;

pub use case_json::{case_json, due_json, time};
pub use feed::readable;

use crate::{
    House, Slice,
    door::visible,
    routes::{Permit, Routes},
};
use axum::{
    Json,
    extract::{Extension, Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Actor};
use redress_store::Error;
use serde_json::{Value, json};

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    ..Slice::new("complaint.api", "")
};

fn pages(routes: Routes) -> Routes {
    routes
        .get(
            "/api/v1/complaints",
            Permit::May(Action::SeeCase),
            lists::list,
        )
        .get(
            "/api/v1/complaints/{reference}",
            Permit::May(Action::SeeCase),
            one,
        )
        .get(
            "/api/v1/journal",
            Permit::May(Action::SeeJournal),
            feed::journal,
        )
        .get(
            "/api/v1/journal/checkpoint",
            Permit::May(Action::SeeJournal),
            feed::checkpoint,
        )
}

/// RFC 9457. `code` names the kind of problem, stable for programs.
pub fn problem(status: StatusCode, code: &str, detail: &str, more: Value) -> Response {
    let mut body = json!({
        "type": format!("urn:redress:problem:{code}"),
        "title": code.replace('-', " "),
        "status": status.as_u16(),
        "detail": detail,
    });
    if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
        body.extend(more);
    }
    (
        status,
        [(header::CONTENT_TYPE, "application/problem+json")],
        body.to_string(),
    )
        .into_response()
}

pub fn not_found() -> Response {
    problem(
        StatusCode::NOT_FOUND,
        "not-found",
        "There is nothing here that you may see.",
        Value::Null,
    )
}

pub fn fault(error: &Error) -> Response {
    tracing::error!(%error, "an API call failed");
    let status = if error.is_unavailable() {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    problem(
        status,
        "our-fault",
        "This is our fault and nothing was recorded. Please send it again with the same Idempotency-Key.",
        Value::Null,
    )
}

async fn one(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(reference): Path<String>,
) -> Response {
    let found = house
        .db
        .read(move |reader| -> Result<_, Error> { visible(reader, &actor, &reference) })
        .await;
    match found {
        Ok(Some(case)) => {
            let etag = format!("\"{}\"", case.version);
            ([(header::ETAG, etag)], Json(case_json(&case))).into_response()
        }
        Ok(None) => not_found(),
        Err(error) => fault(&error),
    }
}
