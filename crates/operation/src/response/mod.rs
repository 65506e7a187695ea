//! 7.7 Response: remedies of annex F, each from proposal to the moment when the
//! complainant or the evidence confirms that it was put right. Money is approved
//! by somebody other than its proposer.
//! Evidence: remedy, amount, who proposed and approved it, due date, delivery, check.

mod remedy;
#[cfg(test)]
mod tests;

use redress_complaint::facts::{
    RemedyApproved, RemedyCancelled, RemedyDelivered, RemedyProposed, RemedyVerified,
};
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    case::RemedyState,
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::Fact;
use redress_kernel::{
    Action, Refusal,
    fields::{Field, Kind, LONG_TEXT_MAX},
    terms::List,
    words::{Arg, Message},
};

pub const VERIFIED_WITH: &[&str] = &["complainant", "evidence"];

const REMEDY: Field = Field::new("remedy", Kind::Remedy);

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    before_closing: Some(before_closing),
    facts: &[
        RemedyProposed::KIND,
        RemedyApproved::KIND,
        RemedyDelivered::KIND,
        RemedyVerified::KIND,
        RemedyCancelled::KIND,
    ],
    ..Slice::new("operation.response", "7.7")
};

const VERBS: &[Verb] = &[
    Verb::new(
        "response",
        Action::Propose,
        &[
            Field::new("issue", Kind::Issue),
            Field::new("remedy", Kind::Term(List::Remedies)).required(),
            Field::new("amount", Kind::Amount).hinted(),
            Field::new("due-on", Kind::Date).required(),
            Field::new("promise", Kind::Text(2_000)).hinted(),
        ],
    )
    .decides(remedy::propose),
    Verb::new("remedy-approval", Action::Approve, &[REMEDY])
        .ready(remedy::something_to_approve)
        .decides(remedy::approve),
    Verb::new(
        "remedy-delivery",
        Action::Deliver,
        &[
            REMEDY,
            Field::new("delivered-on", Kind::Date).required(),
            Field::new("text", Kind::Text(LONG_TEXT_MAX)),
        ],
    )
    .ready(remedy::something_to_deliver)
    .decides(remedy::deliver),
    Verb::new(
        "remedy-verification",
        Action::Deliver,
        &[
            REMEDY,
            Field::new(
                "verified-with",
                Kind::Choice("verified-with", VERIFIED_WITH),
            )
            .required(),
            Field::new("put-right", Kind::YesNo).required(),
            Field::new("text", Kind::Text(LONG_TEXT_MAX)),
        ],
    )
    .ready(remedy::something_to_verify)
    .decides(remedy::verify),
    Verb::new(
        "remedy-cancellation",
        Action::Propose,
        &[
            REMEDY,
            Field::new("reason", Kind::Text(LONG_TEXT_MAX)).required(),
        ],
    )
    .ready(remedy::something_to_cancel)
    .decides(remedy::cancel),
];

const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "remedies-approved",
        clause: "7.7",
        state: |c| each(c, |state, needs| !needs || state != RemedyState::Proposed),
    },
    Evidence {
        key: "remedies-put-right",
        clause: "7.7",
        state: |c| each(c, |state, _| state.is_settled()),
    },
];

fn each(c: &Complaint, right: impl Fn(RemedyState, bool) -> bool) -> Found {
    match c.remedies.as_slice() {
        [] => Found::NotNeeded,
        all => Found::when(all.iter().all(|r| right(r.state, r.needs_approval))),
    }
}

/// Nothing that was promised may be left undone (7.9).
fn before_closing(c: &Complaint) -> Vec<Refusal> {
    c.remedies
        .iter()
        .filter(|remedy| !remedy.state.is_settled())
        .map(|remedy| {
            Refusal::new("remedy-still-open")
                .with("remedy", Arg::Key(format!("remedy-{}", remedy.remedy)))
        })
        .collect()
}

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    c.remedies
        .iter()
        .map(|remedy| {
            let said = |key: String| Shown::Said(Message::new(key));
            let mut shown = vec![said(format!("remedy-{}", remedy.remedy))];
            shown.extend(remedy.amount.clone().map(Shown::Money));
            shown.push(said(format!("remedy-state-{}", remedy.state.name())));
            shown.push(Shown::Day(remedy.delivered_on.unwrap_or(remedy.due_on)));
            if !remedy.text.is_empty() {
                shown.push(Shown::Text(remedy.text.clone()));
            }
            Row::new("row-remedy", Shown::List(shown))
        })
        .collect()
}
