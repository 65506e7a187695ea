//! Recovery codes: made with the first second factor and anew on demand; shown once.

use super::page::{own, page};
use crate::{
    amend::by,
    factor_records::keep_recovery_codes,
    facts::RecoveryCodesMade,
    fault::ours,
    recovery_codes::{HOW_MANY, made},
};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::{Actor, By, Draft, Id, Refusal, fields::Fields};
use redress_store::{Error, Tx};
use redress_web::{Trouble, Visit};

/// Drawn before the write: chance is no matter of a transaction.
pub(super) fn drawn(house: &House) -> Vec<String> {
    (0..HOW_MANY).map(|_| made((house.random)())).collect()
}

pub(super) fn keep(tx: &mut Tx, person: Id, codes: &[String], by: &By) -> Result<(), Error> {
    keep_recovery_codes(tx, person, codes)?;
    tx.record(Draft::of(person, &RecoveryCodesMade {}), by)
        .map(|_| ())
}

pub async fn renew(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    if !own(&house, &actor).await?.ways.second() {
        return Err(Refusal::new("no-factor").into());
    }
    let (codes, by, person) = (drawn(&house), by(&house, &actor), actor.id);
    let kept = codes.clone();
    let write = move |tx: &mut Tx| keep(tx, person, &kept, &by);
    house.db.write(write).await.map_err(ours)?;
    page(&house, &actor, &visit, &Fields::default(), &codes).await
}
