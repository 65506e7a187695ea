//! How long one clock takes, explanation included: `cargo run --release -p
//! redress-kernel --example clocks`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement on the command line"
)]

use jiff::civil::{Weekday, date};
use redress_kernel::{
    Instant,
    calendar::{Calendar, Hours, zone},
    clock::{FactKind, FirstDay, Happened, Rule, Unit, due},
};
use std::{hint::black_box, time};

const ROUNDS: i64 = 200_000;

fn main() {
    for (name, nanos) in measured() {
        println!("{name}: {nanos} ns (median of 5 x {ROUNDS})");
    }
}

/// Nanoseconds for one clock of each kind, the median of five rounds.
pub fn measured() -> Vec<(&'static str, u128)> {
    let off = (1..60).map(|n| date(2020 + n % 12, (n % 12 + 1) as i8, (n % 28 + 1) as i8));
    let hours = Hours::read(&["09:00-12:00", "13:00-18:00"]).unwrap();
    let weekend = [Weekday::Saturday, Weekday::Sunday];
    let calendar = Calendar::new(zone("Asia/Seoul").unwrap(), &weekend, off).with_hours(hours);
    let kinds = [
        ("15 business days", 15, Unit::BusinessDay),
        ("35 business days", 35, Unit::BusinessDay),
        ("8 weeks", 8, Unit::Week),
        ("60 calendar days", 60, Unit::CalendarDay),
        ("40 working hours", 40, Unit::WorkingHour),
        ("3 months", 3, Unit::Month),
    ];
    let median = |(name, amount, unit)| {
        let rule = Rule {
            first_day: FirstDay::NotCounted,
            ..Rule::new(name, amount, unit)
        };
        let mut took: Vec<u128> = (0..5).map(|_| round(&rule, &calendar)).collect();
        took.sort_unstable();
        (name, *took.get(2).unwrap())
    };
    kinds.into_iter().map(median).collect()
}

fn round(rule: &Rule, calendar: &Calendar) -> u128 {
    let first: Instant = "2026-01-01T00:00:00Z".parse().unwrap();
    let begun = time::Instant::now();
    for n in 0..ROUNDS {
        let at = first.plus_seconds(n * 777);
        let facts = [Happened::new(FactKind::RECEIVED, at)];
        black_box(due(black_box(rule), black_box(&facts), calendar)).unwrap();
    }
    begun.elapsed().as_nanos() / u128::from(ROUNDS.unsigned_abs())
}
