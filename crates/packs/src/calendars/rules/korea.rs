//! Public holidays of the Republic of Korea: Regulations on Public Holidays of
//! Government Offices, articles 2 and 3 (substitute holidays), with the holidays
//! that were added in 2026. Election days and days that the government declares from
//! one month to the next cannot be computed: only the published list has them.

use super::year::{WEEKEND, Year, korean, later};
use jiff::civil::{Date, Weekday, date};

/// From when on a holiday is made good, and for which days of the week.
#[derive(Clone, Copy, PartialEq)]
enum Substitute {
    Never,
    /// On Saturday, Sunday or another holiday.
    Weekend,
    /// The three-day festivals: on Sunday or another holiday.
    Sunday,
}

pub fn public_holidays(year: i16) -> Year {
    let listed = listed(year);
    let mut days = Year::default();
    for (on, name, _) in &listed {
        days.add(*on, name);
    }
    let mut owed: Vec<_> = listed
        .iter()
        .filter(|(on, _, substitute)| {
            let shared = listed.iter().filter(|(other, ..)| other == on).count() > 1;
            is_owed(*on, *substitute, shared)
        })
        .collect();
    // Two holidays on one day are made good once.
    owed.dedup_by_key(|(on, ..)| *on);
    for (on, name, _) in owed {
        let instead = days.free(*on, 1, &WEEKEND);
        days.add(instead, &format!("대체공휴일({})", festival(name)));
    }
    days
}

fn is_owed(on: Date, substitute: Substitute, shared: bool) -> bool {
    match substitute {
        Substitute::Never => false,
        Substitute::Weekend => shared || WEEKEND.contains(&on.weekday()),
        Substitute::Sunday => shared || on.weekday() == Weekday::Sunday,
    }
}

/// The eve of a festival is made good in the festival's name.
fn festival(name: &str) -> &str {
    ["설날", "추석"]
        .into_iter()
        .find(|festival| name.starts_with(festival))
        .unwrap_or(name)
}

fn listed(year: i16) -> Vec<(Date, &'static str, Substitute)> {
    use Substitute::{Never, Weekend};
    let since = |first: i16| if year >= first { Weekend } else { Never };
    let mut days = vec![
        (date(year, 1, 1), "1월 1일", Never),
        (date(year, 3, 1), "3ㆍ1절", Weekend),
        (date(year, 5, 5), "어린이날", Weekend),
        (date(year, 6, 6), "현충일", Never),
        (date(year, 8, 15), "광복절", Weekend),
        (date(year, 10, 3), "개천절", Weekend),
        (date(year, 10, 9), "한글날", Weekend),
        (date(year, 12, 25), "기독탄신일", since(2023)),
    ];
    if year >= 2026 {
        days.push((date(year, 5, 1), "노동절", Weekend));
        days.push((date(year, 7, 17), "제헌절", Weekend));
    }
    days.extend(korean(year, 4, 8).map(|on| (on, "부처님 오신 날", since(2023))));
    if let Some(on) = korean(year, 1, 1) {
        days.extend(three_days(on, ["설날 전날", "설날", "설날 다음 날"]));
    }
    if let Some(on) = korean(year, 8, 15) {
        days.extend(three_days(on, ["추석 전날", "추석", "추석 다음 날"]));
    }
    days.sort_by_key(|(on, ..)| *on);
    days
}

fn three_days(on: Date, names: [&'static str; 3]) -> [(Date, &'static str, Substitute); 3] {
    let [before, day, after] = names;
    [
        (later(on, -1), before, Substitute::Sunday),
        (on, day, Substitute::Sunday),
        (later(on, 1), after, Substitute::Sunday),
    ]
}
