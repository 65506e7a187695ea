//! The list of complaints: one row a case, kept by `project`, and tallies by
//! unit, owner and due date, so that queue counts cost the same at ten cases
//! and at a hundred thousand. Leaves no evidence: it can be made again from facts.

mod project;
mod queries;
mod sight;

pub use project::project;
pub use queries::{Counts, Cursor, Filter, InboxRow, PAGE_MAX, Queue, Sort, counts, list};
pub use sight::{Sight, seen_among, seen_by};

use crate::slice::Slice;

pub const SLICE: Slice = Slice {
    tables: &[
        ("complaint", "id"),
        ("complaint_subject", "person, complaint"),
        ("complaint_tally", "unit, owner, waiting, due_at"),
    ],
    project: Some(project),
    ..Slice::new("complaint.inbox", "7.3")
};
