//! 7.9 Closing: accepted or not, review, external referral, closed, reopened.

use super::{assessment::Reason, personal_fact};
use redress_kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

pub const CLOSE_REASONS: &[&str] = &[
    "resolved-early",
    "accepted",
    "accepted-external",
    "rejected-exhausted",
    "no-response",
    "withdrawn",
    "not-a-complaint",
    "out-of-scope",
    "forwarded",
    "duplicate",
    "anonymous-completed",
];

/// The complainant accepts the decision; remedies are carried out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Accepted {
    pub channel: String,
    #[serde(default)]
    pub closure_due: Option<Instant>,
}
personal_fact!(Accepted, "accepted", Reason);

/// The complainant does not accept. This never closes anything: the complaint
/// stays open with its recourse (7.9).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NotAccepted {
    pub channel: String,
    /// True when they ask for the internal review at the same time.
    #[serde(default)]
    pub review_wanted: bool,
}
personal_fact!(NotAccepted, "not-accepted", Reason);

/// An independent person looks again (annex G).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewOpened {
    pub reviewer: Id,
    #[serde(default)]
    pub due_at: Option<Instant>,
}
personal_fact!(ReviewOpened, "review-opened", Reason);

/// "confirmed", "changed" or "reinvestigate"; the answer goes out as a new decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewDecided {
    pub outcome: String,
}
personal_fact!(ReviewDecided, "review-decided", Reason);

/// The dispute goes to an ombudsman, a dispute board, a regulator or a court (ISO 10003).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Referred {
    pub number: u32,
    /// By whom: "complainant" or "organisation".
    pub by: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Referral {
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub text: String,
}
personal_fact!(Referred, "referred", Referral);

/// "complied", "upheld", "not-upheld" or "discontinued".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReferralDecided {
    pub number: u32,
    pub outcome: String,
}
personal_fact!(ReferralDecided, "referral-decided", Referral);

/// Every reasonable option is used up, declined in writing, or out of time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecourseEnded {
    /// "exhausted", "declined" or "out-of-time".
    pub how: String,
}
personal_fact!(RecourseEnded, "recourse-ended", Reason);

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Closed {
    pub reason: String,
    /// Is corrective action needed (8.2)? Decided at every closing.
    #[serde(default)]
    pub corrective_action: bool,
    /// What stood in the way when it was closed anyway: refusal codes.
    #[serde(default)]
    pub overridden: Vec<String>,
    /// What each of them names, as a code: the number of a point (`2`) or a message
    /// key (`remedy-14`).
    #[serde(default)]
    pub overridden_about: Vec<Option<String>>,
    /// A satisfaction call-back or survey is planned for then (8.3).
    #[serde(default)]
    pub follow_up_at: Option<Instant>,
}
personal_fact!(Closed, "closed", Reason);

/// New evidence, a remedy that did not come, a decision overturned (R17).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reopened {
    pub cycle: u32,
    #[serde(default)]
    pub response_due: Option<Instant>,
    #[serde(default)]
    pub update_due: Option<Instant>,
}
personal_fact!(Reopened, "reopened", Reason);
