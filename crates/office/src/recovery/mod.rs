//! The way back in for whoever lost their second factor. The person asks, after their
//! password; somebody else who manages people looks who it is, says how, and hands over a
//! link that works once, within a day. It is never mailed, but the person is told by mail
//! that it was made. Where nobody else is left: `redress user recover`, on the machine
//! itself. Evidence: who vouched for whom, how they looked, and that they started anew.

mod grant;
mod pages;

pub use grant::{CHECKED, recover};

use crate::facts::{FactorsReset, RecoveryGranted};
use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    facts: &[RecoveryGranted::KIND, FactorsReset::KIND],
    ..Slice::new("office.recovery", "")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/admin/people/{person}/recovery",
            Permit::May(Action::ManagePeople),
            pages::ask,
        )
        .post(
            "/admin/people/{person}/recovery",
            Permit::Fresh(Action::ManagePeople),
            pages::grant,
        )
        .get("/recover/{token}", Permit::Public, pages::form)
        .post("/recover/{token}", Permit::Public, pages::set)
}
