//! 8.4 The figures: sums kept with each fact, read alike for a hundred complaints
//! and a million. `figure` is what every page, the API and every objective asks.
//! Evidence: the figures are recomputed from the journal by `rebuild --check`, and
//! each opens to exactly the cases behind it.

mod counts;
mod dimension;
mod measured;
mod project;
mod queries;
mod records;

pub use counts::{Counter, Counts};
pub use dimension::Dimension;
pub use measured::{Measured, Promise};
pub use queries::{Asking, by, drawn, figure, figure_in, months, open, split};

use crate::slice::Slice;

pub const SLICE: Slice = Slice {
    tables: &[
        ("figure_case", "complaint"),
        ("figure_count", "view, dimension, span, value, unit"),
        ("figure_pending", "dimension, due_on, span, value, unit"),
        ("figure_age", "received_on, unit"),
    ],
    project: Some(project::project),
    ..Slice::new("complaint.figures", "8.4")
};
