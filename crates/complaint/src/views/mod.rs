//! Saved views: the address of a list under a name, for oneself or for all
//! colleagues. A preference and no evidence: what a list holds is asked anew, with
//! the rights of whoever looks, whenever it is opened.

mod calls;
mod counted;
mod pages;
pub(crate) mod records;

pub use counted::{Counted, shown};
pub use records::View;

use crate::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

/// Views of one kind (own, shared) in the rail.
pub const SHOWN_MAX: i64 = 12;
/// Own views of one person.
pub const OWN_MAX: i64 = 50;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Desk,
        "/desk/views",
        "views",
        Action::SeeDesk,
    )],
    ..Slice::new("complaint.views", "7.3")
};

fn routes(routes: Routes) -> Routes {
    let desk = Permit::May(Action::SeeDesk);
    routes
        .get("/desk/views", desk, pages::all)
        .post("/desk/views", desk, pages::save)
        .post("/desk/views/{view}", desk, pages::change)
        .post("/desk/views/{view}/delete", desk, pages::delete)
        .post("/desk/views/{view}/undo", desk, pages::undo)
}
