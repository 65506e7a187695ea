//! The line is drawn anew when somebody is named or un-named, and for every case about a
//! colleague when heads, units or people change. Whoever comes to stand in it hands the
//! case back: the installation does it, for they may not act any more.

use super::{
    glass,
    line::line_above,
    records::{cases_about_colleagues, heads, units_of},
};
use crate::{
    Complaint,
    facts::{Assigned, GlassBroken, LineDrawn, PersonConcernNamed, PersonConcernUnnamed},
    house::unit_tree,
    record::find,
};
use redress_kernel::{By, Draft, Entry, Id};
use redress_store::{Error, Tx};

/// Facts of the office after which somebody else stands above somebody. By their names:
/// the chapter that records them builds on this one.
const REORGANISED: [&str; 3] = ["unit-head-set", "unit-placed", "role-granted"];

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let by = By::system(entry.recorded_at);
    if entry.is::<PersonConcernNamed>() || entry.is::<PersonConcernUnnamed>() {
        return drawn(tx, entry.about, &by);
    }
    if entry.is::<GlassBroken>() {
        return glass::alarm(tx, entry);
    }
    if REORGANISED.contains(&entry.kind.as_str()) {
        for case in cases_about_colleagues(tx)? {
            drawn(tx, case, &by)?;
        }
    }
    Ok(())
}

fn drawn(tx: &mut Tx, id: Id, by: &By) -> Result<(), Error> {
    let Some(case) = find(tx, id)? else {
        return Ok(());
    };
    let subjects: Vec<Id> = case.concerns.iter().filter_map(|c| c.colleague).collect();
    let subjects = units_of(tx, &subjects)?;
    let line = line_above(&subjects, &unit_tree(tx)?, &heads(tx)?);
    if line == case.above {
        return Ok(());
    }
    if let Some(back) = handed_back(&case, &line) {
        tx.record(back, by)?;
    }
    tx.record(Draft::of(id, &LineDrawn { line }), by)?;
    Ok(())
}

fn handed_back(case: &Complaint, line: &[Id]) -> Option<Draft> {
    let nobody = Assigned {
        owner: None,
        unit: None,
    };
    let owner = case.owner.filter(|owner| line.contains(owner));
    owner.map(|_| Draft::of(case.id, &nobody))
}
