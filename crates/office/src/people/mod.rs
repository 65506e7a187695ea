//! 5.4 Responsibility and authority: who works here, with which role, for which
//! unit. The administrator adds people and hands each a one-time link to set a
//! password. Evidence: every role ever granted, by whom and when.

mod decide;
mod records;

pub use decide::{change_role, deactivate, reactivate, rename};
pub use records::project;

use redress_complaint::Slice;
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[("person", "id")],
    project: Some(project),
    ..Slice::new("office.people", "5.4")
};
