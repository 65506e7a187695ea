//! Where sources disagree, and what is known of a calendar once that is decided.

use super::{
    decisions::{Decision, Decisions},
    sources::{COMPARED, Says, Source},
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A day on which at least two sources speak and do not say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    pub calendar: String,
    pub day: Date,
    pub says: [Option<Says>; 4],
}

pub fn disagreements(id: &str, sources: &[Source; 4]) -> Vec<Disagreement> {
    let days: BTreeSet<Date> = sources
        .iter()
        .flat_map(|source| source.days.keys().copied())
        .filter(|day| COMPARED.contains(&day.year()))
        .collect();
    days.into_iter()
        .map(|day| Disagreement {
            calendar: id.to_owned(),
            day,
            says: sources.each_ref().map(|source| source.says(day)),
        })
        .filter(|at| differ(&at.says))
        .collect()
}

pub fn differ(says: &[Option<Says>]) -> bool {
    let mut spoken = says.iter().flatten();
    let first = spoken.next();
    spoken.any(|says| Some(says) != first)
}

/// What decisions and disagreements lack of each other; empty when all is decided.
/// Without the last source (`whole` is false) a decision that only that one needs is
/// left alone.
pub fn undecided(
    disagreements: &[Disagreement],
    decisions: &[Decision],
    whole: bool,
) -> Vec<String> {
    let compared = if whole { 4 } else { 3 };
    let mut faults = Vec::new();
    for at in disagreements
        .iter()
        .filter(|at| differ(&at.says[..compared]))
    {
        let decided = decisions
            .iter()
            .find(|decision| decision.calendar == at.calendar && decision.day == at.day);
        match decided {
            None => faults.push(format!("not decided: {}", row(at))),
            Some(decision) if decision.says[..compared] != at.says[..compared] => {
                faults.push(format!("decided on other grounds: {}", row(at)));
            }
            Some(_) => {}
        }
    }
    for decision in decisions {
        let needed = disagreements
            .iter()
            .any(|at| at.calendar == decision.calendar && at.day == decision.day)
            || !whole && !differ(&decision.says[..3]) && differ(&decision.says);
        if !needed {
            faults.push(format!(
                "no source disagrees about {} {}",
                decision.calendar, decision.day
            ));
        }
    }
    faults
}

fn row(at: &Disagreement) -> String {
    let says: Vec<_> = at
        .says
        .iter()
        .map(|says| says.map_or("-", Says::code))
        .collect();
    format!("{},{},{}", at.calendar, at.day, says.join(","))
}

/// The days of one year that are not as their weekday says: the official list or, for
/// want of one, the rule, and over both what was decided.
pub fn settled(
    id: &str,
    year: i16,
    sources: &[Source; 4],
    decisions: &Decisions,
) -> Option<BTreeMap<Date, (Says, String)>> {
    let [official, rule, ..] = sources;
    let lead = [official, rule]
        .into_iter()
        .find(|source| source.years.contains(&year))?;
    let mut days: BTreeMap<Date, (Says, String)> = lead
        .days
        .iter()
        .filter(|(day, _)| day.year() == year)
        .map(|(day, said)| (*day, said.clone()))
        .collect();
    for decision in decisions.of(id).filter(|it| it.day.year() == year) {
        match decision.decided {
            Says::Plain => {
                days.remove(&decision.day);
            }
            says if days.get(&decision.day).map(|(says, _)| *says) != Some(says) => {
                days.insert(decision.day, (says, decision.name.clone()));
            }
            _ => {}
        }
    }
    Some(days)
}
