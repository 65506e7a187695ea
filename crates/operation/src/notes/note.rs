//! An internal note: a fact of its own kind, so that it can never become a reply.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Noted, Text},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};

pub const FIELDS: &[Field] = &[Field::new("text", Kind::Text(LONG_TEXT_MAX)).required()];

pub fn decide(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let text = Text {
        text: fields.text("text"),
    };
    Ok(Decided::fact(Draft::with(c.id, &Noted {}, &text)))
}
