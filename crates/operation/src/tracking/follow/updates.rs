//! The page behind the link in each progress update: looking changes nothing, however
//! many machines follow the link; its button does, and so does one click in a mail
//! program (RFC 8058), which sends no cookie and follows no redirect. It says which
//! complaint and nothing else about it. Evidence: `updates-by-mail`.

use super::{act::choose, choice};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    Complaint, House,
    door::our_fault,
    record::{self, Fault},
    telling::stopping,
};
use redress_kernel::{Id, fields::Fields};
use redress_store::Error;
use redress_web::{Sent, Trouble, Visit};

pub async fn ask(State(house): State<House>, Path(token): Path<String>, visit: Visit) -> Response {
    page(&house, &visit, &token).await
}

pub async fn choose_by_link(
    State(house): State<House>,
    Path(token): Path<String>,
    sent: Sent,
) -> Response {
    let Some(id) = stopping::named(house.db.keys().code_key(), &token) else {
        return Trouble::NotFound.into_response();
    };
    let Some((wanted, through)) = said(&sent.fields) else {
        let again = page(&house, &sent.visit, &token).await;
        return (StatusCode::UNPROCESSABLE_ENTITY, again).into_response();
    };
    let now = house.now();
    let done = house.db.write(move |tx| -> Result<(), Fault> {
        let case = record::find(tx, id)?.ok_or(Fault::Hidden)?;
        choose(tx, &case, wanted, through, now)
    });
    match done.await {
        Ok(()) if through == "one-click" => page(&house, &sent.visit, &token).await,
        Ok(()) => {
            let here = format!("/updates/{token}");
            Redirect::to(&sent.visit.voice().href(&here)).into_response()
        }
        Err(Fault::Store(error)) => our_fault(&error).into_response(),
        Err(_) => Trouble::NotFound.into_response(),
    }
}

/// Wanted or not, and by which of the two ways.
fn said(typed: &Fields) -> Option<(bool, &'static str)> {
    let one_click = typed.typed("List-Unsubscribe") == "One-Click";
    match typed.typed("updates") {
        "stop" => Some((false, "link")),
        "again" => Some((true, "link")),
        _ if one_click => Some((false, "one-click")),
        _ => None,
    }
}

async fn page(house: &House, visit: &Visit, token: &str) -> Response {
    let named = stopping::named(house.db.keys().code_key(), token);
    match case_of(house, named).await {
        Ok(Some(case)) => choice::page(visit, &case, token).into_response(),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

async fn case_of(house: &House, id: Option<Id>) -> Result<Option<Complaint>, Trouble> {
    let Some(id) = id else { return Ok(None) };
    let found = house
        .db
        .read(move |reader| -> Result<_, Error> { record::find(reader, id) });
    found.await.map_err(|error| our_fault(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(pairs: &[(&str, &str)]) -> Option<(bool, &'static str)> {
        let pairs = pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        said(&Fields::from_pairs(pairs))
    }

    #[test]
    fn a_mail_program_says_one_thing_and_a_person_either() {
        let one_click = ("List-Unsubscribe", "One-Click");
        assert_eq!(heard(&[one_click]), Some((false, "one-click")));
        assert_eq!(heard(&[("updates", "again")]), Some((true, "link")));
        assert_eq!(heard(&[("updates", "stop")]), Some((false, "link")));
        assert_eq!(heard(&[]), None, "an empty post is nobody's wish");
    }
}
