//! `calendars/decisions.csv`, a row for each day about which sources disagree, and
//! `calendars/decisions.toml`, the reasons.

use super::{
    compare::{Disagreement, disagreements, undecided},
    folder,
    sources::{COLUMNS, Says, of},
    text,
};
use jiff::civil::Date;
use redress_packs::calendars;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub calendar: String,
    pub day: Date,
    pub says: [Option<Says>; 4],
    pub decided: Says,
    /// Key of the reason.
    pub reason: String,
    /// The name of a day that only the decision makes special, in the country's language.
    pub name: String,
}

pub struct Decisions(pub Vec<Decision>);

impl Decisions {
    pub fn of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Decision> {
        self.0
            .iter()
            .filter(move |decision| decision.calendar == id)
    }
}

pub fn decisions() -> Decisions {
    let text = text(&folder().join("decisions.csv"));
    let mut lines = text.lines();
    let head = format!("calendar,day,{},decided,reason,name", COLUMNS.join(","));
    assert_eq!(lines.next(), Some(head.as_str()));
    let decisions = lines.map(|line| {
        let parts: Vec<&str> = line.splitn(9, ',').collect();
        let [
            calendar,
            day,
            official,
            rule,
            vacanza,
            dates,
            decided,
            reason,
            name,
        ] = parts[..]
        else {
            panic!("nine columns, not: {line}");
        };
        Decision {
            calendar: calendar.to_owned(),
            day: day.parse().unwrap_or_else(|_| panic!("a day in: {line}")),
            says: [official, rule, vacanza, dates].map(|says| match says {
                "-" => None,
                says => Some(Says::read(says).unwrap_or_else(|| panic!("{says} in: {line}"))),
            }),
            decided: Says::read(decided).unwrap_or_else(|| panic!("a decision in: {line}")),
            reason: reason.to_owned(),
            name: name.to_owned(),
        }
    });
    Decisions(decisions.collect())
}

pub fn reasons() -> BTreeMap<String, String> {
    toml::from_str(&text(&folder().join("decisions.toml"))).expect("reasons by key")
}

fn copied() -> Vec<Disagreement> {
    let copied = folder().join("sources");
    calendars::ids()
        .iter()
        .flat_map(|id| disagreements(id, &of(id, &copied, None)))
        .collect()
}

#[test]
fn every_disagreement_is_decided_and_every_decision_is_needed() {
    let faults = undecided(&copied(), &decisions().0, false);
    assert!(
        faults.is_empty(),
        "{} open:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn a_decision_that_is_missing_is_noticed() {
    let mut decisions = decisions().0;
    let gone = decisions
        .iter()
        .position(|it| super::compare::differ(&it.says[..3]))
        .expect("a decision among what was copied");
    let gone = decisions.remove(gone);
    let faults = undecided(&copied(), &decisions, false);
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("not decided"), "{}", faults[0]);
    assert!(faults[0].contains(&gone.day.to_string()));
}

#[test]
fn a_decision_that_nothing_needs_is_noticed() {
    let mut decisions = decisions().0;
    let mut idle = decisions[0].clone();
    idle.calendar = "LT".into();
    idle.day = jiff::civil::date(2026, 11, 23);
    decisions.push(idle);
    let faults = undecided(&copied(), &decisions, false);
    assert_eq!(faults, ["no source disagrees about LT 2026-11-23"]);
}

#[test]
fn a_source_that_changed_its_mind_opens_the_decision_again() {
    let mut disagreements = copied();
    let first = disagreements
        .iter_mut()
        .find(|it| it.says[2] == Some(Says::Off))
        .expect("a day off in the second source");
    first.says[2] = Some(Says::Works);
    let faults = undecided(&disagreements, &decisions().0, false);
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("decided on other grounds"));
}

#[test]
fn each_decision_has_a_reason_and_each_reason_a_decision() {
    let decisions = decisions().0;
    let used: BTreeSet<&str> = decisions.iter().map(|it| it.reason.as_str()).collect();
    let reasons = reasons();
    let given: BTreeSet<&str> = reasons.keys().map(String::as_str).collect();
    assert_eq!(used, given);
    for (key, reason) in &reasons {
        assert!(
            reason.len() > 40 && reason.ends_with('.'),
            "{key}: {reason}"
        );
    }
}

#[test]
fn decisions_stand_in_order_and_each_once() {
    let ids = calendars::ids();
    let place = |it: &Decision| (ids.iter().position(|id| *id == it.calendar), it.day);
    let decisions = decisions().0;
    for pair in decisions.windows(2) {
        assert!(place(&pair[0]) < place(&pair[1]), "{:?}", pair[1]);
    }
}

#[test]
fn a_day_that_only_a_decision_makes_special_has_a_name() {
    for decision in decisions().0 {
        let led = decision.says[0].or(decision.says[1]);
        let named = decision.decided != Says::Plain && led != Some(decision.decided);
        assert_eq!(named, !decision.name.is_empty(), "{decision:?}");
    }
}
