//! The list of complaints: one row a case, kept by `project`, and tallies by
//! unit, owner and due date, so that queue counts cost the same at ten cases
//! and at a hundred thousand. Leaves no evidence: it can be made again from facts.

mod counted;
mod counts;
mod project;
mod queries;
mod records;
pub mod recount;
mod sight;
mod workload;

pub use counted::counted;
pub use counts::{Counts, counts};
pub use project::project;
pub(crate) use queries::{COLUMN_COUNT, COLUMNS, in_queue, looked_at, narrowed, row};
pub use queries::{
    COMPLAINANT, Cursor, Filter, InboxRow, NOBODY, PAGE_MAX, Queue, SUBJECT, Sort, list, of_these,
};
pub(crate) use sight::within;
pub use sight::{Sight, in_units, is_tallied, of_units, seen_among, seen_by};
pub use workload::{Load, workload};

use crate::facts::Erased;
use crate::slice::Slice;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[
        ("complaint", "id"),
        ("complaint_subject", "person, complaint"),
        ("complaint_tally", "owner, unit, waiting, due_at"),
        ("date_recount", "seq"),
    ],
    project: Some(project),
    meanwhile: Some(recount::carry_on),
    facts: &[Erased::KIND],
    also: &["4.10"],
    ..Slice::new("complaint.inbox", "7.3")
};
