//! Of which kind this complaint is, where a rule pack sets other limits for other
//! kinds: what may apply becomes certain, or falls away.

use redress_complaint::{Complaint, Decided, at::At, clocks::NoKind, verb::while_open};
use redress_kernel::{Draft, Refusal, fields::Fields};

pub fn some_to_choose(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.kinds_offered().is_empty() {
        true => Err(Refusal::new("no-kinds")),
        false => Ok(()),
    }
}

pub fn set(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let set = c.of_kind(&fields.text("complaint-kind"));
    let set = set.map_err(|no| match no {
        NoKind::Unknown => Refusal::new("kind-unknown").at("complaint-kind"),
        NoKind::Said => Refusal::new("kind-already").at("complaint-kind"),
    })?;
    Ok(Decided::fact(Draft::of(c.id, &set)))
}
