//! Is it significant (5.4.1), since when, and does top management know? One region
//! beside the main line; being told is not yet knowing.

use super::Complaint;
use redress_kernel::{Id, Instant};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Significant {
    /// Codes of `facts::GROUNDS`, in the order in which they were found.
    pub grounds: Vec<String>,
    pub since: Instant,
    /// When top management was asked last: at first, or by a new ground.
    pub asked_at: Instant,
    pub confirm_by: Instant,
    /// The first confirmation since it was asked.
    pub confirmed_at: Option<Instant>,
    pub confirmed_by: Option<Id>,
    /// Everything that top management said to it, in order.
    pub confirmations: Vec<Confirmation>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Confirmation {
    pub by: Id,
    pub at: Instant,
    /// What is decided about it.
    pub note: String,
}

/// A word of the house to a colleague that has left.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub person: Id,
    pub what: String,
    pub at: Instant,
    /// Of a reminder: the look at the clock in which it was found.
    pub round: Option<Instant>,
}

impl Complaint {
    /// Open and significant, and nobody of top management has confirmed it yet.
    pub fn significance_unconfirmed(&self) -> Option<&Significant> {
        let asked = self.significant.as_ref();
        asked.filter(|it| it.confirmed_at.is_none() && self.is_open())
    }

    /// Not known as significant for this reason yet. What was lifted was known: a rule
    /// does not find it again.
    pub fn is_new_ground(&self, ground: &str) -> bool {
        !self.grounds_known.contains(ground)
    }
}
