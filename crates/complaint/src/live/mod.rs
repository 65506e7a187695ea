//! 7.3 What changed while a page is open: a stream of names of regions, never of
//! contents. The page fetches a named region again through the ordinary way, in
//! its language and with its person's rights. Who reads the same case is known
//! from the open streams and from nowhere else. It leaves no evidence: no journal, no table.

mod hub;
mod pages;
mod pulse;

pub use hub::Hub;

use crate::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    ..Slice::new("complaint.live", "")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get("/desk/live", Permit::May(Action::SeeDesk), pages::stream)
        .get(
            "/desk/{reference}/here",
            Permit::May(Action::SeeCase),
            pages::here,
        )
}
