//! The first page of administration: what is set, what is not yet, and where each is
//! done. Computed from what is recorded at this moment, never ticked off by hand. An
//! administrator who follows it is ready for complaints in a quarter of an hour.
//! Leaves no evidence: it tells of this moment.

mod next;
mod pages;
mod records;

use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    ..Slice::new("office.start", "6.4")
};

fn routes(routes: Routes) -> Routes {
    routes.get("/admin", Permit::May(Action::SeeSettings), pages::show)
}
