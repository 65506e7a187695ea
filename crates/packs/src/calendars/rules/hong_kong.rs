//! General holidays of Hong Kong (General Holidays Ordinance, cap. 149): every
//! Sunday, and the days of its schedule. One that falls on a Sunday or on another
//! holiday is made good on the next day that is neither.

use super::year::{Year, chinese, ching_ming, easter, later};
use jiff::civil::{Date, Weekday, date};

const SUNDAY: [Weekday; 1] = [Weekday::Sunday];

pub fn general_holidays(year: i16) -> Year {
    let mut days = Year::default();
    let listed = schedule(year);
    for (on, name) in &listed {
        if days.is_off(*on) {
            let next = days.free(*on, 1, &SUNDAY);
            days.add(next, &format!("{name}（補假）"));
        } else {
            days.add(*on, name);
        }
    }
    for (on, name) in listed
        .iter()
        .filter(|(on, _)| on.weekday() == Weekday::Sunday)
    {
        let next = days.free(*on, 1, &SUNDAY);
        days.add(next, &format!("{name}（補假）"));
    }
    days
}

fn schedule(year: i16) -> Vec<(Date, &'static str)> {
    let easter = easter(year);
    let mut days = vec![
        (date(year, 1, 1), "一月一日"),
        (later(easter, -2), "耶穌受難節"),
        (later(easter, -1), "耶穌受難節翌日"),
        (later(easter, 1), "復活節星期一"),
        (ching_ming(year), "清明節"),
        (date(year, 5, 1), "勞動節"),
        (date(year, 7, 1), "香港特別行政區成立紀念日"),
        (date(year, 10, 1), "國慶日"),
        (date(year, 12, 25), "聖誕節"),
        (
            first_weekday_after(date(year, 12, 25)),
            "聖誕節後第一個周日",
        ),
    ];
    if let Some(new_year) = chinese(year, 1, 1) {
        days.push((new_year, "農曆年初一"));
        days.push((later(new_year, 1), "農曆年初二"));
        days.push((later(new_year, 2), "農曆年初三"));
    }
    days.extend(chinese(year, 4, 8).map(|on| (on, "佛誕")));
    days.extend(chinese(year, 5, 5).map(|on| (on, "端午節")));
    days.extend(chinese(year, 8, 15).map(|on| (later(on, 1), "中秋節翌日")));
    days.extend(chinese(year, 9, 9).map(|on| (on, "重陽節")));
    days
}

/// Saturdays are weekdays here, and Sunday is the day of rest.
fn first_weekday_after(day: Date) -> Date {
    match later(day, 1) {
        next if next.weekday() == Weekday::Sunday => later(next, 1),
        next => next,
    }
}
