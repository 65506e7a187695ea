//! 5.4 Responsibility and authority: who works here, with which role, for which
//! unit. The administrator adds people; each gets a one-time link to set a password,
//! by mail or handed over. Evidence: every role ever granted, by whom and when.

mod acts;
mod calls;
mod decide;
mod invitation;
mod pages;
mod records;
mod second;

pub use decide::{change_role, deactivate, reactivate, rename};
pub use records::project;

use crate::facts::{PersonAdded, PersonDeactivated, PersonReactivated, PersonRenamed, RoleGranted};
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[("person", "id")],
    project: Some(project),
    pages: Some(routes),
    calls: calls::CALLS,
    second: &[second::OWN_ROLE, second::NEWCOMER, second::ROLE],
    places: &[Place::new(
        Area::Admin(Section::People),
        "/admin/people",
        "office-people",
        Action::SeeSettings,
    )],
    facts: &[
        PersonAdded::KIND,
        PersonRenamed::KIND,
        RoleGranted::KIND,
        PersonDeactivated::KIND,
        PersonReactivated::KIND,
    ],
    ..Slice::new("office.people", "5.4")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    // Who may act for whom: a borrowed browser is not enough for it.
    let manage = Permit::Fresh(Action::ManagePeople);
    routes
        .get("/admin/people", see, pages::list)
        .post("/admin/people", manage, pages::create)
        .get(
            "/admin/people/new",
            Permit::May(Action::ManagePeople),
            pages::new,
        )
        .get("/admin/people/{person}", see, pages::show)
        .post("/admin/people/{person}", manage, pages::change)
        .post("/admin/people/{person}/own-role", manage, pages::own_role)
        .post("/admin/people/{person}/link", manage, invitation::again)
        .post(
            "/admin/people/{person}/link/revocation",
            manage,
            invitation::revoke,
        )
        .post(
            "/admin/people/{person}/deactivation",
            manage,
            pages::deactivation,
        )
        .post(
            "/admin/people/{person}/reactivation",
            manage,
            pages::reactivation,
        )
}
