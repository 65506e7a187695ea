//! The policy in force for everybody (4.4), and for programs.

use super::{
    records::{current, find},
    version::Version,
};
use askama::Template;
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use redress_complaint::{House, desk::Seat};
use redress_kernel::Lang;
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Visit, Voice};
use serde_json::json;

#[derive(Template)]
#[template(path = "policy/public.html")]
struct Page<'a> {
    t: &'a Voice,
    version: &'a Version,
    lang: Lang,
    text: &'a str,
    /// There is none in the reader's language.
    other: bool,
    since: Option<Html>,
}

pub(super) fn in_force(reader: &mut Reader) -> Result<Option<Version>, Error> {
    match current(reader)? {
        Some(id) => find(reader, id),
        None => Ok(None),
    }
}

pub async fn page(State(house): State<House>, visit: Visit) -> Result<Html, Trouble> {
    let t = visit.voice();
    let read = |reader: &mut Reader| in_force(reader);
    let version = house.db.read(read).await.map_err(Trouble::internal)?;
    let version = version.ok_or(Trouble::NotFound)?;
    let (lang, text) = version.text(t.lang()).ok_or(Trouble::NotFound)?;
    let body = Html::from_template(&Page {
        t: &t,
        lang,
        text,
        other: lang != t.lang(),
        since: version.published_at.map(|at| t.long(t.format.day(at))),
        version: &version,
    });
    Ok(visit.page().public(&t.say("policy-complaints"), body))
}

/// `GET /api/v1/policy`: the version in force, whole.
pub async fn api(seat: Seat) -> Result<Response, Trouble> {
    let version = seat.look(|reader, _| in_force(reader)).await?;
    let version = version.ok_or(Trouble::NotFound)?;
    let answer = json!({
        "number": version.number, "texts": version.texts, "review_on": version.review_on.to_string(),
        "published_at": version.published_at.map(|at| at.to_string()),
    });
    Ok(Json(answer).into_response())
}
