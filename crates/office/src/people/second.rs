//! Another role or unit for oneself: asked for by the person, agreed by another who
//! manages people (5.4). Nobody raises themselves.

use super::{acts::Typed, decide::change_role};
use crate::{
    fault::Fault,
    roster::{ROLES, members},
};
use redress_complaint::{
    House,
    chapter::{self, Acting},
    second::{Request, SecondAct, Wish, ask},
};
use redress_kernel::{
    Action, Draft, Id, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};
use redress_store::Tx;

/// Kind `Colleague` draws a list of ids: here the units.
pub const FORM: &[Field] = &[
    Field::new("role", Kind::Choice("role", ROLES)).required(),
    Field::new("unit", Kind::Colleague).hinted(),
    Field::new("second-reason", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
];

pub const OWN_ROLE: SecondAct = SecondAct {
    name: "own-role",
    decides: Action::ManagePeople,
    done: granted,
};

pub fn asked(tx: &mut Tx, mut fields: Fields, acting: &Acting) -> Result<Id, chapter::Fault> {
    let reason = fields.take("second-reason").join("");
    let person = acting.actor.id;
    // Refused now what would be refused then: the last administrator, nothing new.
    let draft = drafted(tx, person, Id::SYSTEM, &fields)?;
    if draft.is_none() {
        return Err(Refusal::new("own-role-same").at("role").into());
    }
    let wish = Wish {
        complaint: None,
        reason,
        typed: fields,
    };
    ask(tx, &OWN_ROLE, &wish, acting)
}

fn granted(
    tx: &mut Tx,
    _: &House,
    request: &Request,
    acting: &Acting,
) -> Result<(), chapter::Fault> {
    let person = request.asked_by;
    if let Some(draft) = drafted(tx, person, acting.actor.id, &request.typed)? {
        tx.record(draft, &acting.by())?;
    }
    Ok(())
}

/// None: they have that role in that unit already.
fn drafted(tx: &mut Tx, person: Id, by: Id, fields: &Fields) -> Result<Option<Draft>, Fault> {
    let typed = Typed::from(fields);
    let unit = typed.unit(tx)?;
    let roster = members(tx)?;
    let gone = || Refusal::new("inactive-already");
    let mut active = roster.iter().filter(|one| one.active);
    let member = active.find(|one| one.id == person).ok_or_else(gone)?;
    let granted = change_role(member, typed.role, unit, by, &roster)?;
    Ok(granted.map(|granted| Draft::of(person, &granted)))
}
