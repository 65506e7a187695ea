//! What moves the time limits of rule packs on one complaint (7.2, 7.3): steps that
//! their clocks heed, extensions and who decided them, and of which kind it is.

use super::{assessment::Reason, personal_fact, plain_fact};
use redress_kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

/// A step that some rule names: a supplement asked for, an expert who answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LimitMoved {
    /// A name of `clock::KINDS`.
    pub step: String,
    /// The letter that does it: the step counts once that letter has left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Id>,
}
personal_fact!(LimitMoved, "limit-moved", Reason);

/// Somebody who may not grant it asks for more time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExtensionAsked {
    pub pack: String,
    pub clock: String,
    pub amount: u32,
    /// The limit as it stood.
    pub due: Instant,
    /// By which way the complainant agreed, where the rule asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
}
personal_fact!(ExtensionAsked, "extension-asked", Reason);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExtensionRefused {
    pub pack: String,
    pub clock: String,
}
personal_fact!(ExtensionRefused, "extension-refused", Reason);

/// One clock runs longer; no other does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extended {
    pub pack: String,
    pub clock: String,
    pub amount: u32,
    /// The last instant in time, before and after.
    pub from: Instant,
    pub to: Instant,
    /// The notice to the complainant, where the rule asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Id>,
    /// By which way the complainant agreed, where the rule asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
}
personal_fact!(Extended, "extended", Reason);

/// Which of the kinds that a pack tells apart this complaint is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KindsSet {
    pub pack: String,
    pub kinds: Vec<String>,
}
plain_fact!(KindsSet, "kinds-set");
