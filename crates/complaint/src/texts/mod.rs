//! Texts to write with (7.3): one text in up to six languages, with variables such
//! as {name} and {due}. A handler chooses one at the case and it stands in the
//! composer, filled, in the complainant's language; nothing is sent by itself. A
//! language that is missing is said to be missing, never replaced by another; a
//! variable without a value stops the sending and is named.
//! Evidence: who wrote which version of a text when.

mod calls;
mod choose;
mod facts;
mod pages;
pub(crate) mod records;
mod starters;
mod variables;

pub use choose::{Inserted, inserted};
pub use facts::{TemplateRetired, TemplateWords, TemplateWritten, Wording};
pub use variables::nothing_open;

use crate::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::Action;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[("template", "code"), ("template_words", "code, language")],
    project: Some(records::project),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Desk,
        "/desk/texts",
        "texts",
        Action::Reply,
    )],
    facts: &[TemplateWritten::KIND, TemplateRetired::KIND],
    ..Slice::new("complaint.texts", "7.3")
};

fn routes(routes: Routes) -> Routes {
    let reply = Permit::May(Action::Reply);
    routes
        .get("/desk/texts", reply, pages::all)
        .get("/desk/texts/{code}", reply, pages::one)
        .post("/desk/texts/{code}", reply, pages::write)
        .post("/desk/texts/{code}/retire", reply, pages::retire)
        .post("/desk/texts/{code}/restore", reply, pages::restore)
        .get("/desk/{reference}/texts", reply, choose::page)
}
