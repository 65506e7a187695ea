//! 7.8 Communicating the decision: as soon as it is taken, with reasons for each
//! point, to the complainant in their language and to the colleagues concerned.
//! The letter cannot go out while a block that every answer needs is missing.
//! Evidence: outcome and reasons per issue, the letter and when it left, the
//! recourse told, the colleagues informed.

#[allow(clippy::module_inception, reason = "the noun of the folder")]
mod decision;
mod letter;
#[cfg(test)]
mod tests;

pub use letter::{Block, lint};

use redress_complaint::facts::{Decided, StaffInformed};
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    clocks::blocks,
    facts::WAYS,
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::Fact;
use redress_kernel::{
    Action,
    fields::{Field, Kind, LONG_TEXT_MAX},
    words::Message,
};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    facts: &[Decided::KIND, StaffInformed::KIND],
    ..Slice::new("operation.decision", "7.8")
};

const VERBS: &[Verb] = &[
    Verb::new(
        "decision",
        Action::Decide,
        &[
            Field::new("summary", Kind::Text(LONG_TEXT_MAX))
                .required()
                .hinted(),
            Field::new("way", Kind::Choice("way", WAYS)),
        ],
    )
    .ready(decision::ready)
    .decides(decision::decide),
    Verb::new(
        "staff-informed",
        Action::Note,
        &[
            Field::new("colleague", Kind::Colleague).required(),
            Field::new("text", Kind::Text(LONG_TEXT_MAX)),
        ],
    )
    .ready(decision::is_decided)
    .decides(decision::inform_staff)
    .adding(),
];

const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "decision-told",
        clause: "7.8",
        state: |c| from_decision(c, |d| d.told_at.is_some()),
    },
    Evidence {
        key: "reasons-for-each-issue",
        clause: "7.8",
        state: |c| from_decision(c, |d| c.issues.len() == d.issues.len()),
    },
    Evidence {
        key: "recourse-told",
        clause: "7.1",
        state: |c| from_decision(c, |d| d.recourse_told && d.told_at.is_some()),
    },
    Evidence {
        key: "staff-informed",
        clause: "7.8",
        state: |c| from_decision(c, |d| d.staff_informed),
    },
];

/// Missing until there is a decision; an imported case was decided elsewhere, and
/// whatever is no complaint, or was taken back, gets none.
fn from_decision(
    c: &Complaint,
    right: impl Fn(&redress_complaint::case::Decision) -> bool,
) -> Found {
    match c.decision() {
        Some(decision) => Found::when(right(decision)),
        None if c.imported || c.needs_no_decision() => Found::NotNeeded,
        None => Found::Missing,
    }
}

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let Some(decision) = c.decision() else {
        return by_hand(c).into_iter().collect();
    };
    let outcomes = decision
        .issues
        .iter()
        .map(|issue| Shown::Said(Message::new(format!("outcome-{}", issue.outcome))))
        .collect();
    let mut rows = vec![
        Row::new("row-outcome", Shown::List(outcomes)),
        Row::text("row-summary", &decision.summary),
        Row::new("row-decided-by", Shown::Person(decision.by)),
        Row::new("row-decided-at", Shown::Moment(decision.at)),
    ];
    rows.push(match decision.told_at {
        Some(at) => Row::new("row-decision-told-at", Shown::Moment(at)),
        None => Row::new(
            "row-decision-told-at",
            Shown::Said(Message::new("not-told-yet")),
        ),
    });
    rows
}

/// What a rule pack asks of the answer and no check can see in a letter.
fn by_hand(c: &Complaint) -> Option<Row> {
    let blocks = c.answer_blocks().into_iter();
    let blocks = blocks.filter(|it| !blocks::is_seen(it));
    let named = blocks.map(|it| Shown::Said(Message::new(format!("block-{it}"))));
    let named: Vec<Shown> = named.collect();
    (!named.is_empty()).then(|| Row::new("row-blocks-by-hand", Shown::List(named)))
}
