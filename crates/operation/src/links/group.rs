//! One cause, many complaints (lessons: a burst pipe, a failed bill run): one
//! complaint leads and is investigated for all; the others point to it and are each
//! answered personally. Joining is a link, so it is undone as one.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Linked, Unlinked},
    verb::{Back, while_open},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind},
};

pub const JOIN: &[Field] = &[Field::new("group-lead", Kind::Reference)
    .required()
    .hinted()];

const KIND: &str = "common-cause";

/// A complaint belongs to one group, and whoever leads one leads.
pub fn is_free(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    if c.lead().is_some() {
        return Err(Refusal::new("group-member-already"));
    }
    if c.members().next().is_some() {
        return Err(Refusal::new("group-leads-already"));
    }
    Ok(())
}

pub fn join(c: &Complaint, _: &Fields, at: &At) -> Result<Decided, Refusal> {
    let lead = at
        .others
        .get("group-lead")
        .ok_or(Refusal::new("no-such-complaint").at("group-lead"))?;
    if lead.id == c.id {
        return Err(Refusal::new("link-to-itself").at("group-lead"));
    }
    if lead.is_member {
        return Err(Refusal::new("group-name-the-lead").at("group-lead"));
    }
    let link = Linked {
        to: lead.id,
        reference: lead.reference.clone(),
        kind: KIND.to_owned(),
    };
    Ok(Decided::fact(Draft::of(c.id, &link)))
}

pub fn is_member(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.lead() {
        Some(_) => Ok(()),
        None => Err(Refusal::new("group-no-member")),
    }
}

pub fn leave(c: &Complaint, _: &Fields, _: &At) -> Result<Decided, Refusal> {
    let lead = c.lead().ok_or(Refusal::new("group-no-member"))?;
    Ok(Decided::fact(Draft::of(c.id, &Unlinked { to: lead.to })))
}

pub fn out_again(_: &Complaint) -> Back {
    ("group-leave", Vec::new())
}
