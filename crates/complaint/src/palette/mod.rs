//! One field for everything: what can be done to this case now, where one can go,
//! and the cases themselves. The sheet of keys lies beside it. Both come as HTML
//! when somebody asks for them, so that no page carries them. It leaves no evidence:
//! what is chosen there is done by its own verb.

mod entries;
mod fuzzy;
mod pages;

pub use fuzzy::fits;

use crate::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    ..Slice::new("complaint.palette", "")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get("/desk/palette", Permit::May(Action::SeeDesk), pages::found)
        .get("/desk/keys", Permit::May(Action::SeeDesk), pages::sheet)
}
