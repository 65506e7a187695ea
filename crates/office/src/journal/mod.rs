//! The journal as a page (8.1, 4.9): newest facts without personal data, filtered;
//! a check of the whole chain with its answer in words; the newest checkpoint to
//! carry away; an export in which every line brings its proof; and what one entry
//! proves, explained. Evidence: the journal itself; a check leaves its result here.

mod check;
mod explain;
mod export;
mod list;
mod records;

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
    slice::Work,
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    places: &[Place::new(
        Area::Admin(Section::System),
        "/admin/journal",
        "office-journal",
        Action::SeeJournal,
    )],
    jobs: &[Work {
        kind: check::KIND,
        ready: |_| true,
        run: check::run,
    }],
    also: &["4.9"],
    ..Slice::new("office.journal", "8.1")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeJournal);
    routes
        .get("/admin/journal", see, list::show)
        .post("/admin/journal/check", see, check::ask)
        .get("/admin/journal/export", see, export::download)
        .get("/admin/journal/{seq}", see, explain::show)
}
