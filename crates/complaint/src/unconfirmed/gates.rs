//! What came within this hour and this day, by network: in memory, so that a flood costs
//! no writing, and forgotten with a restart. Several servers on one database count apart.

use redress_kernel::{
    Id, Instant,
    intake_limits::{Came, IntakeLimits},
    words::Message,
};
use redress_web::request::Whence;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What a request of a network near the end of its budget waits.
pub const SLOWED: Duration = Duration::from_millis(1_000);
/// So many wait at once; those beyond are not kept waiting, because each holds memory.
const WAITING_MAX: usize = 64;
/// So many networks are told apart; those beyond share what is left to one.
const NETWORKS_MAX: usize = 100_000;
const OTHERS: &str = "others";
/// So much of the disk is left for words when strangers send files; of a small one a tenth.
pub const DISK_FLOOR: u64 = 500_000_000;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

pub struct Gates {
    counted: Mutex<Counted>,
    waiting: Arc<Semaphore>,
    /// Bytes of the disk that files may still take, as somebody found who looked.
    disk_room: AtomicU64,
}

/// Is there room for files?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Enough,
    /// This network has had today's.
    NoneToday,
    /// What is left of the disk is kept for words.
    NoDisk,
}

impl Room {
    /// What is said beside the files; None where there is room.
    pub fn problem(self, limits: &IntakeLimits) -> Option<Message> {
        let today = || Message::new("problem-files-today").with("max", limits.network_day_mb);
        match self {
            Room::Enough => None,
            Room::NoneToday => Some(today()),
            Room::NoDisk => Some(Message::new("problem-files-disk")),
        }
    }
}

impl Default for Gates {
    fn default() -> Gates {
        Gates {
            counted: Mutex::default(),
            waiting: Arc::new(Semaphore::new(WAITING_MAX)),
            disk_room: AtomicU64::new(u64::MAX),
        }
    }
}

#[derive(Default)]
struct Counted {
    hour: i64,
    in_all: u32,
    by_network: HashMap<String, u32>,
    by_person: HashMap<Id, u32>,
    letters: u32,
    by_address: HashMap<String, u32>,
    day: i64,
    bytes: HashMap<String, u64>,
}

impl Counted {
    fn at(&mut self, now: Instant) -> &mut Counted {
        let number = |seconds: i64| now.micros().div_euclid(seconds * 1_000_000);
        if self.day != number(DAY) {
            self.day = number(DAY);
            self.bytes.clear();
        }
        if self.hour != number(HOUR) {
            *self = Counted {
                hour: number(HOUR),
                day: self.day,
                bytes: std::mem::take(&mut self.bytes),
                ..Counted::default()
            };
        }
        self
    }

    fn came(&self, whence: &Whence) -> Came {
        let its = |name: &str| self.by_network.get(name).copied().unwrap_or_default();
        Came {
            here: whence
                .network()
                .map(|name| its(told_apart(&self.by_network, name))),
            in_all: self.in_all,
        }
    }
}

/// A network that there is no room for counts with all others like it.
fn told_apart<'n, T>(known: &HashMap<String, T>, name: &'n str) -> &'n str {
    match known.len() < NETWORKS_MAX || known.contains_key(name) {
        true => name,
        false => OTHERS,
    }
}

impl Gates {
    /// What came before; then this one, by its weight.
    pub fn comes(&self, whence: &Whence, weight: u32, now: Instant) -> Came {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = counted.at(now);
        let came = counted.came(whence);
        counted.in_all = counted.in_all.saturating_add(1);
        if let Some(name) = whence.network() {
            let name = told_apart(&counted.by_network, name).to_owned();
            let its = counted.by_network.entry(name).or_default();
            *its = its.saturating_add(weight);
        }
        came
    }

    /// How many the programs of this person brought before; then this one.
    pub fn program_brings(&self, person: Id, now: Instant) -> u32 {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let its = counted.at(now).by_person.entry(person).or_default();
        let before = *its;
        *its = its.saturating_add(1);
        before
    }

    /// May somebody be asked at this address to confirm? Once an hour, and so many in
    /// all: nobody fills a stranger's mailbox through our form.
    pub fn may_ask(&self, address: &str, limits: &IntakeLimits, now: Instant) -> bool {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = counted.at(now);
        let address = address.trim().to_lowercase();
        let room = counted.letters < limits.letters_hour;
        if address.is_empty() || !room || counted.by_address.contains_key(&address) {
            return false;
        }
        counted.letters += 1;
        counted.by_address.insert(address, 1);
        true
    }

    /// What whoever looks after the disk found.
    pub fn disk_has(&self, free: u64, size: u64) {
        let floor = DISK_FLOOR.min(size / 10);
        self.disk_room
            .store(free.saturating_sub(floor), Ordering::Relaxed);
    }

