//! Northfield Water tries the rules of a pack: they are switched on for one complaint,
//! which keeps to them, and off again. So the demo shows limits of law without changing
//! the dates of everything else.

use redress_complaint::house::organisation;
use redress_kernel::{By, Draft, Id, Instant, Organisation, organisation::InForce};
use redress_office::facts::OrganisationSet;
use redress_store::{Error, Tx};

/// Switches them on; what held before, if anything changed.
pub fn in_force(
    tx: &mut Tx,
    rules: Option<&str>,
    at: Instant,
) -> Result<Option<Organisation>, Error> {
    let Some((pack, kind)) = rules.and_then(|rules| rules.split_once('/')) else {
        return Ok(None);
    };
    let before = organisation(tx)?;
    let known = redress_packs::pack::pack(pack);
    let calendar = known.and_then(|pack| pack.calendar.clone());
    let on = InForce {
        pack: pack.to_owned(),
        calendar: calendar.unwrap_or_default(),
        kinds: vec![kind.to_owned()],
    };
    let after = Organisation {
        packs: vec![on],
        ..before.clone()
    };
    set(tx, after, at)?;
    Ok(Some(before))
}

pub fn as_before(tx: &mut Tx, before: Option<Organisation>, at: Instant) -> Result<(), Error> {
    before.map_or(Ok(()), |before| set(tx, before, at))
}

fn set(tx: &mut Tx, organisation: Organisation, at: Instant) -> Result<(), Error> {
    let set = OrganisationSet { organisation };
    tx.record(Draft::of(Id::ORGANISATION, &set), &By::system(at))
        .map(|_| ())
}
