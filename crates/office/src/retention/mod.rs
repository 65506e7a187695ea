//! How long the personal part of closed complaints is kept (8.1): the periods, what
//! other ones would do, and the cases past theirs. Redress erases nothing by itself;
//! people decide, and other periods are agreed by two. Evidence: each version of the periods in the organisation's facts,
//! with who set it and when.

mod calls;
mod decide;
mod pages;
mod project;
mod second;
mod shown;

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[("kept_complaint", "complaint")],
    project: Some(project::project),
    pages: Some(routes),
    calls: calls::CALLS,
    second: &[second::PERIODS],
    places: &[Place::new(
        Area::Admin(Section::Rules),
        "/admin/retention",
        "office-retention",
        Action::SeeSettings,
    )],
    also: &["4.10"],
    ..Slice::new("office.retention", "8.1")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/admin/retention",
            Permit::May(Action::SeeSettings),
            pages::show,
        )
        .post(
            "/admin/retention",
            // What is kept for a shorter time is gone for ever.
            Permit::Fresh(Action::ChangeSettings),
            pages::change,
        )
}
