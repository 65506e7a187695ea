//! Who complains and who works here: drawn once from the seed, so that a whole case
//! goes the same way every time.

use crate::dice::Dice;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use redress_complaint::facts::{CATEGORIES, Person};
use redress_kernel::{Instant, Lang};
use redress_operation::receipt::Arrival;

use crate::play::HOUR;

/// What a complainant does with our answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Temper {
    Accepts,
    AcceptsAtOnce,
    Refuses,
    AsksForReview,
    GoesOutside,
    Withdraws,
    Silent,
}

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    Complaint,
    Enquiry,
    Elsewhere,
    /// About a colleague.
    Person(&'static str),
}

/// One complaint as it will go, as far as the people decide it.
#[derive(Debug, Clone)]
pub struct Plan {
    pub temper: Temper,
    pub matter: Matter,
    pub owner: &'static str,
    /// Nobody ever works on it again after this many acts.
    pub lost_after: Option<u32>,
    pub keeps_informed: bool,
    pub extends: bool,
    /// Asks for supplements and experts, so that limits stand still.
    pub pauses: bool,
    pub tells_the_kind: bool,
    pub remedy: bool,
    pub writes_again: bool,
    pub reopened: bool,
}

/// From when to when somebody is ill, in days of the simulation.
pub struct Absence {
    pub who: &'static str,
    pub from: i64,
    pub to: i64,
}

pub fn absences(dice: &mut Dice, days: i64) -> Vec<Absence> {
    let mut all = Vec::new();
    for who in ["quick", "steady", "slow", "forgetful", "manager", "intake"] {
        let mut day = dice.between(10, 120);
        while day < days {
            let to = day + dice.between(2, 21);
            all.push(Absence { who, from: day, to });
            day = to + dice.between(40, 200);
        }
    }
    all
}

pub fn plan(dice: &mut Dice) -> Plan {
    let temper = match dice.between(0, 99) {
        0..=37 => Temper::Accepts,
        38..=43 => Temper::AcceptsAtOnce,
        44..=57 => Temper::Refuses,
        58..=69 => Temper::AsksForReview,
        70..=75 => Temper::GoesOutside,
        76..=82 => Temper::Withdraws,
        _ => Temper::Silent,
    };
    let matter = match dice.between(0, 99) {
        0..=5 => Matter::Enquiry,
        6..=8 => Matter::Elsewhere,
        9..=13 => Matter::Person(dice.one_of::<&str>(&["quick", "slow"])),
        _ => Matter::Complaint,
    };
    let mut owner = *dice.one_of(&["quick", "quick", "steady", "slow", "forgetful"]);
    if let Matter::Person(who) = matter
        && who == owner
    {
        owner = "steady";
    }
    Plan {
        temper,
        matter,
        owner,
        lost_after: dice.percent(6).then(|| dice.between(0, 9) as u32),
        keeps_informed: owner != "forgetful" && dice.percent(85),
        extends: dice.percent(45),
        pauses: dice.percent(40),
        tells_the_kind: dice.percent(20),
        remedy: dice.percent(40),
        writes_again: dice.percent(20),
        reopened: dice.percent(6),
    }
}

pub fn arrival(dice: &mut Dice, number: usize, at: Instant) -> Arrival {
    let lang = *dice.one_of(&Lang::ALL);
    let channel = *dice.one_of(&[
        "web",
        "web",
        "web",
        "email",
        "email",
        "phone",
        "phone",
        "letter",
        "in-person",
        "chat",
        "social",
        "messenger",
    ]);
    let person = person(dice, number);
    let by_staff = matches!(channel, "phone" | "letter" | "in-person");
    let late = by_staff && dice.percent(12);
    let hours = if late { dice.between(20, 130) } else { 0 };
    Arrival {
        channel: channel.to_owned(),
        language: lang,
        anonymous: person.is_empty(),
        received_at: late.then(|| at.plus_seconds(-hours * HOUR)),
        late_reason: if late {
            "Told to a driver.".to_owned()
        } else {
            String::new()
        },
        danger: dice.percent(4),
        category: dice
            .percent(80)
            .then(|| (*dice.one_of(CATEGORIES)).to_owned()),
        subject: format!("Matter {number}"),
        description: "The water was brown for three days, and nobody said why.".to_owned(),
        complainant: person,
        ..Arrival::default()
    }
}

/// Reached by mail, by letter, by telephone, or not at all; some addresses lead nowhere.
fn person(dice: &mut Dice, number: usize) -> Person {
    let named = |email: String, phone: &str, address: &str| Person {
        name: format!("Person {number}"),
        email,
        phone: phone.to_owned(),
        address: address.to_owned(),
    };
    match dice.between(0, 99) {
        0..=59 => named(format!("p{number}@example.net"), "", ""),
        60..=63 => named(format!("p{number} at example"), "+370 600 00000", ""),
        64..=75 => named(String::new(), "", "1 Water Street, Northfield"),
        76..=89 => named(String::new(), "+370 600 00001", ""),
        90..=94 => named(String::new(), "", ""),
        _ => Person::default(),
    }
}

/// Hours between two acts of somebody on one case.
pub fn pace(dice: &mut Dice, who: &str) -> i64 {
    match who {
        "quick" => dice.between(1, 26),
        "steady" | "quality" | "manager" => dice.between(4, 70),
        "slow" => dice.between(30, 190),
        _ => dice.between(8, 120),
    }
}

/// This moment, or the next one at which somebody sits at the desk.
pub fn at_the_desk(at: Instant, zone: &TimeZone, works: impl Fn(Date) -> bool) -> Instant {
    let wall = zone.to_datetime(Timestamp::from_microsecond(at.micros()).expect("in time"));
    let open = works(wall.date());
    if open && (9..17).contains(&wall.hour()) {
        return at;
    }
    let mut day = wall.date();
    if !open || wall.hour() >= 17 {
        day = day.tomorrow().expect("a day");
        while !works(day) {
            day = day.tomorrow().expect("a day");
        }
    }
    let opens = day.at(9, wall.minute(), wall.second(), wall.subsec_nanosecond());
    let opens = opens.to_zoned(zone.clone()).expect("a morning");
    Instant::from_micros(opens.timestamp().as_microsecond())
}
