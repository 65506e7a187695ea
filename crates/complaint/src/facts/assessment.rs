//! 7.4 Acknowledgement and 7.5 Initial assessment.

use super::{personal_fact, plain_fact};
use redress_kernel::{Id, Instant, Lang, money::Money};
use serde::{Deserialize, Serialize};

pub const LEVELS: &[&str] = &["low", "medium", "high", "critical"];
pub const PRIORITIES: &[&str] = &["low", "medium", "high", "critical"];
pub const SCOPES: &[&str] = &["complaint", "enquiry", "out-of-scope", "duplicate"];
pub const CAUSES: &[&str] = &[
    "people",
    "process",
    "information",
    "product",
    "supplier",
    "system",
    "policy",
    "outside",
    "none",
];

/// How the complainant came to know that we have it: the page or answer that
/// showed it ("shown"), "told" in person or by phone, or a message that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Acknowledged {
    pub way: String,
    pub language: Lang,
    /// The message that carried it, if one did.
    #[serde(default)]
    pub message: Option<Id>,
}
plain_fact!(Acknowledged, "acknowledged");

/// The five criteria of 7.5 and the priority that follows from them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessed {
    pub severity: String,
    pub safety: bool,
    pub complexity: String,
    pub impact: String,
    pub immediate_needed: bool,
    pub immediate_possible: bool,
    pub priority: String,
    /// What the criteria alone would have given; a difference needs its reason.
    pub suggested: String,
    /// When the next word to the complainant and the answer are due after this assessment.
    #[serde(default)]
    pub response_due: Option<Instant>,
    /// How many people it touches, where somebody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people_affected: Option<u32>,
    /// What the complainant claims in money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed: Option<Money>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AssessedText {
    pub rationale: String,
    #[serde(default)]
    pub immediate_action: String,
    /// Why the priority is not the suggested one.
    #[serde(default)]
    pub priority_reason: String,
}
personal_fact!(Assessed, "assessed", AssessedText);

/// Complaint, enquiry, out of scope or duplicate: decided with a reason (R12, R15).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScopeDecided {
    pub scope: String,
    /// The earlier complaint, for a duplicate.
    #[serde(default)]
    pub duplicate_of: Option<Id>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    #[serde(default)]
    pub reason: String,
}
personal_fact!(ScopeDecided, "scope-decided", Reason);

/// From now on nothing of it is found by its words, or again by all of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SensitivitySet {
    pub sensitive: bool,
}
personal_fact!(SensitivitySet, "sensitivity-set", Reason);

/// One point inside the complaint. The first comes with receipt, as number 1.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueAdded {
    pub number: u32,
    #[serde(default)]
    pub category: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueText {
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub product: String,
}
personal_fact!(IssueAdded, "issue-added", IssueText);

/// Category, product and cause of an issue, as now known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueSet {
    pub number: u32,
    #[serde(default)]
    pub category: Option<String>,
    #[serde(default)]
    pub cause: Option<String>,
}
personal_fact!(IssueSet, "issue-set", IssueText);
