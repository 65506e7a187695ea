//! The complainant's word on our answer: by the follow-up page in their own
//! hand, or recorded by the colleague to whom they said it.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Accepted, NotAccepted, Reason},
    verb::while_open,
};
use redress_kernel::{Draft, Id, Instant, Organisation, Refusal, deadline::Step, fields::Fields};

pub struct Answering {
    pub accepted: bool,
    pub review_wanted: bool,
    pub reason: String,
    /// By which door their word came.
    pub channel: String,
}

/// Accepts or does not accept. Not accepting closes nothing (7.9): whoever does
/// so is told at once which ways are open.
pub fn answer(
    c: &Complaint,
    said: Answering,
    organisation: &Organisation,
    now: Instant,
    message: Id,
) -> Result<Decided, Refusal> {
    let reason = Reason {
        reason: said.reason,
    };
    if said.accepted {
        may_accept(c)?;
        let closure_due = Some(organisation.due(Step::Closure, now));
        let accepted = Accepted {
            channel: said.channel,
            closure_due,
        };
        return Ok(Decided::fact(Draft::with(c.id, &accepted, &reason)));
    }
    if c.standing_decision().is_none() {
        return Err(Refusal::new("no-answer-yet"));
    }
    let refused = NotAccepted {
        channel: said.channel,
        review_wanted: said.review_wanted,
    };
    Ok(
        Decided::fact(Draft::with(c.id, &refused, &reason)).telling(letter::recourse(
            c,
            organisation,
            message,
            said.review_wanted,
        )),
    )
}

/// Before an answer somebody can say that it is settled already; while a new
/// answer is being written there is nothing to accept.
fn may_accept(c: &Complaint) -> Result<(), Refusal> {
    let settled_early = c.decision().is_none();
    match c.standing_decision().is_some() || settled_early {
        true => Ok(()),
        false => Err(Refusal::new("no-answer-yet")),
    }
}

pub(super) fn recorded(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    while_open(c, at)?;
    let said = Answering {
        accepted: fields.yes("accepted").unwrap_or(false),
        review_wanted: fields.ticked("review-wanted"),
        reason: fields.text("reason"),
        channel: fields
            .optional("channel")
            .unwrap_or_else(|| "staff".to_owned()),
    };
    answer(c, said, at.organisation, at.now, at.message_id())
}
