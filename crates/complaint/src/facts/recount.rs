//! 6.2: the office counts its dates anew. One fact about the organisation; every
//! case that was open then derives its own dates and its own line from it.

use super::plain_fact;
use redress_kernel::organisation::Counting;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DatesRecounted {
    /// All that the counting needs: a rebuild reads no settings.
    pub counting: Counting,
    /// What it came to when it was decided: open cases, those with another next
    /// date, and those that were overdue afterwards and not before.
    pub open: i64,
    pub moved: i64,
    pub overdue: i64,
}
plain_fact!(DatesRecounted, "dates-recounted");
