//! Bank holidays of the three jurisdictions of the United Kingdom: the Banking and
//! Financial Dealings Act 1971 (schedule 1), common law holidays, St Andrew's Day
//! Bank Holiday (Scotland) Act 2007, and single days by royal proclamation.
//! A day on a weekend is made good on the next free weekday.

use super::year::{Year, easter, last, later, nth};
use jiff::civil::{Date, Weekday, date};

const SUBSTITUTE: &str = "substitute day";

pub fn england_and_wales(year: i16) -> Year {
    let mut days = common(year, &[]);
    days.add(later(easter(year), 1), "Easter Monday");
    days.add(last(year, 8, Weekday::Monday), "Summer bank holiday");
    days
}

pub fn scotland(year: i16) -> Year {
    let own = [
        (date(year, 1, 2), "2nd January"),
        (date(year, 11, 30), "St Andrew's Day"),
    ];
    let mut days = common(year, &own);
    days.add(nth(year, 8, Weekday::Monday, 1), "Summer bank holiday");
    if year == 2026 {
        // Proclamation of 3 February 2026, for Scotland only.
        days.add(date(2026, 6, 15), "World Cup bank holiday");
    }
    days
}

pub fn northern_ireland(year: i16) -> Year {
    let own = [
        (date(year, 3, 17), "St Patrick's Day"),
        (date(year, 7, 12), "Battle of the Boyne (Orangemen's Day)"),
    ];
    let mut days = common(year, &own);
    days.add(later(easter(year), 1), "Easter Monday");
    days.add(last(year, 8, Weekday::Monday), "Summer bank holiday");
    days
}

/// What all three have, and the fixed days of one of them, so that substitute days
/// are given in one order.
fn common(year: i16, own: &[(Date, &str)]) -> Year {
    let mut fixed = vec![
        (date(year, 1, 1), "New Year's Day"),
        (date(year, 12, 25), "Christmas Day"),
        (date(year, 12, 26), "Boxing Day"),
    ];
    fixed.extend_from_slice(own);
    fixed.sort();
    let mut days = Year::default();
    days.add_with_substitutes(&fixed, SUBSTITUTE);
    days.add(later(easter(year), -2), "Good Friday");
    days.add(nth(year, 5, Weekday::Monday, 1), "Early May bank holiday");
    days.add(spring(year), "Spring bank holiday");
    proclaimed(year, &mut days);
    days
}

fn spring(year: i16) -> Date {
    match year {
        // Moved for the Platinum Jubilee.
        2022 => date(2022, 6, 2),
        _ => last(year, 5, Weekday::Monday),
    }
}

fn proclaimed(year: i16, days: &mut Year) {
    match year {
        2022 => {
            days.add(date(2022, 6, 3), "Platinum Jubilee bank holiday");
            days.add(
                date(2022, 9, 19),
                "Bank Holiday for the State Funeral of Queen Elizabeth II",
            );
        }
        2023 => days.add(
            date(2023, 5, 8),
            "Bank holiday for the coronation of King Charles III",
        ),
        _ => {}
    }
}
