//! The follow-up page: with reference and access code the complainant sees how
//! the complaint stands, reads and writes messages, adds information and files,
//! keeps their details right, chooses whether updates come by e-mail, accepts or does not accept, and withdraws (7.3, 7.9).
//! What another room decides is a verb that its manifest declares the
//! complainant's. Evidence: the complainant's own facts.

mod act;
mod choice;
mod door;
mod letters;
mod looks;
mod page;
mod session;
mod show;
mod tries;
mod updates;
mod word;

use act::{ANSWER, DETAILS, INFORMATION, MESSAGE, UPDATES, WITHDRAWAL, act};
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
        .post(
            "/follow/case/message",
            Public,
            |house, headers, whence, sent| act(&MESSAGE, house, headers, whence, sent),
        )
        .post(
            "/follow/case/information",
            Public,
            |house, headers, whence, sent| act(&INFORMATION, house, headers, whence, sent),
        )
        .post(
            "/follow/case/answer",
            Public,
            |house, headers, whence, sent| act(&ANSWER, house, headers, whence, sent),
        )
        .get("/follow/case/looks", Public, page::looked)
        .get("/follow/case/withdraw", Public, page::ask_withdraw)
        .post(
            "/follow/case/withdraw",
            Public,
            |house, headers, whence, sent| act(&WITHDRAWAL, house, headers, whence, sent),
        )
        .get("/follow/case/details", Public, page::ask_details)
        .post(
            "/follow/case/details",
            Public,
            |house, headers, whence, sent| act(&DETAILS, house, headers, whence, sent),
        )
        .post(
            "/follow/case/updates",
            Public,
            |house, headers, whence, sent| act(&UPDATES, house, headers, whence, sent),
        )
        .get("/updates/{token}", Public, updates::ask)
        .post("/updates/{token}", Public, updates::choose_by_link)
        .get("/follow/case/file/{file}", Public, page::file)
        .get("/follow/case/receipt", Public, page::receipt)
        .get("/follow/case/opened", Public, page::opened_receipt)
}

#[cfg(test)]
mod tests;
