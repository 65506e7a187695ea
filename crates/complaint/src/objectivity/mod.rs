//! 4.7 Objectivity: who is kept apart from a case besides the person complained about.
//! The line above them is drawn anew whenever heads, units or people change; whoever
//! judges says first that they have no conflict of interest; two persons can open a case
//! for somebody, for some hours. Evidence: every line, declaration and opening, and the
//! count of acts by people who were kept apart at that time, which has to be zero.

mod declaring;
mod glass;
mod line;
mod listen;
mod pages;
mod records;
mod recount;
#[cfg(test)]
mod tests;

pub use declaring::{asks_for_declaration, declare_first, declared};
pub(crate) use glass::OPENING;
pub use line::{Heads, line_above};
pub use pages::DECLARATIONS;
pub use recount::{Violation, violations, violations_in};

use crate::{
    Slice,
    facts::{ConflictDeclared, ConflictLifted, GlassBroken, GlassClosed, LineDrawn},
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[
        ("concerned_colleague", "complaint, person"),
        ("conflict_declaration", "person, complaint"),
        ("glass_opening", "seq"),
    ],
    project: Some(records::project),
    listen: Some(listen::listen),
    jobs: &[glass::WORK],
    second: &[glass::OPENING],
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        pages::OVERVIEW,
        "objectivity",
        Action::SeeJournal,
    )],
    facts: &[
        LineDrawn::KIND,
        ConflictDeclared::KIND,
        ConflictLifted::KIND,
        GlassBroken::KIND,
        GlassClosed::KIND,
    ],
    also: &["5.4"],
    ..Slice::new("complaint.objectivity", "4.7")
};

fn routes(routes: Routes) -> Routes {
    let (declare, open) = (
        Permit::May(Action::DeclareConflict),
        Permit::May(Action::BreakGlass),
    );
    routes
        .get("/desk/declarations", declare, pages::declarations)
        .get("/desk/break-glass", open, pages::glass)
        .post("/desk/break-glass", open, pages::asked)
        .get(
            "/system/objectivity",
            Permit::May(Action::SeeJournal),
            pages::overview,
        )
}
