//! When a complaint is told to top management, and how soon it confirms (5.4.1): the
//! amounts, the number of people, the legal categories, the hours. A change is weighed
//! first and then reaches the open complaints as well: what falls under the rule is
//! significant; what no longer does stays so until top management lifts it. Evidence:
//! each version of the setting in the organisation's facts.

mod calls;
mod decide;
mod pages;
mod sweep;
mod weigh;

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    calls: calls::CALLS,
    jobs: &[sweep::WORK],
    places: &[Place::new(
        Area::Admin(Section::Rules),
        "/admin/significant",
        "office-significant",
        Action::SeeSettings,
    )],
    ..Slice::new("office.significant", "5.4")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/admin/significant",
            Permit::May(Action::SeeSettings),
            pages::show,
        )
        .post(
            "/admin/significant",
            Permit::May(Action::ChangeSettings),
            pages::change,
        )
}
