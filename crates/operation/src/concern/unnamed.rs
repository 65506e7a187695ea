//! Un-naming: the person was named by mistake. A correction like every other: a
//! later fact with its reason; that they were named stays on file, as is their right.

use super::answering::{NUMBER, meant};
use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{PersonConcernUnnamed, Reason},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind},
};

pub const FIELDS: &[Field] = &[
    NUMBER,
    Field::new("unnaming-reason", Kind::Text(4_000))
        .required()
        .hinted(),
];

pub fn decide(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let concern = meant(c, fields, |_| true)?;
    let unnamed = PersonConcernUnnamed {
        number: concern.number,
    };
    let reason = Reason {
        reason: fields.text("unnaming-reason"),
    };
    Ok(Decided::fact(Draft::with(c.id, &unnamed, &reason)))
}
