//! A counter that knows nothing of the engine: it looks at one day, or one
//! minute, after the other and asks plain lists. Slow on purpose.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time, Weekday},
    tz::TimeZone,
};
use redress_kernel::{
    Instant,
    clock::{CountedFrom, DueAt, FirstDay, Happened, PausedDays, Roll, Rule, Unit},
};
use std::collections::BTreeMap;

/// An office as plain lists.
pub struct Office {
    pub zone: TimeZone,
    pub weekend: Vec<Weekday>,
    /// Worked or not whatever the weekday says.
    pub days: BTreeMap<Date, bool>,
    /// Monday first; minutes of the day.
    pub hours: [Vec<(i64, i64)>; 7],
}

impl Office {
    pub fn works(&self, day: Date) -> bool {
        let named = self.days.get(&day).copied();
        named.unwrap_or(!self.weekend.contains(&day.weekday()))
    }

    fn open(&self, wall: DateTime) -> bool {
        let weekday = wall.date().weekday().to_monday_zero_offset() as usize;
        let mut hours = &self.hours[weekday];
        if hours.is_empty() && self.days.contains_key(&wall.date()) {
            hours = self.hours.iter().find(|it| !it.is_empty()).unwrap_or(hours);
        }
        let minute = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
        let within = |(from, to): &(i64, i64)| *from <= minute && minute < *to;
        hours.iter().any(within) && self.works(wall.date())
    }

    fn wall(&self, at: Instant) -> DateTime {
        self.zone
            .to_datetime(Timestamp::from_microsecond(at.micros()).unwrap())
    }

    /// The first minute at which the wall shows that moment or a later one.
    fn first(&self, from: DateTime) -> Instant {
        let guess = TimeZone::UTC.to_timestamp(from).unwrap().as_second();
        let shows = |second: i64| self.wall(Instant::from_micros(second * 1_000_000)) >= from;
        let quarters = (guess - 16 * 3600)..(guess + 40 * 3600);
        let quarter = quarters.step_by(900).find(|at| shows(*at)).unwrap();
        let minutes = (quarter - 900)..=quarter;
        let minute = minutes.step_by(60).find(|at| shows(*at)).unwrap();
        Instant::from_micros(minute * 1_000_000)
    }

    fn end(&self, day: Date) -> Instant {
        let next = day.checked_add(1.day()).unwrap();
        Instant::from_micros(self.first(next.at(0, 0, 0, 0)).micros() - 1)
    }

    /// The end of the last minute of that day in which the office is open.
    fn closes(&self, day: Date) -> Option<Instant> {
        let first = self.first(day.at(0, 0, 0, 0));
        let minutes = (0..26 * 60).map(|minute| first.plus_seconds(minute * 60));
        let mut open =
            minutes.filter(|at| self.wall(*at).date() == day && self.open(self.wall(*at)));
        open.next_back().map(|at| at.plus_seconds(60))
    }
}

#[derive(Debug, PartialEq)]
pub struct Answer {
    pub due: Instant,
    pub due_on: Date,
    pub in_law: Option<Date>,
    /// Whether what satisfied it came in time.
    pub in_time: Option<bool>,
}

#[derive(Clone, Copy)]
struct Place {
    day: Date,
    at: Option<Instant>,
}

pub fn due(rule: &Rule, facts: &[Happened], office: &Office) -> Answer {
    let mut facts = facts.to_vec();
    facts.sort_by_key(|fact| fact.at);
    let start = facts.iter().find(|it| it.kind == rule.start).unwrap().at;
    let satisfied = facts
        .iter()
        .find(|it| rule.satisfied_by.contains(&it.kind) && it.at >= start);
    let satisfied = satisfied.copied();
    if let Some(satisfied) = satisfied {
        facts.retain(|it| it.at <= satisfied.at);
    }
    let pauses = pauses(rule, &facts, start);
    let first = received_on(rule, start, office);
    let begins = Place {
        day: first,
        at: Some(start),
    };
    let counted = rule.first_day == FirstDay::Counted;
    let mut end = period(rule.amount, rule.unit, counted, begins, &pauses, office);
    let mut granted = 0;
    for fact in facts
        .iter()
        .filter(|it| it.kind.name() == "extended" && it.at >= start)
    {
        let Some(extension) = &rule.extension else {
            continue;
        };
        let until = moment(rule, roll(rule.end_roll, end, first, office), start, office);
        let amount = fact.amount.unwrap_or(extension.amount);
        let stands = pauses.iter().any(|it| it.open && it.from <= until);
        if fact.at > until && !stands || granted == extension.times || amount > extension.amount {
            continue;
        }
        granted += 1;
        end = match extension.counted_from {
            CountedFrom::Start => period(amount, extension.unit, counted, begins, &pauses, office),
            CountedFrom::Due => period(amount, extension.unit, false, end, &pauses, office),
        };
    }
    let last = roll(rule.end_roll, end, first, office);
    let law = rule
        .end_roll_in_law
        .map(|it| roll(it, end, first, office).day);
    let until = moment(rule, last, start, office);
    let stands = pauses.iter().any(|it| it.open && it.from <= until);
    Answer {
        due: until,
        due_on: last.day,
        in_law: law.filter(|day| *day > last.day),
        in_time: satisfied.map(|it| it.at <= until || stands),
    }
}

