//! The office calendar (6.2, 6.4): days without work and days on which the office
//! is closed, with their names, and the hours of each weekday. Due dates are counted over
//! what is left, and nobody is reminded outside these hours. Evidence:
//! each version of the calendar in the organisation's facts, and each recount of
//! open complaints with what it moved.

mod ahead;
mod calls;
mod decide;
mod file;
mod hours;
mod pages;

use redress_complaint::facts::{DatesRecounted, RecountFinished, RecountFollowed};
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::Organisation),
        "/admin/calendar",
        "office-calendar",
        Action::SeeSettings,
    )],
    facts: &[
        DatesRecounted::KIND,
        RecountFollowed::KIND,
        RecountFinished::KIND,
    ],
    ..Slice::new("office.calendar", "6.4")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/admin/calendar",
            Permit::May(Action::SeeSettings),
            pages::show,
        )
        .post(
            "/admin/calendar",
            Permit::May(Action::ChangeSettings),
            pages::change,
        )
        .post(
            "/admin/calendar/file",
            Permit::May(Action::ChangeSettings),
            pages::read_file,
        )
}
