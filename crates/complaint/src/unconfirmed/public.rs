//! The page behind the letter's link: looking changes nothing, however many machines
//! follow the link; its button confirms. It says which complaint and nothing else about
//! it. Evidence: `confirmed`.

use super::{decide, link};
use crate::{
    Complaint, House,
    door::our_fault,
    record::{self, Fault},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{By, Draft, Id};
use redress_store::Error;
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

#[derive(Template)]
#[template(path = "unconfirmed/public.html")]
struct Page<'a> {
    t: &'a Voice,
    hidden: Html,
    reference: Html,
    waits: bool,
    dismissed: bool,
    action: String,
}

pub async fn ask(State(house): State<House>, Path(token): Path<String>, visit: Visit) -> Response {
    let named = link::named(house.db.keys().code_key(), &token);
    match case_of(&house, named).await {
        Ok(Some(case)) => page(&visit, &case, &token).into_response(),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

pub async fn confirm(
    State(house): State<House>,
    Path(token): Path<String>,
    sent: Sent,
) -> Response {
    let Some(id) = link::named(house.db.keys().code_key(), &token) else {
        return Trouble::NotFound.into_response();
    };
    let by = By::complainant(house.now());
    let done = house.db.write(move |tx| -> Result<(), Fault> {
        let case = record::find(tx, id)?.ok_or(Fault::Hidden)?;
        // What a colleague decided is not taken back by a link; what was confirmed is.
        if case.is_unconfirmed() && case.is_open() {
            tx.record(Draft::of(id, &decide::confirmed("link")), &by)?;
        }
        Ok(())
    });
    match done.await {
        Ok(()) => {
            let here = format!("/confirm/{token}");
            Redirect::to(&sent.visit.voice().href(&here)).into_response()
        }
        Err(Fault::Store(error)) => our_fault(&error).into_response(),
        Err(_) => Trouble::NotFound.into_response(),
    }
}

fn page(visit: &Visit, case: &Complaint, token: &str) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&Page {
        t: &t,
        hidden: form::hidden(&t),
        reference: t.reference(&case.reference),
        waits: case.is_unconfirmed() && case.is_open(),
        dismissed: case.is_unconfirmed() && !case.is_open(),
        action: t.href(&format!("/confirm/{token}")),
    });
    visit.page().public(&t.say("confirm-title"), body)
}

async fn case_of(house: &House, id: Option<Id>) -> Result<Option<Complaint>, Trouble> {
    let Some(id) = id else { return Ok(None) };
    let found = house
        .db
        .read(move |reader| -> Result<_, Error> { record::find(reader, id) });
    found.await.map_err(|error| our_fault(&error))
}
