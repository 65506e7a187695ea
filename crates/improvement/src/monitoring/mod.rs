//! 8.4 Monitoring: the eight figures of annex H, asked of what was received in a
//! period and of what was closed in it, with the period before beside them, and
//! with what they do not say. Evidence: every figure opens to its cases, and a
//! recount of the journal gives the same.

mod pages;

use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        "/system/monitoring",
        "monitoring",
        Action::SeeFigures,
    )],
    also: &["4.15"],
    ..Slice::new("improvement.monitoring", "8.4")
};

fn routes(routes: Routes) -> Routes {
    let figures = Permit::May(Action::SeeFigures);
    routes.get("/system/monitoring", figures, pages::page).get(
        "/system/monitoring/table.csv",
        figures,
        pages::table,
    )
}
