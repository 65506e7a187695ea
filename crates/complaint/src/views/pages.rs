//! Saving, renaming, sharing and deleting views. A list's address is kept only as
//! far as the desk understands it: what is none is left out.

use super::{
    OWN_MAX,
    records::{self, View},
};
use crate::{House, desk::Seat, door::our_fault};
use askama::Template;
use axum::{
    extract::{Extension, Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{Actor, Id, fields::Fields};
use redress_store::{Error, Tx};
use redress_web::{Html, Sent, Trouble, Voice, form};

pub(super) const NAME_MAX: usize = 80;
pub(super) const LIST_MAX: usize = 1_000;

struct Line {
    id: Id,
    href: String,
    name: String,
    shared: bool,
}

#[derive(Template)]
#[template(path = "views/all.html")]
struct All<'a> {
    t: &'a Voice,
    hidden: Html,
    own: Vec<Line>,
    theirs: Vec<Line>,
    deleted: Option<Id>,
    name_max: usize,
    list: String,
    problem: bool,
}

pub async fn all(seat: Seat) -> Response {
    drawn(&seat, false, StatusCode::OK).await
}

async fn drawn(seat: &Seat, problem: bool, status: StatusCode) -> Response {
    let read = seat.look(|reader, seat| {
        let own = records::owned(reader, seat.actor.id)?;
        Ok((own, records::shown(reader, seat.actor.id)?))
    });
    let (own, shown) = match read.await {
        Ok(read) => read,
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let line = |view: View| Line {
        id: view.id,
        href: t.href(&format!("/desk?{}", view.list)),
        name: view.name,
        shared: view.shared,
    };
    let theirs = shown.into_iter().filter(|view| view.owner != seat.actor.id);
    let deleted = seat.visit.query("deleted").and_then(|id| id.parse().ok());
    let body = Html::from_template(&All {
        t,
        hidden: form::hidden(t),
        own: own.into_iter().map(line).collect(),
        theirs: theirs.map(line).collect(),
        deleted,
        name_max: NAME_MAX,
        list: t.href("/desk?queue=all"),
        problem,
    });
    match seat.board(&t.say("views"), body).await {
        Ok(html) => (status, html).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// The name as typed; None when there is none or too much of it.
fn named(fields: &Fields) -> Option<String> {
    let name = fields.text("name");
    let fits = !name.is_empty() && name.chars().count() <= NAME_MAX;
    fits.then_some(name)
}

pub async fn save(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let (Some(name), list) = (named(&sent.fields), sent.fields.text("list")) else {
        return drawn(&seat, true, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let view = View {
        id: seat.house.new_id(),
        owner: seat.actor.id,
        name,
        list: list.chars().take(LIST_MAX).collect(),
        shared: sent.fields.ticked("shared"),
    };
    let (to, now) = (format!("/desk?{}", view.list), seat.now);
    let kept = seat.house.db.write(move |tx| -> Result<bool, Error> {
        let many = records::owned(tx, view.owner)?.len() as i64 >= OWN_MAX;
        if !many {
            records::add(tx, &view, now)?;
        }
        Ok(!many)
    });
    match kept.await {
        Ok(true) => Redirect::to(&seat.t().href(&to)).into_response(),
        Ok(false) => drawn(&seat, true, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) => our_fault(&error).into_response(),
    }
}

pub async fn change(
    State(house): State<House>,
    Path(id): Path<String>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let Some(name) = named(&sent.fields) else {
        return drawn(&seat, true, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let shared = sent.fields.ticked("shared");
    with_own(&seat, &id, "/desk/views", move |tx, view| {
        records::change(
            tx,
            &View {
                name,
                shared,
                ..view
            },
        )
    })
    .await
}

pub async fn delete(seat: Seat, Path(id): Path<String>) -> Response {
    let now = seat.now;
    let to = format!("/desk/views?deleted={id}");
    with_own(&seat, &id, &to, move |tx, view| {
        records::delete(tx, view.owner, view.id, Some(now))
    })
    .await
}

pub async fn undo(seat: Seat, Path(id): Path<String>) -> Response {
    with_own(&seat, &id, "/desk/views", |tx, view| {
        records::delete(tx, view.owner, view.id, None)
    })
    .await
}

/// Does something to a view of this person; another's does not exist.
async fn with_own(
    seat: &Seat,
    id: &str,
    to: &str,
    act: impl FnOnce(&mut Tx, View) -> Result<bool, Error> + Send + 'static,
) -> Response {
    let Ok(id) = id.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let person = seat.actor.id;
    let done = seat.house.db.write(move |tx| -> Result<bool, Error> {
        match records::own(tx, person, id)? {
            Some(view) => act(tx, view),
            None => Ok(false),
        }
    });
    match done.await {
        Ok(true) => Redirect::to(&seat.t().href(to)).into_response(),
        Ok(false) => Trouble::NotFound.into_response(),
        Err(error) => our_fault(&error).into_response(),
    }
}
