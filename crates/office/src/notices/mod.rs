//! Notices by e-mail to colleagues: a case became theirs, its complainant wrote, or a note
//! points to them. Each
//! person says for each kind whether they want it at once, once a day or not at all;
//! nothing is sent while the office is closed, and no letter says more than references.
//! What falls due is told by reminders. Keeps no evidence: the case has the facts.

mod calls;
mod choice;
mod letter;
mod listen;
mod pages;
mod waiting;

pub use letter::{letter, told};
pub use listen::MAIL;
pub use waiting::of as waiting_for;

use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};

pub const SLICE: Slice = Slice {
    listen: Some(listen::listen),
    pages: Some(routes),
    calls: calls::CALLS,
    also: &["4.3"],
    ..Slice::new("office.notices", "7.3")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get("/desk/notices", Permit::SignedIn, pages::show)
        .post("/desk/notices", Permit::SignedIn, pages::change)
}
