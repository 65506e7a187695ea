//! Setting an objective and giving it up, inside the writer's transaction: what the
//! pages do, whoever stands behind them. Evidence: one fact each.

use super::{
    goal::{RETIRING, set as decided, setting},
    records::find,
};
use redress_complaint::{
    chapter::{Acting, Fault, colleagues_who_may},
    house::units,
};
use redress_kernel::{
    Action, Id,
    fields::{Field, Fields},
};
use redress_store::Tx;

/// Who may do either.
pub const ACTION: Action = Action::SetObjective;

/// What is typed to set one.
pub fn to_set() -> Vec<Field> {
    setting().to_vec()
}

/// What is typed to give one up.
pub const fn to_retire() -> &'static [Field] {
    RETIRING
}

pub fn set(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Id, Fault> {
    let id = tx.new_id(acting.now);
    let may = colleagues_who_may(tx, Action::SeeSystem)?;
    let owners: Vec<Id> = may.iter().map(|one| one.0).collect();
    let units: Vec<Id> = units(tx)?.iter().map(|unit| unit.id).collect();
    let draft = decided(id, fields, &owners, &units, acting.today())?;
    tx.record(draft, &acting.by())?;
    Ok(id)
}

pub fn retire(tx: &mut Tx, id: Id, fields: &Fields, acting: &Acting) -> Result<(), Fault> {
    let objective = find(tx, id)?.ok_or(Fault::Hidden)?;
    tx.record(objective.retired(fields)?, &acting.by())?;
    Ok(())
}
