//! Of which kind this complaint is, where a rule pack sets other limits for other
//! kinds: what may apply becomes certain, or falls away.

use redress_complaint::{Complaint, Decided, at::At, facts::KindsSet, verb::while_open};
use redress_kernel::{Draft, Refusal, fields::Fields};

pub fn some_to_choose(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.kinds_offered().is_empty() {
        true => Err(Refusal::new("no-kinds")),
        false => Ok(()),
    }
}

pub fn set(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let typed = fields.text("complaint-kind");
    let unknown = || Refusal::new("kind-unknown").at("complaint-kind");
    let (pack, kind) = typed.split_once('/').ok_or_else(unknown)?;
    let offered = c.kinds_offered();
    let mut offered = offered.iter().filter(|(its, ..)| its.id == pack);
    let (.., said) = offered
        .find(|(_, its, _)| *its == kind)
        .ok_or_else(unknown)?;
    if *said {
        return Err(Refusal::new("kind-already").at("complaint-kind"));
    }
    let set = KindsSet {
        pack: pack.to_owned(),
        kinds: vec![kind.to_owned()],
    };
    Ok(Decided::fact(Draft::of(c.id, &set)))
}
