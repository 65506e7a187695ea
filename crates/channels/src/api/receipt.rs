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
    record::{find, id_of, permitted},
};
use redress_kernel::{Action, Actor, Id};
use redress_store::{Error, Read, Reader};
use serde_json::{Value, json};

pub async fn receipt(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(reference): Path<String>,
) -> Response {
    let proof = house
        .db
        .read(move |reader| -> Result<Option<Value>, Error> {
            let Some(id) = id_of(reader, &reference)? else {
                return Ok(None);
            };
            let visible = find(reader, id)?
                .is_some_and(|case| permitted(&actor, Action::SeeCase, &case).is_ok());
            if visible { proof(reader, id) } else { Ok(None) }
        })
        .await;
    match proof {
        Ok(Some(proof)) => Json(proof).into_response(),
        Ok(None) => not_found(),
        Err(error) => fault(&error),
    }
}

fn proof(reader: &mut Reader, id: Id) -> Result<Option<Value>, Error> {
    let entries = reader.entries(id)?;
    let Some(first) = entries.first() else {
        return Ok(None);
    };
    let Some(proof) = reader.inclusion(first.seq)? else {
        return Ok(None);
    };
    Ok(Some(json!({
        "entry": first.seq,
        "recorded_at": first.recorded_at.to_string(),
        "leaf": proof.leaf,
        "size": proof.size,
        "proof": proof.hashes,
        "checkpoint": proof.checkpoint,
    })))
}
