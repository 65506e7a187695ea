//! The proof of receipt: leaf, inclusion proof and the signed checkpoint that
//! covers it, so that an outsider can check it without us. What opens the part that says
//! who complained and about what goes only to whoever may know both.

use axum::{
    Json,
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use redress_complaint::{
    Complaint, House,
    door::{our_fault, visible},
    proof::{ProofOfReceipt, of_receipt},
};
use redress_kernel::{Actor, person::Sight};
use redress_store::Error;
use redress_web::Trouble;

pub async fn receipt(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(reference): Path<String>,
) -> Result<Response, Trouble> {
    let (keys, now) = (house.db.keys().verifiers(), house.now());
    let proof = house
        .db
        .read(move |reader| -> Result<Option<ProofOfReceipt>, Error> {
            match visible(reader, &actor, &reference, now)? {
                Some(case) => Ok(of_receipt(reader, case.id)?.map(|it| seen_of(&case, it))),
                None => Ok(None),
            }
        })
        .await;
    match proof {
        Ok(Some(proof)) => Ok(Json(proof.json(&keys)).into_response()),
        Ok(None) => Err(Trouble::NotFound),
        Err(error) => Err(our_fault(&error)),
    }
}

/// Name, address and story are one part, committed to as one: it is opened whole or not.
fn seen_of(case: &Complaint, mut receipt: ProofOfReceipt) -> ProofOfReceipt {
    let knows = |sight: &Sight| sight.identity && sight.contact && sight.texts;
    if !case.seen_with.as_ref().is_some_and(knows) {
        receipt.proof.personal = None;
    }
    receipt
}
