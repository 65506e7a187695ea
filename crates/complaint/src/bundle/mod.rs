//! A case taken along as one page (8.1, 4.9): readable in a chosen language without us,
//! printable, and with everything in it that proves it, so that it checks itself in any
//! browser and by the outsiders' verifiers (decision 123). Evidence: that it was taken
//! along, by whom, and whether names and texts were in it, stands in the case.

mod data;
mod pages;
mod paper;
mod records;

pub use data::{Bundle, bundle};
pub use paper::{Maker, file_name, paper};
pub use records::exported;

use crate::{
    Complaint, Slice,
    facts::CaseExported,
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact, Lang, person::Sight};

/// How somebody wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Of headings and explanations.
    pub language: Lang,
    /// With names and texts, as far as the reader may see them.
    pub opened: bool,
}

impl Wanted {
    /// Names and texts leave the house only with whoever knows them all in here.
    fn of(self, case: &Complaint) -> Wanted {
        let knows = |sight: &Sight| sight.identity && sight.texts && sight.notes;
        Wanted {
            opened: self.opened && case.seen_with.as_ref().is_none_or(knows),
            ..self
        }
    }
}

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    facts: &[CaseExported::KIND],
    also: &["4.9"],
    ..Slice::new("complaint.bundle", "8.1")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeJournal);
    routes
        .get("/desk/{reference}/bundle", see, pages::ask)
        .post(
            "/desk/{reference}/bundle",
            Permit::Fresh(Action::SeeJournal),
            pages::make,
        )
}
