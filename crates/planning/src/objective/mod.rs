//! 6.2 Objectives: a target for a figure of the house, for a unit or for all, with an
//! owner and a day. What it stands at is asked of the same sums as the page of
//! figures, so the two never disagree. Evidence: what was aimed at, from when to when,
//! by whom, and why it was given up; the values can be recounted from the journal.

pub mod acts;
mod calls;
mod facts;
mod goal;
mod pages;
mod records;
mod standing;
#[cfg(test)]
mod tests;

pub use goal::{Objective, met};
pub use records::listed;
pub use standing::standing;

use facts::{ObjectiveRetired, ObjectiveSet};
use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[("objective", "id")],
    project: Some(records::project),
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        pages::LIST,
        "objectives",
        Action::SeeFigures,
    )],
    facts: &[ObjectiveSet::KIND, ObjectiveRetired::KIND],
    also: &["4.15"],
    calls: calls::CALLS,
    ..Slice::new("planning.objective", "6.2")
};

fn routes(routes: Routes) -> Routes {
    let (see, set) = (Permit::May(Action::SeeFigures), Permit::May(acts::ACTION));
    routes
        .get("/system/objectives", see, pages::list)
        .post("/system/objectives", set, pages::set)
        .get("/system/objectives/{objective}", see, pages::one)
        .post(
            "/system/objectives/{objective}/retirement",
            set,
            pages::retire,
        )
}
