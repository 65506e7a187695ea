//! The internal review (annex G): somebody who had no part in the answer looks
//! at it again.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::{At, Colleague},
    case::Review,
    facts::{Assigned, Reason, ReviewDecided, ReviewOpened},
    verb::while_open,
};
use redress_kernel::{Action, Draft, Id, Refusal, deadline::Step, fields::Fields, person::granted};

pub const OUTCOMES: &[&str] = &["confirmed", "changed", "reinvestigate"];

pub fn can_open(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    // Whoever is kept apart since cannot decide it any more: somebody else does.
    let free = |review: &Review| !c.kept_apart().contains(&review.reviewer);
    if c.open_review().is_some_and(free) {
        return Err(Refusal::new("review-open-already"));
    }
    // Their letter says that the next way is outside.
    if c.is_reviewed() {
        return Err(Refusal::new("reviewed-already"));
    }
    match c.standing_decision() {
        Some(_) => Ok(()),
        None => Err(Refusal::new("no-answer-yet")),
    }
}

pub fn open(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let reviewer = fields
        .id("colleague")
        .and_then(|id| at.colleague(id))
        .ok_or(Refusal::new("colleague-unknown").at("colleague"))?;
    independent(c, reviewer)?;
    let due = at.organisation.due(Step::Response, at.now);
    let opened = ReviewOpened {
        reviewer: reviewer.id,
        due_at: Some(due),
    };
    let reason = Reason {
        reason: fields.text("reason"),
    };
    Ok(Decided::fact(Draft::with(c.id, &opened, &reason))
        .and(given_to(c, Some(reviewer.id)))
        .telling(letter::review_opened(c, at, due)))
}

/// Whoever has to act next has the case, so that it stands among their own.
fn given_to(c: &Complaint, owner: Option<Id>) -> Draft {
    let unit = c.unit;
    Draft::of(c.id, &Assigned { owner, unit })
}

/// R04: none of those who worked on the answer, nor anybody who is kept apart (R01),
/// and somebody whose role reviews at all.
fn independent(c: &Complaint, reviewer: &Colleague) -> Result<(), Refusal> {
    let about = c.about();
    let involved = about.earlier.contains(&reviewer.id) || c.kept_apart().contains(&reviewer.id);
    if involved {
        return Err(Refusal::new("reviewer-not-independent").at("colleague"));
    }
    match granted(reviewer.role, Action::Review) {
        true => Ok(()),
        false => Err(Refusal::new("reviewer-without-role").at("colleague")),
    }
}

pub fn can_decide(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    let review = c.open_review().ok_or(Refusal::new("no-review-open"))?;
    match review.reviewer == at.actor.id {
        true => Ok(()),
        false => Err(Refusal::new("only-the-reviewer")),
    }
}

/// A confirmed answer is told at once with the way outside; a changed one goes
/// out as a new decision, a new investigation gets a new date.
pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let outcome = fields.text("review-outcome");
    let reason = fields.text("reason");
    let telling = match outcome.as_str() {
        "confirmed" => letter::review_confirmed(c, at, &reason),
        _ => letter::review_goes_on(c, at, &reason),
    };
    let review = ReviewDecided { outcome };
    let decided = Decided::fact(Draft::with(c.id, &review, &Reason { reason })).telling(telling);
    let before = c.open_review().and_then(|review| review.given_by_owner);
    Ok(match before.filter(|_| c.owner == Some(at.actor.id)) {
        Some(before) => decided.and(given_to(c, Some(before))),
        None => decided,
    })
}
