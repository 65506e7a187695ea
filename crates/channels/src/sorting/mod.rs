//! Sorting (7.2, 7.8): what becomes of each message that arrives – a complaint, a word
//! in a case, the news that a letter did not arrive, or nothing that follows by itself.
//! It is decided in the transaction that keeps the message; what a machine cannot decide
//! a person does, on one page, and nothing is dropped. Evidence: the fate of each message
//! with its reasons, letters that came back, and what people decided (decisions 71, 72).

mod acts;
mod arriving;
mod bounced;
mod calls;
mod concerns;
mod decide;
mod deeds;
mod erasing;
mod joining;
mod message;
mod pages;
mod proof;
mod records;
mod sender;

pub use decide::{Seats, sort};
pub use records::{Held, Looked, case_of_letter, count_of, held, of_fates};

use crate::mail::MailSorted;
use redress_complaint::{
    Slice,
    facts::MessageBounced,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[("mail_letter", "message"), ("mail_held", "complaint")],
    facts: &[MailSorted::KIND, MessageBounced::KIND],
    project: Some(records::project),
    listen: Some(erasing::listen),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[
        Place::new(Area::Desk, pages::PATH, "desk-mail", Action::Receive)
            .counting(pages::count_waiting),
    ],
    also: &["7.8", "8.1"],
    ..Slice::new("channels.sorting", "7.2")
};

fn routes(routes: Routes) -> Routes {
    let may = Permit::May(Action::Receive);
    routes
        .get("/desk/mail", may, pages::list)
        .get("/desk/mail/{mail}", may, message::one)
        .get("/desk/mail/{mail}/original", may, message::original)
        .post("/desk/mail/{mail}/complaint", may, deeds::complaint)
        .post("/desk/mail/{mail}/join", may, deeds::join)
        .post("/desk/mail/{mail}/dismissal", may, deeds::dismiss)
        .post("/desk/mail/{mail}/undo", may, deeds::undo)
}
