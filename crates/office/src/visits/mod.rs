//! 5.4, 4.12 Somebody from outside looks at a sample of cases: a certifier comes in
//! from the first day to the last and sees these cases alone, without the identity of
//! anybody in them. Evidence: the days, the cases, and the seed that drew them.

mod acts;
mod calls;
mod decide;
mod pages;
mod records;

pub use acts::set;
pub use records::{is_open, project};

use crate::facts::{CasesSampled, VisitSet};
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

const MAY: Permit = Permit::May(Action::DrawSample);

pub const SLICE: Slice = Slice {
    tables: &[("visit", "person"), ("sampled_case", "person, complaint")],
    project: Some(project),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::People),
        "/admin/visits",
        "office-visits",
        Action::DrawSample,
    )],
    facts: &[VisitSet::KIND, CasesSampled::KIND],
    also: &["4.12"],
    ..Slice::new("office.visits", "5.4")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get("/admin/visits", MAY, pages::list)
        .get("/admin/visits/{person}", MAY, pages::show)
        .post("/admin/visits/{person}", MAY, pages::change)
}
