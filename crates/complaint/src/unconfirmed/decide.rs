//! Is it a complaint? Confirming says yes, whoever said no before; dismissing says no,
//! with a reason. Pure.

use crate::{
    Complaint, Decided,
    at::At,
    facts::{Confirmed, Dismissed, Reason},
};
use redress_kernel::{Draft, Refusal, fields::Fields};

pub fn may_confirm(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.is_unconfirmed() {
        true => Ok(()),
        false => Err(Refusal::new("confirmed-before")),
    }
}

pub fn may_dismiss(c: &Complaint, at: &At) -> Result<(), Refusal> {
    may_confirm(c, at)?;
    match c.is_open() {
        true => Ok(()),
        false => Err(Refusal::new("dismissed-already")),
    }
}

pub fn confirm(c: &Complaint, _: &Fields, _: &At) -> Result<Decided, Refusal> {
    Ok(Decided::fact(Draft::of(c.id, &confirmed("desk"))))
}

pub fn dismiss(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let reason = Reason {
        reason: fields.text("reason"),
    };
    Ok(Decided::fact(Draft::with(
        c.id,
        &Dismissed::default(),
        &reason,
    )))
}

pub fn confirmed(how: &str) -> Confirmed {
    Confirmed {
        how: how.to_owned(),
    }
}
