//! 6.2: the office counts its dates anew. One fact about the organisation; every
//! case that was open then derives its own dates and its own line from it at once.
//! Lists and sums follow in parts, each a fact with what it moved, so that a
//! million rows need no long write and can be told again exactly as they came.

use super::plain_fact;
use redress_kernel::{Fact, Id, Instant, organisation::Counting};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DatesRecounted {
    /// All that the counting needs: a rebuild reads no settings. None: the dates stay,
    /// and only reminders follow the hours in which the office is open now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counting: Option<Counting>,
    /// How many cases were open.
    pub open: i64,
    /// In version 1, where every row was written with the fact itself: open cases
    /// with another next date, and those overdue afterwards and not before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<i64>,
}

impl Fact for DatesRecounted {
    const KIND: &'static str = "dates-recounted";
    const VERSION: u16 = 2;
    type Personal = ();
}

/// Up to where the rows of open cases have followed, in the order of receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Place {
    pub received_at: Instant,
    pub id: Id,
}

/// The rows of the open cases behind `after` and up to `to` say the new dates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecountFollowed {
    /// The position of the recount in the journal.
    pub recount: i64,
    /// None: from the first on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Place>,
    pub to: Place,
    #[serde(flatten)]
    pub sums: Followed,
}
plain_fact!(RecountFollowed, "recount-followed");

/// All rows have followed: what the recount came to in the end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecountFinished {
    pub recount: i64,
    #[serde(flatten)]
    pub sums: Followed,
}
plain_fact!(RecountFinished, "recount-finished");

/// What followed so far: in a part by itself, in the end all together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    pub looked: i64,
    /// With another next date than before.
    pub moved: i64,
    /// Overdue afterwards and not before.
    pub overdue: i64,
    /// SHA-256 over the digest before it and a line for each case that moved:
    /// its reference, the next date before, the next date now.
    pub digest: String,
}
