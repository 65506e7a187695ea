//! What the organisation decided about itself: name, languages, calendar, office
//! address, where else a complainant can turn (7.1), and its target times (6.2).
//! Evidence: each version of it, whole, with who set it and when.

mod calls;
mod decide;
mod logo;
mod names;
mod pages;
mod records;
mod targets;

pub use records::project;

use crate::facts::OrganisationSet;
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[("organisation", "id")],
    project: Some(project),
    pages: Some(routes),
    calls: calls::CALLS,
    second: &[names::OPENING],
    places: &[
        Place::new(
            Area::Admin(Section::Organisation),
            "/admin/organisation",
            "office-organisation",
            Action::SeeSettings,
        ),
        Place::new(
            Area::Admin(Section::Rules),
            "/admin/targets",
            "office-targets",
            Action::SeeSettings,
        ),
    ],
    facts: &[OrganisationSet::KIND],
    // 8.1: the lists and the periods of keeping are a part of it.
    also: &["4.15", "8.1"],
    ..Slice::new("office.organisation", "5.1")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get("/logo/{file}", Permit::Public, logo::show)
        .get("/admin/organisation", see, pages::show)
        .post("/admin/organisation", change, pages::change)
        .get("/setup/organisation", change, pages::first)
        .post("/setup/organisation", change, pages::first_change)
        .get("/admin/targets", see, targets::show)
        .post("/admin/targets", change, targets::change)
}
