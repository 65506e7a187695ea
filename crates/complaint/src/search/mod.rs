//! Finding a case by anything that was written in it: what the complainant said,
//! messages, notes, names, files, references. The rows of the index follow from
//! the facts alone; it leaves no evidence of its own.

mod ask;
mod find;
mod named;
mod pages;
mod place;
mod project;
mod rows;
mod scope;
mod similar;

pub use ask::{Label, Wanted, understand};
pub use find::{COUNT_MAX, Found, Hit, Page, find};
pub use place::{Place, place};
pub use project::{project, rows_on_file};
pub(crate) use scope::is_for_colleagues;
pub use similar::{Like, Similar, Why, similar};

use crate::{
    routes::{Permit, Routes},
    slice::Slice,
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[("search_row", "id")],
    project: Some(project),
    pages: Some(routes),
    ..Slice::new("complaint.search", "7.3")
};

fn routes(routes: Routes) -> Routes {
    routes.get("/desk/search", Permit::May(Action::SeeDesk), pages::page)
}
