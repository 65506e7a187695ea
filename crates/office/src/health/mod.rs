//! Is everything well? The same lines for the page and for `redress doctor`: what
//! the database knows, and what the binary measured of the machine. Leaves no
//! evidence: it tells of this moment.

mod lines;
mod pages;

pub use lines::{Machine, doctor};
pub use redress_complaint::health::{Line, State};

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::Action;
use std::sync::Arc;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    places: &[Place::new(
        Area::Admin(Section::System),
        "/admin/health",
        "office-health",
        Action::SeeSettings,
    )],
    ..Slice::new("office.health", "6.4")
};

/// Measures the machine when a page asks; handed in by the binary as a request extension.
#[derive(Clone)]
pub struct Look(pub Arc<dyn Fn() -> Machine + Send + Sync>);

fn routes(routes: Routes) -> Routes {
    routes.get(
        "/admin/health",
        Permit::May(Action::SeeSettings),
        pages::show,
    )
}
