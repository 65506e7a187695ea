//! Who may find a row, as tokens of the row: the unit of the case, the people it
//! is about, and whether it was written for colleagues only. The same rule as
//! `kernel::person::allow`, asked by the index itself.

use crate::{Complaint, house::unit_tree};
use redress_kernel::{
    Action, Actor, Id,
    person::{Reach, scope},
};
use redress_store::{Error, Needle, Phrase, Read};

/// Stands in rows that only colleagues were meant to read.
const INSIDE: &str = "inside_";
/// The unit of a case that belongs to no unit.
const NO_UNIT: &str = "unit_";

/// The tokens of every row of this case.
pub fn of_case(case: &Complaint) -> String {
    let mut tokens = vec![unit(case.unit)];
    tokens.extend(case.kept_apart().into_iter().map(about));
    tokens.join(" ")
}

pub fn unit(unit: Option<Id>) -> String {
    unit.map_or(NO_UNIT.to_owned(), |unit| format!("unit_{unit}"))
}

fn about(person: Id) -> String {
    format!("about_{person}")
}

/// What the complainant and others outside wrote or were sent.
const OUTSIDE: &[&str] = &[
    "received",
    "supplemented",
    "corrected",
    "withdrawn",
    "imported-history",
    "message-received",
    "queued",
    "decided",
    "accepted",
    "not-accepted",
];

pub fn of_kind(kind: &str) -> Option<&'static str> {
    is_for_colleagues(kind).then_some(INSIDE)
}

/// Was it written for colleagues only?
pub fn is_for_colleagues(kind: &str) -> bool {
    !OUTSIDE.contains(&kind)
}

/// Narrows the question to what this person may see. Whoever has a sample looks
/// through its list: the index knows no samples.
pub fn seen_by(reader: &mut impl Read, needle: Needle, viewer: &Actor) -> Result<Needle, Error> {
    match scope(viewer).reach {
        Reach::Everything => Ok(narrowed(needle, viewer)),
        Reach::Under(mine) => {
            let mut units = unit_tree(reader)?.below(mine);
            units.push(mine);
            let some = units.into_iter().map(|its| vec![unit(Some(its))]);
            let mut needle = narrowed(needle, viewer);
            needle
                .one_of
                .push(std::iter::once(vec![unit(None)]).chain(some).collect());
            Ok(needle)
        }
        _ => Ok(Needle::default()),
    }
}

fn narrowed(mut needle: Needle, viewer: &Actor) -> Needle {
    let one = |token: String| -> Phrase { vec![token] };
    needle.none.push(one(about(viewer.id)));
    if !reads_notes(viewer) {
        needle.none.push(one(INSIDE.to_owned()));
    }
    needle
}

/// Notes stand on the case page, so whoever opens cases reads them. A token that
/// was narrowed to other acts does not.
fn reads_notes(viewer: &Actor) -> bool {
    let in_scope = |scope: &Vec<Action>| scope.contains(&Action::SeeCase);
    viewer.scope.as_ref().is_none_or(in_scope)
}
