//! Random offices, rules and stories from a number; the same number, the same case.

use crate::brute::Office;
use jiff::{
    ToSpan,
    civil::{Date, Weekday, date, time},
    tz::TimeZone,
};
use redress_kernel::{
    Instant,
    calendar::{Calendar, Hours, NamedDay},
    clock::{
        CountedFrom, DueAt, Extension, FactKind, FirstDay, Happened, Level, Pause, PausedDays,
        Roll, Rule, Unit,
    },
};
use std::collections::BTreeMap;

/// SplitMix64: small, and good enough to look everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

/// Zones that jump at midnight, by half an hour, in Ramadan, over a whole day.
pub const ZONES: [&str; 18] = [
    "Asia/Seoul",
    "Asia/Taipei",
    "Asia/Shanghai",
    "Europe/Vilnius",
    "Asia/Tehran",
    "Europe/London",
    "America/New_York",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Hong_Kong",
    "Africa/Cairo",
    "America/Havana",
    "America/Santiago",
    "Asia/Beirut",
    "America/St_Johns",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Europe/Brussels",
];

const HOURS: [&[&str]; 5] = [
    &["09:00-17:00"],
    &["09:00-12:00", "13:00-18:00"],
    &["00:00-24:00"],
    &["00:30-02:30", "07:15-11:45", "22:00-24:00"],
    &["01:00-04:00"],
];

pub const YEARS: [i16; 4] = [1999, 2012, 2024, 2027];

/// The same office twice: as lists for the one counter, as a calendar for the other.
pub struct Both {
    pub office: Office,
    pub calendar: Calendar,
}

pub fn office(dice: &mut Dice) -> Both {
    let zone = TimeZone::get(dice.of(&ZONES)).unwrap();
    use Weekday::{Friday, Saturday, Sunday, Thursday};
    let weekend = dice
        .of::<&[Weekday]>(&[
            &[Saturday, Sunday],
            &[Thursday, Friday],
            &[Friday],
            &[Sunday],
            &[],
            &[Friday, Saturday],
        ])
        .to_vec();
    let mut days = BTreeMap::new();
    for _ in 0..dice.below(60) {
        days.insert(day(dice, &YEARS), dice.one_in(4));
    }
    let kept: &[&str] = dice.of(&HOURS);
    let mut hours = Hours::read(kept).unwrap();
    let mut plain = std::array::from_fn(|_| minutes(kept));
    if dice.one_in(3) {
        hours = hours.on(Friday, &["08:00-12:00"]).unwrap();
        plain[4] = minutes(&["08:00-12:00"]);
    }
    if dice.one_in(3) {
        hours = hours.on::<&str>(Saturday, &[]).unwrap();
        plain[5] = Vec::new();
    }
    let named = days.iter().map(|(day, works)| NamedDay {
        day: *day,
        works: *works,
        name: "named".into(),
    });
    let calendar = Calendar::new(zone.clone(), &weekend, [])
        .with_hours(hours)
        .with_days(named);
    let office = Office {
        zone,
        weekend,
        days,
        hours: plain,
    };
    Both { office, calendar }
}

/// `09:00-12:00` as minutes, read in the plainest way.
pub fn minutes(spans: &[&str]) -> Vec<(i64, i64)> {
    let minute = |text: &str| -> i64 {
        let (hour, minute) = text.split_once(':').unwrap();
        hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
    };
    let split = |span: &&str| -> (i64, i64) {
        let (from, to) = span.split_once('-').unwrap();
        (minute(from), minute(to))
    };
    spans.iter().map(split).collect()
}

/// Close together, so that they are met: four months of each of four years.
fn day(dice: &mut Dice, years: &[i16]) -> Date {
    let from = date(dice.of(years), dice.of(&[1, 2, 3, 10]), 1);
    from.checked_add((dice.below(60) as i64).days()).unwrap()
}

pub fn rule(dice: &mut Dice) -> Rule {
    let unit = match dice.below(10) {
        0..=2 => Unit::CalendarDay,
        3..=6 => Unit::BusinessDay,
        7 => Unit::WorkingHour,
        8 => Unit::Week,
        _ => Unit::Month,
    };
    let amount = dice.below(match unit {
        Unit::WorkingHour => 14,
        Unit::Week => 9,
        Unit::Month => 7,
        _ => 40,
    }) as u32;
    let rolls = [Roll::None, Roll::NextBusinessDay, Roll::PreviousBusinessDay];
    let mut rule = Rule {
        first_day: dice.of(&[FirstDay::Counted, FirstDay::NotCounted]),
        end_roll: dice.of(&rolls),
        end_roll_in_law: dice.one_in(3).then(|| dice.of(&rolls)),
        cut_off: dice.one_in(4).then(|| time(dice.below(24) as i8, 30, 0, 0)),
        satisfied_by: vec![kind("decided")],
        ..Rule::new("random", amount, unit)
    };
    if unit != Unit::WorkingHour {
        let all = [
            DueAt::EndOfDay,
            DueAt::EndOfDay,
            DueAt::CloseOfBusiness,
            DueAt::Instant,
        ];
        rule.due_at = dice.of(&all);
    }
    let which = [
        PausedDays::FromFirst,
        PausedDays::Between,
        PausedDays::ThroughLast,
    ];
    for (from, to) in [
        ("expert-asked", "expert-answered"),
        ("supplement-asked", "supplement-received"),
    ] {
        if dice.one_in(2) {
            let (from, to, days) = (kind(from), kind(to), dice.of(&which));
            rule.paused_by.push(Pause { from, to, days });
        }
    }
    if dice.one_in(3) {
        let units = [
            Unit::CalendarDay,
            Unit::BusinessDay,
            Unit::Week,
            Unit::Month,
            unit,
        ];
        let mut unit = dice.of(&units);
        if rule.due_at != DueAt::EndOfDay || rule.unit == Unit::WorkingHour {
            unit = rule.unit;
        }
        rule.extension = Some(Extension {
            amount: 1 + dice.below(12) as u32 / if unit == Unit::Month { 4 } else { 1 },
            unit,
            counted_from: dice.of(&[CountedFrom::Start, CountedFrom::Due]),
            times: dice.below(3) as u32,
            approver: Level::Handler,
            reason: false,
            consent_from: None,
            notice: None,
        });
    }
    rule
}

fn kind(name: &str) -> FactKind {
    FactKind::named(name).unwrap()
}

/// Received on a whole minute, and what happened around it.
pub fn story(dice: &mut Dice, zone: &TimeZone, years: &[i16]) -> Vec<Happened> {
    let wall = day(dice, years).at(0, 0, 0, 0);
    let midnight = zone.to_ambiguous_timestamp(wall).compatible().unwrap();
    let start = Instant::from(midnight).plus_seconds(dice.below(24 * 60) as i64 * 60);
    let mut facts = vec![Happened::new(FactKind::RECEIVED, start)];
    let kinds = [
        "expert-asked",
        "expert-answered",
        "supplement-asked",
        "supplement-received",
        "extended",
        "extended",
    ];
    for _ in 0..dice.below(7) {
        let minutes = dice.below(40 * 1440) as i64 - 1440;
        let fact = Happened::new(kind(dice.of(&kinds)), start.plus_seconds(minutes * 60));
        facts.push(match dice.one_in(3) {
            true => fact.granting(dice.below(14) as u32),
            false => fact,
        });
    }
    if dice.one_in(4) {
        let minutes = dice.below(50 * 1440) as i64;
        facts.push(Happened::new(
            kind("decided"),
            start.plus_seconds(minutes * 60),
        ));
    }
    facts
}
