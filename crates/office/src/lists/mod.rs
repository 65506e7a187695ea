//! Problem categories (annex E) and remedies (annex F) as this organisation has
//! them: its order, its own words over fixed meanings, own terms, and terms that
//! are retired but stay readable. Evidence: each version of the lists, with who
//! set it and when, in the organisation's facts.

mod calls;
mod decide;
mod pages;
mod records;

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[
        Place::new(
            Area::Admin(Section::Organisation),
            "/admin/categories",
            "office-categories",
            Action::SeeSettings,
        ),
        Place::new(
            Area::Admin(Section::Organisation),
            "/admin/remedies",
            "office-remedies",
            Action::SeeSettings,
        ),
    ],
    ..Slice::new("office.lists", "8.1")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get("/admin/categories", see, pages::categories)
        .post("/admin/categories", change, pages::order_categories)
        .post("/admin/categories/new", change, pages::add_category)
        .get("/admin/categories/{code}", see, pages::category)
        .post("/admin/categories/{code}", change, pages::word_category)
        .get("/admin/remedies", see, pages::remedies)
        .post("/admin/remedies", change, pages::order_remedies)
        .post("/admin/remedies/new", change, pages::add_remedy)
        .get("/admin/remedies/{code}", see, pages::remedy)
        .post("/admin/remedies/{code}", change, pages::word_remedy)
}
