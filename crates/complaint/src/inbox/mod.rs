//! The list of complaints: one row a case, kept by `project`, and tallies by
//! unit, owner and due date, so that queue counts cost the same at ten cases
//! and at a hundred thousand.

mod project;
mod queries;

pub use project::project;
pub(crate) use queries::searchable;
pub use queries::{
    Counts, Cursor, Filter, InboxRow, PAGE_MAX, Queue, Sort, counts, list, seen_among,
};

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
