//! Out of office (5.4, 6.4): a person says from when to when they are away and who stands
//! in. The deputy hears of new assignments and replies as the person does, the case page
//! says who it is and until when, and both stay bound by what each may see: whom a case
//! hides itself from never hears of it. Evidence: `away-set` and `away-ended`.

mod decide;
mod pages;
mod project;
#[cfg(test)]
mod tests;

use crate::facts::{AwayEnded, AwaySet};
use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[("away", "person")],
    facts: &[AwaySet::KIND, AwayEnded::KIND],
    project: Some(project::project),
    pages: Some(routes),
    also: &["6.4"],
    ..Slice::new("office.standing-in", "5.4")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get(pages::PATH, Permit::SignedIn, pages::show)
        .post("/desk/away", Permit::SignedIn, pages::set)
        .post("/desk/away/end", Permit::SignedIn, pages::end)
}
