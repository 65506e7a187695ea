//! Against guessing, without ever locking anybody out. Who fails again and again
//! from one network at one account waits longer each time; many failures at one
//! account from everywhere only slow it down; many failures from one network at
//! many accounts make that network wait. The owner of an account gets in from
//! their own network whatever strangers do from theirs.

use redress_kernel::Instant;
use std::{collections::HashMap, net::IpAddr};

/// Failures that cost nothing: people mistype.
const FREE_HERE: u32 = 4;
const FREE_ACCOUNT: u32 = 10;
const FREE_NETWORK: u32 = 30;
const WAIT_MAX: i64 = 60;
const PAUSE_MAX_MS: u64 = 3_000;
/// A quarter of an hour without a failure halves what is remembered.
const HALF_LIFE: i64 = 15 * 60;
/// Beyond this the oldest are forgotten: a flood must not fill the memory.
const REMEMBERED: usize = 20_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    Go,
    /// Try it, after this many milliseconds.
    Pause(u64),
    /// Do not even try it for so many seconds.
    Wait(i64),
}

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: Instant,
    /// The one before the last.
    earlier: Instant,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Here(String, String),
    Account(String),
    Network(String),
}

#[derive(Debug, Default)]
pub struct Throttle {
    failures: HashMap<Key, Failures>,
}

impl Throttle {
    pub fn new() -> Throttle {
        Throttle::default()
    }

    /// `account`: the address as typed, known or not. A try that has to wait is not counted.
    pub fn judge(&self, account: &str, network: &str, now: Instant) -> Judgement {
        let wait = self
            .wait(&here(account, network), FREE_HERE, now)
            .max(self.wait(&Key::Network(network.to_owned()), FREE_NETWORK, now));
        if wait > 0 {
            return Judgement::Wait(wait);
        }
        match self.over(&Key::Account(account.to_owned()), FREE_ACCOUNT, now) {
            0 => Judgement::Go,
            over => Judgement::Pause((100 << over.min(10)).min(PAUSE_MAX_MS)),
        }
    }

    /// Judges, and counts the try as failed until `succeeded` takes it back: tries that
    /// are made at once must not all find that nobody has failed yet.
    pub fn tries(&mut self, account: &str, network: &str, now: Instant) -> Judgement {
        let judgement = self.judge(account, network, now);
        if !matches!(judgement, Judgement::Wait(_)) {
            self.failed(account, network, now);
        }
        judgement
    }

    pub fn failed(&mut self, account: &str, network: &str, now: Instant) {
        self.forget_oldest();
        for key in [
            here(account, network),
            Key::Account(account.to_owned()),
            Key::Network(network.to_owned()),
        ] {
            let count = self.count(&key, now).saturating_add(1);
            let earlier = self.failures.get(&key).map_or(now, |before| before.last);
            let failures = Failures {
                count,
                last: now,
                earlier,
            };
            self.failures.insert(key, failures);
        }
    }

    /// Whoever proved who they are has no debt here; the network keeps what it had before
    /// this try, or one real account would let somebody guess at all the others.
    pub fn succeeded(&mut self, account: &str, network: &str) {
        self.failures.remove(&here(account, network));
        self.failures.remove(&Key::Account(account.to_owned()));
        if let Some(its) = self.failures.get_mut(&Key::Network(network.to_owned())) {
            its.count = its.count.saturating_sub(1);
            its.last = its.earlier;
        }
    }

    fn count(&self, key: &Key, now: Instant) -> u32 {
        let Some(failures) = self.failures.get(key) else {
            return 0;
        };
        let halvings = (now.seconds_since(failures.last).max(0) / HALF_LIFE).min(31) as u32;
        failures.count >> halvings
    }

    fn over(&self, key: &Key, free: u32, now: Instant) -> u32 {
        (self.count(key, now) + 1).saturating_sub(free)
    }

    /// 1, 2, 4 .. seconds after the last failure, less what has passed.
    fn wait(&self, key: &Key, free: u32, now: Instant) -> i64 {
        let over = self.over(key, free, now);
        if over == 0 {
            return 0;
        }
        let whole = (1i64 << (over - 1).min(10)).min(WAIT_MAX);
        let passed = self
            .failures
            .get(key)
            .map_or(0, |failures| now.seconds_since(failures.last));
        (whole - passed).max(0)
    }

    fn forget_oldest(&mut self) {
        if self.failures.len() < REMEMBERED {
            return;
        }
        let mut times: Vec<Instant> = self
            .failures
            .values()
            .map(|failures| failures.last)
            .collect();
        times.sort_unstable();
        let middle = times.get(times.len() / 2).copied().unwrap_or_default();
        self.failures.retain(|_, failures| failures.last > middle);
    }
}

