//! That a case was taken along, written before it is: what follows is read with this
//! fact in it.

use super::Wanted;
use crate::{
    door::visible,
    facts::CaseExported,
    record::{Fault, permitted},
};
use redress_kernel::{Action, Actor, By, Draft, Id};
use redress_store::{Error, Tx};

/// By the command line, which whoever holds the key file uses.
pub fn exported(
    tx: &mut Tx,
    complaint: Id,
    wanted: Wanted,
    through: &str,
    by: &By,
) -> Result<(), Error> {
    let fact = CaseExported {
        language: wanted.language,
        through: through.to_owned(),
        opened: wanted.opened,
    };
    tx.record(Draft::of(complaint, &fact), by).map(|_| ())
}

/// At the desk: by somebody who may see the case and the journal, asked again now.
pub(super) fn taken_along(
    tx: &mut Tx,
    actor: &Actor,
    reference: &str,
    wanted: Wanted,
    by: &By,
) -> Result<(), Fault> {
    let case = visible(tx, actor, reference, by.at)?.ok_or(Fault::Hidden)?;
    permitted(actor, Action::SeeJournal, &case)?;
    Ok(exported(tx, case.id, wanted.of(&case), "desk", by)?)
}
