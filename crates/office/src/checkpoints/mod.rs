//! The newest signed head of the journal, mailed each day to auditors and certifiers
//! outside the house (8.1, 4.9): with it in their mailbox nobody inside can put an older
//! state back or write the journal anew unseen. Evidence: each version of this setting;
//! the letters themselves leave none here, because a fact for each would change the very
//! head that they carry (decision 124). Theirs is the evidence.

mod decide;
mod letter;
mod pages;
mod plan;
mod records;

pub use letter::{Mail, letter};
pub use plan::{MAIL, plan};
pub use records::sent;

use crate::facts::CheckpointMailSet;
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[("checkpoint_mail", "id"), ("checkpoint_recipient", "id")],
    facts: &[CheckpointMailSet::KIND],
    project: Some(records::project),
    meanwhile: Some(plan),
    pages: Some(routes),
    places: &[Place::new(
        Area::Admin(Section::Mail),
        pages::PATH,
        "office-checkpoints",
        Action::SeeSettings,
    )],
    also: &["4.9"],
    ..Slice::new("office.checkpoints", "8.1")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get(pages::PATH, see, pages::show)
        .post(pages::PATH, change, pages::change)
        .post("/admin/checkpoints/stop", change, pages::stop)
        .post("/admin/checkpoints/resume", change, pages::resume)
}
