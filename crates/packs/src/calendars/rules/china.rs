//! Statutory holidays of mainland China (State Council, as amended with effect from
//! 2025): thirteen days, made good on working days when they fall on a weekend.
//! How weekdays are moved round them, and which weekends are worked, is told by a
//! notice each November; a year without that notice has the bare days only.

use super::year::{WEEKEND, Year, chinese, ching_ming, is_weekend, later};
use jiff::civil::{Date, date};

pub fn statutory(year: i16) -> Year {
    let listed = listed(year);
    let mut days = Year::default();
    for (on, name) in &listed {
        days.add(*on, name);
    }
    for (on, name) in listed.iter().filter(|(on, _)| is_weekend(*on)) {
        let instead = days.free(*on, 1, &WEEKEND);
        days.add(instead, &format!("{name}补休"));
    }
    days
}

fn listed(year: i16) -> Vec<(Date, &'static str)> {
    let mut days = vec![
        (date(year, 1, 1), "元旦"),
        (ching_ming(year), "清明节"),
        (date(year, 5, 1), "劳动节"),
        (date(year, 5, 2), "劳动节"),
        (date(year, 10, 1), "国庆节"),
        (date(year, 10, 2), "国庆节"),
        (date(year, 10, 3), "国庆节"),
    ];
    if let Some(first) = chinese(year, 1, 1) {
        days.extend((-1..=2).map(|ahead| (later(first, ahead), "春节")));
    }
    days.extend(chinese(year, 5, 5).map(|on| (on, "端午节")));
    days.extend(chinese(year, 8, 15).map(|on| (on, "中秋节")));
    days.sort();
    days
}
