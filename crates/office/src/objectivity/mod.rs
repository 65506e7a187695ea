//! What objectivity (4.7) and competence (4.14) follow from here: who heads which unit,
//! when somebody declares to have no conflict of interest, how long a case that two
//! persons opened stays open, which categories ask for a competence and who holds it.
//! Evidence: every head ever set, every competence with its last day, each version of
//! the rules in the organisation's facts.

mod acts;
mod calls;
mod decide;
mod facts;
mod pages;
mod records;
#[cfg(test)]
mod tests;

pub use acts::{hold, set_head};
pub use facts::{CompetenceEnded, CompetenceHeld, UnitHeadSet};

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[("unit_head", "unit"), ("competence", "person, competence")],
    project: Some(records::project),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::Rules),
        pages::PATH,
        "office-objectivity",
        Action::SeeSettings,
    )],
    facts: &[
        UnitHeadSet::KIND,
        CompetenceHeld::KIND,
        CompetenceEnded::KIND,
    ],
    also: &["4.14", "5.4"],
    ..Slice::new("office.objectivity", "4.7")
};

fn routes(routes: Routes) -> Routes {
    let (see, change, manage) = (
        Permit::May(Action::SeeSettings),
        // Who is kept apart, and for how long a hidden case opens.
        Permit::Fresh(Action::ChangeSettings),
        Permit::May(Action::ManagePeople),
    );
    routes
        .get("/admin/objectivity", see, pages::show)
        .post("/admin/objectivity", change, pages::change)
        .post(
            "/admin/objectivity/units/{unit}",
            Permit::Fresh(Action::ManagePeople),
            pages::head,
        )
        .post("/admin/objectivity/competences", manage, pages::held)
        .post(
            "/admin/objectivity/competences/{person}/end",
            manage,
            pages::ended,
        )
}
