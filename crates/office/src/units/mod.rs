//! Units: parts of the organisation (a depot, a branch, a line) whose people see
//! only their own complaints, and those of the units below. Evidence: when a unit came
//! to be, its names, and below which other one it lay.

mod calls;
mod pages;
mod records;

pub use records::project;

use crate::{
    facts::{UnitAdded, UnitPlaced, UnitRenamed},
    fault::Fault,
    roster::{Unit, units},
};
use redress_complaint::{
    Slice,
    house::unit_tree,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, By, Draft, Fact, Id, Refusal, fields::Fields, person::UnitTree};
use redress_store::Tx;

pub const SLICE: Slice = Slice {
    tables: &[("unit", "id"), ("unit_under", "above, unit")],
    project: Some(project),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::People),
        "/admin/units",
        "office-units",
        Action::SeeSettings,
    )],
    facts: &[UnitAdded::KIND, UnitRenamed::KIND, UnitPlaced::KIND],
    ..Slice::new("office.units", "5.4")
};

/// A name that no other unit has.
pub fn name_of(typed: &str, own: Option<Id>, units: &[Unit]) -> Result<String, Refusal> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(Refusal::new("unit-name-needed").at("unit-name"));
    }
    let taken =
        |unit: &Unit| unit.name.to_lowercase() == name.to_lowercase() && Some(unit.id) != own;
    if units.iter().any(taken) {
        return Err(Refusal::new("unit-name-taken").at("unit-name"));
    }
    Ok(name.to_owned())
}

/// The unit of this name, made if there is none yet (for the command line and imports).
pub fn unit_named(tx: &mut Tx, name: &str, by: &By) -> Result<Id, Fault> {
    let units = units(tx)?;
    let same = units
        .iter()
        .find(|unit| unit.name.to_lowercase() == name.trim().to_lowercase());
    if let Some(unit) = same {
        return Ok(unit.id);
    }
    let name = name_of(name, None, &units)?;
    let id = tx.new_id(by.at);
    tx.record(Draft::of(id, &UnitAdded { name }), by)?;
    Ok(id)
}

/// A unit as it was typed in.
pub struct Typed {
    name: String,
    /// The unit right above it, by its identifier or its name; empty: none.
    above: String,
}

impl From<&Fields> for Typed {
    fn from(fields: &Fields) -> Typed {
        Typed {
            name: fields.text("unit-name"),
            above: fields.text("unit-above"),
        }
    }
}

/// A new unit, or another name or place for one that is there. None: nothing of this id.
fn set(tx: &mut Tx, unit: Option<Id>, typed: &Typed, by: &By) -> Result<Option<Id>, Fault> {
    let units = units(tx)?;
    let name = name_of(&typed.name, unit, &units)?;
    let known = unit.and_then(|id| units.iter().find(|one| one.id == id));
    let id = match (unit, known) {
        (Some(_), None) => return Ok(None),
        (Some(id), _) => id,
        (None, _) => tx.new_id(by.at),
    };
    let above = place_of(id, &typed.above, &units, &unit_tree(tx)?)?;
    match known {
        None => tx
            .record(Draft::of(id, &UnitAdded { name }), by)
            .map(|_| ())?,
        Some(known) if known.name != name => tx
            .record(Draft::of(id, &UnitRenamed { name }), by)
            .map(|_| ())?,
        Some(_) => {}
    }
    if known.and_then(|known| known.above) != above {
        tx.record(Draft::of(id, &UnitPlaced { above }), by)?;
    }
    Ok(Some(id))
}

/// The unit above, never one of those that lie below.
fn place_of(unit: Id, typed: &str, units: &[Unit], tree: &UnitTree) -> Result<Option<Id>, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let named = |one: &&Unit| {
        one.id.to_string() == typed || one.name.to_lowercase() == typed.to_lowercase()
    };
    let above = units.iter().find(named).map(|one| one.id);
    let above = above.ok_or(Refusal::new("unit-unknown").at("unit-above"))?;
    match tree.takes(unit, above) {
        true => Ok(Some(above)),
        false => Err(Refusal::new("unit-below-itself").at("unit-above")),
    }
}

fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/admin/units",
            Permit::May(Action::SeeSettings),
            pages::list,
        )
        .post(
            "/admin/units",
            Permit::May(Action::ChangeSettings),
            pages::create,
        )
        .post(
            "/admin/units/{unit}",
            Permit::May(Action::ChangeSettings),
            pages::rename,
        )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn two_units_are_never_called_the_same() {
        let pier = Unit {
            id: Id::new(1, [1; 10]),
            name: "Pier Nida".into(),
            above: None,
        };
        assert_eq!(
            name_of("pier nida", None, std::slice::from_ref(&pier))
                .unwrap_err()
                .code,
            "unit-name-taken"
        );
        assert_eq!(
            name_of(" pier nida ", Some(pier.id), std::slice::from_ref(&pier)).unwrap(),
            "pier nida"
        );
        assert_eq!(
            name_of(" ", None, &[]).unwrap_err().code,
            "unit-name-needed"
        );
    }
}
