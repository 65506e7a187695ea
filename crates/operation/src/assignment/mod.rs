//! Who has the complaint in hand (4.12). Handlers and managers give it to a
//! colleague, take it, or hand it back to everybody; never to the person
//! complained about, nor to somebody whose role handles no complaints (4.7, R01).
//! Evidence: a named owner.

#[allow(clippy::module_inception, reason = "the noun of the folder")]
mod assignment;
#[cfg(test)]
mod tests;

pub use assignment::may_hold;

use redress_complaint::facts::Assigned;
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::Fact;
use redress_kernel::{Action, words::Message};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    facts: &[Assigned::KIND],
    also: &["5.4"],
    ..Slice::new("operation.assignment", "4.12")
};

const VERBS: &[Verb] = &[
    Verb::new("assignment", Action::Assign, assignment::FIELDS)
        .decides(assignment::assign)
        .for_many()
        .taken_back_by(assignment::as_before),
    Verb::new("take", Action::Assign, &[])
        .ready(assignment::can_take)
        .decides(assignment::take)
        .for_many()
        .taken_back_by(assignment::as_before),
];

const EVIDENCE: &[Evidence] = &[Evidence {
    key: "owner-named",
    clause: "4.12",
    state: |c| Found::when(c.owner.is_some()),
}];

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let owner = match c.owner {
        Some(owner) => Shown::Person(owner),
        None => Shown::Said(Message::new("owner-nobody")),
    };
    vec![Row::new("row-owner", owner)]
}
