//! The public holidays that an organisation keeps (6.2): the days themselves, as they
//! were listed when it chose them. They lie in its own facts, so that a later release
//! with a newer list counts an old date exactly as it was counted then.

use crate::calendar::{Calendar, Listed, NamedDay, National};
use jiff::{
    civil::{Date, Weekday},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Read for every request and shared by all who count with it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Holidays(Arc<Laid>);

#[derive(Debug)]
struct Laid {
    kept: Kept,
    /// The days, laid out once.
    calendar: Calendar,
}

/// As it stands in a fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Kept {
    /// `KR`, `GB-EAW`, `EU-TARGET`.
    calendar: String,
    version: String,
    /// Years whose list the state has published.
    #[serde(default)]
    official: Vec<i16>,
    /// Years whose days follow from the published rule.
    #[serde(default)]
    computed: Vec<i16>,
    days: Vec<Day>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Day {
    day: Date,
    name: String,
    /// A day of the weekend that is worked for another one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    works: bool,
}

impl PartialEq for Holidays {
    fn eq(&self, other: &Holidays) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.kept == other.0.kept
    }
}

impl Holidays {
    /// All that this list knows now.
    pub fn of(list: &National) -> Holidays {
        let years = |how| {
            let all = list.years.iter();
            all.filter(|(_, listed)| **listed == how)
                .map(|(year, _)| *year)
                .collect()
        };
        let days = list.days.iter().map(|named| Day {
            day: named.day,
            name: named.name.to_string(),
            works: named.works,
        });
        Holidays::from(Kept {
            calendar: list.id.clone(),
            version: list.version.clone(),
            official: years(Listed::Official),
            computed: years(Listed::Computed),
            days: days.collect(),
        })
    }

    pub fn calendar(&self) -> &str {
        &self.0.kept.calendar
    }

    pub fn version(&self) -> &str {
        &self.0.kept.version
    }

    /// None: nobody has listed this year, and no holiday of it is known.
    pub fn listed(&self, year: i16) -> Option<Listed> {
        let kept = &self.0.kept;
        if kept.official.contains(&year) {
            return Some(Listed::Official);
        }
        kept.computed.contains(&year).then_some(Listed::Computed)
    }

    /// The holidays from this day on, with their names.
    pub fn from_day(&self, day: Date) -> impl Iterator<Item = (Date, &str)> {
        let days = self.0.kept.days.iter();
        days.filter(move |it| it.day >= day && !it.works)
            .map(|it| (it.day, it.name.as_str()))
    }

    /// The organisation's own weekend and zone, with these days over them.
    pub fn over(&self, zone: TimeZone, weekend: &[Weekday]) -> Calendar {
        let mut calendar = self.0.calendar.clone().with_weekend(weekend);
        calendar.zone = zone;
        calendar
    }
}

impl From<Kept> for Holidays {
    fn from(mut kept: Kept) -> Holidays {
        kept.days.sort_by_key(|it| it.day);
        let calendar = laid(&kept);
        Holidays(Arc::new(Laid { kept, calendar }))
    }
}

impl From<Holidays> for Kept {
    fn from(holidays: Holidays) -> Kept {
        holidays.0.kept.clone()
    }
}

fn laid(kept: &Kept) -> Calendar {
    let days = kept.days.iter().map(|it| NamedDay {
        day: it.day,
        works: it.works,
        name: it.name.as_str().into(),
    });
    let years = |all: &[i16], how| all.iter().map(move |year| (*year, how)).collect::<Vec<_>>();
    let mut listed = years(&kept.computed, Listed::Computed);
    listed.extend(years(&kept.official, Listed::Official));
    let list = National {
        id: kept.calendar.clone(),
        version: kept.version.clone(),
        zone: "UTC".to_owned(),
        weekend: Vec::new(),
        hours: crate::calendar::Hours::default(),
        years: listed.into_iter().collect(),
        days: days.collect(),
        source: String::new(),
    };
    list.calendar()
        .unwrap_or_else(|_| Calendar::new(TimeZone::UTC, &[], []))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{Organisation, calendar::Kind, deadline::Step};
    use jiff::civil::date;

    fn england() -> National {
        let day = |day, name: &str| NamedDay {
            day,
            works: false,
            name: name.into(),
        };
        National {
            id: "GB-EAW".into(),
            version: "2026-06".into(),
            zone: "Europe/London".into(),
            weekend: vec![Weekday::Saturday, Weekday::Sunday],
            hours: crate::calendar::Hours::default(),
            years: [(2026, Listed::Official), (2028, Listed::Computed)].into(),
            days: vec![
                day(date(2026, 12, 25), "Christmas Day"),
                day(date(2026, 12, 28), "Boxing Day (substitute)"),
            ],
            source: String::new(),
        }
    }

    fn northfield() -> Organisation {
        Organisation {
            time_zone: "Europe/London".into(),
            holidays: Some(Holidays::of(&england())),
            ..Organisation::default()
        }
    }

    #[test]
    fn a_public_holiday_is_no_working_day_of_the_office() {
        let from = "2026-12-24T10:00:00Z".parse().unwrap();
        let due = |office: &Organisation| office.due(Step::Acknowledgement, from);
        assert_eq!(
            due(&northfield()).to_string(),
            "2026-12-29T23:59:59.999999Z"
        );
        let without = Organisation {
            holidays: None,
            ..northfield()
        };
        assert_eq!(due(&without).to_string(), "2026-12-25T23:59:59.999999Z");
    }

    #[test]
    fn the_office_keeps_its_own_weekend_and_its_own_closures_over_the_list() {
        let office = Organisation {
            weekend: vec!["fri".into()],
            closures: vec![date(2026, 12, 28)],
            closure_names: [(date(2026, 12, 28), "Stocktaking".to_owned())].into(),
            ..northfield()
        };
        let calendar = office.calendar();
        assert!(calendar.works_on(date(2026, 12, 26)));
        assert_eq!(
            calendar.kind(date(2026, 12, 28)),
            Kind::Closure("Stocktaking".into())
        );
    }

    #[test]
    fn what_a_fact_holds_is_read_again_without_the_list_it_was_made_of() {
        let text = serde_json::to_string(&northfield()).unwrap();
        let again: Organisation = serde_json::from_str(&text).unwrap();
        assert_eq!(again, northfield());
        assert_eq!(again.calendar(), northfield().calendar());
        let kept = again.holidays.unwrap();
        assert_eq!(kept.listed(2026), Some(Listed::Official));
        assert_eq!(kept.listed(2027), None);
        let ahead: Vec<_> = kept.from_day(date(2026, 12, 26)).collect();
        assert_eq!(ahead, [(date(2026, 12, 28), "Boxing Day (substitute)")]);
    }
}
