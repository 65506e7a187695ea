//! Who may stand in for whom, and for how long. Pure.

use crate::facts::AwaySet;
use jiff::civil::Date;
use redress_complaint::at::Colleague;
use redress_kernel::{
    Action, Actor, Refusal,
    fields::{Field, Fields, Kind},
    person::granted,
};

pub const FORM: &[Field] = &[
    Field::new("away-from", Kind::Date).required(),
    Field::new("away-until", Kind::Date).required().hinted(),
    Field::new("away-deputy", Kind::Colleague)
        .required()
        .hinted(),
];

/// Longer than any holiday or illness after which somebody should look again.
const DAYS_MAX: i64 = 366;

/// What a person does to complaints; whoever stands in may do all of it.
const WORK: &[Action] = &[
    Action::SeeCase,
    Action::Receive,
    Action::Acknowledge,
    Action::Assess,
    Action::Reply,
    Action::Update,
    Action::Investigate,
    Action::Propose,
    Action::Approve,
    Action::Decide,
    Action::Close,
    Action::Review,
    Action::ConfirmSignificance,
];

/// May this colleague stand in: somebody else, who may do what the person does, where
/// they do it.
pub fn may_stand_in(who: &Actor, other: &Colleague) -> bool {
    let able = WORK
        .iter()
        .all(|action| !granted(who.role, *action) || granted(other.role, *action));
    let there = other.unit.is_none() || other.unit == who.unit;
    other.id != who.id && able && there
}

pub fn away(
    who: &Actor,
    fields: &Fields,
    colleagues: &[Colleague],
    today: Date,
) -> Result<AwaySet, Refusal> {
    let no = |code, field| Err(Refusal::new(code).at(field));
    let (Some(from), Some(until)) = (fields.date("away-from"), fields.date("away-until")) else {
        return no("away-days", "away-from");
    };
    if until < from {
        return no("away-ends-before", "away-until");
    }
    if until < today {
        return no("away-over", "away-until");
    }
    let days = from
        .until(until)
        .map_or(i64::MAX, |span| i64::from(span.get_days()));
    if days > DAYS_MAX {
        return no("away-long", "away-until");
    }
    let deputy = fields.id("away-deputy");
    let chosen = colleagues.iter().find(|one| Some(one.id) == deputy);
    match chosen.filter(|one| may_stand_in(who, one)) {
        Some(one) => Ok(AwaySet {
            from,
            until,
            deputy: one.id,
        }),
        None => no("away-deputy", "away-deputy"),
    }
}
