//! Many complaints in one file (4.10, 8.1): asked for by one person with a reason, given
//! free by another, fetched by whoever asked within a day. What leaves is what they may
//! see; names and contact only where the request says so, and then every one of these
//! complaints says who was shown them. Evidence: who asked, who agreed or refused, when it
//! was fetched, and of how many complaints. The command line of whoever runs the machine
//! stands outside of this.

mod calls;
mod facts;
mod pages;
mod records;
mod request;
mod rows;

pub use facts::{BulkExportReleased, BulkExportTaken};
pub use request::{CASES_MAX, OPEN_SECONDS};

use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

const SEE: Permit = Permit::May(Action::ExportBulk);
const TAKE: Permit = Permit::Fresh(Action::ExportBulk);

pub const SLICE: Slice = Slice {
    facts: &[BulkExportReleased::KIND, BulkExportTaken::KIND],
    pages: Some(routes),
    calls: calls::CALLS,
    second: &[request::RELEASE],
    places: &[Place::new(
        Area::System,
        pages::PATH,
        "bulk-exports",
        Action::ExportBulk,
    )],
    also: &["4.10"],
    ..Slice::new("office.bulk-export", "8.1")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get("/system/exports", SEE, pages::list)
        .post("/system/exports", TAKE, pages::ask)
        .post("/system/exports/{export}/file", TAKE, pages::file)
}
