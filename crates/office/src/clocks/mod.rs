//! Rules and time limits (6.2, 7.2): the rule packs that hold for complaints received
//! from now on, what each asks and how sure we are of it, and what it would have meant
//! before it is switched on. Evidence: each version of the setting in the
//! organisation's facts; what a complaint keeps to lies in its own `received` fact.

mod calls;
mod decide;
mod pages;
mod shown;

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
        Area::Admin(Section::Rules),
        "/admin/clocks",
        "office-clocks",
        Action::SeeSettings,
    )],
    also: &["7.2"],
    ..Slice::new("office.clocks", "6.2")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get("/admin/clocks", see, pages::show)
        .post("/admin/clocks", change, pages::change)
}
