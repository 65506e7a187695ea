//! 7.6 Investigation: a plan as deep as the matter asks for, questions and
//! answers, evidence, interviews, and a finding with its reason for every point.
//! Done by handlers who declare to have no conflict of interest (4.7, R01); a
//! person complained about is heard before a point is upheld (annex D, R02).
//! Evidence: the plan, the declaration, the answers, the findings, the causes.

mod evidence;
mod finding;
mod panel;
mod plan;
mod questions;
#[cfg(test)]
mod tests;

use finding::before_closing;
use panel::{EVIDENCE, panel};

use redress_complaint::facts::{
    EvidenceFiled, FindingRecorded, InterviewHeld, InvestigationPlanned, QuestionAnswered,
    QuestionAsked,
};
use redress_complaint::{Slice, Verb};
use redress_kernel::Action;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    before_closing: Some(before_closing),
    facts: &[
        InvestigationPlanned::KIND,
        QuestionAsked::KIND,
        QuestionAnswered::KIND,
        EvidenceFiled::KIND,
        InterviewHeld::KIND,
        FindingRecorded::KIND,
    ],
    ..Slice::new("operation.investigation", "7.6")
};

const VERBS: &[Verb] = &[
    Verb::new("investigation", Action::Investigate, plan::FIELDS)
        .ready(plan::can_begin)
        .decides(plan::decide),
    Verb::new("question", Action::Investigate, questions::ASK)
        .ready(plan::is_planned)
        .decides(questions::ask)
        .adding(),
    Verb::new("answer", Action::Investigate, questions::ANSWER)
        .ready(questions::is_waiting)
        .decides(questions::answer)
        .adding(),
    Verb::new("evidence", Action::Investigate, evidence::FIELDS)
        .ready(plan::is_a_complaint)
        .decides(evidence::file)
        .adding(),
    Verb::new("interview", Action::Investigate, evidence::INTERVIEW)
        .ready(plan::is_planned)
        .decides(evidence::interview)
        .adding(),
    Verb::new("finding", Action::Investigate, finding::FIELDS)
        .ready(plan::can_begin)
        .decides(finding::decide),
];
