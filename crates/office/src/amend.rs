//! A change of the organisation: decided on what holds at this moment (another page
//! may have changed the rest), recorded whole as one fact; nothing when nothing changes.

use crate::{facts::OrganisationSet, fault::Fault};
use redress_complaint::{House, house::organisation};
use redress_kernel::{Actor, By, Draft, Id, Organisation, Refusal};
use redress_store::Tx;

/// Who acts now, for the record.
pub fn by(house: &House, actor: &Actor) -> By {
    By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    }
}

pub async fn amend(
    house: &House,
    actor: &Actor,
    change: impl FnOnce(Organisation) -> Result<Organisation, Refusal> + Send + 'static,
) -> Result<(), Fault> {
    let by = by(house, actor);
    house
        .db
        .write(move |tx: &mut Tx| amended(tx, change, &by))
        .await
}

/// The same inside a write that does more.
pub fn amended(
    tx: &mut Tx,
    change: impl FnOnce(Organisation) -> Result<Organisation, Refusal>,
    by: &By,
) -> Result<(), Fault> {
    let before = organisation(tx)?;
    let after = change(before.clone())?;
    if after != before {
        let set = OrganisationSet {
            organisation: after,
        };
        tx.record(Draft::of(Id::ORGANISATION, &set), by)?;
    }
    Ok(())
}
