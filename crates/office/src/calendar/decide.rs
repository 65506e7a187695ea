//! What is typed into the calendar, read onto what held before. Closed days are one line
//! a day or a run of days, in either calendar, with a name behind it.

use super::hours;
#[cfg(test)]
use crate::national::LISTS;
use crate::national::{HOLIDAYS, NO_LIST, kept};
use jiff::{ToSpan, civil::Date};
use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind},
    holidays::Holidays,
    words::Message,
};
use redress_packs::calendars;
use redress_web::format::iso_date;
use std::collections::BTreeMap;

const WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
pub const WEEKEND: Field = Field::new("weekend", Kind::Several("weekday", WEEKDAYS));
pub const CLOSED: Field = Field::new("closed-days", Kind::Text(10_000)).hinted();
pub const FORM: &[Field] = &[
    HOLIDAYS,
    WEEKEND,
    hours::field("hours-mon").hinted(),
    hours::field("hours-tue"),
    hours::field("hours-wed"),
    hours::field("hours-thu"),
    hours::field("hours-fri"),
    hours::field("hours-sat"),
    hours::field("hours-sun"),
    CLOSED,
];

/// A run of closed days is a holiday, not a shut office.
const RUN_MAX: i64 = 60;
/// Ten years of public holidays fit in.
const DAYS_MAX: usize = 400;
const NAME_MAX: usize = 80;

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(FORM);
    let weekend = fields.codes(WEEKEND.name);
    // An office that never works could keep no promise.
    if weekend.len() >= WEEKDAYS.len() {
        fields.problem(WEEKEND.name, Message::new("problem-weekend"));
    }
    let hours = hours::read(fields, &weekend, before.hours);
    let days = closed_days(fields);
    let it = Organisation {
        weekend,
        hours,
        closures: days.keys().copied().collect(),
        closure_names: days
            .into_iter()
            .filter(|(_, name)| !name.is_empty())
            .collect(),
        holidays: kept(&fields.text(HOLIDAYS.name), before.holidays.as_ref()),
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

/// The version of the list that this release has, where the organisation counts by another.
pub fn newer(it: &Organisation) -> Option<&'static str> {
    let held = it.holidays.as_ref()?;
    let list = calendars::national(held.calendar())?;
    (list.version != held.version()).then_some(list.version.as_str())
}

fn closed_days(fields: &mut Fields) -> BTreeMap<Date, String> {
    let typed = fields.text(CLOSED.name);
    let mut days = BTreeMap::new();
    for (at, line) in typed.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let Some((first, last, name)) = read(line) else {
            let number = i64::try_from(at + 1).unwrap_or_default();
            fields.problem(
                CLOSED.name,
                Message::new("problem-closed-line").with("n", number),
            );
            return days;
        };
        let mut day = first;
        while day <= last {
            days.insert(day, name.clone());
            day = day.checked_add(1.day()).unwrap_or(Date::MAX);
        }
    }
    if days.len() > DAYS_MAX {
        fields.problem(
            CLOSED.name,
            Message::new("problem-closed-many").with("max", DAYS_MAX),
        );
    }
    days
}

/// `2026-12-25 Christmas Day`, or `2026-12-24 – 2027-01-01 Winter closure`.
fn read(line: &str) -> Option<(Date, Date, String)> {
    let mut words = line.split_whitespace().peekable();
    let first = iso_date(words.next()?)?;
    let mut last = first;
    if words
        .peek()
        .is_some_and(|word| matches!(*word, "-" | "–" | "—" | ".."))
    {
        words.next();
        last = iso_date(words.next()?)?;
    }
    let name: String = words.collect::<Vec<_>>().join(" ");
    let span = first.until(last).ok()?.get_days();
    let good = (0..RUN_MAX).contains(&i64::from(span)) && name.chars().count() <= NAME_MAX;
    good.then_some((first, last, name))
}

/// The days of a file put behind those that are typed; a day that is closed already
/// stays as it is named.
pub fn joined(typed: &mut Fields, file: impl IntoIterator<Item = (Date, String)>) {
    let mut days = closed_days(typed);
    for (day, name) in file {
        let name: String = name.chars().take(NAME_MAX).collect();
        days.entry(day).or_insert(name);
    }
    let it = Organisation {
        closures: days.keys().copied().collect(),
        closure_names: days,
        ..Organisation::default()
    };
    typed.take(CLOSED.name);
    typed.put(CLOSED.name, lines(&it).join("\n"));
}

