//! 7.3 Tracking: the complainant can see at any time how the complaint stands,
//! and hears from us at every preset date even when nothing happened. A later
//! answer is announced before the old date has passed, with its reason.
//! Evidence: each update and delay as sent, and the next date it named.

mod follow;
mod letter;
mod status;
#[cfg(test)]
mod tests;
mod update;

pub use status::{Progress, Status, Step, status};

use redress_complaint::facts::{Corrected, MessageReceived, Supplemented, UpdatesByMail};
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    facts::WAYS,
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::Fact;
use redress_kernel::{
    Action,
    fields::{Field, Kind, LONG_TEXT_MAX},
};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    pages: Some(follow::pages),
    facts: &[
        Supplemented::KIND,
        Corrected::KIND,
        MessageReceived::KIND,
        UpdatesByMail::KIND,
    ],
    ..Slice::new("operation.tracking", "7.3")
};

const VERBS: &[Verb] = &[
    Verb::new(
        "update",
        Action::Update,
        &[
            Field::new("body", Kind::Text(LONG_TEXT_MAX)).hinted(),
            Field::new("way", Kind::Choice("way", WAYS)),
        ],
    )
    .decides(update::update)
    .adding(),
    Verb::new(
        "delay",
        Action::Update,
        &[
            Field::new("due-on", Kind::Date).required(),
            Field::new("reason", Kind::Text(LONG_TEXT_MAX)).required(),
            Field::new("way", Kind::Choice("way", WAYS)),
        ],
    )
    .ready(update::before_the_old_date)
    .decides(update::delay),
];

const EVIDENCE: &[Evidence] = &[Evidence {
    key: "kept-informed",
    clause: "7.3",
    state: kept_informed,
}];

/// On file when no promised update is overdue at the newest fact of the case.
fn kept_informed(c: &Complaint) -> Found {
    let Some(due) = c.due.update else {
        return Found::NotNeeded;
    };
    let looked_at = c.timeline.last().map(|moment| moment.recorded_at);
    let answered = c.standing_decision().is_some() && c.open_review().is_none();
    let ended = !c.is_open() || answered;
    Found::when(ended || looked_at.is_none_or(|newest| newest <= due))
}

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let moment = |label, at: Option<_>| at.map(|at| Row::new(label, Shown::Moment(at)));
    let open = c.is_open();
    [
        moment("row-informed-at", c.informed_at),
        moment("row-update-due", c.due.update.filter(|_| open)),
        moment("row-response-due", c.due.response.filter(|_| open)),
        moment("row-updates-stopped", c.updates_stopped),
    ]
    .into_iter()
    .flatten()
    .collect()
}
