//! Who may see this case, and why: `kernel::person::allow`, asked for everybody who
//! can sign in. Names of staff, never of complainants.

use crate::{Complaint, at::Colleague};
use redress_kernel::{
    Action,
    person::{About, Reach, Sight, allow, scope, sight},
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
    /// Sees it because its unit lies below theirs.
    UnitBelow,
    /// From outside: sees it because it is in their sample.
    Sample,
    /// Sees it because somebody asked about the data in it.
    Request,
    /// Sees it because two persons opened it for them.
    Opened,
    /// Hidden: they are complained about in it (annex D).
    Subject,
    /// Hidden: they stand above somebody who is complained about (4.7).
    Line,
    /// Hidden: they declared an interest in it.
    Conflict,
    /// Hidden: it belongs to another unit.
    OtherUnit,
    /// Hidden: it is in no sample of theirs.
    NotSampled,
    /// Hidden: nobody asked about the data in it.
    NotAsked,
    /// Their role sees no case at all.
    Role,
}

impl Eye {
    pub const fn name(self) -> &'static str {
        match self {
            Eye::Whole => "whole",
            Eye::NoUnit => "no-unit",
            Eye::SameUnit => "same-unit",
            Eye::UnitBelow => "unit-below",
            Eye::Sample => "sample",
            Eye::Request => "request",
            Eye::Opened => "opened",
            Eye::Subject => "subject",
            Eye::Line => "line",
            Eye::Conflict => "conflict",
            Eye::OtherUnit => "other-unit",
            Eye::NotSampled => "not-sampled",
            Eye::NotAsked => "not-asked",
            Eye::Role => "role",
        }
    }

    /// Does the reason say whom it is about, or who stands by whom?
    pub const fn tells_of_colleagues(self) -> bool {
        matches!(self, Eye::Subject | Eye::Line | Eye::Conflict)
    }

    pub const fn sees(self) -> bool {
        matches!(
            self,
            Eye::Whole
                | Eye::NoUnit
                | Eye::SameUnit
                | Eye::UnitBelow
                | Eye::Sample
                | Eye::Request
                | Eye::Opened
        )
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Seer {
    pub colleague: Colleague,
    pub eye: Eye,
    /// Which fields of it.
    pub sight: Sight,
    pub is_owner: bool,
}

/// Everybody with their reason, grouped by it and by name inside.
pub fn eyes(case: &Complaint, colleagues: &[Colleague]) -> Vec<Seer> {
    let about = case.about();
    let mut all: Vec<Seer> = colleagues
        .iter()
        .map(|colleague| Seer {
            eye: eye(&about, colleague),
            sight: sight(&colleague.acting(), &about),
            is_owner: case.owner == Some(colleague.id),
            colleague: colleague.clone(),
        })
        .collect();
    all.sort_by_key(|seer| seer.eye);
    all
}

/// The verdict is `allow`'s; the reason is what made it.
fn eye(about: &About, who: &Colleague) -> Eye {
    let actor = who.acting();
    let reach = scope(&actor).reach;
    match allow(&actor, Action::SeeCase, Some(about)).is_allowed() {
        true => seen(about, who, reach),
        false => hidden(about, who, reach),
    }
}

fn seen(about: &About, who: &Colleague, reach: Reach) -> Eye {
    match reach {
        _ if about.lifted.contains(&who.id) => Eye::Opened,
        Reach::Under(_) if about.unit.is_none() => Eye::NoUnit,
        Reach::Under(unit) if about.unit == Some(unit) => Eye::SameUnit,
        Reach::Under(_) => Eye::UnitBelow,
        Reach::SampleOf(_) => Eye::Sample,
        Reach::UnderRequest => Eye::Request,
        Reach::Everything | Reach::Nothing => Eye::Whole,
    }
}

fn hidden(about: &About, who: &Colleague, reach: Reach) -> Eye {
    match reach {
        Reach::Nothing => Eye::Role,
        _ if about.subjects.contains(&who.id) => Eye::Subject,
        _ if about.line.contains(&who.id) => Eye::Line,
        _ if about.conflicts.contains(&who.id) => Eye::Conflict,
        Reach::SampleOf(_) => Eye::NotSampled,
        Reach::UnderRequest => Eye::NotAsked,
        Reach::Under(_) | Reach::Everything => Eye::OtherUnit,
    }
}
