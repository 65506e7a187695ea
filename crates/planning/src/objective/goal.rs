//! An objective, folded from its facts, and what can be decided about it.

use super::facts::{ObjectiveRetired, ObjectiveSet, Words};
use jiff::civil::Date;
use redress_kernel::{
    Draft, Entry, Id, Instant, Refusal,
    fields::{Field, Fields, Kind},
    indicator::{self, Figure, Indicator, Set, Unit},
    journal::Unreadable,
};
use std::sync::LazyLock;

static KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    indicator::ALL
        .iter()
        .map(|indicator| indicator.key)
        .collect()
});

/// The form; its figures are those of the house.
pub fn setting() -> [Field; 7] {
    let figures = Kind::Choice("indicator", KEYS.as_slice());
    let ways = Kind::Choice("objective-way", &["at-least", "at-most"]);
    [
        Field::new("objective-figure", figures).required(),
        Field::new("objective-way", ways).required(),
        Field::new("objective-target", Kind::Number(0, 1_000_000))
            .required()
            .hinted(),
        Field::new("objective-unit", Kind::Unit).hinted(),
        Field::new("objective-owner", Kind::Colleague).required(),
        Field::new("objective-due", Kind::Date).required(),
        Field::new("objective-method", Kind::Text(5000)).hinted(),
    ]
}

pub const RETIRING: &[Field] = &[Field::new("objective-reason", Kind::Text(2000)).required()];

#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    pub id: Id,
    pub indicator: &'static Indicator,
    pub at_least: bool,
    pub target: i64,
    pub unit: Option<Id>,
    pub owner: Id,
    pub due_on: Date,
    pub method: String,
    pub set_by: Id,
    pub set_at: Instant,
    /// When, by whom and why it was given up.
    pub retired: Option<(Instant, Id, String)>,
}

impl Objective {
    /// None when these are no facts of an objective, or of a figure that is gone.
    pub fn fold(entries: &[Entry]) -> Result<Option<Objective>, Unreadable> {
        let Some(first) = entries.first().filter(|entry| entry.is::<ObjectiveSet>()) else {
            return Ok(None);
        };
        let read = first.read::<ObjectiveSet>()?;
        let Some(indicator) = indicator::named(&read.fact.indicator) else {
            return Ok(None);
        };
        let mut objective = Objective {
            id: first.about,
            indicator,
            at_least: read.fact.at_least,
            target: read.fact.target,
            unit: read.fact.unit,
            owner: read.fact.owner,
            due_on: read.fact.due_on,
            method: said(read.personal.into_present()),
            set_by: first.actor,
            set_at: first.at(),
            retired: None,
        };
        for entry in entries
            .iter()
            .filter(|entry| entry.is::<ObjectiveRetired>())
        {
            let words = said(entry.read::<ObjectiveRetired>()?.personal.into_present());
            objective.retired = Some((entry.at(), entry.actor, words));
        }
        Ok(Some(objective))
    }

    pub fn retired(&self, fields: &Fields) -> Result<Draft, Refusal> {
        if self.retired.is_some() {
            return Err(Refusal::new("objective-retired-already"));
        }
        let words = Words {
            text: fields.text("objective-reason"),
        };
        Ok(Draft::with(self.id, &ObjectiveRetired {}, &words))
    }
}

fn said(words: Option<Words>) -> String {
    words.map(|words| words.text).unwrap_or_default()
}

/// Is the target met? None where too few cases lie behind a share to say so.
pub fn met(at_least: bool, target: i64, figure: &Figure) -> Option<bool> {
    let target = match figure.indicator.unit {
        Unit::Share => target * 10,
        Unit::Complaints => target,
    };
    let level = figure.level()?;
    Some(if at_least {
        level >= target
    } else {
        level <= target
    })
}

/// A new objective out of what was typed.
pub fn set(
    id: Id,
    fields: &Fields,
    owners: &[Id],
    units: &[Id],
    today: Date,
) -> Result<Draft, Refusal> {
    let unknown = Refusal::new("objective-figure-unknown").at("objective-figure");
    let indicator = indicator::named(fields.typed("objective-figure")).ok_or(unknown)?;
    let target = fields.number("objective-target").unwrap_or_default();
    if indicator.unit == Unit::Share && target > 100 {
        return Err(Refusal::new("objective-over-hundred").at("objective-target"));
    }
    let unit = unit_of(indicator, fields, units)?;
    let owner = fields
        .id("objective-owner")
        .filter(|id| owners.contains(id));
    let owner = owner.ok_or(Refusal::new("colleague-unknown").at("objective-owner"))?;
    let due_on = fields.date("objective-due").unwrap_or(Date::MIN);
    if due_on <= today {
        return Err(Refusal::new("objective-due-past").at("objective-due"));
    }
    let fact = ObjectiveSet {
        indicator: indicator.key.to_owned(),
        at_least: fields.typed("objective-way") == "at-least",
        target,
        unit,
        owner,
        due_on,
    };
    let words = Words {
        text: fields.text("objective-method"),
    };
    Ok(Draft::with(id, &fact, &words))
}

/// What is overdue now is counted for a viewer, never for a unit.
fn unit_of(indicator: &Indicator, fields: &Fields, units: &[Id]) -> Result<Option<Id>, Refusal> {
    if fields.text("objective-unit").is_empty() {
        return Ok(None);
    }
    let unknown = Refusal::new("objective-unit-unknown").at("objective-unit");
    let unit = fields.id("objective-unit").filter(|id| units.contains(id));
    let unit = unit.ok_or(unknown)?;
    match indicator.counted {
        Set::Overdue => Err(Refusal::new("objective-not-by-unit").at("objective-unit")),
        _ => Ok(Some(unit)),
    }
}
