//! The way outside (ISO 10003): an ombudsman, a dispute board, a regulator or a
//! court; and the end of every reasonable option.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Reason, RecourseEnded, Referral, ReferralDecided, Referred},
    verb::while_open,
};
use redress_kernel::{Draft, Refusal, fields::Fields};

pub const BY: &[&str] = &["complainant", "organisation"];
pub const OUTCOMES: &[&str] = &["complied", "upheld", "not-upheld", "discontinued"];
pub const ENDED: &[&str] = &["exhausted", "declined", "out-of-time"];

/// Whoever goes outside may do so at any time, also before our answer.
pub fn refer(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let own = at
        .organisation
        .outside_body(c.language)
        .lines()
        .next()
        .unwrap_or_default();
    let body = fields
        .optional("external-body")
        .unwrap_or_else(|| own.trim().to_owned());
    if body.is_empty() {
        return Err(Refusal::new("which-external-body").at("external-body"));
    }
    let number = c.referrals.iter().map(|r| r.number).max().unwrap_or(0) + 1;
    let referred = Referred {
        number,
        by: fields.text("referred-by"),
    };
    let referral = Referral {
        body,
        text: fields.text("text"),
    };
    Ok(Decided::fact(Draft::with(c.id, &referred, &referral)))
}

pub fn one_is_open(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.open_referral() {
        Some(_) => Ok(()),
        None => Err(Refusal::new("no-referral-open")),
    }
}

pub fn decided(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let open = c.open_referral().ok_or(Refusal::new("no-referral-open"))?;
    let decided = ReferralDecided {
        number: open.number,
        outcome: fields.text("referral-outcome"),
    };
    let referral = Referral {
        body: open.body.clone(),
        text: fields.text("text"),
    };
    Ok(Decided::fact(Draft::with(c.id, &decided, &referral)))
}

pub fn can_end(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    if c.open_review().is_some() {
        return Err(Refusal::new("close-review-open"));
    }
    if c.open_referral().is_some() {
        return Err(Refusal::new("close-referral-open"));
    }
    match c.is_rejected() {
        true => Ok(()),
        false => Err(Refusal::new("nothing-rejected")),
    }
}

/// "Used up" means both: reviewed inside and decided outside.
pub fn end(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let how = fields.text("how-ended");
    let reviewed = c.is_reviewed();
    let decided_outside = c
        .referrals
        .iter()
        .any(|referral| referral.outcome.is_some());
    if how == "exhausted" && !(reviewed && decided_outside) {
        return Err(Refusal::new("recourse-not-exhausted").at("how-ended"));
    }
    let reason = Reason {
        reason: fields.text("reason"),
    };
    Ok(Decided::fact(Draft::with(
        c.id,
        &RecourseEnded { how },
        &reason,
    )))
}
