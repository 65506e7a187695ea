//! What can happen to a request for a second pair of eyes. Subject: the request.

use redress_kernel::{Action, Fact, Id, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Somebody asks that another person agrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SecondAsked {
    pub act: String,
    /// Who may agree, as it was when it was asked.
    pub decides: Action,
    /// The complaint that it is about, if it is about one.
    #[serde(default)]
    pub complaint: Option<Id>,
    pub ends_at: Instant,
    /// Whose access it would change: they are nobody's second person in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Id>,
}

/// Done by one person, because nobody else here could have agreed: said, so that it can
/// be looked at afterwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SecondAlone {
    pub act: String,
    pub decides: Action,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Id>,
}

/// Why, and what was typed: it is done as it was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondText {
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub typed: BTreeMap<String, Vec<String>>,
}

/// Another person agreed, and it was done; or refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SecondAnswered {
    pub agreed: bool,
}

/// Nothing follows from it any more: "taken-back" by whoever asked, or "time".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SecondEnded {
    pub why: String,
}

impl Fact for SecondAsked {
    const KIND: &'static str = "second-asked";
    type Personal = SecondText;
}

impl Fact for SecondAlone {
    const KIND: &'static str = "second-alone";
    type Personal = SecondText;
}

impl Fact for SecondAnswered {
    const KIND: &'static str = "second-answered";
    type Personal = SecondText;
}

impl Fact for SecondEnded {
    const KIND: &'static str = "second-ended";
    type Personal = ();
}
