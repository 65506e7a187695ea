//! Who lets somebody in, or gives them more than they had, does not do it alone (5.4):
//! another administrator or the representative agrees, and never the person themselves.
//! Where there is nobody else it is done, and noted as decided by one. What takes rights
//! away waits for nobody. Another role for oneself is always asked for.

use super::pages::NEW;
use super::{
    acts::{self, Typed},
    decide::{change_role, opens_more, rename},
};
use crate::{
    fault::Fault,
    roster::{ROLES, members},
};
use redress_complaint::{
    House,
    chapter::{self, Acting},
    second::{REASON, Request, SecondAct, Wish, ask, ask_unless_alone},
};
use redress_kernel::{
    Action, Draft, Id, Refusal,
    fields::{Field, Fields, Kind},
};
use redress_store::Tx;

/// Kind `Colleague` draws a list of ids: here the units.
pub const FORM: &[Field] = &[
    Field::new("role", Kind::Choice("role", ROLES)).required(),
    Field::new("unit", Kind::Colleague).hinted(),
    REASON.required(),
];

pub const OWN_ROLE: SecondAct = SecondAct {
    name: "own-role",
    decides: Action::ApproveAccess,
    form: FORM,
    done: granted,
};
pub const NEWCOMER: SecondAct = SecondAct {
    name: "newcomer",
    decides: Action::ApproveAccess,
    form: NEW,
    done: let_in,
};
pub const ROLE: SecondAct = SecondAct {
    name: "role",
    decides: Action::ApproveAccess,
    form: FORM,
    done: given,
};

/// Whom it is about; without a label, so that no page shows the number.
const PERSON: &str = "second-person";

/// How an attempt went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Done; of this person.
    Done(Id),
    /// Another person was asked (the request); the person has this number.
    Waits { request: Id, person: Id },
}

/// A new colleague. Refused now is what would be refused then.
pub fn added(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Way, chapter::Fault> {
    let typed = Typed::from(fields);
    let unit = typed.unit(tx)?;
    acts::can_be_added(tx, &typed)?;
    let person = tx.new_id(acting.now);
    if opens_more(None, (typed.role, unit)) {
        let names = ["name", "email", "role", "unit", "language"];
        let wish = wish(fields, &names, person);
        if let Some(request) = ask_unless_alone(tx, &NEWCOMER, &wish, acting)? {
            return Ok(Way::Waits { request, person });
        }
    }
    acts::add(tx, person, &typed, &acting.by())?;
    Ok(Way::Done(person))
}

/// Name and address at once; the role and unit when another agrees, where they open more.
/// None: nobody of this id.
pub fn changed(
    tx: &mut Tx,
    person: Id,
    fields: &Fields,
    acting: &Acting,
) -> Result<Option<Way>, chapter::Fault> {
    let (typed, roster) = (Typed::from(fields), members(tx)?);
    let Some(member) = roster.iter().find(|one| one.id == person) else {
        return Ok(None);
    };
    let unit = typed.unit(tx)?;
    let renamed = rename(member, &typed.name, &typed.email, &roster)?;
    let granted = change_role(member, typed.role, unit, acting.actor.id, &roster)?;
    acts::renamed(tx, member, renamed, &acting.by())?;
    let Some(granted) = granted else {
        return Ok(Some(Way::Done(person)));
    };
    let before = Some((member.role, member.unit));
    if opens_more(before, (granted.role, granted.unit)) {
        let wish = wish(fields, &["name", "role", "unit"], person);
        if let Some(request) = ask_unless_alone(tx, &ROLE, &wish, acting)? {
            return Ok(Some(Way::Waits { request, person }));
        }
    }
    tx.record(Draft::of(person, &granted), &acting.by())?;
    Ok(Some(Way::Done(person)))
}

fn wish(fields: &Fields, names: &[&str], person: Id) -> Wish {
    let kept = names
        .iter()
        .map(|name| ((*name).to_owned(), fields.text(name)));
    let about = (PERSON.to_owned(), person.to_string());
    Wish {
        complaint: None,
        concerns: Some(person),
        reason: fields.text(REASON.name),
        typed: Fields::from_pairs(kept.filter(|(_, value)| !value.is_empty()).chain([about])),
    }
}

fn about(request: &Request) -> Result<Id, chapter::Fault> {
    let id = request.typed.text(PERSON).parse();
    id.map_err(|_| chapter::Fault::Hidden)
}

/// The link with which they come in is made on their page: whoever agreed makes none.
fn let_in(
    tx: &mut Tx,
    _: &House,
    request: &Request,
    acting: &Acting,
) -> Result<(), chapter::Fault> {
    let typed = Typed::from(&request.typed);
    Ok(acts::add(tx, about(request)?, &typed, &acting.by())?)
}

fn given(tx: &mut Tx, _: &House, request: &Request, acting: &Acting) -> Result<(), chapter::Fault> {
    let person = about(request)?;
    if let Some(draft) = drafted(tx, person, acting.actor.id, &request.typed)? {
        tx.record(draft, &acting.by())?;
    }
    Ok(())
}

pub fn asked(tx: &mut Tx, mut fields: Fields, acting: &Acting) -> Result<Id, chapter::Fault> {
    let reason = fields.take(REASON.name).join("");
    let person = acting.actor.id;
    // Refused now what would be refused then: the last administrator, nothing new.
    let draft = drafted(tx, person, Id::SYSTEM, &fields)?;
    if draft.is_none() {
        return Err(Refusal::new("own-role-same").at("role").into());
    }
    let wish = Wish {
        complaint: None,
        concerns: Some(person),
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
