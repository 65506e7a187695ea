//! The limits of packs, counted by hand: the brute counter that judges the engine, over
//! the calendar's file, from the facts that the ledger read in the journal.

#[path = "../../../kernel/tests/clocks/brute.rs"]
mod brute;

use crate::{book::Book, days::weekday};
use brute::Office;
use jiff::{civil::Date, tz::TimeZone};
use redress_kernel::{
    Instant,
    clock::{FactKind, Happened, Rule, Whose},
};
use redress_packs::pack::{Clock, Version, pack};
use serde_json::Value;
use std::{collections::BTreeMap, sync::Mutex};

/// One limit as it comes out by hand.
#[derive(Debug, Clone)]
pub struct Limit {
    pub code: String,
    pub due: Instant,
    pub due_on: Date,
    pub running: bool,
    /// Ours, certain, and something is missed when it passes.
    pub counts: bool,
    pub uncertain: bool,
    /// A notice of an extension is owed, too, until what was the last day without it.
    pub notice: Option<Instant>,
}

/// Everything of one complaint.
pub fn counted(book: &Book) -> Vec<Limit> {
    book.packs
        .iter()
        .flat_map(|pin| of_pack(book, pin))
        .collect()
}

fn of_pack(book: &Book, pin: &Value) -> Vec<Limit> {
    let id = pin["pack"].as_str().expect("a pack");
    let from: Date = pin["version_from"]
        .as_str()
        .expect("a version")
        .parse()
        .expect("a day");
    let pack = pack(id).expect("a known pack");
    let version = pack
        .versions
        .iter()
        .find(|it| it.from == from)
        .expect("a known version");
    let kinds: Vec<&str> = pin["kinds"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let possible: Vec<&Clock> = version
        .clocks
        .iter()
        .filter(|it| holds(it, &kinds))
        .collect();
    let office = pin["calendar"].as_str().expect("a calendar").to_owned();
    let mut all: Vec<Limit> = Vec::new();
    let mut lifted: Vec<String> = Vec::new();
    for clock in &possible {
        let Some((limit, in_time)) = limit(book, id, clock, &possible, &office) else {
            continue;
        };
        if in_time {
            lifted.extend(clock.rule.lifts.iter().map(|other| format!("{id}/{other}")));
        }
        all.push(Limit {
            uncertain: !certain(clock, version, &kinds),
            ..limit
        });
    }
    for limit in &mut all {
        if lifted.contains(&limit.code) {
            (limit.running, limit.notice) = (false, None);
        }
        limit.counts &= !limit.uncertain;
    }
    all
}

fn holds(clock: &Clock, kinds: &[&str]) -> bool {
    let all = &clock.applies_when;
    all.is_empty() || kinds.is_empty() || all.iter().any(|kind| kinds.contains(&kind.as_str()))
}

fn certain(clock: &Clock, version: &Version, kinds: &[&str]) -> bool {
    if clock.applies_when.is_empty() {
        return true;
    }
    let mut known: Vec<&str> = Vec::new();
    for kind in version.clocks.iter().flat_map(|it| &it.applies_when) {
        if !known.contains(&kind.as_str()) {
            known.push(kind);
        }
    }
    let said: Vec<&str> = match (kinds, known.as_slice()) {
        ([], [only]) => vec![*only],
        ([], all) if all.contains(&"general") => vec!["general"],
        (kinds, _) => kinds.to_vec(),
    };
    !said.is_empty()
        && said
            .iter()
            .all(|kind| clock.applies_when.iter().any(|it| it == kind))
}

/// The limit, and whether what ended it came in time.
fn limit(
    book: &Book,
    id: &str,
    clock: &Clock,
    among: &[&Clock],
    calendar: &str,
) -> Option<(Limit, bool)> {
    let rule = &clock.rule;
    let started = begins(book, id, rule, among, calendar)?;
    let mut facts = all_facts(book, id, &rule.id);
    facts.sort_by_key(|fact| fact.at);
    let ended = facts
        .iter()
        .find(|it| rule.ended_by.contains(&it.kind) && it.at >= started);
    let until = ended.map_or(i64::MAX, |it| it.at.micros());
    let again = facts.iter().rev().find(|it| {
        rule.restarts_by.contains(&it.kind) && it.at > started && it.at.micros() <= until
    });
    let from = again.map_or(started, |it| it.at);
    let done = facts.iter().find(|it| {
        let after = it.at > from || (it.at == from && again.is_none());
        rule.satisfied_by.contains(&it.kind) && after && it.at.micros() <= until
    });
    let last = done.map_or(until, |it| it.at.micros());
    let mut known: Vec<Happened> = facts
        .iter()
        .filter(|it| it.kind != rule.start && it.at.micros() <= last)
        .copied()
        .collect();
    known.push(Happened::new(rule.start, from));
    // Whether something met it was found above, by the whole story.
    let bare = Rule {
        satisfied_by: Vec::new(),
        ..rule.clone()
    };
    let answer = with_office(id, calendar, |office| brute::due(&bare, &known, office));
    let paused = stands_still(rule, &known, from, answer.due);
    let is_over = done.is_some() || ended.is_some();
    let notice = untold(rule, &known, from)
        .filter(|_| !is_over)
        .map(|without| with_office(id, calendar, |office| brute::due(&bare, &without, office)).due);
    let limit = Limit {
        code: format!("{id}/{}", rule.id),
        due: answer.due,
        due_on: answer.due_on,
        running: !is_over && !paused,
        counts: rule.whose == Whose::Organisation && !rule.window,
        uncertain: false,
        notice,
    };
    let in_time = done.is_some_and(|it| it.at <= answer.due || paused);
    Some((limit, in_time))
}

/// The facts without the first extension that nobody was told of since, and without what
/// came after it; None: everybody was told. An extension that the rule did not allow is
/// none: it is told of nowhere.
fn untold(rule: &Rule, known: &[Happened], from: Instant) -> Option<Vec<Happened>> {
    let extension = rule.extension.as_ref()?;
    let kind = extension.notice?;
    let granted = known
        .iter()
        .filter(|it| it.kind == FactKind::EXTENDED && it.at >= from)
        .take(extension.times as usize);
    let told = |since: Instant| known.iter().any(|it| it.kind == kind && it.at >= since);
    let first = granted.map(|it| it.at).find(|at| !told(*at))?;
    let before = |it: &&Happened| it.kind != FactKind::EXTENDED || it.at < first;
    Some(known.iter().filter(before).copied().collect())
}

/// By the fact that starts it, or else when the limit before it runs out.
fn begins(book: &Book, id: &str, rule: &Rule, among: &[&Clock], calendar: &str) -> Option<Instant> {
    let first = book
        .happened
        .iter()
        .filter(|(kind, _)| kind == rule.start.name());
    if let Some(first) = first.map(|(_, at)| *at).min() {
        return Some(first);
    }
    let other = rule.start_otherwise.as_ref()?;
    let other = among.iter().find(|it| it.rule.id == *other)?;
    limit(book, id, other, among, calendar).map(|(limit, _)| limit.due)
}

/// A pause that nobody ended began by then.
fn stands_still(rule: &Rule, facts: &[Happened], from: Instant, due: Instant) -> bool {
    rule.paused_by.iter().any(|pause| {
        let mut since = None;
        let mut ordered = facts.to_vec();
        ordered.sort_by_key(|it| it.at);
        for fact in &ordered {
            if fact.kind == pause.to && since.is_some() {
                since = None;
            } else if fact.kind == pause.from {
                since = since.or(Some(fact.at));
            }
        }
        since.is_some_and(|since: Instant| since.max(from) <= due)
    })
}

/// What happened for all limits, and for this one.
fn all_facts(book: &Book, pack: &str, clock: &str) -> Vec<Happened> {
    let known = book.happened.iter();
    let known = known.filter_map(|(kind, at)| Some(Happened::new(FactKind::named(kind)?, *at)));
    let own = book.of_one.iter();
    let own = own.filter(|it| it.pack == pack && it.clock == clock);
    let own = own.filter_map(|it| {
        let fact = Happened::new(FactKind::named(it.kind)?, it.at);
        Some(match it.amount {
            Some(amount) => fact.granting(amount),
            None => fact,
        })
    });
    known.chain(own).collect()
}

/// The working days of a country as its file lists them, and the hours of the pack.
fn with_office<T>(pack: &str, calendar: &str, ask: impl FnOnce(&Office) -> T) -> T {
    static READ: Mutex<BTreeMap<(String, String), Office>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(|broken| broken.into_inner());
    let key = (pack.to_owned(), calendar.to_owned());
    let office = read.entry(key).or_insert_with(|| office(pack, calendar));
    ask(office)
}

const PACKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs");

fn file(calendar: &str) -> Value {
    let path = format!("{PACKS}/calendars/{calendar}.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("a calendar")).expect("JSON")
}

/// `hours = { weekdays = ["09:00-12:00", "13:00-18:00"] }`, or nine to five.
fn hours(pack: &str) -> Vec<(i64, i64)> {
    let text = std::fs::read_to_string(format!("{PACKS}/rules/{pack}.toml")).expect("a pack");
    let pack: toml::Table = text.parse().expect("TOML");
    let spans = pack
        .get("hours")
        .and_then(|it| it.get("weekdays")?.as_array());
    let Some(spans) = spans else {
        return vec![(9 * 60, 17 * 60)];
    };
    let minute = |time: &str| {
        let (hour, minute) = time.split_once(':').expect("a time");
        hour.parse::<i64>().expect("an hour") * 60 + minute.parse::<i64>().expect("a minute")
    };
    let spans = spans.iter().filter_map(toml::Value::as_str);
    spans
        .map(|span| {
            let (from, to) = span.split_once('-').expect("a span");
            (minute(from), minute(to))
        })
        .collect()
}

fn office(pack: &str, calendar: &str) -> Office {
    let it = file(calendar);
    let days_of = it["days_of"].as_str().map(file);
    let mut named = BTreeMap::new();
    for year in days_of.as_ref().unwrap_or(&it)["years"]
        .as_array()
        .expect("years")
    {
        for (list, works) in [("days", false), ("make_up", true)] {
            for day in year[list].as_array().into_iter().flatten() {
                let on: Date = day["on"].as_str().expect("a day").parse().expect("a day");
                named.insert(on, works);
            }
        }
    }
    let weekend = it["weekend"].as_array().expect("a weekend").iter();
    let week = hours(pack);
    Office {
        zone: TimeZone::get(it["zone"].as_str().expect("a zone")).expect("known"),
        weekend: weekend
            .map(|day| weekday(day.as_str().expect("a day")))
            .collect(),
        days: named,
        hours: std::array::from_fn(|_| week.clone()),
    }
}
