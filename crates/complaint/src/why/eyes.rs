//! Who may see this case, and why: `kernel::person::allow`, asked for everybody who
//! can sign in. Names of staff, never of complainants.

use crate::{Complaint, at::Colleague};
use redress_kernel::{
    Action, Actor,
    person::{Verdict, allow, granted},
};

/// The one reason that decides, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Eye {
    /// Sees every case of the organisation.
    Whole,
    /// Sees it because it belongs to no unit.
    NoUnit,
    /// Sees it because it belongs to their unit.
    SameUnit,
    /// Hidden: they are complained about in it (annex D).
    Subject,
    /// Hidden: it belongs to another unit.
    OtherUnit,
    /// Their role sees no case at all.
    Role,
}

impl Eye {
    pub const fn name(self) -> &'static str {
        match self {
            Eye::Whole => "whole",
            Eye::NoUnit => "no-unit",
            Eye::SameUnit => "same-unit",
            Eye::Subject => "subject",
            Eye::OtherUnit => "other-unit",
            Eye::Role => "role",
        }
    }

    pub const fn sees(self) -> bool {
        matches!(self, Eye::Whole | Eye::NoUnit | Eye::SameUnit)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Seer {
    pub colleague: Colleague,
    pub eye: Eye,
    pub is_owner: bool,
}

/// Everybody with their reason, grouped by it and by name inside.
pub fn eyes(case: &Complaint, colleagues: &[Colleague]) -> Vec<Seer> {
    let mut all: Vec<Seer> = colleagues
        .iter()
        .map(|colleague| Seer {
            eye: eye(case, colleague),
            is_owner: case.owner == Some(colleague.id),
            colleague: colleague.clone(),
        })
        .collect();
    all.sort_by_key(|seer| seer.eye);
    all
}

fn eye(case: &Complaint, who: &Colleague) -> Eye {
    let about = case.about();
    let actor = Actor {
        id: who.id,
        name: String::new(),
        email: String::new(),
        role: who.role,
        unit: who.unit,
        scope: None,
    };
    match allow(&actor, Action::SeeCase, Some(&about)) {
        Verdict::Allow(_) if who.unit.is_none() => Eye::Whole,
        Verdict::Allow(_) if about.unit.is_none() => Eye::NoUnit,
        Verdict::Allow(_) => Eye::SameUnit,
        _ if !granted(who.role, Action::SeeCase) => Eye::Role,
        _ if about.subjects.contains(&who.id) => Eye::Subject,
        _ => Eye::OtherUnit,
    }
}
