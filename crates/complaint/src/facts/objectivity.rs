//! Who is kept apart from a case besides the person complained about (4.7, R01): the
//! line above that person, and whoever declares an interest of their own; and for whom
//! two persons opened it all the same.

use super::{assessment::Reason, personal_fact, plain_fact};
use redress_kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

/// The line above the persons complained about, as it is from now on: the heads of
/// their units, upward. Drawn by the installation whenever one of these changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LineDrawn {
    pub line: Vec<Id>,
}
plain_fact!(LineDrawn, "line-drawn");

/// Whoever records it has a conflict of interest in this case, or has none.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ConflictDeclared {
    pub conflict: bool,
}
personal_fact!(ConflictDeclared, "conflict-declared", Reason);

/// The declaration was a mistake, or what it was about is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConflictLifted {
    pub person: Id,
}
personal_fact!(ConflictLifted, "conflict-lifted", Reason);

/// Two persons opened the case for somebody who is kept apart from it, for a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GlassBroken {
    pub person: Id,
    /// The request to which another person agreed.
    pub request: Id,
    pub until: Instant,
}
personal_fact!(GlassBroken, "glass-broken", Reason);

/// The time is over, or somebody ended it before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GlassClosed {
    pub person: Id,
}
plain_fact!(GlassClosed, "glass-closed");
