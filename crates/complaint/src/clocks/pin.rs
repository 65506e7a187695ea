//! What a complaint is pinned to on its day of receipt.

use super::{kinds_of, over};
use crate::facts::Pinned;
use redress_kernel::{
    Instant, Organisation,
    organisation::{Decreed, InForce},
};
use redress_packs::{calendars, pack::pack};

/// The packs that this organisation works by, each in the version that holds for
/// what is received at that instant. A pack that had not begun then pins nothing.
pub fn pinned(organisation: &Organisation, received_at: Instant) -> Vec<Pinned> {
    let packs = organisation.packs.iter();
    packs
        .filter_map(|it| pin(organisation, it, received_at))
        .collect()
}

/// In which version the office counts over this list, and which days it decided
/// otherwise; of a list about which it decided nothing, the newest.
fn list<'a>(organisation: &'a Organisation, id: &str) -> Option<(&'a str, &'a [Decreed])> {
    if let Some(list) = organisation.in_use(id) {
        return Some((&list.version, &list.days));
    }
    Some((calendars::national(id)?.version.as_str(), &[]))
}

fn pin(organisation: &Organisation, in_force: &InForce, received_at: Instant) -> Option<Pinned> {
    let pack = pack(&in_force.pack)?;
    let (version, days) = list(organisation, &in_force.calendar)?;
    let calendar = over::over(pack, calendars::version(&in_force.calendar, version)?, &[])?;
    let (calendar_version, days) = (version.to_owned(), days.to_vec());
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
        calendar_version,
        kinds: kinds.cloned().collect(),
        days,
    })
}