struct Paused {
    from: Instant,
    to: Instant,
    days: PausedDays,
    /// Nothing has ended it.
    open: bool,
}

impl Paused {
    fn leaves_out(&self, day: Date, office: &Office) -> bool {
        let (from, to) = (office.wall(self.from).date(), office.wall(self.to).date());
        match self.days {
            PausedDays::FromFirst => from <= day && day < to,
            PausedDays::Between => from < day && day < to,
            PausedDays::ThroughLast => from <= day && day <= to,
        }
    }
}

fn pauses(rule: &Rule, facts: &[Happened], start: Instant) -> Vec<Paused> {
    let mut pauses = Vec::new();
    for named in &rule.paused_by {
        let mut after = None;
        loop {
            let later = |at: Instant| after.is_none_or(|after| at >= after);
            let Some(from) = facts
                .iter()
                .position(|it| it.kind == named.from && later(it.at))
            else {
                break;
            };
            let ends = facts[from..].iter().find(|it| it.kind == named.to);
            let since = facts[from].at.max(start);
            let to = ends.map_or(since, |it| it.at);
            if to > start || ends.is_none() {
                let (from, days, open) = (since, named.days, ends.is_none());
                pauses.push(Paused {
                    from,
                    to,
                    days,
                    open,
                });
            }
            match ends {
                Some(ends) => after = Some(ends.at.plus_seconds(1)),
                None => break,
            }
        }
    }
    pauses
}

fn received_on(rule: &Rule, start: Instant, office: &Office) -> Date {
    let wall = office.wall(start);
    let mut day = wall.date();
    if let Some(cut_off) = rule.cut_off
        && (!office.works(day) || wall.time() > cut_off)
    {
        day = day.checked_add(1.day()).unwrap();
        while !office.works(day) {
            day = day.checked_add(1.day()).unwrap();
        }
    }
    day
}

fn period(
    amount: u32,
    unit: Unit,
    first_counted: bool,
    from: Place,
    pauses: &[Paused],
    office: &Office,
) -> Place {
    let wanted = match unit {
        Unit::WorkingHour => return minutes(amount, from, pauses, office),
        Unit::CalendarDay | Unit::BusinessDay => amount,
        Unit::Week => amount * 7,
        Unit::Month => months(amount, from.day, first_counted),
    };
    let mut day = from.day;
    let mut left = wanted;
    let mut looking_at_first = true;
    while left > 0 {
        let out = looking_at_first && !first_counted
            || pauses.iter().any(|it| it.leaves_out(day, office))
            || unit == Unit::BusinessDay && !office.works(day);
        left -= u32::from(!out);
        looking_at_first = false;
        if left > 0 {
            day = day.checked_add(1.day()).unwrap();
        }
    }
    Place { day, at: None }
}

/// From the first day to the same number in a later month, walked day by day.
fn months(amount: u32, from: Date, first_counted: bool) -> u32 {
    let index = i32::from(from.year()) * 12 + i32::from(from.month()) - 1 + amount as i32;
    let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
    let mut day = from;
    let mut walked = 0;
    while (i32::from(day.year()), i32::from(day.month())) != (year, month) {
        day = day.checked_add(1.day()).unwrap();
        walked += 1;
    }
    let month = day.month();
    while day.day() != from.day() {
        let next = day.checked_add(1.day()).unwrap();
        if next.month() != month {
            // Too short: used to its end, also when the first day counts.
            return walked + u32::from(first_counted);
        }
        day = next;
        walked += 1;
    }
    walked
}

fn minutes(amount: u32, from: Place, pauses: &[Paused], office: &Office) -> Place {
    let mut at = from.at.unwrap_or_else(|| {
        let next = from.day.checked_add(1.day()).unwrap();
        office.first(next.at(0, 0, 0, 0))
    });
    let mut left = i64::from(amount) * 60;
    let mut day = office.wall(at).date();
    while left > 0 {
        let wall = office.wall(at);
        let stopped = pauses.iter().any(|it| it.from <= at && at < it.to);
        if office.open(wall) && !stopped {
            left -= 1;
            day = wall.date();
        }
        at = at.plus_seconds(60);
    }
    // What ends with the day ends with its last instant.
    if office.wall(at).date() != day {
        at = Instant::from_micros(at.micros() - 1);
    }
    Place { day, at: Some(at) }
}

fn roll(roll: Roll, end: Place, first: Date, office: &Office) -> Place {
    let mut day = end.day;
    while end.at.is_none() && roll != Roll::None && !office.works(day) {
        let step = if roll == Roll::NextBusinessDay { 1 } else { -1 };
        day = day.checked_add(step.days()).unwrap();
    }
    match day < first {
        true => end,
        false => Place { day, ..end },
    }
}

fn moment(rule: &Rule, end: Place, start: Instant, office: &Office) -> Instant {
    if let Some(at) = end.at {
        return at;
    }
    let last = office.end(end.day);
    match rule.due_at {
        DueAt::EndOfDay => last,
        DueAt::CloseOfBusiness => match office.closes(end.day) {
            Some(closes) if closes >= start => closes.min(last),
            _ => last,
        },
        DueAt::Instant => {
            let time: Time = office.wall(start).time();
            office.first(end.day.to_datetime(time)).min(last)
        }
    }
}
