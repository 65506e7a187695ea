//! Days off by the published rules of a country, for the years and places for
//! which nobody hands us a list: Easter, substitute days, festivals of the lunar
//! calendars. The calendars in `calendars/*.json` are drawn up from lists, these
//! rules and written decisions; a test compares all three, day by day.

mod britain;
mod china;
mod europe;
mod hong_kong;
mod iran;
mod korea;
mod oceania;
mod taiwan;
mod united_states;
mod year;

pub use year::{Year, easter, is_weekend};

/// The first and the last year for which the rules were compared with anything.
pub const YEARS: std::ops::RangeInclusive<i16> = 2022..=2035;

/// The days off of one year by rule, named in the country's own language.
/// `None`: no rule is known for this calendar in this year.
pub fn holidays(id: &str, year: i16) -> Option<Year> {
    if !YEARS.contains(&year) {
        return None;
    }
    Some(match id {
        "GB-EAW" => britain::england_and_wales(year),
        "GB-SCT" => britain::scotland(year),
        "GB-NIR" => britain::northern_ireland(year),
        "US" => united_states::federal(year),
        "AU" => oceania::australia(year),
        "EU-TARGET" => europe::target(year),
        "LT" => europe::lithuania(year),
        "HK" => hong_kong::general_holidays(year),
        "KR" => korea::public_holidays(year),
        // Before these years the lists moved weekdays about by notice; no rule gives that.
        "TW" if year >= 2026 => taiwan::office_calendar(year),
        "CN" if year >= 2027 => china::statutory(year),
        "IR" if year <= iran::LAST_YEAR => iran::official(year),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
