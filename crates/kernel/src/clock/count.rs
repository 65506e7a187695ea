//! Counting, day by day or by the hours that really pass while the office is open.

use super::{
    Counted, DueAt, Fault, FirstDay, Roll, Rule, Skipped, Step, Unit, explanation::HOUR,
    pause::Pauses,
};
use crate::{
    Instant,
    calendar::{Calendar, Kind},
};
use jiff::{
    Span,
    civil::{Date, DateTime},
};

/// More days than this no rule comes to: a century and a little.
const DAYS_MAX: usize = 40_000;
/// Nobody closes for longer; a calendar that never works ends here.
const REST_MAX: u32 = 400;

/// A period, or what an extension adds to it.
pub(super) struct Leg {
    pub amount: u32,
    pub unit: Unit,
    pub first_day: FirstDay,
}

/// How far the count came: a day and, when hours were counted, the instant.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub day: Date,
    pub at: Option<Instant>,
}

pub(super) struct Count<'a> {
    pub calendar: &'a Calendar,
    pauses: &'a Pauses,
    pub steps: Vec<Step>,
    days: usize,
}

impl<'a> Count<'a> {
    pub(super) fn new(calendar: &'a Calendar, pauses: &'a Pauses, steps: Vec<Step>) -> Count<'a> {
        let days = 0;
        Count {
            calendar,
            pauses,
            steps,
            days,
        }
    }

    /// Nobody has ended a pause that began by then.
    pub(super) fn stands_still(&self, by: Instant) -> bool {
        self.pauses.open.is_some_and(|since| since <= by)
    }

    pub(super) fn leg(&mut self, leg: &Leg, from: End) -> Result<End, Fault> {
        match leg.unit {
            Unit::WorkingHour => self.hours(leg, from),
            Unit::BusinessDay => self.days(leg, from.day, leg.amount, true),
            _ => self.days(leg, from.day, in_days(leg, from.day)?, false),
        }
    }

    /// `wanted` days after `from` that are not left out by a pause or, when only
    /// business days count, by the calendar.
    fn days(&mut self, leg: &Leg, from: Date, wanted: u32, business: bool) -> Result<End, Fault> {
        self.steps.push(Step::Period {
            amount: leg.amount,
            unit: leg.unit,
            days: matches!(leg.unit, Unit::Week | Unit::Month).then_some(wanted),
        });
        let mut day = from;
        if wanted > 0 && leg.first_day == FirstDay::NotCounted {
            if !self.stands(from) {
                let why = Skipped::FirstDay;
                self.steps.push(Step::Skipped { day, why });
            }
            day = self.next(day)?;
        }
        let (mut number, mut rest) = (0, 0);
        while number < wanted {
            match self.look_at(day, business) {
                Ok(why) => {
                    number += 1;
                    rest = 0;
                    self.steps.push(Step::Counted { day, number, why });
                    if number == wanted {
                        break;
                    }
                }
                Err(why) => {
                    rest += u32::from(why != Skipped::Stopped);
                    if rest > REST_MAX {
                        return Err(Fault::NeverWorks);
                    }
                    self.steps.push(Step::Skipped { day, why });
                }
            }
            day = self.next(day)?;
        }
        Ok(End { day, at: None })
    }

    /// Does the last leg's last day stand there already?
    fn stands(&self, day: Date) -> bool {
        self.steps.iter().rev().find_map(|step| match step {
            Step::Counted { day, .. } | Step::Worked { day, .. } => Some(*day),
            _ => None,
        }) == Some(day)
    }

    fn look_at(&self, day: Date, business: bool) -> Result<Counted, Skipped> {
        if self.pauses.holds(day) {
            return Err(Skipped::Stopped);
        }
        if !business {
            return Ok(Counted::Day);
        }
        match self.calendar.kind(day) {
            Kind::Working => Ok(Counted::Day),
            Kind::MakeUp(name) => Ok(Counted::MakeUp(name)),
            other => Err(rest(other)),
        }
    }

    fn next(&mut self, day: Date) -> Result<Date, Fault> {
        self.days += 1;
        if self.days > DAYS_MAX {
            return Err(Fault::TooFar);
        }
        day.tomorrow().map_err(|_| Fault::TooFar)
    }

    /// Hours in which the office was open and the clock did not stand still.
    fn hours(&mut self, leg: &Leg, from: End) -> Result<End, Fault> {
        self.steps.push(Step::Period {
            amount: leg.amount,
            unit: leg.unit,
            days: None,
        });
        let start = match from.at {
            Some(at) => at,
            None => self.calendar.last_of(from.day).ok_or(Fault::TooFar)?,
        };
        let wanted = i64::from(leg.amount) * HOUR;
        let mut day = self.calendar.local(start).ok_or(Fault::TooFar)?.date();
        if wanted == 0 {
            return Ok(End {
                day,
                at: Some(start),
            });
        }
        let (mut sum, mut rest) = (0, 0);
        loop {
            if let Some(at) = self.work(day, start, wanted, &mut sum, &mut rest)? {
                return self.at(at, day);
            }
            if rest > REST_MAX {
                return Err(Fault::NeverWorks);
            }
            day = self.next(day)?;
        }
    }

    /// The hours of one day; the instant at which all that were wanted are used up.
    fn work(
        &mut self,
        day: Date,
        start: Instant,
        wanted: i64,
        sum: &mut i64,
        rest: &mut u32,
    ) -> Result<Option<Instant>, Fault> {
        let mut any = false;
        let open = self.calendar.opening(day).ok_or(Fault::TooFar)?;
        let opens = !open.is_empty();
        for (from, to) in open {
            for (from, to) in self.pauses.cut(from.max(start), to.max(start)) {
                let passes = (to.micros() - from.micros()).min(wanted - *sum);
                let to = Instant::from_micros(from.micros() + passes);
                *sum += passes;
                any = true;
                self.steps.push(Step::Worked {
                    day,
                    from,
                    to,
                    sum: *sum,
                });
                if *sum == wanted {
                    return Ok(Some(to));
                }
            }
        }
        *rest = if opens { 0 } else { *rest + 1 };
        if !any {
            let why = match self.calendar.kind(day) {
                Kind::Working | Kind::MakeUp(_) => Skipped::NoHoursLeft,
                other => self::rest(other),
            };
            self.steps.push(Step::Skipped { day, why });
        }
        Ok(None)
    }

    /// Hours that end with the day end with its last instant.
    fn at(&self, at: Instant, day: Date) -> Result<End, Fault> {
        let last = self.calendar.last_of(day).ok_or(Fault::TooFar)?;
        let at = Some(at.min(last));
        Ok(End { day, at })
    }
}

