//! Withdrawing is the complainant's own act (R18): on the follow-up page, or said
//! to a colleague who records by which way. What concerns safety is looked into
//! all the same.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{WithdrawnByComplainant, WithdrawnText},
    verb::while_open,
};
use redress_kernel::{Draft, Id, Organisation, Refusal, fields::Fields};

pub fn can_withdraw(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.withdrawn_at {
        Some(_) => Err(Refusal::new("withdrawn-already")),
        None => Ok(()),
    }
}

/// The decision for both doors; it leaves the closing to a colleague.
pub fn withdraw(
    c: &Complaint,
    channel: &str,
    reason: &str,
    organisation: &Organisation,
    message: Id,
) -> Result<Decided, Refusal> {
    if !c.is_open() {
        return Err(Refusal::new("closed-already"));
    }
    if c.withdrawn_at.is_some() {
        return Err(Refusal::new("withdrawn-already"));
    }
    let withdrawn = WithdrawnByComplainant {
        channel: channel.to_owned(),
    };
    let text = WithdrawnText {
        reason: reason.to_owned(),
    };
    Ok(
        Decided::fact(Draft::with(c.id, &withdrawn, &text)).telling(letter::withdrawn(
            c,
            organisation,
            message,
            concerns_safety(c),
        )),
    )
}

pub(super) fn concerns_safety(c: &Complaint) -> bool {
    c.danger
        || c.assessment
            .as_ref()
            .is_some_and(|assessment| assessment.safety)
}

pub(super) fn recorded(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let (channel, reason) = (fields.text("channel"), fields.text("reason"));
    withdraw(c, &channel, &reason, at.organisation, at.message_id())
}
