//! What is ticked, read onto what held before. A pack is in force with a calendar and
//! with the kinds of complaint that come here, where it tells kinds apart.

use crate::national::LISTS;
use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind},
    organisation::InForce,
    words::Message,
};
use redress_packs::pack::{self, Pack, pack};

/// Our own targets are no pack to be switched on: they always hold.
pub const OWN: &str = "iso-10002";
const CODES: &[&str] = match pack::IDS.split_first() {
    Some((_own, others)) => others,
    None => &[],
};
const KIND_CODES: &[&str] = &[
    "general",
    "payment-services",
    "hardship",
    "superannuation",
    "traditional-trustee",
    "death-benefit",
    "immediate",
    "simple-enquiry",
    "enquiry",
    "suggestion",
    "grievance",
    "simple",
    "complex",
    "specially-complex",
    "complaint",
    "report",
];
pub const PACKS: Field = Field::new("packs", Kind::Several("pack", CODES)).hinted();
pub const KINDS: Field = Field::new("kinds", Kind::Several("pack-kind", KIND_CODES)).hinted();
/// For a pack that has no calendar of its own.
pub const CALENDAR: Field = Field::new("pack-calendar", Kind::Choice("holidays", LISTS)).hinted();
pub const FORM: &[Field] = &[PACKS, CALENDAR, KINDS];

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(FORM);
    let (codes, kinds) = (fields.codes(PACKS.name), fields.codes(KINDS.name));
    let chosen = fields.text(CALENDAR.name);
    let packs: Vec<&Pack> = codes.iter().filter_map(|code| pack(code)).collect();
    let mut in_force = Vec::new();
    for pack in packs {
        let own = pack.calendar.as_deref().filter(|_| !pack.ask_calendar);
        let Some(calendar) = own.or(named(&chosen)) else {
            fields.problem(CALENDAR.name, Message::new("problem-pack-calendar"));
            return None;
        };
        in_force.push(InForce {
            pack: pack.id.clone(),
            calendar: calendar.to_owned(),
            kinds: of(pack, &kinds),
        });
    }
    let it = Organisation {
        packs: in_force,
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

fn named(chosen: &str) -> Option<&str> {
    redress_packs::calendars::national(chosen).map(|_| chosen)
}

/// Of the kinds that come here those that this pack knows.
fn of(pack: &Pack, kinds: &[String]) -> Vec<String> {
    let knows = |kind: &&String| {
        let mut clocks = pack.versions.iter().flat_map(|it| &it.clocks);
        clocks.any(|clock| clock.applies_when.contains(kind))
    };
    kinds.iter().filter(knows).cloned().collect()
}

pub fn typed(it: &Organisation) -> Fields {
    let mut fields = Fields::default();
    let mut kinds: Vec<&String> = Vec::new();
    for held in &it.packs {
        fields.put(PACKS.name, held.pack.as_str());
        let new = held.kinds.iter().filter(|kind| !kinds.contains(kind));
        kinds.extend(new.collect::<Vec<_>>());
        if pack(&held.pack).is_some_and(|pack| pack.ask_calendar) {
            fields.put(CALENDAR.name, held.calendar.as_str());
        }
    }
    kinds
        .iter()
        .for_each(|kind| fields.put(KINDS.name, kind.as_str()));
    fields
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_packs::pack::packs;

    fn given(pairs: &[(&str, &str)]) -> (Fields, Option<Organisation>) {
        let mut fields = Fields::default();
        pairs
            .iter()
            .for_each(|(name, value)| fields.put(name, *value));
        let it = accept(&mut fields, &Organisation::default());
        (fields, it)
    }

    #[test]
    fn every_pack_and_every_kind_that_is_delivered_can_be_chosen() {
        let mut all: Vec<&str> = packs().iter().map(|pack| pack.id.as_str()).collect();
        all.retain(|id| *id != OWN);
        assert_eq!(CODES, all);
        let clocks = packs()
            .iter()
            .flat_map(|it| &it.versions)
            .flat_map(|it| &it.clocks);
        for kind in clocks.flat_map(|clock| &clock.applies_when) {
            assert!(KIND_CODES.contains(&kind.as_str()), "{kind}");
        }
    }

    #[test]
    fn a_pack_is_switched_on_with_its_calendar_and_its_kinds() {
        let (_, it) = given(&[
            ("packs", "uk-fca-disp"),
            ("kinds", "payment-services"),
            ("kinds", "grievance"),
        ]);
        let it = it.unwrap();
        let expected = InForce {
            pack: "uk-fca-disp".into(),
            calendar: "GB-EAW".into(),
            kinds: vec!["payment-services".into()],
        };
        assert_eq!(it.packs, [expected]);
        assert_eq!(accept(&mut typed(&it), &it), Some(it));
    }

    #[test]
    fn a_pack_without_a_calendar_of_its_own_asks_for_one() {
        let (fields, it) = given(&[("packs", "eu-psd2")]);
        assert_eq!(it, None);
        assert!(fields.problem_at("pack-calendar").is_some());
        let (_, it) = given(&[("packs", "eu-psd2"), ("pack-calendar", "LT")]);
        assert_eq!(it.unwrap().packs[0].calendar, "LT");
    }

    #[test]
    fn switching_all_off_leaves_the_fact_as_it_was_before_there_were_packs() {
        let (_, it) = given(&[]);
        assert_eq!(it.unwrap(), Organisation::default());
    }
}
