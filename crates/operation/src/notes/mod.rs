//! The work around a case (7.3): internal notes, telephone calls summed up, and
//! for whom it waits. Whoever works on complaints adds to it; nothing here ever
//! goes to the complainant, and nothing here stops a clock.
//! Evidence: calls that told the complainant how the case stands.

mod calls;
mod note;
#[cfg(test)]
mod tests;
mod waiting;

use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    panel::{Row, Shown},
};
use redress_kernel::{Action, Refusal};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    panel: Some(panel),
    ..Slice::new("operation.notes", "7.3")
};

const VERBS: &[Verb] = &[
    Verb::new("notes", Action::Note, note::FIELDS)
        .ready(always)
        .decides(note::decide)
        .adding(),
    Verb::new("call", Action::Note, calls::FIELDS)
        .ready(always)
        .decides(calls::decide)
        .adding(),
    Verb::new("waiting", Action::Update, waiting::FIELDS).decides(waiting::decide),
];

/// What was heard or thought after closing still belongs to the case.
fn always(_: &Complaint, _: &At) -> Result<(), Refusal> {
    Ok(())
}

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let Some(waiting) = &c.waiting else {
        return Vec::new();
    };
    let mut rows = vec![
        Row::code("row-waiting", "waiting-on", &waiting.on),
        Row::text("row-waiting-text", &waiting.text),
        Row::new("row-waiting-since", Shown::Moment(waiting.since)),
    ];
    if let Some(until) = waiting.until {
        rows.push(Row::new("row-waiting-until", Shown::Moment(until)));
    }
    rows
}
