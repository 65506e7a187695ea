//! The same with everything that was collected for this project, also what may not be
//! copied into it: `cargo xtask check --shared`.

use super::{
    compare::{disagreements, undecided},
    decisions::decisions,
    folder,
    sources::{of, taiwan, vacanza},
};
use jiff::civil::Date;
use redress_packs::calendars;
use serde_json::Value;
use std::path::PathBuf;

/// The folder with the collected calendars; without it the reason for skipping is printed.
#[allow(
    clippy::disallowed_methods,
    reason = "set by cargo xtask check --shared"
)]
fn collected() -> Option<PathBuf> {
    match std::env::var("REDRESS_SHARED_DATA") {
        Ok(shared) => Some(PathBuf::from(shared).join("calendars")),
        Err(_) => {
            eprintln!(
                "SKIPPED, loudly: REDRESS_SHARED_DATA is not set (cargo xtask check --shared)"
            );
            None
        }
    }
}

#[test]
fn the_decisions_are_complete_with_the_source_that_may_not_be_copied() {
    let Some(collected) = collected() else { return };
    let copied = folder().join("sources");
    let dates = collected.join("date-holidays");
    let found: Vec<_> = calendars::ids()
        .iter()
        .flat_map(|id| disagreements(id, &of(id, &copied, Some(&dates))))
        .collect();
    let faults = undecided(&found, &decisions().0, true);
    assert!(
        faults.is_empty(),
        "{} open:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn what_was_copied_is_what_was_collected() {
    let Some(collected) = collected() else { return };
    let copied = folder().join("sources");
    for file in [
        "korea/basic.json",
        "korea/basic.ics",
        "holiday-cn/2022.json",
        "holiday-cn/2023.json",
        "holiday-cn/2024.json",
        "holiday-cn/2025.json",
        "holiday-cn/2026.json",
        "holiday-cn/holiday-cn.ics",
    ] {
        let ours = std::fs::read(copied.join(file)).expect("our copy");
        let theirs = std::fs::read(collected.join(file)).expect("the original");
        assert!(ours == theirs, "{file} was changed");
    }
    for id in ["KR", "TW", "CN", "LT", "IR", "US", "HK", "GB-EAW", "GB-SCT"] {
        let ours = vacanza(id, &copied.join("vacanza"));
        let theirs = vacanza(id, &collected.join("vacanza"));
        assert_eq!(ours.days, theirs.days, "vacanza for {id}");
    }
}

/// Our copy leaves out the ordinary days of the week and adds the two later years.
#[test]
fn the_excerpt_of_taiwan_says_what_the_whole_list_says() {
    let Some(collected) = collected() else { return };
    let ours = taiwan(&folder().join("sources/taiwan/days.csv"));
    for year in 2022..=2025 {
        let list = super::sources::json(&collected.join(format!("taiwan/{year}.json")));
        for day in list.as_array().expect("a list of days") {
            let on = date(day);
            let off = day["isHoliday"].as_bool().expect("on or off");
            let ours_off = match ours.days.get(&on) {
                Some((says, _)) => *says == super::sources::Says::Off,
                None => redress_packs::calendars::rules::is_weekend(on),
            };
            assert_eq!(ours_off, off, "{on}");
        }
    }
}

fn date(day: &Value) -> Date {
    let text = day["date"].as_str().expect("a date");
    Date::strptime("%Y%m%d", text).expect("eight digits")
}
