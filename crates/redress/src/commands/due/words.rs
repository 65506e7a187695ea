//! The steps of a count in plain English and as objects for programs.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use redress_kernel::{
    Instant,
    clock::{Counted, CountedFrom, NoExtension, Skipped, Step, Unit},
};
use serde_json::{Map, Value, json};

/// RFC 3339 with the zone's own offset.
pub fn local(at: Instant, zone: &TimeZone) -> String {
    let Ok(at) = Timestamp::from_microsecond(at.micros()) else {
        return String::new();
    };
    at.display_with_offset(zone.to_offset(at)).to_string()
}

/// `Thu 2026-12-24`
fn day(day: Date) -> String {
    day.strftime("%a %Y-%m-%d").to_string()
}

const fn units(unit: Unit) -> &'static str {
    match unit {
        Unit::CalendarDay => "calendar days",
        Unit::BusinessDay => "business days",
        Unit::WorkingHour => "working hours",
        Unit::Week => "weeks",
        Unit::Month => "months",
    }
}

fn why(skipped: &Skipped) -> String {
    let named = |kind: &str, name: &str| match name {
        "" => kind.to_owned(),
        name => format!("{kind}: {name}"),
    };
    match skipped {
        Skipped::FirstDay => "the first day is not counted".to_owned(),
        Skipped::Weekend => "weekend".to_owned(),
        Skipped::Holiday(name) => named("holiday", name),
        Skipped::Closure(name) => named("closed", name),
        Skipped::Stopped => "the clock stands still".to_owned(),
        Skipped::NoHoursLeft => "no working hours left that day".to_owned(),
    }
}

const fn code(skipped: &Skipped) -> &'static str {
    match skipped {
        Skipped::FirstDay => "first-day",
        Skipped::Weekend => "weekend",
        Skipped::Holiday(_) => "holiday",
        Skipped::Closure(_) => "closure",
        Skipped::Stopped => "stopped",
        Skipped::NoHoursLeft => "no-hours-left",
    }
}

fn name(skipped: &Skipped) -> Option<&str> {
    match skipped {
        Skipped::Holiday(name) | Skipped::Closure(name) => Some(name),
        _ => None,
    }
}

