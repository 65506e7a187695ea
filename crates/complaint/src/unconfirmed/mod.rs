//! Complaints that somebody confirms first (4.4, 7.2): what came in a flood, or with the
//! signs of a program. Nothing is refused and nothing is lost: each is stored like every
//! other, has its reference and its code, stands in one list with its number, and waits
//! there for a colleague, or for its complainant, who can confirm it by a letter's link.
//! Then it counts, and its time runs from receipt. Evidence: `confirmed` and `dismissed`.

mod calls;
mod decide;
mod gates;
pub mod link;
mod list;
mod many;
mod public;
mod records;

pub use gates::{Gates, Room, SLOWED};
pub use many::CASES;
pub use records::{WAITING, count, id_of, waiting_among};

use crate::{
    Slice, Verb,
    facts::{Confirmed, Dismissed},
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{
    Action, Fact,
    fields::{Field, Kind},
};

pub const SLICE: Slice = Slice {
    tables: &[("unconfirmed", "complaint")],
    facts: &[Confirmed::KIND, Dismissed::KIND],
    verbs: VERBS,
    project: Some(records::project),
    pages: Some(routes),
    second: &[many::PUTTING_ASIDE],
    calls: calls::CALLS,
    places: &[
        Place::new(Area::Desk, list::PATH, "unconfirmed-title", Action::Receive)
            .counting(records::count_waiting),
    ],
    also: &["4.4"],
    ..Slice::new("complaint.unconfirmed", "7.2")
};

pub(crate) const CONFIRMATION: &str = "confirmation";
pub(crate) const DISMISSAL: &str = "dismissal";

const VERBS: &[Verb] = &[
    Verb::new("confirmation", Action::Receive, &[])
        .ready(decide::may_confirm)
        .decides(decide::confirm)
        .confirming(),
    Verb::new("dismissal", Action::Receive, REASON)
        .ready(decide::may_dismiss)
        .decides(decide::dismiss)
        .confirming(),
];

const REASON: &[Field] = &[Field::new("reason", Kind::Text(4000)).required()];

fn routes(routes: Routes) -> Routes {
    let may = Permit::May(Action::Receive);
    routes
        .get(list::PATH, may, list::page)
        .post("/desk/unconfirmed", may, many::decide)
        .get("/confirm/{token}", Permit::Public, public::ask)
        .post("/confirm/{token}", Permit::Public, public::confirm)
}

#[cfg(test)]
mod tests;
