//! Who complained, and who may know it (4.10, 4.7). Whoever has a case, opens it for a
//! colleague who is away or took it down sees name and contact; everybody else sees a
//! mask, and the name after a reason that is recorded. One place decides it for every
//! list, page, search and answer to a program, and leaves out what may not be known before
//! anything is drawn. Evidence: each showing, with whom, when, why and until when.

mod drawn;
mod entries;
mod eyes;
mod mask;
mod pages;
mod records;
mod reveal;
mod spaced;
mod stand_in;
#[cfg(test)]
mod tests;

pub use drawn::{known_as, masked_name, who};
pub use entries::{mask_of, seen};
pub use eyes::{Eyes, sight_of};
pub use mask::{MASK, Mask};
pub(crate) use pages::name;
pub use records::{Line, Wanted, listed};
pub use reveal::{REVEAL, first as reveal_first, opened as reveal_at};
pub(crate) use stand_in::stands_in;

use crate::{
    Slice,
    facts::IdentityShown,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

/// Reading who looked is for those who answer for data, and for the case itself.
const OVERSEE: Action = Action::AnswerRights;

pub const SLICE: Slice = Slice {
    tables: &[("identity_shown", "seq")],
    verbs: &[REVEAL],
    facts: &[IdentityShown::KIND],
    project: Some(records::project),
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        pages::LIST,
        "identity-looks",
        OVERSEE,
    )],
    also: &["4.7"],
    ..Slice::new("complaint.identity", "4.10")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(OVERSEE);
    routes
        .get(pages::LIST, see, pages::list)
        .get("/system/identity/csv", see, pages::table)
}
