//! 5.3 Policy: the complaints policy in versions. Somebody writes it in the
//! organisation's languages, somebody else approves it, then it is published for
//! everybody, and those who handle complaints say that they have read it. Evidence:
//! every text with what was considered, who wrote, submitted, approved and published
//! it, and who read which version when.

pub mod acts;
mod calls;
mod facts;
mod pages;
mod public;
mod records;
#[cfg(test)]
mod tests;
mod version;

pub use version::TEXTS;

use facts::{
    PolicyApproved, PolicyDrafted, PolicyPublished, PolicyRead, PolicyReturned, PolicySubmitted,
};
use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
    slice::Public,
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[
        ("policy_version", "id"),
        ("policy_reading", "version, person"),
    ],
    project: Some(records::project),
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        pages::HOME,
        "policy-complaints",
        Action::SeeDesk,
    )],
    public: Some(Public {
        path: "/policy",
        word: "policy-complaints",
        there: |reader| Ok(records::current(reader)?.is_some()),
    }),
    facts: &[
        PolicyDrafted::KIND,
        PolicySubmitted::KIND,
        PolicyReturned::KIND,
        PolicyApproved::KIND,
        PolicyPublished::KIND,
        PolicyRead::KIND,
    ],
    also: &["4.2", "4.4"],
    calls: calls::CALLS,
    ..Slice::new("framework.policy", "5.3")
};

fn routes(routes: Routes) -> Routes {
    let (read, see) = (Permit::May(Action::SeeDesk), Permit::May(Action::SeeSystem));
    let (write, approve) = (
        Permit::May(acts::TEXT.action),
        Permit::May(acts::APPROVAL.action),
    );
    routes
        .get("/policy", Permit::Public, public::page)
        .get("/system/policy", read, pages::home)
        .post("/system/policy", write, pages::begin)
        .get("/system/policy/{version}", see, pages::one)
        .post("/system/policy/{version}/text", write, pages::written)
        .post(
            "/system/policy/{version}/submission",
            write,
            pages::submitted,
        )
        .post("/system/policy/{version}/return", approve, pages::returned)
        .post(
            "/system/policy/{version}/approval",
            approve,
            pages::approved,
        )
        .post(
            "/system/policy/{version}/publication",
            approve,
            pages::published,
        )
        .post("/system/policy/{version}/reading", read, pages::has_read)
}
