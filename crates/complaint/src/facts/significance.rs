//! 5.4.1 Significant complaints: why one is, who was told of it, and what top
//! management said to it.

use super::{assessment::Reason, personal_fact, plain_fact, work::Text};
use redress_kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

/// Why a complaint matters to those who answer for the organisation (5.4.1).
pub const GROUNDS: &[&str] = &[
    "safety",
    "legal",
    "media",
    "regulator",
    "many-people",
    "amount",
];

/// A ground that was not known before; a confirmed complaint asks again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SignificanceFound {
    pub grounds: Vec<String>,
    /// By the organisation's rule, not by somebody's judgement.
    pub by_rule: bool,
    /// Until when top management says that it knows, over the calendar in force.
    pub confirm_by: Instant,
}
personal_fact!(SignificanceFound, "significance-found", Reason);

/// Somebody of top management knows, and says what is to be done about it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SignificanceConfirmed {}
personal_fact!(SignificanceConfirmed, "significance-confirmed", Text);

/// Top management finds that it is not one after all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SignificanceLifted {}
personal_fact!(SignificanceLifted, "significance-lifted", Reason);

/// The house wrote to a colleague about this complaint, and the word has left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColleagueTold {
    pub person: Id,
    /// "significance", or the code of an obligation.
    pub what: String,
    /// "email".
    pub way: String,
    /// Of a reminder: the look at the clock in which it was found. What a person is told
    /// in one look is one mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Instant>,
}
plain_fact!(ColleagueTold, "colleague-told");
