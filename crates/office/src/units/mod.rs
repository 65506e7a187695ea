//! Units: parts of the organisation (a depot, a branch, a line) whose people see
//! only their own complaints. Evidence: when a unit came to be and its names.

mod calls;
mod pages;
mod records;

pub use records::project;

use crate::{
    facts::{UnitAdded, UnitRenamed},
    fault::Fault,
    roster::{Unit, units},
};
use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, By, Draft, Fact, Id, Refusal};
use redress_store::Tx;

pub const SLICE: Slice = Slice {
    tables: &[("unit", "id")],
    project: Some(project),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin,
        "/admin/units",
        "office-units",
        Action::SeeSettings,
    )],
    facts: &[UnitAdded::KIND, UnitRenamed::KIND],
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

/// A new unit, or another name for one that is there. None: nothing of this id.
fn named(tx: &mut Tx, unit: Option<Id>, typed: &str, by: &By) -> Result<Option<Id>, Fault> {
    let units = units(tx)?;
    let name = name_of(typed, unit, &units)?;
    let Some(id) = unit else {
        let id = tx.new_id(by.at);
        tx.record(Draft::of(id, &UnitAdded { name }), by)?;
        return Ok(Some(id));
    };
    let known = units.iter().find(|unit| unit.id == id);
    if known.is_some_and(|unit| unit.name != name) {
        tx.record(Draft::of(id, &UnitRenamed { name }), by)?;
    }
    Ok(known.map(|unit| unit.id))
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
