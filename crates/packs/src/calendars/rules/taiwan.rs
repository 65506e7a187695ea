//! Days off of Taiwan's public offices since 2026: the Act on Memorial Days and
//! Festivals of 28 May 2025. A day on Saturday is made good on the Friday before, one
//! on Sunday on the Monday after; the days of the lunar new year after the festival.
//! Working Saturdays in exchange are no longer part of it.

use super::year::{WEEKEND, Year, chinese, ching_ming, is_weekend, later};
use jiff::civil::{Date, Weekday, date};

pub const INSTEAD: &str = "補假";

pub fn office_calendar(year: i16) -> Year {
    let mut days = Year::default();
    let festival = lunar_new_year(year);
    let single = single_days(year);
    for (on, name) in festival.iter().chain(&single) {
        days.add(*on, name);
    }
    for (on, _) in festival.iter().filter(|(on, _)| is_weekend(*on)) {
        let instead = days.free(*on, 1, &WEEKEND);
        days.add(instead, INSTEAD);
    }
    for (on, _) in &single {
        make_good(&mut days, year, *on);
    }
    make_good(&mut days, year, date(year + 1, 1, 1));
    spread_april(&mut days, year);
    days
}

fn make_good(days: &mut Year, year: i16, on: Date) {
    let step = match on.weekday() {
        Weekday::Saturday => -1,
        Weekday::Sunday => 1,
        _ => return,
    };
    let instead = days.free(later(on, step), step, &WEEKEND);
    if instead.year() == year {
        days.add(instead, INSTEAD);
    }
}

/// Children's Day and Ching Ming on one day give two days off: the day before, and
/// the day after where that one day is a Thursday.
fn spread_april(days: &mut Year, year: i16) {
    let children = date(year, 4, 4);
    if ching_ming(year) != children || is_weekend(children) {
        return;
    }
    let step = if children.weekday() == Weekday::Thursday {
        1
    } else {
        -1
    };
    let instead = days.free(later(children, step), step, &WEEKEND);
    days.add(instead, INSTEAD);
}

fn lunar_new_year(year: i16) -> Vec<(Date, &'static str)> {
    let names = [
        (-2, "小年夜"),
        (-1, "農曆除夕"),
        (0, "春節"),
        (1, "春節"),
        (2, "春節"),
    ];
    let Some(first) = chinese(year, 1, 1) else {
        return Vec::new();
    };
    names
        .into_iter()
        .map(|(days, name)| (later(first, days), name))
        .collect()
}

fn single_days(year: i16) -> Vec<(Date, &'static str)> {
    let mut days = vec![
        (date(year, 1, 1), "開國紀念日"),
        (date(year, 2, 28), "和平紀念日"),
        (date(year, 4, 4), "兒童節"),
        (ching_ming(year), "清明節"),
        (date(year, 5, 1), "勞動節"),
        (date(year, 9, 28), "孔子誕辰紀念日/教師節"),
        (date(year, 10, 10), "國慶日"),
        (date(year, 10, 25), "臺灣光復暨金門古寧頭大捷紀念日"),
        (date(year, 12, 25), "行憲紀念日"),
    ];
    days.extend(chinese(year, 5, 5).map(|on| (on, "端午節")));
    days.extend(chinese(year, 8, 15).map(|on| (on, "中秋節")));
    days.sort();
    days
}
