//! Reminders by e-mail (7.3, 4.3): what a colleague was told in one look at the clock
//! as one letter, without a word about the complainant. An administrator can switch
//! these letters off, for one person or for all; what was told stands in the desk and
//! in the journal all the same. Evidence: each version of this setting, and each letter
//! that left.

mod calls;
mod letter;
mod pages;
mod project;
mod records;

pub use letter::{Mail, letter};

use crate::facts::ReminderMailsSet;
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[("reminder_mail_off", "who")],
    facts: &[ReminderMailsSet::KIND],
    project: Some(project::project),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::Rules),
        "/admin/reminders",
        "office-reminders",
        Action::SeeSettings,
    )],
    also: &["4.3"],
    ..Slice::new("office.reminders", "7.3")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get("/admin/reminders", see, pages::show)
        .post("/admin/reminders", change, pages::change)
}
