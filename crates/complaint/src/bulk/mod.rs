//! One act on many cases: chosen in the list, done case by case through the same
//! door as a single one, so that each gets its own fact and its own refusal.
//! A job does it; the page shows how far it is, survives a closed tab, lists what
//! was refused and why, and takes it back within ten seconds where the verb can be.
//! Evidence: none of its own; each case's facts say who did what and when.

mod begin;
mod pages;
mod records;
mod results;
mod run;

use crate::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

/// A selection is never longer than the longest list.
pub const CASES_MAX: usize = 200;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    jobs: &[run::WORK],
    places: &[Place::new(
        Area::Desk,
        "/desk/bulk",
        "bulk-runs",
        Action::Note,
    )],
    ..Slice::new("complaint.bulk", "7.3")
};

/// Whoever may note may select; the verb's own action is asked about per case.
fn routes(routes: Routes) -> Routes {
    let may = Permit::May(Action::Note);
    routes
        .get("/desk/bulk", may, results::all)
        .post("/desk/bulk", may, pages::chosen)
        .post("/desk/bulk/act/{verb}", may, begin::begin)
        .get("/desk/bulk/runs/{run}", may, results::one)
        .post("/desk/bulk/runs/{run}/undo", may, begin::undo)
}
