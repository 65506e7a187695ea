//! Complaints that may belong together, shown while a call is taken and at the case:
//! the same address, number or name, or much the same words. The search finds them,
//! with its own rule of who may see what; a suggestion links nothing by itself.
//! Evidence: none; linking is the handler's act.

mod found;
mod pages;

pub use found::{Known, Suggested, suggest};
pub use pages::list;

use crate::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    ..Slice::new("complaint.related", "7.2")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeCase);
    routes.post("/desk/related", see, pages::fragment).get(
        "/desk/{reference}/related",
        see,
        pages::page,
    )
}
