//! The map of clauses 4 to 8: which rooms of the house serve each, how much evidence
//! the journal holds for it and how old the newest is. Made of the manifests and of
//! the facts alone: a new room appears by itself. It counts; whether that conforms is
//! for an auditor to say. Evidence: the facts themselves, one link away.

mod calls;
mod map;
mod pages;
mod records;
#[cfg(test)]
mod tests;

use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[("evidence_count", "kind")],
    project: Some(records::project),
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        "/system",
        "clause-map",
        Action::SeeSystem,
    )],
    calls: calls::CALLS,
    ..Slice::new("framework.overview", "")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSystem);
    routes.get("/system", see, pages::page)
}
