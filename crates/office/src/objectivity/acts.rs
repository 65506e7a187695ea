//! Setting a head, holding a competence, ending one: inside the writer's transaction.
//! Evidence: one fact each, and the line of open cases that follows from it.

use super::{
    facts::{CompetenceEnded, CompetenceHeld, UnitHeadSet},
    records::{competences, heads},
};
use crate::{
    fault::Fault,
    roster::{members, units},
};
use jiff::civil::Date;
use redress_kernel::{By, Draft, Id, Refusal};
use redress_store::Tx;

/// None: nothing of this id. Nothing is recorded where nothing changes.
pub fn set_head(tx: &mut Tx, unit: Id, head: Option<Id>, by: &By) -> Result<Option<()>, Fault> {
    if !units(tx)?.iter().any(|its| its.id == unit) {
        return Ok(None);
    }
    let known = |id: Id, tx: &mut Tx| -> Result<bool, Fault> {
        let all = members(tx)?;
        Ok(all.iter().any(|one| one.id == id && one.active))
    };
    if let Some(id) = head
        && !known(id, tx)?
    {
        return Err(Refusal::new("colleague-unknown").at("unit-head").into());
    }
    if heads(tx)?.get(&unit).copied() != head {
        tx.record(Draft::of(unit, &UnitHeadSet { head }), by)?;
    }
    Ok(Some(()))
}

pub fn hold(
    tx: &mut Tx,
    person: Id,
    competence: &str,
    until: Option<Date>,
    by: &By,
) -> Result<(), Fault> {
    let competence = competence.trim();
    if competence.is_empty() {
        return Err(Refusal::new("competence-which").at("competence").into());
    }
    let known = members(tx)?
        .iter()
        .any(|one| one.id == person && one.active);
    if !known {
        return Err(Refusal::new("colleague-unknown").at("competent").into());
    }
    let held = CompetenceHeld {
        competence: competence.to_owned(),
        until,
    };
    tx.record(Draft::of(person, &held), by)?;
    Ok(())
}

/// False: this person does not hold it.
pub fn end(tx: &mut Tx, person: Id, competence: &str, by: &By) -> Result<bool, Fault> {
    let all = competences(tx)?;
    let held = all
        .iter()
        .any(|its| its.person == person && its.competence == competence);
    if held {
        let ended = CompetenceEnded {
            competence: competence.to_owned(),
        };
        tx.record(Draft::of(person, &ended), by)?;
    }
    Ok(held)
}
