//! Australia: the days that are a public holiday in every state and territory
//! (National Employment Standards, Fair Work Act 2009 s 115, and the states' acts).
//! What only some have (Easter Saturday, the sovereign's birthday, Labour Day, a day
//! for Anzac Day on a weekend) is left out: a day too few gives the earlier deadline.

use super::year::{WEEKEND, Year, easter, is_weekend, later};
use jiff::civil::date;

const SUBSTITUTE: &str = "substitute day";

pub fn australia(year: i16) -> Year {
    let mut days = Year::default();
    let fixed = [
        (date(year, 1, 1), "New Year's Day"),
        (date(year, 12, 25), "Christmas Day"),
        (date(year, 12, 26), "Boxing Day"),
    ];
    days.add_with_substitutes(&fixed, SUBSTITUTE);
    add_australia_day(&mut days, year);
    days.add(later(easter(year), -2), "Good Friday");
    days.add(later(easter(year), 1), "Easter Monday");
    days.add(date(year, 4, 25), "Anzac Day");
    if year == 2022 {
        days.add(
            date(2022, 9, 22),
            "National Day of Mourning for Queen Elizabeth II",
        );
    }
    days
}

/// On a weekend the holiday is the Monday, and 26 January stays a day of rest anyway.
fn add_australia_day(days: &mut Year, year: i16) {
    let on = date(year, 1, 26);
    days.add(on, "Australia Day");
    if is_weekend(on) {
        let monday = days.free(on, 1, &WEEKEND);
        days.add(monday, &format!("Australia Day ({SUBSTITUTE})"));
    }
}