/// 150 minutes as `2:30`.
fn hours(micros: i64) -> String {
    let minutes = micros / 60_000_000;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

pub fn sentence(step: &Step, zone: &TimeZone) -> String {
    let local = |at: &Instant| local(*at, zone);
    match step {
        Step::Started { by, at, .. } => format!("starts with {by} on {}", local(at)),
        Step::StartedByExpiry { of, at, .. } => {
            format!("starts with the expiry of {of} on {}", local(at))
        }
        Step::CutOff { at, day: counts } => format!(
            "came after {} or on a day without work: counts as received on {}",
            at.strftime("%H:%M"),
            day(*counts)
        ),
        Step::Period { amount, unit, days } => match days {
            Some(days) => format!("counts {amount} {}, which are {days} days", units(*unit)),
            None => format!("counts {amount} {}", units(*unit)),
        },
        Step::Stopped { by, from, to } => match to {
            Some(to) => format!("stands still by {by} from {} to {}", local(from), local(to)),
            None => format!("stands still by {by} since {}", local(from)),
        },
        Step::Counted {
            day: it,
            number,
            why,
        } => match why {
            Counted::Day => format!("{} is day {number}", day(*it)),
            Counted::MakeUp(name) => {
                format!(
                    "{} is day {number}, a working weekend day: {name}",
                    day(*it)
                )
            }
        },
        Step::Skipped {
            day: it,
            why: skipped,
        } => {
            format!("{} is skipped: {}", day(*it), why(skipped))
        }
        Step::Worked {
            day: it,
            from,
            to,
            sum,
        } => format!(
            "{} from {} to {}: {} hours so far",
            day(*it),
            local(from),
            local(to),
            hours(*sum)
        ),
        Step::Extended {
            at,
            amount,
            unit,
            from,
        } => match from {
            CountedFrom::Start => format!(
                "extended on {} to {amount} {} from the start",
                local(at),
                units(*unit)
            ),
            CountedFrom::Due => {
                format!("extended on {} by {amount} {}", local(at), units(*unit))
            }
        },
        Step::NotExtended { at, because } => {
            format!("not extended on {}: {}", local(at), refused(because))
        }
        Step::Rolled {
            from,
            to,
            why: rest,
        } => format!(
            "ends on {}, which is not worked ({}): moves to {}",
            day(*from),
            why(rest),
            day(*to)
        ),
        Step::InLaw { roll, day: it } => format!(
            "the law may allow until {} ({}); it was not verified, so the earlier date stands",
            day(*it),
            roll.name()
        ),
        Step::Due { at, .. } => format!("due by {}", local(at)),
    }
}

fn refused(because: &NoExtension) -> String {
    match because {
        NoExtension::NotProvided => "the rule knows no extension".to_owned(),
        NoExtension::TooLate => "the period had expired".to_owned(),
        NoExtension::TooMany { times } => format!("the rule allows it {times} times"),
        NoExtension::TooMuch { amount } => format!("the rule allows {amount} at most"),
        NoExtension::NotApproved { approver } => format!("it takes the {}", approver.name()),
        NoExtension::NoReason => "it takes a reason".to_owned(),
        NoExtension::NoConsent => "it takes the consent of the complainant".to_owned(),
    }
}

/// The same as values, with the sentence as `text`.
pub fn object(step: &Step, zone: &TimeZone) -> Value {
    let at = |at: &Instant| local(*at, zone);
    let values = match step {
        Step::Started { by, at: when, day } => {
            json!({"step": "started", "by": by.name(), "at": at(when), "day": day})
        }
        Step::StartedByExpiry { of, at: when, day } => {
            json!({"step": "started-by-expiry", "of": of.as_ref(), "at": at(when), "day": day})
        }
        Step::CutOff { at, day } => {
            json!({"step": "cut-off", "at": at.strftime("%H:%M").to_string(), "day": day})
        }
        Step::Period { amount, unit, days } => {
            json!({"step": "period", "amount": amount, "unit": unit.name(), "days": days})
        }
        Step::Stopped { by, from, to } => {
            json!({"step": "stopped", "by": by.name(), "from": at(from), "to": to.as_ref().map(at)})
        }
        Step::Counted { day, number, why } => {
            let name = match why {
                Counted::Day => None,
                Counted::MakeUp(name) => Some(name.as_ref()),
            };
            json!({"step": "counted", "day": day, "number": number, "make_up": name})
        }
        Step::Skipped { day, why } => {
            json!({"step": "skipped", "day": day, "why": code(why), "name": name(why)})
        }
        Step::Worked { day, from, to, sum } => {
            json!({"step": "worked", "day": day, "from": at(from), "to": at(to), "minutes": sum / 60_000_000})
        }
        Step::Extended {
            at: when,
            amount,
            unit,
            from,
        } => {
            json!({"step": "extended", "at": at(when), "amount": amount, "unit": unit.name(), "from": from.name()})
        }
        Step::NotExtended { at: when, because } => {
            json!({"step": "not-extended", "at": at(when), "because": refused(because)})
        }
        Step::Rolled { from, to, why } => {
            json!({"step": "rolled", "from": from, "to": to, "why": code(why), "name": name(why)})
        }
        Step::InLaw { roll, day } => {
            json!({"step": "in-law", "roll": roll.name(), "day": day})
        }
        Step::Due { at: when, day } => json!({"step": "due", "at": at(when), "day": day}),
    };
    let Value::Object(values) = values else {
        return values;
    };
    let kept = values.into_iter().filter(|(_, value)| !value.is_null());
    let mut values: Map<String, Value> = kept.collect();
    values.insert("text".to_owned(), sentence(step, zone).into());
    Value::Object(values)
}
