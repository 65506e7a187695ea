//! How much e-mail becomes complaints and is answered without a person (7.2, 7.4): caps
//! for one sender, the brake on automatic answers, and from which age a message is
//! history. Over a cap nothing is refused; a person looks first. Evidence: each version
//! of the setting in the organisation's facts.

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
        Area::Admin(Section::Mail),
        pages::PATH,
        "office-mail-limits",
        Action::SeeSettings,
    )],
    also: &["7.4"],
    ..Slice::new("office.mail_limits", "7.2")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get(pages::PATH, see, pages::show)
        .post(pages::PATH, change, pages::change)
}
