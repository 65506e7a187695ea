//! The intake API: other systems hand in complaints, and fetch the proof of
//! receipt. A key sent twice is one complaint; the second answer is the first one
//! again. Evidence: the `received` fact, which names the identifier of the other
//! system and, for a late one, that it was handed on.

mod call;
mod create;
mod receipt;

use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    ..Slice::new("channels.api", "7.2")
};

fn pages(routes: Routes) -> Routes {
    routes
        .post(
            "/api/v1/complaints",
            Permit::May(Action::Receive),
            create::create,
        )
        .get(
            "/api/v1/complaints/{reference}/receipt",
            Permit::May(Action::SeeCase),
            receipt::receipt,
        )
}
