//! The proof of receipt: leaf, inclusion proof and the signed checkpoint that
//! covers it, so that an outsider can check it without us.

use axum::{
    Json,
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use redress_complaint::{
    House,
    door::{our_fault, visible},
    proof::{ProofOfReceipt, of_receipt},
};
use redress_kernel::Actor;
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
                Some(case) => of_receipt(reader, case.id),
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
