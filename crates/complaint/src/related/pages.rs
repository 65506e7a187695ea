//! Suggestions as a list: on a page of their own at the case, where each can be
//! linked with one button, and as a fragment for the form of a call.

use super::{Known, Suggested, suggest};
use crate::{House, desk::Seat, door::visible, identity::who, inbox::InboxRow, record::find};
use askama::Template;
use axum::{
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Actor, Lang};
use redress_web::{Html, Sent, Trouble, Voice, form};

struct Suggestion {
    href: String,
    plain: String,
    reference: Html,
    who: Html,
    about: Html,
    received: Html,
    stage: String,
    why: String,
}

#[derive(Template)]
#[template(path = "related/list.html")]
struct List<'a> {
    t: &'a Voice,
    /// Where a suggestion is linked, when there is a case to link it to.
    link: Option<String>,
    hidden: Html,
    found: Vec<Suggestion>,
}

/// The list itself; empty when there is nothing, and it says so.
pub fn list(t: &Voice, found: Vec<Suggested>, link: Option<String>) -> Html {
    let found = found.into_iter().map(|(why, row)| drawn(t, why, &row));
    Html::from_template(&List {
        t,
        link,
        hidden: form::hidden(t),
        found: found.collect(),
    })
}

fn drawn(t: &Voice, why: &str, row: &InboxRow) -> Suggestion {
    let lang = Lang::from_tag(&row.language).unwrap_or_default();
    Suggestion {
        href: t.href(&format!("/desk/{}", row.reference)),
        plain: row.reference.clone(),
        reference: t.reference(&row.reference),
        who: who(t, row),
        about: t.in_lang(&row.subject, lang),
        received: t.day(row.received_at),
        stage: t.code("stage", &row.stage),
        why: t.code("related-same", why),
    }
}

/// What is typed into the form of a call so far; nothing of it is kept or logged.
pub async fn fragment(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let known = Known::typed(&sent.fields);
    let read = seat.look(move |reader, seat| suggest(reader, &seat.actor, &known, seat.now));
    match read.await {
        Ok(found) => list(seat.t(), found, None).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

#[derive(Template)]
#[template(path = "related/page.html")]
struct Page<'a> {
    t: &'a Voice,
    reference: Html,
    back: String,
    list: Html,
}

pub async fn page(seat: Seat, Path(reference): Path<String>) -> Response {
    let read = seat.look(move |reader, seat| {
        let Some(case) = visible(reader, &seat.actor, &reference, seat.now)? else {
            return Ok(None);
        };
        // The same address is the same address, whoever may read it.
        let itself = find(reader, case.id)?.unwrap_or_default();
        let mut found = suggest(reader, &seat.actor, &Known::of(&itself), seat.now)?;
        found.retain(|(_, row)| case.links.iter().all(|link| link.to != row.id));
        Ok(Some((case, found)))
    });
    let (case, found) = match read.await {
        Ok(Some(read)) => read,
        Ok(None) => return Trouble::NotFound.into_response(),
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let may_link = seat.may(Action::Link) && case.is_open();
    let link = may_link.then(|| format!("/desk/{}/link", case.reference));
    let body = Html::from_template(&Page {
        t,
        reference: t.reference(&case.reference),
        back: t.href(&format!("/desk/{}", case.reference)),
        list: list(t, found, link),
    });
    match seat.board(&t.say("related-title"), body).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}
