//! The REST API on cases: the list, one case as JSON, the change feed. Creating
//! one is the `api` channel's; each verb has its own call behind the generic
//! door. Leaves no evidence: it reads.

mod around;
mod case_json;
mod feed;
mod lists;
mod search;

pub use case_json::{case_json, due_json, time};
pub use feed::readable;
pub(crate) use lists::wrong_parameter;

use crate::{
    House, Slice,
    desk::file,
    door::{our_fault, visible},
    identity::stands_in,
    routes::{Permit, Routes},
};
use axum::{
    Json,
    extract::{Extension, Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Actor};
use redress_store::Error;
use redress_web::{Trouble, Visit};

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
            "/api/v1/complaints/{reference}/verbs",
            Permit::May(Action::SeeCase),
            around::verbs,
        )
        .get(
            "/api/v1/complaints/{reference}/files/{file}",
            Permit::May(Action::SeeCase),
            file,
        )
        .get("/api/v1/me", Permit::SignedIn, around::me)
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

async fn one(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Response, Trouble> {
    let now = house.now();
    stands_in(&house, &actor, &reference, now)
        .await
        .map_err(|error| our_fault(&error))?;
    let found = house
        .db
        .read(move |reader| -> Result<_, Error> { visible(reader, &actor, &reference, now) })
        .await;
    let case = found
        .map_err(|error| our_fault(&error))?
        .ok_or(Trouble::NotFound)?;
    let etag = format!("\"{}\"", case.version);
    let zone = visit.organisation.zone();
    Ok(([(header::ETAG, etag)], Json(case_json(&case, &zone))).into_response())
}
