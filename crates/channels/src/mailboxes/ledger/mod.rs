//! The mail ledger as people read it: every message with its fate, the newest first, for
//! the desk and, without a word about cases, for administration.

mod pages;
mod records;

pub use records::{Filter, Line, lines};

use redress_complaint::routes::{Permit, Routes};
use redress_kernel::Action;

pub fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/desk/mail/ledger",
            Permit::May(Action::SeeDesk),
            pages::at_desk,
        )
        .get(
            "/admin/mailboxes/ledger",
            Permit::May(Action::SeeSettings),
            pages::in_administration,
        )
}
