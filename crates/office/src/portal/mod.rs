//! 7.1 Communication: which ways in the public pages offer, when somebody is there,
//! and what the organisation says in its own words, with whom to turn to outside. A
//! way that is switched off is hidden, never a dead link. Evidence: each version in
//! the organisation's facts.

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
        "/admin/portal",
        "office-portal",
        Action::SeeSettings,
    )],
    also: &["4.4", "4.5"],
    ..Slice::new("office.portal", "7.1")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/admin/portal",
            Permit::May(Action::SeeSettings),
            pages::show,
        )
        .post(
            "/admin/portal",
            Permit::May(Action::ChangeSettings),
            pages::change,
        )
}
