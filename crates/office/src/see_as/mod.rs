//! 5.4 What another role, or a colleague, would see: which complaints stand in their
//! list, and of one which fields and which acts are theirs. To look and not to act, and
//! never more than whoever looks may see: an administrator finds no complaint here
//! either. Leaves no evidence; the log says who looked as whom.

mod pages;
mod whom;

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const PATH: &str = "/admin/see-as";

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    places: &[Place::new(
        Area::Admin(Section::People),
        PATH,
        "office-see-as",
        Action::SeeAs,
    )],
    ..Slice::new("office.see-as", "5.4")
};

fn routes(routes: Routes) -> Routes {
    let see_as = Permit::May(Action::SeeAs);
    routes
        .get(PATH, see_as, pages::list)
        .get("/admin/see-as/{reference}", see_as, pages::one)
}
