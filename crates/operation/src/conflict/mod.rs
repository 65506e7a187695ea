//! Conflicts of interest (4.7, R01): whoever judges says first that they have none; whoever
//! has one says so, hands the case back and does not find it any more. A declaration
//! that was a mistake is lifted by a manager with a reason, and both stay on file.
//! Evidence: what each person declared, and who is kept apart from the case.

mod declare;
mod panel;
#[cfg(test)]
mod tests;

use redress_complaint::{Slice, Verb};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: panel::EVIDENCE,
    panel: Some(panel::panel),
    also: &["5.4"],
    ..Slice::new("operation.conflict", "4.7")
};

const VERBS: &[Verb] = &[
    Verb::new("no-conflict", Action::DeclareConflict, &[])
        .ready(declare::not_yet)
        .decides(declare::none)
        .adding(),
    Verb::new("conflict", Action::DeclareConflict, declare::FIELDS)
        .ready(declare::not_kept_apart)
        .decides(declare::one)
        .adding(),
    Verb::new("conflict-lifting", Action::Approve, declare::LIFTING)
        .ready(declare::somebody_declared)
        .decides(declare::lifted),
];
