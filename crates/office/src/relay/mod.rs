//! Through which relay mail leaves: host, sender, and a password that lies sealed,
//! outside the journal. Without one mail waits and nothing is lost. Evidence: which relay
//! and which sender address were used from when on.

mod decide;
mod pages;
mod records;

pub use crate::sender::sender;
pub use decide::{ENCRYPTIONS, Settings};
pub use records::{project, relay};

use crate::facts::{RelayRemoved, RelaySet};
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[("mail_relay", "id")],
    project: Some(project),
    pages: Some(routes),
    close_open: Some(crate::sealed::close_open),
    places: &[Place::new(
        Area::Admin(Section::Mail),
        "/admin/mail",
        "office-mail",
        Action::SeeSettings,
    )],
    facts: &[RelaySet::KIND, RelayRemoved::KIND],
    ..Slice::new("office.relay", "6.4")
};

fn routes(routes: Routes) -> Routes {
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get("/admin/mail", Permit::May(Action::SeeSettings), pages::show)
        .post("/admin/mail", change, pages::change)
        .post("/admin/mail/test", change, pages::test)
        .post("/admin/mail/removal", change, pages::remove)
        .get("/setup/mail", change, pages::first)
        .post("/setup/mail", change, pages::first_change)
}
