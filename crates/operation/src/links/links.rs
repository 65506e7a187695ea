//! Setting a link and taking it back.

use redress_complaint::{
    Complaint, Decided,
    at::{At, Other},
    facts::{Linked, Unlinked},
    verb::while_open,
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind},
};

/// "duplicate" is decided with the scope (7.5), where its reason is asked for.
pub const KINDS: &[&str] = &["related", "group"];

const LINKS_MAX: usize = 200;

const OTHER: Field = Field::new("other-complaint", Kind::Reference).required();

pub const LINK: &[Field] = &[
    OTHER,
    Field::new("link-kind", Kind::Choice("link", KINDS)).required(),
];
pub const UNLINK: &[Field] = &[OTHER];

pub fn link(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let other = named(at)?;
    if other.id == c.id {
        return Err(Refusal::new("link-to-itself").at("other-complaint"));
    }
    if c.links.iter().any(|link| link.to == other.id) {
        return Err(Refusal::new("linked-already").at("other-complaint"));
    }
    if c.links.len() >= LINKS_MAX {
        return Err(Refusal::new("links-too-many").with("max", LINKS_MAX));
    }
    let link = Linked {
        to: other.id,
        reference: other.reference.clone(),
        kind: fields.text("link-kind"),
    };
    Ok(Decided::fact(Draft::of(c.id, &link)))
}

pub fn is_linked(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    if c.links.is_empty() {
        return Err(Refusal::new("not-linked"));
    }
    Ok(())
}

pub fn unlink(c: &Complaint, _: &Fields, at: &At) -> Result<Decided, Refusal> {
    let other = named(at)?;
    let link = c.links.iter().find(|link| link.to == other.id);
    match link {
        None => Err(Refusal::new("not-linked").at("other-complaint")),
        // That link stands for a reasoned decision: it goes when the decision changes.
        Some(link) if matches!(link.kind.as_str(), "duplicate" | "has-duplicate") => {
            Err(Refusal::new("linked-as-duplicate").at("other-complaint"))
        }
        Some(link) => Ok(Decided::fact(Draft::of(c.id, &Unlinked { to: link.to }))),
    }
}

/// The door resolved the reference, for what this person may see.
fn named<'a>(at: &At<'a>) -> Result<&'a Other, Refusal> {
    let missing = Refusal::new("no-such-complaint").at("other-complaint");
    at.others.get("other-complaint").ok_or(missing)
}
