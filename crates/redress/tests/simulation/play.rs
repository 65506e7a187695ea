//! Years of an office, hour by hour: the machine's looks, the management's changes, and
//! everything that people do in between.

use crate::{
    days::local,
    dice::Dice,
    ledger::Ledger,
    office::Office,
    troupe::{Troupe, What, one_kind},
};
use jiff::Span;
use redress_kernel::Instant;
use redress_store::Error;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub const HOUR: i64 = 3600;
pub const DAY: i64 = 24 * HOUR;

/// How long and how much.
#[derive(Debug, Clone, Default)]
pub struct Scale {
    pub seed: u64,
    pub days: i64,
    pub complaints: usize,
    /// Packs that may be switched on.
    pub packs: Vec<String>,
}

/// When the machine looks: letters leave and reminders are told at these hours of each day.
const HOURS: [i64; 7] = [1, 7, 9, 11, 13, 16, 20];
/// So many acts share one commit.
const TOGETHER: usize = 200;
/// The packs and the lists of holidays know the years from here on.
const BEGINS: &str = "2023-11-06T06:00:00Z";

pub struct Play {
    pub office: Office,
    pub began: Instant,
    pub troupe: Troupe,
    dice: Dice,
    closed_days: BTreeMap<String, String>,
    /// A planted fault: on this day the machine does not look whom to remind.
    pub blind_on: Option<i64>,
    today: i64,
}

impl Play {
    pub fn begins(scale: &Scale) -> Play {
        let began: Instant = BEGINS.parse().expect("a time");
        let office = Office::opens(began);
        let mut play = Play {
            troupe: Troupe::new(&office, scale, began),
            office,
            began,
            dice: Dice::new(scale.seed ^ 0xC0FFEE),
            closed_days: BTreeMap::new(),
            blind_on: None,
            today: 0,
        };
        play.plan_changes(scale);
        play.plan_post(scale);
        play
    }

    fn sometime(&mut self, first: i64, last: i64) -> Instant {
        let day = self.dice.between(first, last.max(first));
        let second = self.dice.between(0, DAY - 1);
        self.began.plus_seconds(day * DAY + second)
    }

    /// Targets, calendars and packs.
    fn plan_changes(&mut self, scale: &Scale) {
        if !scale.packs.is_empty() {
            let body = some_packs(&mut self.dice, &scale.packs).to_string();
            self.troupe
                .then(self.began, What::Changes("/api/v1/clocks", body));
        }
        let mut day = 3;
        while day < scale.days {
            let at = self.sometime(day, day + 20);
            if let Some((path, body)) = self.change(&scale.packs) {
                self.troupe.then(at, What::Changes(path, body.to_string()));
            }
            day += self.dice.between(8, 45);
        }
    }

    /// A relay that is down for hours or for days.
    fn plan_post(&mut self, scale: &Scale) {
        let mut day = self.dice.between(10, 60);
        while day < scale.days {
            let down = self.sometime(day, day + 5);
            let up = down.plus_seconds(self.dice.between(2, 96) * HOUR);
            self.troupe.then(down, What::PostIs(false));
            self.troupe.then(up, What::PostIs(true));
            day += self.dice.between(40, 140);
        }
    }

    fn change(&mut self, packs: &[String]) -> Option<(&'static str, Value)> {
        let whom = match self.dice.percent(60) {
            true => "open",
            false => "new",
        };
        let dice = &mut self.dice;
        Some(match dice.between(0, 9) {
            0..=1 => (
                "/api/v1/targets",
                json!({
                    "acknowledgement": dice.between(1, 3), "assessment": dice.between(2, 5),
                    "update": dice.between(5, 15), "response": dice.between(15, 30),
                    "closure": dice.between(3, 8), "apply": whom,
                }),
            ),
            2..=4 => ("/api/v1/calendar", json!({ "sudden": true, "apply": whom })),
            5 => {
                let list = *dice.one_of(&["LT", "KR", "US", "none"]);
                (
                    "/api/v1/calendar",
                    json!({ "holidays": list, "apply": whom }),
                )
            }
            6 => {
                let weekends = [json!(["sat", "sun"]), json!(["fri", "sat"]), json!(["sun"])];
                (
                    "/api/v1/calendar",
                    json!({ "weekend": dice.one_of(&weekends), "apply": whom }),
                )
            }
            _ if packs.is_empty() => return None,
            7 => ("/api/v1/clocks", json!({ "packs": [], "kinds": [] })),
            _ => ("/api/v1/clocks", some_packs(dice, packs)),
        })
    }

    /// One day of the office, to its last look.
    pub fn day(&mut self, day: i64, ledger: &mut Ledger) {
        self.today = day;
        for hour in HOURS {
            let midnight = self.began.plus_seconds(-6 * HOUR);
            let at = midnight.plus_seconds(day * DAY + hour * HOUR);
            self.until(at, ledger);
        }
    }

    fn until(&mut self, at: Instant, ledger: &mut Ledger) {
        while let Some((when, what)) = self.troupe.next_by(at) {
            match what {
                What::Changes(path, body) => {
                    self.office.it_is(when);
                    self.changes(path, &body, ledger);
                }
                What::PostIs(open) => self.office.post_is(open),
                what => self.together(at, (when, what), ledger),
            }
        }
        self.office.it_is(at);
        match self.blind_on == Some(self.today) {
            true => self.office.posts(),
            false => self.office.looks(),
        }
        ledger.reads(&self.office);
    }

    fn changes(&mut self, path: &str, body: &str, ledger: &mut Ledger) {
        let mut body: Value = serde_json::from_str(body).expect("JSON");
        if body["sudden"] == true {
            let day = local(self.office.now(), &ledger.days().zone);
            let day = day
                .checked_add(Span::new().days(self.dice.between(0, 3)))
                .expect("a day");
            self.closed_days.insert(day.to_string(), "Storm".to_owned());
            body = json!({ "closed_days": self.closed_days, "apply": body["apply"] });
        }
        let (status, answer) = self.office.asks("admin", "PATCH", path, Some(&body));
        assert_eq!(status, 200, "{path} {body}: {answer}");
        self.office.looks();
        ledger.reads(&self.office);
    }

    /// What happens until then and is no change of settings, in one commit.
    fn together(&mut self, at: Instant, first: (Instant, What), ledger: &Ledger) {
        let mut some = vec![first];
        while some.len() < TOGETHER
            && let Some(next) = self.troupe.next_act_by(at)
        {
            some.push(next);
        }
        let last = some.last().map_or(at, |(when, _)| *when);
        let (mut troupe, desk) = (std::mem::take(&mut self.troupe), ledger.days().clone());
        let done = self
            .office
            .house
            .db
            .write_now(move |tx| -> Result<_, Error> {
                for (when, what) in some {
                    troupe.does(tx, when, what, &desk)?;
                }
                Ok(troupe)
            });
        self.troupe = done.expect("recorded");
        self.office.it_is(last);
    }
}

fn some_packs(dice: &mut Dice, known: &[String]) -> Value {
    let mut packs: Vec<String> = Vec::new();
    for _ in 0..dice.between(1, 3) {
        let pack = dice.one_of(known).clone();
        if !packs.contains(&pack) {
            packs.push(pack);
        }
    }
    let kinds: Vec<String> = packs
        .iter()
        .filter_map(|pack| one_kind(dice, pack))
        .collect();
    let calendar = *dice.one_of(&["LT", "EU-TARGET", "GB-EAW"]);
    json!({ "packs": packs, "kinds": kinds, "calendar": calendar })
}