/// Why a day is not worked.
fn rest(kind: Kind) -> Skipped {
    match kind {
        Kind::Holiday(name) => Skipped::Holiday(name),
        Kind::Closure(name) => Skipped::Closure(name),
        _ => Skipped::Weekend,
    }
}

/// How many days the weeks or months come to from this day.
fn in_days(leg: &Leg, from: Date) -> Result<u32, Fault> {
    match leg.unit {
        Unit::Week => leg.amount.checked_mul(7).ok_or(Fault::TooFar),
        Unit::Month => months(leg, from),
        _ => Ok(leg.amount),
    }
}

/// The day with the same number, or the last of a month that is too short. When the
/// first day counts, the period ends on the day before it, but a month that is
/// too short is used to its end.
fn months(leg: &Leg, from: Date) -> Result<u32, Fault> {
    let months = Span::new()
        .try_months(leg.amount)
        .map_err(|_| Fault::TooFar)?;
    let end = from.checked_add(months).map_err(|_| Fault::TooFar)?;
    let days = (end - from).get_days();
    let short = end.day() != from.day();
    let more = i32::from(short && leg.first_day == FirstDay::Counted);
    u32::try_from(days + more).map_err(|_| Fault::TooFar)
}

/// The day that counts as the day of receipt.
pub(super) fn received_on(
    rule: &Rule,
    local: DateTime,
    calendar: &Calendar,
    steps: &mut Vec<Step>,
) -> Result<Date, Fault> {
    let day = local.date();
    let Some(at) = rule.cut_off else {
        return Ok(day);
    };
    if calendar.works_on(day) && local.time() <= at {
        return Ok(day);
    }
    let after = day.tomorrow().map_err(|_| Fault::TooFar)?;
    let day = worked(after, calendar, Date::tomorrow)?;
    steps.push(Step::CutOff { at, day });
    Ok(day)
}

/// The due instant and its day: rolled, and at the time of day that the rule names.
pub(super) fn settled(
    rule: &Rule,
    end: End,
    first: Date,
    start: Instant,
    calendar: &Calendar,
    steps: Option<&mut Vec<Step>>,
) -> Result<(Instant, Date), Fault> {
    let to = rolled(rule.end_roll, end, first, calendar)?;
    if to.day != end.day
        && let Some(steps) = steps
    {
        steps.push(Step::Rolled {
            from: end.day,
            to: to.day,
            why: rest(calendar.kind(end.day)),
        });
    }
    Ok((instant(rule, to, start, calendar)?, to.day))
}

/// Where the last day goes when it is not worked. Hours end while the office is
/// open, and no period ends before it began.
pub(super) fn rolled(roll: Roll, end: End, first: Date, calendar: &Calendar) -> Result<End, Fault> {
    if end.at.is_some() {
        return Ok(end);
    }
    let day = match roll {
        Roll::None => end.day,
        Roll::NextBusinessDay => worked(end.day, calendar, Date::tomorrow)?,
        Roll::PreviousBusinessDay => {
            let day = worked(end.day, calendar, Date::yesterday)?;
            if day < first { end.day } else { day }
        }
    };
    Ok(End { day, at: None })
}

/// The first worked day from `day` on, in the direction of `next`.
pub(super) fn worked(
    day: Date,
    calendar: &Calendar,
    next: impl Fn(Date) -> Result<Date, jiff::Error>,
) -> Result<Date, Fault> {
    let mut day = day;
    for _ in 0..=REST_MAX {
        if calendar.works_on(day) {
            return Ok(day);
        }
        day = next(day).map_err(|_| Fault::TooFar)?;
    }
    Err(Fault::NeverWorks)
}

pub(super) fn instant(
    rule: &Rule,
    end: End,
    start: Instant,
    calendar: &Calendar,
) -> Result<Instant, Fault> {
    if let Some(at) = end.at {
        return Ok(at);
    }
    let last = calendar.last_of(end.day).ok_or(Fault::TooFar)?;
    Ok(match rule.due_at {
        DueAt::EndOfDay => last,
        // Who complains after closing time has until the end of the day.
        DueAt::CloseOfBusiness => match calendar.closes_on(end.day) {
            Some(closes) if closes >= start => closes.min(last),
            _ => last,
        },
        DueAt::Instant => {
            let time = calendar.local(start).ok_or(Fault::TooFar)?.time();
            let at = calendar.first_at(end.day, time).ok_or(Fault::TooFar)?;
            at.min(last)
        }
    })
}
