//! 8.4 The figures: sums kept with each fact, read alike for a hundred complaints
//! and a million. `figure` is what every page, the API and every objective asks.
//! Evidence: the figures are recomputed from the journal by `rebuild --check`, and
//! each opens to exactly the cases behind it.

mod api;
mod behind;
pub mod board;
mod counts;
mod dimension;
mod measured;
pub mod printed;
mod project;
mod queries;
mod records;
pub mod show;
mod sums;

pub use behind::{AGES, Age, Behind};
pub use counts::{Counter, Counts};
pub use dimension::Dimension;
pub use measured::{Measured, Promise};
pub(crate) use project::differing;
pub use queries::{Asking, by, drawn, figure, figure_in, months, open, split};

use crate::{
    menu::{Area, Place},
    routes::{Permit, Routes},
    slice::Slice,
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[
        ("figure_case", "complaint"),
        ("figure_count", "view, dimension, span, value, unit"),
        ("figure_pending", "dimension, due_on, span, value, unit"),
        ("figure_age", "received_on, unit"),
    ],
    project: Some(project::project),
    pages: Some(pages),
    places: &[Place::new(
        Area::Desk,
        "/desk/figures",
        "figures",
        Action::SeeFigures,
    )],
    ..Slice::new("complaint.figures", "8.4")
};

fn pages(routes: Routes) -> Routes {
    let figures = Permit::May(Action::SeeFigures);
    routes
        .get("/desk/figures", figures, board::page)
        .get("/desk/figures/{table}", figures, board::table)
        .get("/api/v1/indicators", figures, api::list)
}
