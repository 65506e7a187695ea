//! The line above the people complained about: whoever heads their unit, and every unit
//! above it. Pure.

use redress_kernel::{Id, person::UnitTree};
use std::collections::{BTreeMap, BTreeSet};

/// Who heads which unit.
pub type Heads = BTreeMap<Id, Id>;

/// `subjects`: the units of the people complained about. Nobody is in their own line.
pub fn line_above(subjects: &[(Id, Option<Id>)], units: &UnitTree, heads: &Heads) -> Vec<Id> {
    let about: BTreeSet<Id> = subjects.iter().map(|(person, _)| *person).collect();
    let of = subjects.iter().filter_map(|(_, unit)| *unit);
    let above = of.flat_map(|unit| units.path(unit));
    let line: BTreeSet<Id> = above
        .filter_map(|unit| heads.get(&unit).copied())
        .filter(|head| !about.contains(head))
        .collect();
    line.into_iter().collect()
}
