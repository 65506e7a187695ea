//! Checking a receipt, for everybody (7.2): whoever holds one shows it here, ours or
//! another organisation's, and reads in plain words what it proves and what not. It is
//! read by the same functions as `redress-verify`, so page, API and the program that
//! works without us say the same. Leaves no evidence: nothing of it is kept.

mod call;
mod judge;
mod often;
mod pages;
mod paper;
mod show;

use often::{Often, Whence};
use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
    slice::Public,
};
use redress_store::Read;
use std::sync::Arc;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    also: &["4.10"],
    public: Some(Public {
        path: "/verify",
        word: "verification-title",
        there: |reader| Ok(reader.size()? > 0),
    }),
    ..Slice::new("channels.verification", "7.2")
};

fn routes(routes: Routes) -> Routes {
    let by_page = Arc::new(Often::default());
    let by_call = by_page.clone();
    routes
        .get("/verify", Permit::Public, pages::ask)
        .post(
            "/verify",
            Permit::Public,
            move |house, whence: Whence, sent| pages::check(by_page.clone(), house, whence, sent),
        )
        .post(
            "/api/v1/verify",
            Permit::Public,
            move |house, whence: Whence, body| call::check(by_call.clone(), house, whence, body),
        )
}
