//! Through which relay mail leaves: host, sender, and a password that lies outside
//! the journal. Without one mail waits and nothing is lost. Evidence: which relay
//! and which sender address were used from when on.

mod decide;
mod records;

pub use decide::{ENCRYPTIONS, Settings};
pub use records::{project, relay};

use redress_complaint::Slice;
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[("mail_relay", "id")],
    project: Some(project),
    ..Slice::new("office.relay", "6.4")
};
