//! 7.5 Initial assessment: severity, safety, complexity, impact and the need of
//! immediate action give the priority; whether it is a complaint at all is
//! decided with a reason; its points are told apart. Done by a handler.
//! Evidence: the five criteria with the rationale, the scope with its reason,
//! what was done at once, a category for every point.

#[allow(clippy::module_inception, reason = "the noun of the folder")]
mod assessment;
mod issue;
mod panel;
mod priority;
mod scope;
mod sensitive;
mod suggestion;
#[cfg(test)]
mod tests;

pub use assessment::{Assess, assess};
use panel::{EVIDENCE, panel};
pub use suggestion::{Criteria, Level, suggested};

use redress_complaint::facts::{Assessed, IssueAdded, IssueSet, ScopeDecided, SensitivitySet};
use redress_complaint::{Slice, Verb};
use redress_kernel::Action;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    facts: &[
        Assessed::KIND,
        ScopeDecided::KIND,
        SensitivitySet::KIND,
        IssueAdded::KIND,
        IssueSet::KIND,
    ],
    ..Slice::new("operation.assessment", "7.5")
};

const VERBS: &[Verb] = &[
    Verb::new("assessment", Action::Assess, assessment::FIELDS).decides(assessment::decide),
    Verb::new("priority", Action::Assess, priority::FIELDS)
        .ready(priority::is_assessed)
        .decides(priority::decide)
        .for_many()
        .taken_back_by(priority::as_before),
    Verb::new("scope", Action::Assess, scope::FIELDS).decides(scope::decide),
    Verb::new("mark-sensitive", Action::Assess, sensitive::FIELDS)
        .ready(sensitive::is_ordinary)
        .decides(sensitive::mark),
    Verb::new("unmark-sensitive", Action::Approve, sensitive::FIELDS)
        .ready(sensitive::is_sensitive)
        .decides(sensitive::unmark),
    Verb::new("issue", Action::Assess, issue::ADDED)
        .decides(issue::add)
        .adding(),
    Verb::new("issue-details", Action::Assess, issue::DETAILS).decides(issue::set),
];
