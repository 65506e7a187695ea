//! 8.7 Corrective action: what complaints showed is put right at its root, by an
//! owner and until a day; whether it works is checked by somebody else, and what
//! does not work goes on. Evidence: each opening, plan, completion and check, with
//! who and when, and the complaints it came from.

mod action;
pub mod acts;
mod calls;
mod facts;
mod offered;
mod pages;
mod records;
#[cfg(test)]
mod tests;

pub use action::{CorrectiveAction, State};

use facts::{
    CorrectiveActionDone, CorrectiveActionLinked, CorrectiveActionOpened, CorrectiveActionPlanned,
    EffectChecked,
};
use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[
        ("corrective_action", "id"),
        ("corrective_action_case", "action, complaint"),
    ],
    verbs: &[offered::OPENING],
    on_file: Some(offered::on_file),
    project: Some(records::project),
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        pages::LIST,
        "corrective-actions",
        Action::SeeSystem,
    )],
    facts: &[
        CorrectiveActionOpened::KIND,
        CorrectiveActionPlanned::KIND,
        CorrectiveActionLinked::KIND,
        CorrectiveActionDone::KIND,
        EffectChecked::KIND,
    ],
    also: &["4.13"],
    calls: calls::CALLS,
    ..Slice::new("improvement.corrective-action", "8.7")
};

fn routes(routes: Routes) -> Routes {
    let (see, correct) = (Permit::May(Action::SeeSystem), Permit::May(acts::ACTION));
    routes
        .get("/system/corrective-actions", see, pages::list)
        .post("/system/corrective-actions", correct, pages::open)
        .get("/system/corrective-actions/{action}", see, pages::one)
        .post(
            "/system/corrective-actions/{action}/{act}",
            correct,
            pages::act,
        )
}
