//! 7.3 The desk: queues, the list, and the case page from which everything is
//! done. Panels, verbs and evidence are loops over the manifests of the slices; by
//! name it knows only what leads on from a clause and the three composers
//! (`known_by_name`). Leaves no evidence of its own.

mod address;
mod case;
mod compose;
mod dates;
mod files;
mod inbox;
mod panels;
mod rail;
mod rows;
mod seat;
mod side;
mod stages;
mod thread;

pub use case::{Showing, case_page};
pub use files::proof_file;
pub use panels::known_by_name;
pub use rail::rail;
pub use seat::{Back, Seat};

use crate::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    ..Slice::new("complaint.desk", "7.3")
};

fn pages(routes: Routes) -> Routes {
    routes
        .get("/desk", Permit::May(Action::SeeDesk), inbox::page)
        .get("/desk/search", Permit::May(Action::SeeDesk), inbox::page)
        .get(
            "/desk/{reference}",
            Permit::May(Action::SeeCase),
            case::page,
        )
        .get(
            "/desk/{reference}/files/{file}",
            Permit::May(Action::SeeCase),
            files::download,
        )
        .get(
            "/desk/{reference}/proof",
            Permit::May(Action::SeeJournal),
            files::proof,
        )
}
