//! The line is drawn anew when somebody is named or un-named, and for every case about a
//! colleague when heads, units or people change. Whoever comes to stand in it hands the
//! case back: the installation does it, for they may not act any more.

use super::{
    glass,
    line::line_above,
    records::{cases_about, cases_about_people_of, heads, units_of},
};
use crate::{
    Complaint,
    facts::{Assigned, GlassBroken, LineDrawn, PersonConcernNamed, PersonConcernUnnamed},
    house::unit_tree,
    record::find,
};
use redress_kernel::{By, Draft, Entry, Id};
use redress_store::{Error, Tx};

/// The cases in which somebody else stands above somebody after this fact of the office.
/// By its name: the chapter that records it builds on this one.
fn redrawn_by(tx: &mut Tx, entry: &Entry) -> Result<Vec<Id>, Error> {
    match entry.kind.as_str() {
        "role-granted" => cases_about(tx, entry.about),
        "unit-head-set" | "unit-placed" => {
            let mut units = unit_tree(tx)?.below(entry.about);
            units.push(entry.about);
            cases_about_people_of(tx, &units)
        }
        _ => Ok(Vec::new()),
    }
}

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let by = By::system(entry.recorded_at);
    if entry.is::<PersonConcernNamed>() || entry.is::<PersonConcernUnnamed>() {
        return drawn(tx, entry.about, &by);
    }
    if entry.is::<GlassBroken>() {
        return glass::alarm(tx, entry);
    }
    let cases = redrawn_by(tx, entry)?;
    cases.into_iter().try_for_each(|case| drawn(tx, case, &by))
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
