//! Federal holidays of the United States: 5 U.S.C. 6103, and Executive Order 11582
//! for those on a weekend (Saturday: the Friday before; Sunday: the Monday after).

use super::year::{Year, last, later, nth};
use jiff::civil::{Date, Weekday, date};

pub fn federal(year: i16) -> Year {
    let mut days = Year::default();
    for (on, name) in dated(year) {
        days.add(on, name);
        add_observed(&mut days, year, on, name);
    }
    // A New Year's Day on a Saturday is observed in the old year.
    add_observed(&mut days, year, date(year + 1, 1, 1), "New Year's Day");
    for (on, name) in by_weekday(year) {
        days.add(on, name);
    }
    days
}

fn add_observed(days: &mut Year, year: i16, on: Date, name: &str) {
    let observed = match on.weekday() {
        Weekday::Saturday => later(on, -1),
        Weekday::Sunday => later(on, 1),
        _ => return,
    };
    if observed.year() == year {
        days.add(observed, &format!("{name} (observed)"));
    }
}

fn dated(year: i16) -> [(Date, &'static str); 5] {
    [
        (date(year, 1, 1), "New Year's Day"),
        (date(year, 6, 19), "Juneteenth National Independence Day"),
        (date(year, 7, 4), "Independence Day"),
        (date(year, 11, 11), "Veterans Day"),
        (date(year, 12, 25), "Christmas Day"),
    ]
}

fn by_weekday(year: i16) -> [(Date, &'static str); 6] {
    let monday = Weekday::Monday;
    [
        (
            nth(year, 1, monday, 3),
            "Birthday of Martin Luther King, Jr.",
        ),
        (nth(year, 2, monday, 3), "Washington's Birthday"),
        (last(year, 5, monday), "Memorial Day"),
        (nth(year, 9, monday, 1), "Labor Day"),
        (nth(year, 10, monday, 2), "Columbus Day"),
        (nth(year, 11, Weekday::Thursday, 4), "Thanksgiving Day"),
    ]
}
