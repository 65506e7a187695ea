//! Giving the complaint to somebody, or back to everybody.

use redress_complaint::{
    Complaint, Decided,
    at::{At, Colleague},
    facts::Assigned,
    verb::{Back, while_open},
};
use redress_kernel::{
    Action, Draft, Id, Refusal, Role,
    fields::{Field, Fields, Kind},
    person::granted,
};

pub const FIELDS: &[Field] = &[
    Field::new("colleague", Kind::Colleague),
    Field::new("nobody", Kind::Tick),
];

pub fn assign(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    match (fields.id("colleague"), fields.ticked("nobody")) {
        (Some(_), true) => Err(Refusal::new("assign-one-of-both").at("colleague")),
        (None, false) => Err(Refusal::new("assign-to-whom").at("colleague")),
        (None, true) if c.owner.is_none() => Err(Refusal::new("assigned-already").at("nobody")),
        (None, true) => Ok(owned(c, None)),
        (Some(id), false) => {
            let unknown = Refusal::new("colleague-unknown").at("colleague");
            let colleague = at.colleague(id).ok_or(unknown)?;
            may_hold(c, colleague).map_err(|no| no.at("colleague"))?;
            competent(c, colleague.id, at).map_err(|no| no.at("colleague"))?;
            new_owner(c, colleague.id).map_err(|no| no.at("colleague"))
        }
    }
}

/// Nobody takes over from themselves.
pub fn can_take(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    if c.owner == Some(at.actor.id) {
        return Err(Refusal::new("assigned-already"));
    }
    role_handles(at.actor.role)
}

pub fn take(c: &Complaint, _: &Fields, at: &At) -> Result<Decided, Refusal> {
    competent(c, at.actor.id, at)?;
    new_owner(c, at.actor.id)
}

/// Back to whom it belonged, or to everybody.
pub fn as_before(c: &Complaint) -> Back {
    let typed = match c.owner {
        Some(owner) => ("colleague", owner.to_string()),
        None => ("nobody", "1".to_owned()),
    };
    ("assignment", vec![typed])
}

fn new_owner(c: &Complaint, owner: Id) -> Result<Decided, Refusal> {
    if c.owner == Some(owner) {
        return Err(Refusal::new("assigned-already"));
    }
    Ok(owned(c, Some(owner)))
}

fn owned(c: &Complaint, owner: Option<Id>) -> Decided {
    Decided::fact(Draft::of(c.id, &Assigned { owner, unit: None }))
}

/// Objectivity (4.7): not the person complained about, not somebody who could
/// not work on it, and nobody who would not even find it in the desk.
pub fn may_hold(c: &Complaint, colleague: &Colleague) -> Result<(), Refusal> {
    let about = c.about();
    if about.subjects.contains(&colleague.id) {
        return Err(Refusal::new("assign-complained-about"));
    }
    if about.line.contains(&colleague.id) {
        return Err(Refusal::new("assign-line-above"));
    }
    if about.conflicts.contains(&colleague.id) {
        return Err(Refusal::new("assign-conflict"));
    }
    role_handles(colleague.role)?;
    match colleague.unit {
        Some(theirs) if !about.lies_under(theirs) => Err(Refusal::new("assign-other-unit")),
        _ => Ok(()),
    }
}

/// 4.14: who has it in hand holds what its categories ask for; else it is said who does.
fn competent(c: &Complaint, person: Id, at: &At) -> Result<(), Refusal> {
    let categories = c
        .issues
        .iter()
        .filter_map(|issue| issue.category.as_deref());
    let today = at.now.date_in(&at.organisation.zone());
    let holds = |who: Id, needed: &str| at.competences.has(who, needed, today);
    let needed = at.organisation.objectivity.needed(categories);
    let Some(missing) = needed.into_iter().find(|needed| !holds(person, needed)) else {
        return Ok(());
    };
    let could = at.colleagues.iter();
    let could: Vec<&str> = could
        .filter(|one| holds(one.id, missing) && may_hold(c, one).is_ok())
        .map(|one| one.name.as_str())
        .collect();
    Err(match could.is_empty() {
        true => Refusal::new("assign-competence-nobody").with("competence", missing),
        false => Refusal::new("assign-competence")
            .with("competence", missing)
            .with("people", could.join(", ")),
    })
}

fn role_handles(role: Role) -> Result<(), Refusal> {
    if granted(role, Action::Investigate) {
        Ok(())
    } else {
        Err(Refusal::new("assign-role"))
    }
}
