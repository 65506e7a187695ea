//! Roles, actions, and the one pure decision about who may do what and which
//! fields they see of it. Deny by default; what a person may not see is hidden
//! (404), what they may see and not do is refused (403) with the role that could.

mod about;
mod action;
mod granted;
mod role;
mod sample;
mod scope;
mod sight;
#[cfg(test)]
mod tests;
mod units;

pub use about::About;
pub use action::Action;
pub use granted::granted;
pub use role::Role;
pub use sample::{SAMPLE_MAX, drawn};
pub use scope::{Reach, Scope, scope};
pub use sight::{Sight, sight};
pub use units::UnitTree;

use crate::Id;

/// A signed-in person, or the bearer of their token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub id: Id,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// None: the whole organisation.
    pub unit: Option<Id>,
    /// Actions a token was narrowed to; None: all that the person may do.
    pub scope: Option<Vec<Action>>,
}

impl Actor {
    /// May this person do that at all, with the token they hold? Where there is a
    /// case, `allow` asks about it too.
    pub fn may(&self, action: Action) -> bool {
        let narrowed = self.scope.as_ref();
        granted(self.role, action) && narrowed.is_none_or(|scope| scope.contains(&action))
    }

    /// Whoever acts through the public pages with a reference and its code.
    pub fn complainant() -> Actor {
        Actor {
            id: Id::COMPLAINANT,
            name: String::new(),
            email: String::new(),
            role: Role::Complainant,
            unit: None,
            scope: None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// And so much of the case is for their eyes.
    Allow(Sight),
    /// May see it, may not do it.
    Deny,
    /// May not know that it exists.
    Hide,
}

impl Verdict {
    pub const fn is_allowed(self) -> bool {
        matches!(self, Verdict::Allow(_))
    }
}

/// The one decision. `about` is None for actions that concern no case.
pub fn allow(actor: &Actor, action: Action, about: Option<&About>) -> Verdict {
    let Some(about) = about else {
        return match actor.may(action) {
            true => Verdict::Allow(Sight::NOTHING),
            false => Verdict::Deny,
        };
    };
    if !scope(actor).holds(about) {
        return Verdict::Hide;
    }
    // Objectivity (4.7, annex G): a review is never by whom the first answer came from.
    let judges_themselves = action == Action::Review && about.earlier.contains(&actor.id);
    match actor.may(action) && !judges_themselves {
        true => Verdict::Allow(sight(actor, about)),
        false => Verdict::Deny,
    }
}
