//! Before somebody judges in a case for the first time, they say whether they have a
//! conflict of interest (R01). One click, kept for each person and case.

use crate::{Complaint, Verb};
use redress_kernel::{Action, Id, Organisation, Refusal, fields::Kind, objectivity::Declarations};

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
