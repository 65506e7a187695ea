//! 5.4.5 Everybody who works here may hear a complaint: on one short page they pass it
//! on. They see of it afterwards how it is called and which stage it has reached, and
//! nothing else. Evidence: the receipt, recorded by them, on the channel `staff`.

mod pages;
mod project;
mod told;

pub use project::project;

use redress_complaint::{
    Slice,
    menu::HEARD,
    routes::{Permit, Routes},
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[("heard_complaint", "person, complaint")],
    project: Some(project),
    pages: Some(routes),
    also: &["7.2"],
    ..Slice::new("channels.heard", "5.4")
};

fn routes(routes: Routes) -> Routes {
    let report = Permit::May(Action::ReportHeard);
    routes
        .get(HEARD, report, pages::blank)
        .post(HEARD, report, pages::pass_on)
}