fn here(account: &str, network: &str) -> Key {
    Key::Here(account.to_owned(), network.to_owned())
}

/// The neighbourhood that one party controls: /24 for IPv4, /64 for IPv6.
pub fn network(ip: Option<IpAddr>) -> String {
    match ip.map(|ip| ip.to_canonical()) {
        Some(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}")
        }
        Some(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const JONAS: &str = "jonas@ferry.example";
    const OFFICE: &str = "192.0.2";
    const STRANGER: &str = "203.0.113";

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(0).plus_seconds(seconds)
    }

    #[test]
    fn three_slips_of_the_finger_cost_nothing() {
        let mut throttle = Throttle::new();
        (0..3).for_each(|n| throttle.failed(JONAS, OFFICE, at(n)));
        assert_eq!(throttle.judge(JONAS, OFFICE, at(3)), Judgement::Go);
        throttle.failed(JONAS, OFFICE, at(3));
        assert_eq!(throttle.judge(JONAS, OFFICE, at(3)), Judgement::Wait(1));
        assert_eq!(throttle.judge(JONAS, OFFICE, at(4)), Judgement::Go);
    }

    #[test]
    fn waiting_doubles_and_ends_at_a_minute() {
        let mut throttle = Throttle::new();
        let waits: Vec<Judgement> = (0..12)
            .map(|_| {
                throttle.failed(JONAS, STRANGER, at(0));
                throttle.judge(JONAS, STRANGER, at(0))
            })
            .skip(4)
            .collect();
        assert_eq!(
            waits[..4],
            [
                Judgement::Wait(2),
                Judgement::Wait(4),
                Judgement::Wait(8),
                Judgement::Wait(16)
            ]
        );
        assert_eq!(waits[7], Judgement::Wait(60));
    }

    #[test]
    fn strangers_never_lock_the_owner_out() {
        let mut throttle = Throttle::new();
        for n in 0..500 {
            throttle.failed(JONAS, &format!("198.51.{}", n % 200), at(n));
        }
        assert!(
            matches!(throttle.judge(JONAS, OFFICE, at(500)), Judgement::Pause(ms) if ms <= 3_000)
        );
    }

    #[test]
    fn one_network_cannot_try_a_word_at_every_account() {
        let mut throttle = Throttle::new();
        for n in 0..40 {
            throttle.failed(&format!("person{n}@ferry.example"), STRANGER, at(0));
        }
        assert!(matches!(
            throttle.judge("new@ferry.example", STRANGER, at(0)),
            Judgement::Wait(_)
        ));
        assert_eq!(
            throttle.judge("new@ferry.example", OFFICE, at(0)),
            Judgement::Go
        );
    }

    #[test]
    fn success_and_time_forgive() {
        let mut throttle = Throttle::new();
        (0..8).for_each(|_| throttle.failed(JONAS, OFFICE, at(0)));
        assert_eq!(
            throttle.judge(JONAS, OFFICE, at(2 * HALF_LIFE)),
            Judgement::Go
        );
        throttle.succeeded(JONAS, OFFICE);
        assert_eq!(throttle.judge(JONAS, OFFICE, at(0)), Judgement::Go);
    }

    #[test]
    fn a_hundred_tries_at_once_are_judged_as_a_hundred_in_turn() {
        let mut throttle = Throttle::new();
        let tried = (0..100).map(|_| throttle.tries(JONAS, STRANGER, at(0)));
        assert_eq!(tried.filter(|it| *it == Judgement::Go).count(), 4);
        // Nobody who gets in makes the others of their office wait.
        for _ in 0..100 {
            assert_eq!(throttle.tries("rasa", OFFICE, at(0)), Judgement::Go);
            throttle.succeeded("rasa", OFFICE);
        }
        assert_eq!(throttle.judge("nida", OFFICE, at(0)), Judgement::Go);
    }

    #[test]
    fn a_flood_of_names_does_not_fill_the_memory() {
        let mut throttle = Throttle::new();
        (0..30_000).for_each(|n| throttle.failed(&format!("{n}"), &format!("{n}"), at(n)));
        assert!(throttle.failures.len() <= REMEMBERED + 3);
    }

    #[test]
    fn a_household_is_one_network_however_its_addresses_change() {
        let of = |ip: &str| network(Some(ip.parse().unwrap()));
        assert_eq!(of("2001:db8:1:2:aaaa::1"), of("2001:db8:1:2:bbbb::2"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.200"));
        assert_ne!(of("192.0.2.7"), of("192.0.3.7"));
    }
}
