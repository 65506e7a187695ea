//! The proof of receipt: leaf, inclusion proof and the signed checkpoint that
//! covers it, so that an outsider can check it without us.

use axum::{
    Json,
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use redress_complaint::{
    House,
    api::{fault, not_found},
    door::visible,
    proof::{ProofOfReceipt, of_receipt},
};
use redress_kernel::Actor;
use redress_store::Error;

pub async fn receipt(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(reference): Path<String>,
) -> Response {
    let proof = house
        .db
        .read(move |reader| -> Result<Option<ProofOfReceipt>, Error> {
            match visible(reader, &actor, &reference)? {
                Some(case) => of_receipt(reader, case.id),
                None => Ok(None),
            }
        })
        .await;
    match proof {
        Ok(Some(proof)) => Json(proof.json()).into_response(),
        Ok(None) => not_found(),
        Err(error) => fault(&error),
    }
}
