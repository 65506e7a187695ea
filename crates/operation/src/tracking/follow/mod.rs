//! The follow-up page: with reference and access code the complainant sees how
//! the complaint stands, reads and writes messages, adds information and files,
//! keeps their details right, accepts or does not accept, and withdraws (7.3, 7.9).
//! The acts of other rooms are verbs found in the list of slices by their name;
//! nothing here decides for them. Evidence: the complainant's own facts.

mod acts;
mod door;
mod page;
mod session;
mod show;
mod tries;

use redress_complaint::routes::{Permit::Public, Routes};
use std::sync::Arc;

pub fn pages(routes: Routes) -> Routes {
    let tries = Arc::new(tries::Tries::default());
    routes
        .get("/follow", Public, door::ask)
        .post("/follow", Public, move |house, sent| {
            door::open(tries.clone(), house, sent)
        })
        .post("/follow/leave", Public, door::leave)
        .get("/follow/case", Public, page::status)
        .post("/follow/case/message", Public, page::message)
        .post("/follow/case/information", Public, page::information)
        .post("/follow/case/answer", Public, page::answer)
        .get("/follow/case/withdraw", Public, page::ask_withdraw)
        .post("/follow/case/withdraw", Public, page::withdraw)
        .get("/follow/case/details", Public, page::ask_details)
        .post("/follow/case/details", Public, page::details)
        .get("/follow/case/file/{file}", Public, page::file)
}

#[cfg(test)]
mod tests;
