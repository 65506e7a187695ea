//! Who was shown the name of whoever complained (4.10). That somebody has the case, or
//! took it down, is said by `Assigned` and `Received`; here it is everybody else.

use super::{assessment::Reason, personal_fact};
use redress_kernel::{Id, Instant, Role};
use serde::{Deserialize, Serialize};

/// Why somebody needs to know who it is, as codes.
pub const WHY_SHOWN: &[&str] = &[
    "contact", "caller", "letter", "deputy", "check", "request", "legal", "other",
];

/// The reason in words stands in the personal part: it may name the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IdentityShown {
    pub to: Id,
    /// What they were then; people change their work.
    pub role: Role,
    /// One of `WHY_SHOWN`, or `exported`.
    pub why: String,
    pub until: Instant,
}
personal_fact!(IdentityShown, "identity-shown", Reason);
