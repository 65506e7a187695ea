//! What a complaint is pinned to on its day of receipt.

use super::{kinds_of, over};
use crate::facts::Pinned;
use redress_kernel::{Instant, Organisation, organisation::InForce};
use redress_packs::{calendars, pack::pack};

/// The packs that this organisation works by, each in the version that holds for
/// what is received at that instant. A pack that had not begun then pins nothing.
pub fn pinned(organisation: &Organisation, received_at: Instant) -> Vec<Pinned> {
    let packs = organisation.packs.iter();
    packs.filter_map(|it| pin(it, received_at)).collect()
}

fn pin(in_force: &InForce, received_at: Instant) -> Option<Pinned> {
    let pack = pack(&in_force.pack)?;
    let calendar = over::calendar(pack, &in_force.calendar)?;
    let version = pack.at(received_at, &calendar)?;
    let known = kinds_of(version);
    let kinds = in_force
        .kinds
        .iter()
        .filter(|kind| known.contains(&kind.as_str()));
    Some(Pinned {
        pack: in_force.pack.clone(),
        version_from: version.from,
        calendar: in_force.calendar.clone(),
        calendar_version: calendars::national(&in_force.calendar)?.version.clone(),
        kinds: kinds.cloned().collect(),
    })
}
