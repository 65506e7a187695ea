//! The work around a case: who has it, notes, calls, waiting, links.

use super::{assessment::Reason, personal_fact, plain_fact};
use redress_kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

/// None hands it back to everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assigned {
    pub owner: Option<Id>,
    #[serde(default)]
    pub unit: Option<Id>,
}
plain_fact!(Assigned, "assigned");

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Text {
    #[serde(default)]
    pub text: String,
}

/// An internal note. It can never become a reply: another type, another composer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    /// Colleagues to whom it points; each hears of it as they chose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned: Vec<Id>,
}
personal_fact!(Noted, "noted", Text);

/// A telephone call, in or out, summed up.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CallLogged {
    /// "in" or "out".
    pub direction: String,
    pub reached: bool,
    /// True when this call told the complainant how the case stands (7.3).
    #[serde(default)]
    pub informed: bool,
    #[serde(default)]
    pub next_update: Option<Instant>,
}
personal_fact!(CallLogged, "call-logged", Text);

/// Whom the case waits for: "complainant", "colleague", "internal" (a department),
/// "third-party", or nobody. Waiting stops no clock by itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WaitingSet {
    #[serde(default)]
    pub on: Option<String>,
    #[serde(default)]
    pub until: Option<Instant>,
    /// Put aside: out of the list of its owner until it comes back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// Why the waiting is over, when nobody said so: "time".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
}
personal_fact!(WaitingSet, "waiting-set", Text);

/// A reversible link instead of a merge: "related", "group", or "duplicate" with
/// "has-duplicate" on the other side. It stands in both complaints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    pub to: Id,
    pub reference: String,
    pub kind: String,
}
plain_fact!(Linked, "linked");

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unlinked {
    pub to: Id,
}
plain_fact!(Unlinked, "unlinked");

/// A point of this complaint became a complaint of its own (R23).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SplitOff {
    /// The second complaint.
    pub into: Id,
    pub issues: Vec<u32>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SplitText {
    #[serde(default)]
    pub subject: String,
    /// The passage that it is about, from the complainant's own words.
    #[serde(default)]
    pub text: String,
}
personal_fact!(SplitOff, "split-off", SplitText);

/// The point came back before anybody worked on the second complaint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SplitUndone {
    pub into: Id,
}
personal_fact!(SplitUndone, "split-undone", Reason);

/// Personal parts of these entries are gone; what they proved stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Erased {
    pub entries: Vec<i64>,
    /// Why: "request", "retention", "order".
    pub basis: String,
}
plain_fact!(Erased, "erased");

/// The import or the split that brought this case in was undone before anybody worked on it:
/// the case leaves every list, every search and every figure. What it was stays
/// readable in the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Annulled {
    /// The import, or the complaint from which it had been split.
    pub import: Id,
}
plain_fact!(Annulled, "annulled");
