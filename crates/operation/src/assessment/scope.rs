//! Is it a complaint at all? Complaint, enquiry, out of scope or duplicate,
//! always with a reason (R12, R15). A duplicate is linked to the earlier
//! complaint and stays a complaint of its own: the link can be taken back.

use redress_complaint::{
    Complaint, Decided,
    at::{At, Other},
    facts::{Linked, Reason, SCOPES, ScopeDecided, Unlinked},
};
use redress_kernel::{
    Draft, Id, Refusal,
    fields::{Field, Fields, Kind},
};

pub const FIELDS: &[Field] = &[
    Field::new("scope", Kind::Choice("scope", SCOPES)).required(),
    Field::new("duplicate-of", Kind::Reference).hinted(),
    Field::new("reason", Kind::Text(4000)).required(),
];

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let scope = fields.text("scope");
    let earlier = earlier(c, &scope, at.others.get("duplicate-of"))?;
    let fact = ScopeDecided {
        scope,
        duplicate_of: earlier.map(|other| other.id),
    };
    let reason = Reason {
        reason: fields.text("reason"),
    };
    let mut drafts = vec![Draft::with(c.id, &fact, &reason)];
    drafts.extend(no_duplicate_any_more(c, fact.duplicate_of));
    drafts.extend(earlier.map(|other| linked(c.id, other)));
    Ok(Decided::facts(drafts))
}

/// The complaint that this one repeats; the earliest receipt governs the dates (R15).
fn earlier<'a>(
    c: &Complaint,
    scope: &str,
    named: Option<&'a Other>,
) -> Result<Option<&'a Other>, Refusal> {
    if scope != "duplicate" {
        return Ok(None);
    }
    let other = named.ok_or(Refusal::new("duplicate-of-which").at("duplicate-of"))?;
    if other.id == c.id {
        return Err(Refusal::new("duplicate-of-itself").at("duplicate-of"));
    }
    Ok(Some(other))
}

fn linked(complaint: Id, other: &Other) -> Draft {
    let link = Linked {
        to: other.id,
        reference: other.reference.clone(),
        kind: "duplicate".to_owned(),
    };
    Draft::of(complaint, &link)
}

/// A later decision takes back the link of the earlier one.
fn no_duplicate_any_more(c: &Complaint, now: Option<Id>) -> Option<Draft> {
    let before = c.scope.as_ref()?.duplicate_of?;
    (Some(before) != now).then(|| Draft::of(c.id, &Unlinked { to: before }))
}
