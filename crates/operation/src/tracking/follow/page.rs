//! What is looked at: how the complaint stands, the forms that have a page of
//! their own, and files. Leaves no evidence: nothing is changed here.

use super::{
    act::known_details,
    door::{is_https, opened},
    session, show,
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use redress_complaint::{House, door::our_fault};
use redress_kernel::{Id, fields::Fields};
use redress_store::{Error, Read};
use redress_web::{Trouble, Visit};

pub async fn status(State(house): State<House>, headers: HeaderMap, visit: Visit) -> Response {
    match opened(&house, &headers, &visit).await {
        Ok(case) => {
            let page = show::status(&house, &visit, &case, &show::Typed::default());
            // Each look is another half hour.
            let cookie = session::cookie(
                house.db.keys().code_key(),
                &case,
                house.now(),
                is_https(&house),
            );
            ([(header::SET_COOKIE, cookie)], page).into_response()
        }
        Err(elsewhere) => elsewhere,
    }
}

pub async fn ask_withdraw(
    State(house): State<House>,
    headers: HeaderMap,
    visit: Visit,
) -> Response {
    match opened(&house, &headers, &visit).await {
        Ok(case) => show::withdraw(&visit, &case, &Fields::default()).into_response(),
        Err(elsewhere) => elsewhere,
    }
}

pub async fn ask_details(State(house): State<House>, headers: HeaderMap, visit: Visit) -> Response {
    match opened(&house, &headers, &visit).await {
        Ok(case) => show::details(&visit, &case, &known_details(&case)).into_response(),
        Err(elsewhere) => elsewhere,
    }
}

/// A file of the complainant's own, or one that came with a letter to them;
/// what colleagues filed as evidence is not among them.
pub async fn file(
    State(house): State<House>,
    headers: HeaderMap,
    Path(file): Path<String>,
    visit: Visit,
) -> Response {
    let case = match opened(&house, &headers, &visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let wanted = file
        .parse::<Id>()
        .ok()
        .filter(|id| show::files(&case).iter().any(|its| its.id == *id));
    let Some(id) = wanted else {
        return Trouble::NotFound.into_response();
    };
    let bytes = house
        .db
        .read(move |reader| -> Result<_, Error> { reader.blob(id) })
        .await;
    match bytes {
        Ok(Some(bytes)) => download(bytes),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(error) => our_fault(&error).into_response(),
    }
}

/// Never shown inside our pages, whatever it calls itself.
fn download(bytes: Vec<u8>) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'"),
        ),
    ];
    (headers, bytes).into_response()
}
