//! Why: each date of a case with the entry that set it and the days that were not
//! counted, how long it is kept, who may see the case and who may not, and which figures count it. One
//! pure explanation for `redress why`, the page and the API. Evidence: it is made
//! from the facts whenever somebody asks, and names the entries it is made from.

mod counted;
mod dates;
mod eyes;
mod json;
mod kept;
pub mod limits;
mod page;
mod promises;
mod records;
mod say;
#[cfg(test)]
mod tests;

pub use counted::{FigureWhy, Figures, Reason, figures};
pub use dates::{Count, DateWhy, Origin, Rest, Setting, dates};
pub use eyes::{Eye, Seer, eyes};
pub use json::{json, lines};
pub use kept::{KeptWhy, kept};
pub use promises::{PromiseWhy, promises};
pub(crate) use records::people;
pub use records::{People, explained};

use crate::{
    Complaint,
    clocks::Clock,
    routes::{Permit, Routes},
    slice::Slice,
};
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    ..Slice::new("complaint.why", "7.3")
};

fn pages(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeCase);
    routes.get("/desk/{reference}/why", see, page::page).get(
        "/api/v1/complaints/{reference}/why",
        see,
        page::called,
    )
}

/// The whole explanation.
pub struct Why {
    pub case: Complaint,
    pub dates: Vec<DateWhy>,
    /// What else is owed by a date: remedies, reviews, confirmation, notices.
    pub promises: Vec<PromiseWhy>,
    /// The time limits of the rule packs to which it is pinned.
    pub clocks: Vec<Clock>,
    /// None while it is open.
    pub kept: Option<KeptWhy>,
    pub eyes: Vec<Seer>,
    /// None: an import that was undone is in no figure.
    pub figures: Option<Figures>,
    pub people: People,
}
