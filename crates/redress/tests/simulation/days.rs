//! Days counted by looking at one after the other, from the settings as the journal
//! has them. It knows nothing of the calendars and the engine that it judges.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Weekday},
    tz::TimeZone,
};
use redress_kernel::Instant;
use serde_json::Value;
use std::collections::BTreeMap;

/// What dates are counted with: an organisation, or what a recount names.
#[derive(Clone)]
pub struct Days {
    pub zone: TimeZone,
    weekend: Vec<Weekday>,
    closed: Vec<Date>,
    named: BTreeMap<Date, bool>,
    targets: BTreeMap<String, i64>,
}

pub fn weekday(name: &str) -> Weekday {
    match name {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        other => panic!("no weekday: {other}"),
    }
}

fn list(value: &Value) -> impl Iterator<Item = &str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

impl Days {
    pub fn read(it: &Value) -> Days {
        let named = it["holidays"]["days"].as_array().into_iter().flatten();
        let targets = it["targets"].as_object().expect("targets").iter();
        Days {
            zone: TimeZone::get(it["time_zone"].as_str().expect("a zone")).expect("known"),
            weekend: list(&it["weekend"]).map(weekday).collect(),
            closed: list(&it["closures"])
                .map(|day| day.parse().expect("a day"))
                .collect(),
            named: named
                .map(|it| {
                    let day = it["day"].as_str().expect("a day").parse().expect("a day");
                    (day, it["works"].as_bool().unwrap_or(false))
                })
                .collect(),
            targets: targets
                .map(|(step, days)| (step.clone(), days.as_i64().expect("days")))
                .collect(),
        }
    }

    pub fn works(&self, day: Date) -> bool {
        if self.closed.contains(&day) {
            return false;
        }
        let named = self.named.get(&day).copied();
        named.unwrap_or(!self.weekend.contains(&day.weekday()))
    }

    /// The end of the last of so many worked days after the day of `from`.
    pub fn due(&self, step: &str, from: Instant) -> Instant {
        let mut day = local(from, &self.zone);
        let mut left = self.targets[step];
        while left > 0 {
            day = day.checked_add(1.day()).expect("a day");
            left -= i64::from(self.works(day));
        }
        end_of(day, &self.zone)
    }
}

/// From nine to five on the wall of a day that is worked.
pub fn at_work(at: Instant, days: &Days) -> bool {
    let wall = days
        .zone
        .to_datetime(Timestamp::from_microsecond(at.micros()).expect("in time"));
    days.works(wall.date()) && (9..17).contains(&wall.hour())
}

/// Nine in the morning of the day on which this instant lies.
pub fn morning_of(at: Instant, zone: &TimeZone) -> Instant {
    let nine = local(at, zone).at(9, 0, 0, 0).to_zoned(zone.clone());
    Instant::from_micros(nine.expect("a morning").timestamp().as_microsecond())
}

pub fn local(at: Instant, zone: &TimeZone) -> Date {
    zone.to_datetime(Timestamp::from_microsecond(at.micros()).expect("in time"))
        .date()
}

/// The last microsecond of a day.
pub fn end_of(day: Date, zone: &TimeZone) -> Instant {
    let next = day.checked_add(1.day()).expect("a day");
    let begins = next.to_zoned(zone.clone()).expect("a midnight");
    Instant::from_micros(begins.timestamp().as_microsecond() - 1)
}
