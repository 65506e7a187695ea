//! What was collected: files with what they show, and interviews held.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{EvidenceFiled, EvidenceText, Interview, InterviewHeld},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX, SHORT_TEXT_MAX},
};

pub const FIELDS: &[Field] = &[
    Field::new("files", Kind::Files),
    Field::new("evidence-text", Kind::Text(LONG_TEXT_MAX)).hinted(),
];

pub const INTERVIEW: &[Field] = &[
    Field::new("interviewed", Kind::Line(SHORT_TEXT_MAX)).required(),
    Field::new("held-at", Kind::Moment).required(),
    Field::new("interview-text", Kind::Text(LONG_TEXT_MAX)).required(),
];

pub fn file(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let text = fields.text("evidence-text");
    if at.files.is_empty() && text.is_empty() {
        return Err(Refusal::new("evidence-empty").at("files"));
    }
    let (files, names) = at.enclosed();
    let text = EvidenceText { text, files: names };
    Ok(Decided::fact(Draft::with(
        c.id,
        &EvidenceFiled { files },
        &text,
    )))
}

/// Held when it was held: the fact carries that moment beside its recording.
pub fn interview(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let zone = at.organisation.zone();
    let missing = Refusal::new("held-when").at("held-at");
    let held_at = fields.moment("held-at", &zone).ok_or(missing)?;
    if held_at > at.now {
        return Err(Refusal::new("not-yet-held").at("held-at"));
    }
    let interview = Interview {
        with: fields.text("interviewed"),
        text: fields.text("interview-text"),
    };
    let draft = Draft::with(c.id, &InterviewHeld { held_at }, &interview);
    Ok(Decided::fact(draft.occurred(held_at)))
}
