//! What is looked at: how the complaint stands, the forms that have a page of
//! their own, and files. Leaves no evidence: nothing is changed here.

use super::{
    act::known_details,
    door::{is_https, opened},
    looks::looks,
    session, show,
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use redress_complaint::{
    Complaint, House,
    desk::{download_of, proof_file, receipt_file},
    door::our_fault,
    proof::{ProofOfReceipt, of_receipt},
};
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

/// Who looked at the name, at the complainant's own request.
pub async fn looked(State(house): State<House>, headers: HeaderMap, visit: Visit) -> Response {
    match opened(&house, &headers, &visit).await {
        Ok(case) => looks(&visit, &case).into_response(),
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
    let files = show::files(&case);
    let wanted = file.parse::<Id>().ok();
    let Some(wanted) = files.iter().find(|its| Some(its.id) == wanted) else {
        return Trouble::NotFound.into_response();
    };
    let (id, name) = (wanted.id, wanted.name.clone());
    let bytes = house
        .db
        .read(move |reader| -> Result<_, Error> { reader.blob(id) })
        .await;
    match bytes {
        // Never shown inside our pages, whatever it calls itself.
        Ok(Some(bytes)) => download_of(&name, "application/octet-stream", bytes),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(error) => our_fault(&error).into_response(),
    }
}

/// The receipt to keep: small, for anybody's eyes, checked by anybody.
pub async fn receipt(State(house): State<House>, headers: HeaderMap, visit: Visit) -> Response {
    let keys = house.db.keys().verifiers();
    match proved(&house, &headers, &visit).await {
        Ok((case, proof)) => receipt_file(&case.reference, proof.text(&keys)),
        Err(elsewhere) => elsewhere,
    }
}

/// The same with what was told and what opens the commitments to it: this file is the
/// complainant's own, and shows word for word what we received.
pub async fn opened_receipt(
    State(house): State<House>,
    headers: HeaderMap,
    visit: Visit,
) -> Response {
    let keys = house.db.keys().verifiers();
    match proved(&house, &headers, &visit).await {
        Ok((case, proof)) => proof_file(&case.reference, &proof.json(&keys)),
        Err(elsewhere) => elsewhere,
    }
}

async fn proved(
    house: &House,
    headers: &HeaderMap,
    visit: &Visit,
) -> Result<(Complaint, ProofOfReceipt), Response> {
    let case = opened(house, headers, visit).await?;
    let id = case.id;
    let proof = house.db.read(move |reader| of_receipt(reader, id)).await;
    match proof {
        Ok(Some(proof)) => Ok((case, proof)),
        Ok(None) => Err(Trouble::NotFound.into_response()),
        Err(error) => Err(our_fault(&error).into_response()),
    }
}
