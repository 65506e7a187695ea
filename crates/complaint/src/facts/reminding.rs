//! 7.3: who was reminded of what. The record alone; the mail that follows from it
//! can be switched off, this never.

use super::plain_fact;
use redress_kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

/// An obligation falls due or was missed, and these people were told.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reminded {
    /// `update`, or `uk-fca-disp/final-response`.
    pub obligation: String,
    /// Which of several of a kind: the number of the remedy.
    #[serde(default)]
    pub number: u32,
    /// The end that it is about: another end is told anew.
    pub due: Instant,
    /// "warning", "handler", "manager" or "top-management".
    pub rung: String,
    /// When it was to be told.
    pub planned: Instant,
    pub to: Vec<Id>,
    /// What had passed as well and was not told by itself: after a long stop the
    /// highest rung alone is told.
    #[serde(default)]
    pub skipped: Vec<String>,
    /// The look at the clock in which it was found. What a person is told in one
    /// look is one mail.
    pub round: Instant,
}
plain_fact!(Reminded, "reminded");
