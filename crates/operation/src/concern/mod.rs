//! The person complained about (annex D, R02), who is none of the people of the
//! complaint: named, told what is said and how to answer, heard or silent by
//! choice, informed of the outcome. All of it acts of the investigator; from
//! naming on a colleague cannot find the case anywhere in the desk. Who was named
//! by mistake is un-named with a reason, and both stay on file. What follows for
//! employment lies elsewhere (R03).
//! Evidence: heard, and informed.

mod answering;
mod named;
mod panel;
#[cfg(test)]
mod tests;
mod unnamed;

use answering::before_closing;
use panel::{EVIDENCE, panel};

use redress_complaint::facts::{
    PersonConcernHeard, PersonConcernInformed, PersonConcernNamed, PersonConcernTold,
    PersonConcernUnnamed,
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
        PersonConcernNamed::KIND,
        PersonConcernUnnamed::KIND,
        PersonConcernTold::KIND,
        PersonConcernHeard::KIND,
        PersonConcernInformed::KIND,
    ],
    also: &["4.10"],
    ..Slice::new("operation.concern", "4.7")
};

const VERBS: &[Verb] = &[
    Verb::new("concern", Action::Investigate, named::FIELDS).decides(named::decide),
    Verb::new("concern-unnaming", Action::Investigate, unnamed::FIELDS)
        .ready(answering::somebody_is_named)
        .decides(unnamed::decide),
    Verb::new("concern-told", Action::Investigate, answering::TOLD)
        .ready(answering::somebody_is_named)
        .decides(answering::tell),
    Verb::new("concern-heard", Action::Investigate, answering::HEARD)
        .ready(answering::somebody_is_named)
        .decides(answering::hear),
    Verb::new("concern-informed", Action::Investigate, answering::INFORMED)
        .ready(answering::there_is_an_outcome)
        .decides(answering::inform),
];
