//! The policy in force for everybody (4.4).

use super::{
    records::{current, find},
    version::Version,
};
use askama::Template;
use axum::extract::State;
use redress_complaint::House;
use redress_kernel::Lang;
use redress_store::{Error, Read, Reader};
use redress_web::{Html, Trouble, Visit, Voice};

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

pub(super) fn in_force(reader: &mut impl Read) -> Result<Option<Version>, Error> {
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
