//! Public holidays that no list has yet (6.2): a day off that was declared last week, a
//! working day that was added, or the newer list of a release. The law moves the limits
//! of open complaints with it, so a decision of this page always counts them anew, with
//! its effect shown before. Evidence: each decision in the organisation's facts, and the
//! recount of the open complaints.

mod calls;
mod decide;
mod pages;

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::Organisation),
        "/admin/public-holidays",
        "office-public-holidays",
        Action::SeeSettings,
    )],
    ..Slice::new("office.holidays", "6.2")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes.get("/admin/public-holidays", see, pages::show).post(
        "/admin/public-holidays",
        change,
        pages::change,
    )
}
