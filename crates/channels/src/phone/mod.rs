//! 7.2 A complaint on the telephone, at the counter or in a letter: six fields on
//! one page, in the order in which people speak, done in thirty seconds. What was
//! read out or handed over counts as told in person.
//! Evidence: the receipt, with when it was first heard and why it is recorded later.

mod call;
mod pages;
mod receipt;

pub use call::{DETAILS, FIRST, arrival};

use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    also: &["4.5"],
    ..Slice::new("channels.phone", "7.2")
};

fn routes(routes: Routes) -> Routes {
    let receive = Permit::May(Action::Receive);
    routes
        .get("/desk/new", receive, pages::blank)
        .post("/desk/new", receive, pages::record)
        .post("/desk/new/related", receive, pages::related)
        .get("/desk/{reference}/recorded", receive, receipt::read_back)
        .get("/desk/{reference}/receipt", receive, receipt::print)
}
