//! The fingerprint of a calendar: over id, zone, weekend, what each year is, and each
//! day that is off or worked. Names and notes are left out on purpose.

use jiff::civil::Weekday;
use redress_kernel::calendar::{Listed, National};
use sha2::{Digest, Sha256};
use std::fmt::Write;

pub(super) fn digest(national: &National) -> String {
    let mut text = format!("{}\n{}\nweekend", national.id, national.zone);
    for weekday in &national.weekend {
        let _ = write!(text, " {}", short(*weekday));
    }
    for (year, listed) in &national.years {
        let _ = write!(text, "\n{year} {}", code(*listed));
    }
    for day in &national.days {
        let state = if day.works { "works" } else { "off" };
        let _ = write!(text, "\n{} {state}", day.day);
    }
    text.push('\n');
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

const fn code(listed: Listed) -> &'static str {
    match listed {
        Listed::Official => "official",
        Listed::Computed => "computed",
    }
}

pub(super) const fn short(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}
