//! 7.4 Acknowledgement: the complainant knows at once, in their own language,
//! that we have the complaint, what happens next and by when. By itself where an
//! e-mail address, a screen or a voice leads to them; by intake staff otherwise.
//! Evidence: how, when, in which language, and the message that carried it.

#[allow(clippy::module_inception, reason = "the noun of the folder")]
mod acknowledgement;
mod letter;
mod listen;
#[cfg(test)]
mod tests;

pub use acknowledgement::{Automatic, acknowledged_by, automatic};

use acknowledgement::{not_yet, send, sendable, told};
use redress_complaint::facts::Acknowledged;
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::Fact;
use redress_kernel::{
    Action,
    fields::{Field, Kind},
};

/// Ways in which a colleague gives the acknowledgement in person.
const WAYS_TOLD: &[&str] = &["phone", "in-person", "letter", "email"];

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    listen: Some(listen::listen),
    facts: &[Acknowledged::KIND],
    also: &["4.6"],
    ..Slice::new("operation.acknowledgement", "7.4")
};

const VERBS: &[Verb] = &[
    Verb::new(
        "acknowledgement",
        Action::Acknowledge,
        &[
            Field::new("way", Kind::Choice("way", WAYS_TOLD)).required(),
            Field::new("told-at", Kind::Moment).hinted(),
        ],
    )
    .ready(not_yet)
    .decides(told)
    .adding(),
    Verb::new("acknowledgement-sending", Action::Acknowledge, &[])
        .ready(sendable)
        .decides(send)
        .adding(),
];

const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "acknowledged",
        clause: "7.4",
        state: |c| {
            if c.imported && c.acknowledged.is_none() {
                return Found::NotNeeded;
            }
            Found::when(c.acknowledged.is_some())
        },
    },
    Evidence {
        key: "acknowledged-in-their-language",
        clause: "7.4",
        state: |c| match &c.acknowledged {
            Some(made) => Found::when(made.language == c.language),
            None if c.imported => Found::NotNeeded,
            None => Found::Missing,
        },
    },
];

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let Some(made) = &c.acknowledged else {
        return c
            .due
            .acknowledgement
            .map(|due| Row::new("row-acknowledgement-due", Shown::Moment(due)))
            .into_iter()
            .collect();
    };
    vec![
        Row::new("row-acknowledged-at", Shown::Moment(made.at)),
        Row::code("row-acknowledged-way", "way", &made.way),
    ]
}
