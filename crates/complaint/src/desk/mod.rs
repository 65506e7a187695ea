//! 7.3 The desk: queues, the list, and the case page from which everything is
//! done. Panels, verbs and evidence are loops over the manifests of the slices; by
//! name it knows only what leads on from a clause and the three composers
//! (`known_by_name`). Leaves no evidence of its own.

mod address;
mod beside;
mod case;
mod compose;
pub(crate) mod dates;
mod diff;
mod files;
mod group;
mod inbox;
mod offered;
mod panels;
mod picking;
mod preview;
mod rail;
mod rows;
mod seat;
mod shared_investigation;
mod side;
mod stages;
mod strip;
mod thread;

pub use address::Wish;
pub use case::{Showing, case_page};
pub(crate) use dates::titled;
pub(crate) use files::download as file;
pub use files::{download_of, proof_file, receipt_file};
pub use panels::{MOVES_ON, known_by_name};
pub use rail::{Besides, queue_name, rail};
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
        .get(
            "/desk/{reference}/group",
            Permit::May(Action::SeeCase),
            group::page,
        )
        .get(
            "/desk/{reference}/files/{file}/preview",
            Permit::May(Action::SeeCase),
            preview::show,
        )
}
