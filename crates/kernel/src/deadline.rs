//! Due dates of clause 7, counted over the organisation's working days in its
//! time zone, to the end of the day. Rule packs with statutory clocks come on
//! top of this; these are the organisation's own targets (ISO 10002 6.2, 7.2).

use crate::{Instant, calendar::Calendar};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Acknowledgement,
    Assessment,
    Update,
    Response,
    Closure,
}

impl Step {
    pub const ALL: [Step; 5] = [
        Step::Acknowledgement,
        Step::Assessment,
        Step::Update,
        Step::Response,
        Step::Closure,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Step::Acknowledgement => "acknowledgement",
            Step::Assessment => "assessment",
            Step::Update => "update",
            Step::Response => "response",
            Step::Closure => "closure",
        }
    }
}

/// Working days allowed for each step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Targets {
    pub acknowledgement: u32,
    pub assessment: u32,
    pub update: u32,
    pub response: u32,
    pub closure: u32,
}

impl Default for Targets {
    fn default() -> Targets {
        Targets {
            acknowledgement: 1,
            assessment: 2,
            update: 10,
            response: 20,
            closure: 5,
        }
    }
}

impl Targets {
    pub const fn days(&self, step: Step) -> u32 {
        match step {
            Step::Acknowledgement => self.acknowledgement,
            Step::Assessment => self.assessment,
            Step::Update => self.update,
            Step::Response => self.response,
            Step::Closure => self.closure,
        }
    }
}

/// The last instant still in time: the end of the n-th working day after the
/// local day of `from`, which itself does not count.
pub fn due(from: Instant, step: Step, targets: &Targets, calendar: &Calendar) -> Instant {
    let first = from.date_in(&calendar.zone);
    calendar.end_of(calendar.working_days_after(first, targets.days(step)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{
        civil::{Weekday, date},
        tz::TimeZone,
    };

    fn office(zone: &str, weekend: &[Weekday]) -> Calendar {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Calendar::new(zone, weekend, [date(2026, 3, 11)])
    }

    fn at(text: &str) -> Instant {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_complaint_of_friday_evening_in_vilnius_is_acknowledged_by_monday_midnight() {
        let vilnius = office("Europe/Vilnius", &[Weekday::Saturday, Weekday::Sunday]);
        let due = due(
            at("2026-03-06T19:30:00Z"),
            Step::Acknowledgement,
            &Targets::default(),
            &vilnius,
        );
        assert_eq!(due.to_string(), "2026-03-09T21:59:59.999999Z");
    }

    #[test]
    fn tehran_rests_on_thursday_and_friday_and_a_closure_is_skipped() {
        let tehran = office("Asia/Tehran", &[Weekday::Thursday, Weekday::Friday]);
        // Monday 9 March: Tuesday counts, Wednesday is a closure, Saturday is the second day.
        let due = due(
            at("2026-03-09T08:00:00Z"),
            Step::Assessment,
            &Targets::default(),
            &tehran,
        );
        assert_eq!(due.date_in(&tehran.zone), date(2026, 3, 14));
    }

    #[test]
    fn the_hour_that_summer_time_takes_does_not_move_the_day() {
        let vilnius = office("Europe/Vilnius", &[Weekday::Saturday, Weekday::Sunday]);
        let due = due(
            at("2026-03-27T10:00:00Z"),
            Step::Acknowledgement,
            &Targets::default(),
            &vilnius,
        );
        assert_eq!(due.to_string(), "2026-03-30T20:59:59.999999Z");
    }

    #[test]
    fn a_calendar_that_never_works_still_ends() {
        let week = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ];
        let never = office("UTC", &week);
        assert!(
            due(
                at("2026-03-06T19:30:00Z"),
                Step::Response,
                &Targets::default(),
                &never
            ) > at("2026-03-06T19:30:00Z")
        );
    }
}
