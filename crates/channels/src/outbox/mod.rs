//! What has not left the house: letters to print, calls to make, mails on their
//! way. A message is `sent` only when the transport took it or a person says that
//! they posted or told it; clocks follow that fact (7.3, 7.4, 7.8).
//! Evidence: when each message left, and by which way.

mod again;
mod pages;
mod records;
mod sending;
mod sheet;
mod stopping;
mod thread;

pub use records::{Unsent, count_unsent, unsent, waiting_mails};
pub use sending::{MAIL, PAGE, Ways, send_mail, show_on_page, unit_of};

use redress_complaint::facts::{MessageFailed, MessageQueued, MessageSent};
use redress_complaint::{
    Slice,
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::Action;
use redress_kernel::Fact;

/// The jobs stand in the list of the house, which alone knows the relay.
pub const SLICE: Slice = Slice {
    tables: &[("outbox", "message")],
    project: Some(records::project),
    listen: Some(again::listen),
    pages: Some(routes),
    places: &[Place::new(
        Area::Desk,
        "/desk/outbox",
        "desk-outbox",
        Action::Acknowledge,
    )
    .counting(count_unsent)],
    facts: &[MessageQueued::KIND, MessageSent::KIND, MessageFailed::KIND],
    ..Slice::new("channels.outbox", "7.3")
};

fn routes(routes: Routes) -> Routes {
    routes
        .get(
            "/desk/outbox",
            Permit::May(Action::Acknowledge),
            pages::list,
        )
        .get(
            "/desk/{reference}/letters/{message}",
            Permit::May(Action::Acknowledge),
            sheet::print,
        )
}