/// What holds now, as the form shows it: runs of one name on one line.
pub fn typed(it: &Organisation) -> Fields {
    let mut fields = Fields::default();
    let list = it.holidays.as_ref().map_or(NO_LIST, Holidays::calendar);
    fields.put(HOLIDAYS.name, list);
    for day in &it.weekend {
        fields.put(WEEKEND.name, day.as_str());
    }
    hours::put(it, &mut fields);
    fields.put(CLOSED.name, lines(it).join("\n"));
    fields
}

fn lines(it: &Organisation) -> Vec<String> {
    let name = |day: &Date| it.closure_names.get(day).map_or("", String::as_str);
    let mut runs: Vec<(Date, Date, &str)> = Vec::new();
    for day in &it.closures {
        match runs.last_mut() {
            Some((_, last, its))
                if !its.is_empty()
                    && *its == name(day)
                    && last.checked_add(1.day()).ok() == Some(*day) =>
            {
                *last = *day;
            }
            _ => runs.push((*day, *day, name(day))),
        }
    }
    let line = |(first, last, name): (Date, Date, &str)| match first == last {
        true => format!("{first} {name}").trim_end().to_owned(),
        false => format!("{first} – {last} {name}"),
    };
    runs.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    fn given(closed: &str) -> (Fields, Option<Organisation>) {
        let mut fields = Fields::default();
        fields.put("weekend", "fri");
        fields.put("closed-days", closed);
        let it = accept(&mut fields, &Organisation::default());
        (fields, it)
    }

    #[test]
    fn days_and_runs_with_names_in_either_calendar_are_read_and_shown_again() {
        let (_, it) = given("2026-12-24 – 2026-12-26 Christmas\n۱۴۰۵/۱/۱ نوروز\n2027-03-11");
        let it = it.unwrap();
        assert_eq!(it.closures.len(), 5);
        assert_eq!(
            it.closure_names
                .get(&date(2026, 12, 25))
                .map(String::as_str),
            Some("Christmas")
        );
        assert_eq!(it.weekend, ["fri"]);
        let mut again = typed(&it);
        assert!(
            again
                .typed("closed-days")
                .contains("2026-12-24 – 2026-12-26 Christmas")
        );
        assert_eq!(accept(&mut again, &it), Some(it));
    }

    #[test]
    fn a_line_that_is_no_day_is_named_by_its_number() {
        for wrong in [
            "2026-12-24\nChristmas",
            "2026-12-24\n2026-12-24 – 2026-12-20",
            "2026-12-24\n2026-01-01 – 2026-12-31",
        ] {
            let (fields, it) = given(wrong);
            assert_eq!(it, None, "{wrong}");
            let problem = fields.problem_at("closed-days").unwrap();
            assert_eq!(
                problem.message,
                Message::new("problem-closed-line").with("n", 2i64),
                "{wrong}"
            );
        }
    }

    #[test]
    fn the_public_holidays_of_a_country_are_kept_beside_the_own_days() {
        let mut fields = Fields::default();
        fields.put("holidays", "GB-EAW");
        fields.put("weekend", "sat");
        fields.put("closed-days", "2026-12-24 Stocktaking");
        let it = accept(&mut fields, &Organisation::default()).unwrap();
        let calendar = it.calendar();
        assert!(!calendar.works_on(date(2026, 12, 24)));
        assert!(!calendar.works_on(date(2026, 12, 25)));
        assert_eq!(newer(&it), None);
        // Another form of the office says nothing about them, and they stay.
        let mut fields = typed(&it);
        fields.take("holidays");
        let same = accept(&mut fields, &it).unwrap();
        assert_eq!(same, it);
        fields.put("holidays", "none");
        assert_eq!(accept(&mut fields, &it).unwrap().holidays, None);
    }

    #[test]
    fn every_list_that_is_delivered_can_be_chosen() {
        assert_eq!(LISTS.get(1..), Some(calendars::ids()));
    }

    #[test]
    fn an_office_works_on_some_day() {
        let mut fields = Fields::default();
        WEEKDAYS.iter().for_each(|day| fields.put("weekend", *day));
        assert_eq!(accept(&mut fields, &Organisation::default()), None);
    }
}
