//! What can be done about people, inside the writer's transaction: what the pages do
//! and what programs do, whoever stands behind them. Evidence: one fact each.

use super::decide::{deactivate, reactivate};
use crate::{
    account_mail::{What, tell, tell_former_address},
    facts::{PersonName, PersonRenamed},
    fault::Fault,
    joining::{self, NewPerson, add_person_as},
    roster::{Member, members},
};
use redress_complaint::house::unit_named;
use redress_kernel::{By, Draft, Id, Lang, Refusal, Role, fields::Fields};
use redress_store::Tx;

/// Somebody as they were typed in.
pub struct Typed {
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The unit by its identifier or its name; empty: the whole organisation.
    unit: String,
    pub language: Option<Lang>,
}

impl From<&Fields> for Typed {
    fn from(fields: &Fields) -> Typed {
        Typed {
            name: fields.text("name"),
            email: fields.text("email"),
            role: Role::from_name(fields.typed("role")).unwrap_or(Role::Auditor),
            unit: fields.text("unit"),
            language: Lang::from_tag(fields.typed("language")),
        }
    }
}

impl Typed {
    pub(super) fn unit(&self, tx: &mut Tx) -> Result<Option<Id>, Fault> {
        if self.unit.is_empty() {
            return Ok(None);
        }
        let unknown = Refusal::new("unit-unknown").at("unit");
        Ok(Some(unit_named(tx, &self.unit)?.ok_or(unknown)?))
    }
}

/// They can sign in once they have set a password: whoever adds them invites them.
pub fn add(tx: &mut Tx, person: Id, typed: &Typed, by: &By) -> Result<(), Fault> {
    let new = newcomer(tx, typed)?;
    add_person_as(tx, person, &new, by)
}

/// Refused as it would be when they are added.
pub fn can_be_added(tx: &mut Tx, typed: &Typed) -> Result<(), Fault> {
    let new = newcomer(tx, typed)?;
    joining::add(&new, &members(tx)?)?;
    Ok(())
}

fn newcomer(tx: &mut Tx, typed: &Typed) -> Result<NewPerson, Fault> {
    Ok(NewPerson {
        name: typed.name.clone(),
        email: typed.email.clone(),
        role: typed.role,
        unit: typed.unit(tx)?,
        language: typed.language,
    })
}

/// Name and address as they are from now on; both addresses are told of a new one.
pub fn renamed(
    tx: &mut Tx,
    member: &Member,
    name: Option<PersonName>,
    by: &By,
) -> Result<(), Fault> {
    let Some(name) = name else { return Ok(()) };
    tx.record(Draft::with(member.id, &PersonRenamed {}, &name), by)?;
    if name.email != member.email {
        tell_former_address(tx, member.id, &member.email, by.at)?;
        tell(tx, member.id, What::Email, by.at)?;
    }
    Ok(())
}

pub fn deactivation(tx: &mut Tx, person: Id, by: &By) -> Result<bool, Fault> {
    let roster = members(tx)?;
    let Some(member) = roster.iter().find(|one| one.id == person) else {
        return Ok(false);
    };
    let fact = deactivate(member, by.actor, &roster)?;
    tx.record(Draft::of(person, &fact), by)?;
    Ok(true)
}

pub fn reactivation(tx: &mut Tx, person: Id, by: &By) -> Result<bool, Fault> {
    let roster = members(tx)?;
    let Some(member) = roster.iter().find(|one| one.id == person) else {
        return Ok(false);
    };
    tx.record(Draft::of(person, &reactivate(member)?), by)?;
    Ok(true)
}
