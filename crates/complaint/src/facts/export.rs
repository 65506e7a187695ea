//! What of a case leaves the house whole.

use super::plain_fact;
use redress_kernel::Lang;
use serde::{Deserialize, Serialize};

/// Somebody took the case along as one page with its proofs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseExported {
    /// Of its headings.
    pub language: Lang,
    /// "desk", "command", or "rights": for handing over to the person themselves.
    pub through: String,
    /// With what can be erased: names and texts.
    pub opened: bool,
}
plain_fact!(CaseExported, "case-exported");

impl CaseExported {
    /// How the line in the case reads: `timeline-{sentence}`.
    pub const fn sentence(&self) -> &'static str {
        match self.opened {
            true => "case-exported",
            false => "case-exported-closed",
        }
    }
}
