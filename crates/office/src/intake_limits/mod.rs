//! When a new complaint waits until somebody confirms it (4.4, 7.2): budgets of one network,
//! of everybody and of programs, and how much one network sends in files. Over a budget
//! nothing is refused. Evidence: each version of the setting in the organisation's facts.

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
        Area::Admin(Section::System),
        pages::PATH,
        "office-intake-limits",
        Action::SeeSettings,
    )],
    also: &["7.2"],
    ..Slice::new("office.intake-limits", "4.4")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get(pages::PATH, see, pages::show)
        .post(pages::PATH, change, pages::change)
}
