//! A case that must not be found by what is written in it: its subject lies closed and
//! its words stand in no index. Reference and whole names find it as before.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Reason, SensitivitySet},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind},
};

pub const FIELDS: &[Field] = &[Field::new("sensitive-reason", Kind::Text(4000))
    .required()
    .hinted()];

pub fn is_ordinary(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.sensitive {
        true => Err(Refusal::new("sensitive-already")),
        false => Ok(()),
    }
}

pub fn is_sensitive(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.sensitive {
        true => Ok(()),
        false => Err(Refusal::new("sensitive-not")),
    }
}

pub fn mark(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    is_ordinary(c, at)?;
    Ok(set(c, fields, true))
}

pub fn unmark(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    is_sensitive(c, at)?;
    Ok(set(c, fields, false))
}

fn set(c: &Complaint, fields: &Fields, sensitive: bool) -> Decided {
    let reason = Reason {
        reason: fields.text("sensitive-reason"),
    };
    Decided::fact(Draft::with(c.id, &SensitivitySet { sensitive }, &reason))
}
