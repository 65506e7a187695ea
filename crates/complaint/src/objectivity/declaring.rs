//! Before somebody judges in a case for the first time, they say whether they have a
//! conflict of interest (R01). One click, kept for each person and case.

use crate::{
    Complaint, House, Verb,
    door::verb_named,
    house::organisation,
    record::{Asked, Fault, find, perform},
};
use redress_kernel::{
    Action, Id, Organisation, Refusal,
    fields::{Fields, Kind},
    objectivity::Declarations,
};
use redress_store::Tx;

/// What is a judgement. The rights of the person complained about (told, heard,
/// informed) are none; naming them is no judgement either.
const JUDGING: [Action; 6] = [
    Action::Assess,
    Action::Investigate,
    Action::Propose,
    Action::Approve,
    Action::Decide,
    Action::Review,
];
const RIGHTS: &str = "concern";
/// A form that asks the same itself.
const OWN_TICK: &str = "impartial";

/// Has this person still to say so before this verb?
pub fn asks_for_declaration(
    c: &Complaint,
    verb: &Verb,
    person: Id,
    organisation: &Organisation,
) -> bool {
    let asked = match organisation.objectivity.declarations {
        Declarations::Never => false,
        Declarations::Person => !c.concerns.is_empty(),
        Declarations::Always => true,
    };
    let says_so =
        |field: &redress_kernel::fields::Field| field.name == OWN_TICK && field.kind == Kind::Tick;
    asked
        && JUDGING.contains(&verb.action)
        && !verb.name.starts_with(RIGHTS)
        && !verb.fields.iter().any(says_so)
        && !c.impartial.contains(&person)
}

pub fn declared(
    c: &Complaint,
    verb: &Verb,
    person: Id,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    match asks_for_declaration(c, verb, person, organisation) {
        true => Err(Refusal::new("declare-conflict-first")),
        false => Ok(()),
    }
}

/// The name of the verb by which somebody says that they have none.
const NONE: &str = "no-conflict";

/// What a person does who is asked and has no conflict: says so, then acts. For worlds
/// that are played (the demo, the simulation), through the same door as everybody.
pub fn declare_first(tx: &mut Tx, house: &House, asked: &Asked) -> Result<(), Fault> {
    let case = find(tx, asked.complaint)?.ok_or(Fault::Hidden)?;
    let (person, office) = (asked.actor.id, organisation(tx)?);
    if !asks_for_declaration(&case, &asked.verb, person, &office) {
        return Ok(());
    }
    let saying_so = Asked {
        complaint: asked.complaint,
        verb: verb_named(house.slices, NONE).ok_or(Fault::Hidden)?,
        fields: Fields::default(),
        files: Vec::new(),
        seen: None,
        actor: asked.actor.clone(),
        now: asked.now,
    };
    perform(tx, house, saying_so).map(|_| ())
}
