//! Which fields of a case somebody sees. The name of the complainant is for whoever
//! has the case now and for those to whom it was shown with a reason. No evidence.

use super::{About, Action, Actor, Role, scope};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sight {
    /// The complainant's name, and their representative's.
    pub identity: bool,
    /// How they can be reached.
    pub contact: bool,
    /// What was written by them and to them.
    pub texts: bool,
    /// What colleagues wrote for colleagues.
    pub notes: bool,
    /// Which colleagues it is about.
    pub staff_concerned: bool,
}

impl Sight {
    pub const NOTHING: Sight = Sight {
        identity: false,
        contact: false,
        texts: false,
        notes: false,
        staff_concerned: false,
    };
    pub const WHOLE: Sight = Sight {
        identity: true,
        contact: true,
        texts: true,
        notes: true,
        staff_concerned: true,
    };
    /// Everything besides who complained.
    const WITHOUT_IDENTITY: Sight = Sight {
        identity: false,
        contact: false,
        ..Sight::WHOLE
    };
    /// What went to and fro, and not who it was, nor what was said about people.
    const OF_A_VISITOR: Sight = Sight {
        texts: true,
        ..Sight::NOTHING
    };
}

/// What this person sees of this case: nothing of one that is hidden from them.
pub fn sight(actor: &Actor, about: &About) -> Sight {
    if !scope(actor).holds(about) || (about.sensitive && !needs_to_know(actor, about)) {
        return Sight::NOTHING;
    }
    match actor.role {
        Role::Certifier => Sight::OF_A_VISITOR,
        _ if knows_who(actor, about) => Sight::WHOLE,
        _ => Sight::WITHOUT_IDENTITY,
    }
}

fn knows_who(actor: &Actor, about: &About) -> bool {
    let has_it = about.open && about.is_in_hands_of(actor.id);
    let asks_for_them = actor.role == Role::Dpo && about.under_request;
    actor.may(Action::SeeIdentity)
        && (has_it || asks_for_them || about.names_for_all || about.revealed.contains(&actor.id))
}

/// A sensitive case is there for the others, and tells them nothing.
fn needs_to_know(actor: &Actor, about: &About) -> bool {
    let leads = matches!(actor.role, Role::Manager | Role::Representative | Role::Dpo);
    leads || about.is_in_hands_of(actor.id) || about.lifted.contains(&actor.id)
}
