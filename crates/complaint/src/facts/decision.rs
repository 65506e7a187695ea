//! 7.8 Communicating the decision: reasoned, per issue, with recourse, to the
//! complainant and to the staff concerned.

use super::personal_fact;
use redress_kernel::Id;
use serde::{Deserialize, Serialize};

/// The outcome of one issue as told; the reasons are in the personal part.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueOutcome {
    pub issue: u32,
    pub outcome: String,
    #[serde(default)]
    pub remedies: Vec<u32>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Decided {
    /// 1 for the first answer, 2 after a review, and so on.
    pub cycle: u32,
    pub issues: Vec<IssueOutcome>,
    /// The letter that tells it.
    pub message: Id,
    /// Review and external body stand in the letter (7.8, 7.9).
    pub recourse_told: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DecidedText {
    #[serde(default)]
    pub summary: String,
    #[serde(default)]
    pub reasons: Vec<String>,
}
personal_fact!(Decided, "decided", DecidedText);

/// The colleagues concerned know the decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StaffInformed {
    #[serde(default)]
    pub colleagues: Vec<Id>,
}
personal_fact!(StaffInformed, "staff-informed", super::work::Text);
