//! Units for programs.

use super::{Typed, pages::FORM, set};
use crate::roster::{Unit, units};
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
        .says("A new unit, whose people see only its complaints and those of the units below.")
        .takes(naming)
        .answers(unit),
    Call::show(ONE, Permit::SignedIn, one)
        .says("One unit.")
        .answers(unit),
    Call::does(ONE, CHANGE, Does::Change(rename, one))
        .says("Another name, or another unit above it; `above` null: none.")
        .takes(naming)
        .answers(unit),
];

fn unit() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("name", Shape::Text),
        Told::new("above", Shape::IdOrNone),
    ]
}

fn naming() -> Vec<Taken> {
    let names = ["name", "above"].into_iter().zip(FORM);
    names
        .map(|(name, field)| Taken::field(name, *field))
        .collect()
}

fn told(unit: &Unit) -> Value {
    json!({ "id": unit.id, "name": unit.name, "above": unit.above })
}

fn all(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    Ok(Some(units(look)?.iter().map(told).collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let found = units(look)?
        .into_iter()
        .find(|unit| Some(unit.id) == ask.id());
    Ok(found.as_ref().map(told))
}

fn add(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let made = set(tx, None, &Typed::from(ask.fields()), &ask.by())?;
    made.map(Done::made).ok_or(Fault::Hidden)
}

fn rename(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let known = units(tx)?.into_iter().find(|unit| unit.id == id);
    let mut held = redress_kernel::fields::Fields::default();
    let known = known.ok_or(Fault::Hidden)?;
    held.put("unit-name", known.name);
    held.put(
        "unit-above",
        known
            .above
            .map(|above| above.to_string())
            .unwrap_or_default(),
    );
    let typed = Typed::from(&ask.over(held));
    set(tx, Some(id), &typed, &ask.by())?.ok_or(Fault::Hidden)?;
    Ok(Done::same())
}
