//! The mailboxes in administration: which there are, who signs in, how each stands, and
//! what the others need to know of them. Evidence: from when on which mailbox was read
//! how, by whose decision; secrets stand in no fact, sealed (decision 77).

mod acts;
pub(super) mod calls;
mod form;
mod looks;
mod pages;
pub mod records;
mod shown;
mod trying;

pub use crate::mail_seat::desk;
pub use acts::Credential;
pub use looks::{Look, look, looked};
pub use records::{Kept, LARGEST, all, at_last, credential, kept, receiving, with_closed};
pub(super) use shown::health;

use redress_complaint::routes::{Permit, Routes};
use redress_kernel::Action;

pub fn routes(routes: Routes) -> Routes {
    let (see, change) = (
        Permit::May(Action::SeeSettings),
        Permit::May(Action::ChangeSettings),
    );
    routes
        .get("/admin/mailboxes", see, pages::list)
        .get("/admin/mailboxes/new", change, pages::new)
        .post("/admin/mailboxes/new", change, pages::add)
        .get("/admin/mailboxes/{mailbox}", see, pages::one)
        .post("/admin/mailboxes/{mailbox}", change, pages::change)
        .post("/admin/mailboxes/{mailbox}/test", change, pages::test)
        .post("/admin/mailboxes/{mailbox}/closing", change, pages::close)
}
