//! What people ask about their own data, and how long it is kept (8.1, 4.10): erasure
//! on request and at the end of the period, asked by one person and agreed by another,
//! undone within a week, stopped by a legal hold; being told what is held, and having it
//! put right. Evidence: each request with who asked, who agreed, when it was carried
//! out, how many of each kind, and when no file of the database held it any more.

mod acts;
mod bundle;
mod calls;
mod cases;
mod erasure;
mod facts;
mod hold;
mod hold_pages;
mod jobs;
mod letter;
mod log;
mod one;
mod pages;
mod records;
mod rights;
mod rights_acts;
mod rights_calls;
mod rights_pages;
mod taken_back;
mod taking;
#[cfg(test)]
mod tests;
mod zip;

pub use erasure::{DELAY_DAYS, Erasure, State};
pub use facts::KINDS;
pub use taken_back::dispose_of;

use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::Action;

const SEE: Permit = Permit::Either(Action::AskErasure, Action::DecideErasure);
const ASK: Permit = Permit::Fresh(Action::AskErasure);
const DECIDE: Permit = Permit::Fresh(Action::DecideErasure);
const ANSWER: Permit = Permit::May(Action::AnswerRights);

pub const SLICE: Slice = Slice {
    tables: &[
        ("data_request", "id"),
        ("data_request_case", "complaint, request"),
        ("data_rights_clock", "id"),
    ],
    project: Some(records::project),
    pages: Some(routes),
    places: &[
        Place::new(
            Area::System,
            pages::LIST,
            "data-erasures",
            Action::AskErasure,
        ),
        Place::new(
            Area::System,
            rights_pages::LIST,
            "data-rights",
            Action::AnswerRights,
        ),
    ],
    facts: KINDS,
    also: &["4.10"],
    calls: calls::CALLS,
    jobs: jobs::WORK,
    ..Slice::new("office.data-protection", "8.1")
};

fn routes(routes: Routes) -> Routes {
    rights_routes(
        routes
            .get("/system/erasures", SEE, pages::list)
            .post("/system/erasures", ASK, pages::ask)
            .get("/system/erasures/{erasure}", SEE, one::show)
            .post("/system/erasures/{erasure}/approval", DECIDE, one::approve)
            .post("/system/erasures/{erasure}/refusal", DECIDE, one::refuse)
            .post("/system/erasures/{erasure}/stop", ASK, one::stop)
            .get("/system/disposals", SEE, log::show)
            .post("/system/disposals", ASK, log::propose)
            .get("/system/disposals.csv", SEE, log::download)
            .get("/system/holds", SEE, hold_pages::list)
            .post("/system/holds", ASK, hold_pages::set)
            .get("/system/holds/{hold}", SEE, hold_pages::show)
            .post("/system/holds/{hold}/end", DECIDE, hold_pages::end),
    )
}

fn rights_routes(routes: Routes) -> Routes {
    routes
        .get("/system/rights", ANSWER, rights_pages::list)
        .post("/system/rights", ANSWER, rights_pages::ask)
        .post("/system/rights/clock", ANSWER, rights_pages::clock)
        .get("/system/rights/{request}", ANSWER, rights_pages::one)
        .post(
            "/system/rights/{request}/bundle",
            Permit::Fresh(Action::AnswerRights),
            bundle::taken,
        )
        .post("/system/rights/{request}/{act}", ANSWER, rights_pages::act)
}
