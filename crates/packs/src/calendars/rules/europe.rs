//! Closing days of the euro's settlement system T2 (long-term calendar of the
//! European Central Bank, in force since 2002), and the public holidays of Lithuania
//! (Labour Code, article 123). Neither moves a day that falls on a weekend.

use super::year::{Year, easter, later, nth};
use jiff::civil::{Weekday, date};

pub fn target(year: i16) -> Year {
    let mut days = Year::default();
    days.add(date(year, 1, 1), "New Year's Day");
    days.add(later(easter(year), -2), "Good Friday");
    days.add(later(easter(year), 1), "Easter Monday");
    days.add(date(year, 5, 1), "Labour Day");
    days.add(date(year, 12, 25), "Christmas Day");
    days.add(date(year, 12, 26), "Christmas Holiday (26 December)");
    days
}

pub fn lithuania(year: i16) -> Year {
    let mut days = Year::default();
    days.add(date(year, 1, 1), "Naujieji metai");
    days.add(date(year, 2, 16), "Lietuvos valstybės atkūrimo diena");
    days.add(
        date(year, 3, 11),
        "Lietuvos nepriklausomybės atkūrimo diena",
    );
    days.add(easter(year), "Šv. Velykos");
    days.add(later(easter(year), 1), "Antroji šv. Velykų diena");
    days.add(date(year, 5, 1), "Tarptautinė darbo diena");
    days.add(nth(year, 5, Weekday::Sunday, 1), "Motinos diena");
    days.add(nth(year, 6, Weekday::Sunday, 1), "Tėvo diena");
    days.add(date(year, 6, 24), "Rasos ir Joninių diena");
    days.add(
        date(year, 7, 6),
        "Valstybės (Lietuvos karaliaus Mindaugo karūnavimo) ir Tautiškos giesmės diena",
    );
    days.add(date(year, 8, 15), "Žolinė");
    days.add(date(year, 11, 1), "Visų šventųjų diena");
    days.add(date(year, 11, 2), "Mirusiųjų atminimo (Vėlinių) diena");
    days.add(date(year, 12, 24), "Šv. Kūčių diena");
    days.add(date(year, 12, 25), "Šv. Kalėdos");
    days.add(date(year, 12, 26), "Antroji šv. Kalėdų diena");
    days
}
