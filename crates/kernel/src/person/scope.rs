//! Which cases a person can find at all, as a value: `allow` asks it of one case,
//! and every list turns it into SQL, so that the two cannot part. Leaves no evidence.

use super::{About, Action, Actor, Role, granted};
use crate::Id;

/// How far somebody's eyes go by their role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// No case.
    Nothing,
    Everything,
    /// The cases of this unit and of those below it, and those that belong to no unit.
    Under(Id),
    /// The cases that were drawn or chosen for this person from outside.
    SampleOf(Id),
    /// The cases about whose data somebody asked.
    UnderRequest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    pub reach: Reach,
    /// Whose interests keep them apart from some of these: as somebody complained
    /// about, as one in the line above them, by a conflict that they declared.
    pub person: Id,
}

pub fn scope(actor: &Actor) -> Scope {
    Scope {
        reach: reach(actor),
        person: actor.id,
    }
}

fn reach(actor: &Actor) -> Reach {
    if !granted(actor.role, Action::SeeCase) {
        return Reach::Nothing;
    }
    match (actor.role, actor.unit) {
        (Role::Certifier, _) => Reach::SampleOf(actor.id),
        (Role::Dpo, _) => Reach::UnderRequest,
        (Role::Representative, _) | (_, None) => Reach::Everything,
        (_, Some(unit)) => Reach::Under(unit),
    }
}

impl Scope {
    pub fn holds(&self, about: &About) -> bool {
        match self.reach {
            Reach::Nothing => false,
            // No two persons open a case for whoever it is about.
            _ if about.subjects.contains(&self.person) => false,
            _ if about.lifted.contains(&self.person) => true,
            reach => !self.is_apart(about) && reaches(reach, about),
        }
    }

    fn is_apart(&self, about: &About) -> bool {
        about.line.contains(&self.person) || about.conflicts.contains(&self.person)
    }
}

fn reaches(reach: Reach, about: &About) -> bool {
    match reach {
        Reach::Nothing => false,
        Reach::Everything => true,
        Reach::Under(unit) => about.lies_under(unit),
        Reach::SampleOf(person) => about.sampled.contains(&person),
        Reach::UnderRequest => about.under_request,
    }
}
