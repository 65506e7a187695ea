//! What the decision needs to know of the case acted on. Filled from the folded
//! case and from what the house knows beside it. Leaves no evidence.

use crate::Id;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    pub unit: Option<Id>,
    /// The unit and all above it. Empty: the unit alone.
    pub unit_path: Vec<Id>,
    pub owner: Option<Id>,
    /// Who stands in for the owner today.
    pub deputies: Vec<Id>,
    /// People complained about: they cannot find the case anywhere.
    pub subjects: Vec<Id>,
    /// The line above the people complained about: the heads of their units.
    pub line: Vec<Id>,
    /// Who declared an interest in it.
    pub conflicts: Vec<Id>,
    /// Who investigated, approved or decided so far; none of them may review (R04).
    pub earlier: Vec<Id>,
    /// For those alone who need it: owner, deputies, those who manage the case.
    pub sensitive: bool,
    /// For whom two persons opened it although they are kept apart from it.
    pub lifted: Vec<Id>,
    /// To whom the identity was shown with a reason, and still is.
    pub revealed: Vec<Id>,
    /// The organisation is so small that whoever sees a case sees the name.
    pub names_for_all: bool,
    /// People from outside in whose sample it lies today.
    pub sampled: Vec<Id>,
    /// A request about the data in it (access, rectification, erasure) is open.
    pub under_request: bool,
    pub open: bool,
}

impl About {
    /// Does the case lie in this unit or in one below it?
    pub fn lies_under(&self, unit: Id) -> bool {
        self.unit.is_none_or(|its| its == unit) || self.unit_path.contains(&unit)
    }

    pub fn is_in_hands_of(&self, person: Id) -> bool {
        self.owner == Some(person) || self.deputies.contains(&person)
    }
}
