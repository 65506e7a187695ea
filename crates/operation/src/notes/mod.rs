//! The work around a case (7.3): internal notes, telephone calls summed up, and
//! for whom it waits, put aside or in the list. Whoever works on complaints adds to it; nothing here ever
//! goes to the complainant, and nothing here stops a clock.
//! Evidence: calls that told the complainant how the case stands.

mod calls;
mod note;
#[cfg(test)]
mod tests;
mod waiting;
mod waking;

use redress_complaint::facts::{CallLogged, Noted, WaitingSet};
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    panel::{Row, Shown},
};
use redress_kernel::Fact;
use redress_kernel::{Action, Refusal, words::Message};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    panel: Some(panel),
    listen: Some(waking::listen),
    jobs: &[waking::WORK],
    facts: &[Noted::KIND, CallLogged::KIND, WaitingSet::KIND],
    ..Slice::new("operation.notes", "7.3")
};

const VERBS: &[Verb] = &[
    Verb::new("notes", Action::Note, note::FIELDS)
        .ready(always)
        .decides(note::decide)
        .adding()
        .for_many(),
    Verb::new("call", Action::Note, calls::FIELDS)
        .ready(always)
        .decides(calls::decide)
        .adding(),
    Verb::new("waiting", Action::Update, waiting::FIELDS)
        .decides(waiting::decide)
        .for_many()
        .taken_back_by(waiting::as_before),
    Verb::new("aside", Action::Update, waiting::ASIDE)
        .decides(waiting::put_aside)
        .for_many()
        .taken_back_by(waiting::as_before),
    Verb::new("aside-over", Action::Update, &[])
        .ready(waiting::is_waiting)
        .decides(waiting::bring_back),
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
        Row::new("row-waiting-since", Shown::Moment(waiting.since)),
    ];
    if !waiting.text.is_empty() {
        rows.insert(1, Row::text("row-waiting-text", &waiting.text));
    }
    if let Some(until) = waiting.until {
        rows.push(Row::new("row-waiting-until", Shown::Moment(until)));
    }
    if waiting.aside {
        let clocks = Shown::Said(Message::new("aside-clocks"));
        rows.push(Row::new("row-aside", clocks));
    }
    rows
}
