//! The national calendars that can be chosen, by their names; their words are
//! `holidays-{name}`. The first set-up proposes one from the time zone.

use redress_kernel::{
    fields::{Field, Kind},
    holidays::Holidays,
};
use redress_packs::calendars::{self, IDS};

pub const NO_LIST: &str = "none";
/// No list, or one of those that are delivered.
pub const LISTS: &[&str] = &with_none();

const fn with_none() -> [&'static str; IDS.len() + 1] {
    let mut all = [NO_LIST; IDS.len() + 1];
    if let Some((_, delivered)) = all.split_first_mut() {
        delivered.copy_from_slice(&IDS);
    }
    all
}

pub const HOLIDAYS: Field = Field::new("holidays", Kind::Choice("holidays", LISTS)).hinted();

/// The list of this name as this release has it; a list that did not change is not
/// made anew. Who says nothing changes nothing.
pub fn kept(name: &str, held: Option<&Holidays>) -> Option<Holidays> {
    if name.is_empty() {
        return held.cloned();
    }
    let list = calendars::national(name)?;
    let same = |held: &&Holidays| held.calendar() == name && held.version() == list.version;
    let held = held.filter(same);
    Some(held.cloned().unwrap_or_else(|| Holidays::of(list)))
}

/// The list of the country in which this time zone lies, where it lies in one alone;
/// of several lists of a country the one that most of its people keep.
pub fn proposed(zone: &str) -> Option<&'static str> {
    const US: [&str; 10] = [
        "America/New_York",
        "America/Detroit",
        "America/Chicago",
        "America/Denver",
        "America/Boise",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "America/Juneau",
        "Pacific/Honolulu",
    ];
    Some(match zone {
        "Asia/Seoul" => "KR",
        "Asia/Taipei" => "TW",
        "Asia/Shanghai" | "Asia/Urumqi" => "CN",
        "Europe/Vilnius" => "LT",
        "Asia/Tehran" => "IR",
        "Europe/London" => "GB-EAW",
        "Asia/Hong_Kong" => "HK",
        zone if zone.starts_with("Australia/") => "AU",
        zone if US.contains(&zone) => "US",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_proposes_a_list_that_is_delivered_or_none() {
        let zones = [
            "Asia/Seoul",
            "Europe/Vilnius",
            "Europe/London",
            "Australia/Perth",
        ];
        for zone in zones {
            let list = proposed(zone);
            assert!(list.is_some_and(|list| LISTS.contains(&list)), "{zone}");
        }
        assert_eq!(proposed("Europe/Berlin"), None);
        assert_eq!(proposed("UTC"), None);
    }
}
