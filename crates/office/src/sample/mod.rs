//! Sample data: a second installation with invented complaints, to look round in
//! first. It has its own database, journal and keys, and removing it deletes its
//! folder; nothing of it ever enters these records. Evidence: who wished for it and
//! who had it removed.

mod pages;
mod records;

use crate::facts::SampleChosen;
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[("sample_choice", "id")],
    project: Some(records::project),
    pages: Some(routes),
    places: &[Place::new(
        Area::Admin(Section::System),
        "/admin/sample",
        "office-sample",
        Action::ChangeSettings,
    )],
    facts: &[SampleChosen::KIND],
    ..Slice::new("office.sample", "")
};

fn routes(routes: Routes) -> Routes {
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get("/setup/sample", change, pages::ask)
        .post("/setup/sample", change, pages::choose)
        .get("/admin/sample", change, pages::show)
        .post("/admin/sample", change, pages::change)
}