    /// Is there room for files of this size today? Counts them where there is.
    pub fn takes(&self, whence: &Whence, bytes: u64, limits: &IntakeLimits, now: Instant) -> Room {
        if bytes == 0 {
            return Room::Enough;
        }
        if bytes > self.disk_room.load(Ordering::Relaxed) {
            return Room::NoDisk;
        }
        let Some(name) = whence.network() else {
            return Room::Enough;
        };
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = counted.at(now);
        let name = told_apart(&counted.bytes, name).to_owned();
        let its = counted.bytes.entry(name).or_default();
        match its.saturating_add(bytes) <= limits.network_day_bytes() {
            true => {
                *its += bytes;
                Room::Enough
            }
            false => Room::NoneToday,
        }
    }

    /// Lets a network that nears the end of its budget wait.
    pub async fn slow(&self, whence: &Whence, limits: &IntakeLimits, now: Instant) {
        if let Some(_held) = self.held(whence, limits, now) {
            tokio::time::sleep(SLOWED).await;
        }
    }

    fn held(
        &self,
        whence: &Whence,
        limits: &IntakeLimits,
        now: Instant,
    ) -> Option<OwnedSemaphorePermit> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let slows = limits.slows(&counted.at(now).came(whence));
        let waiting = self.waiting.clone();
        slows.then(|| waiting.try_acquire_owned().ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn from(ip: &str) -> Whence {
        Whence::of(Some(ip.parse().unwrap()))
    }

    const NOON: Instant = Instant::from_micros(1_795_000_000_000_000);

    #[test]
    fn what_came_is_counted_by_network_and_begins_anew_with_the_hour() {
        let gates = Gates::default();
        assert_eq!(gates.comes(&from("192.0.2.1"), 1, NOON).here, Some(0));
        assert_eq!(gates.comes(&from("192.0.2.9"), 5, NOON).here, Some(1));
        assert_eq!(gates.comes(&from("192.0.2.9"), 1, NOON).here, Some(6));
        let other = gates.comes(&from("198.51.100.1"), 1, NOON);
        assert_eq!((other.here, other.in_all), (Some(0), 3));
        let unknown = gates.comes(&Whence::default(), 1, NOON);
        assert_eq!((unknown.here, unknown.in_all), (None, 4));
        let later = gates.comes(&from("192.0.2.1"), 1, NOON.plus_seconds(HOUR));
        assert_eq!((later.here, later.in_all), (Some(0), 0));
    }

    #[test]
    fn nobody_is_asked_twice_within_the_hour_and_letters_end() {
        let (gates, limits) = (Gates::default(), IntakeLimits::default());
        let asks = |address: &str| gates.may_ask(address, &limits, NOON);
        assert!(asks("Rasa@example.org"));
        assert!(!asks("rasa@example.org "), "the same mailbox");
        assert!(!asks(""), "nobody to ask");
        let more = (0..100).filter(|n| asks(&format!("{n}@example.org")));
        assert_eq!(more.count(), limits.letters_hour as usize - 1);
        let hour = NOON.plus_seconds(HOUR);
        assert!(gates.may_ask("rasa@example.org", &limits, hour));
    }

    #[test]
    fn files_have_room_for_a_day_and_what_does_not_fit_takes_none() {
        let gates = Gates::default();
        let limits = IntakeLimits {
            network_day_mb: 1,
            ..IntakeLimits::default()
        };
        let here = from("192.0.2.1");
        let takes =
            |bytes: u64, at: Instant| gates.takes(&here, bytes, &limits, at) == Room::Enough;
        assert!(takes(600_000, NOON));
        assert!(!takes(600_000, NOON));
        assert!(takes(400_000, NOON), "what did not fit took no room");
        assert!(!takes(1, NOON.plus_seconds(HOUR)), "the day goes on");
        assert!(takes(1, NOON.plus_seconds(DAY)));
        assert!(takes(0, NOON), "no file needs no room");
    }

    #[test]
    fn the_last_of_the_disk_is_for_words() {
        let (gates, limits) = (Gates::default(), IntakeLimits::default());
        let here = Whence::default();
        let takes = |bytes: u64| gates.takes(&here, bytes, &limits, NOON);
        assert_eq!(takes(1_000), Room::Enough, "nobody has looked yet");
        gates.disk_has(DISK_FLOOR + 1_000, 100 * DISK_FLOOR);
        assert_eq!(takes(1_000), Room::Enough);
        assert_eq!(takes(1_001), Room::NoDisk);
        assert_eq!(takes(0), Room::Enough, "words are always taken");
        gates.disk_has(10_000_000, 16_000_000);
        assert_eq!(takes(8_000_000), Room::Enough, "a small disk keeps a tenth");
        assert_eq!(takes(9_000_000), Room::NoDisk);
    }
}
