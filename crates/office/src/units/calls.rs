//! Units for programs.

use super::{named, pages::FORM};
use crate::roster::units;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const UNITS: &str = "/api/v1/units";
const ONE: &str = "/api/v1/units/{unit}";
const CHANGE: Permit = Permit::May(Action::ChangeSettings);

pub const CALLS: &[Call] = &[
    Call::show(UNITS, Permit::SignedIn, all)
        .of_a_list()
        .says("The units of the organisation, by name.")
        .answers(unit),
    Call::does(UNITS, CHANGE, Does::Make(add, one))
        .says("A new unit, whose people see only their own complaints.")
        .takes(naming)
        .answers(unit),
    Call::show(ONE, Permit::SignedIn, one)
        .says("One unit.")
        .answers(unit),
    Call::does(ONE, CHANGE, Does::Change(rename, one))
        .says("Another name.")
        .takes(naming)
        .answers(unit),
];

fn unit() -> Vec<Told> {
    vec![Told::new("id", Shape::Id), Told::new("name", Shape::Text)]
}

fn naming() -> Vec<Taken> {
    FORM.iter()
        .map(|field| Taken::field("name", *field))
        .collect()
}

fn all(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    let all = units(look)?.into_iter();
    Ok(Some(
        all.map(|unit| json!({ "id": unit.id, "name": unit.name }))
            .collect(),
    ))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let found = units(look)?
        .into_iter()
        .find(|unit| Some(unit.id) == ask.id());
    Ok(found.map(|unit| json!({ "id": unit.id, "name": unit.name })))
}

fn add(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let made = named(tx, None, ask.fields().typed("unit-name"), &ask.by())?;
    made.map(Done::made).ok_or(Fault::Hidden)
}

fn rename(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let known = units(tx)?.into_iter().find(|unit| unit.id == id);
    let mut held = redress_kernel::fields::Fields::default();
    held.put("unit-name", known.ok_or(Fault::Hidden)?.name);
    let typed = ask.over(held);
    named(tx, Some(id), typed.typed("unit-name"), &ask.by())?.ok_or(Fault::Hidden)?;
    Ok(Done::same())
}
