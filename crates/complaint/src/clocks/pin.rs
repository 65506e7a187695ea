//! What a complaint is pinned to on its day of receipt.

use super::{kinds_of, over};
use crate::facts::Pinned;
use jiff::civil::Date;
use redress_kernel::{
    Instant, Organisation, Refusal,
    organisation::{Decreed, InForce},
};
use redress_packs::{calendars, pack::pack};
use std::collections::BTreeSet;

/// The packs that this organisation works by, each in the version that holds for
/// what is received at that instant. A pack that had not begun then pins nothing.
pub fn pinned(organisation: &Organisation, received_at: Instant) -> Vec<Pinned> {
    let packs = organisation.packs.iter();
    packs
        .filter_map(|it| pin(organisation, it, received_at))
        .collect()
}

/// The same, where whoever hands it in says of which kind it is: `pack/kind`, one a pack.
pub fn pinned_as(
    organisation: &Organisation,
    received_at: Instant,
    kinds: &[String],
) -> Result<Vec<Pinned>, Refusal> {
    let mut pins = pinned(organisation, received_at);
    let mut said = BTreeSet::new();
    for typed in kinds {
        let unknown = || Refusal::new("kind-unknown").at("kinds");
        let (pack, kind) = typed.split_once('/').ok_or_else(unknown)?;
        let mut its = pins.iter_mut().filter(|pin| pin.pack == pack);
        let pin = its
            .next()
            .filter(|pin| knows(pin, kind))
            .ok_or_else(unknown)?;
        if !said.insert(pack) {
            return Err(unknown());
        }
        pin.kinds = vec![kind.to_owned()];
    }
    Ok(pins)
}

fn knows(pin: &Pinned, kind: &str) -> bool {
    over::version(pin).is_some_and(|(_, version)| kinds_of(version).contains(&kind))
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
    let mut pinned = over_list(organisation, &in_force.pack, &in_force.calendar)?;
    let version = over::counting(pack, &pinned, |calendar| pack.at(received_at, calendar))??;
    let known = kinds_of(version);
    let kinds = in_force
        .kinds
        .iter()
        .filter(|kind| known.contains(&kind.as_str()));
    pinned.kinds = kinds.cloned().collect();
    pinned.version_from = version.from;
    Some(pinned)
}

/// Over which days the office counts by this list; no version of the pack yet.
pub(super) fn over_list(organisation: &Organisation, pack: &str, calendar: &str) -> Option<Pinned> {
    let (version, days) = list(organisation, calendar)?;
    Some(Pinned {
        pack: pack.to_owned(),
        version_from: Date::ZERO,
        calendar: calendar.to_owned(),
        calendar_version: version.to_owned(),
        kinds: Vec::new(),
        days: days.to_vec(),
        hours: organisation.hours,
    })
}
