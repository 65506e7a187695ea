//! Who may find a row, as tokens of the row: the unit of the case, the people it
//! is about, and whether it was written for colleagues only. The same rule as
//! `kernel::person::allow`, asked by the index itself.

use crate::Complaint;
use redress_kernel::{Action, Actor, Id};
use redress_store::{Needle, Phrase};

/// Stands in rows that only colleagues were meant to read.
const INSIDE: &str = "inside_";
/// The unit of a case that belongs to no unit.
const NO_UNIT: &str = "unit_";

/// The tokens of every row of this case.
pub fn of_case(case: &Complaint) -> String {
    let mut tokens = vec![unit(case.unit)];
    let mut people: Vec<Id> = case.concerns.iter().filter_map(|c| c.colleague).collect();
    people.sort();
    people.dedup();
    tokens.extend(people.into_iter().map(about));
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
    (!OUTSIDE.contains(&kind)).then_some(INSIDE)
}

/// Narrows the question to what this person may see.
pub fn seen_by(mut needle: Needle, viewer: &Actor) -> Needle {
    if !viewer.role.sees_cases() {
        return Needle::default();
    }
    let one = |token: String| -> Phrase { vec![token] };
    if let Some(mine) = viewer.unit {
        needle
            .one_of
            .push(vec![one(unit(None)), one(unit(Some(mine)))]);
    }
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
