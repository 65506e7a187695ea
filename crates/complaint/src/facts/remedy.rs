//! 7.7 Response: remedies of annex F, from proposal to verification.

use super::{personal_fact, plain_fact, work::Text};
use jiff::civil::Date;
use redress_kernel::money::Money;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemedyProposed {
    pub number: u32,
    pub issue: u32,
    /// `01` to `18`.
    pub remedy: String,
    #[serde(default)]
    pub amount: Option<Money>,
    /// By when it is to be delivered.
    pub due_on: Date,
    /// True when somebody else has to approve it (an amount does).
    pub needs_approval: bool,
}
personal_fact!(RemedyProposed, "remedy-proposed", Text);

/// Nobody approves their own proposal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemedyApproved {
    pub number: u32,
}
plain_fact!(RemedyApproved, "remedy-approved");

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemedyDelivered {
    pub number: u32,
    pub delivered_on: Date,
}
personal_fact!(RemedyDelivered, "remedy-delivered", Text);

/// Verified with the complainant or by evidence: delivered is not yet put right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemedyVerified {
    pub number: u32,
    /// "complainant" or "evidence".
    pub with: String,
    pub right: bool,
}
personal_fact!(RemedyVerified, "remedy-verified", Text);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemedyCancelled {
    pub number: u32,
}
personal_fact!(RemedyCancelled, "remedy-cancelled", Text);
