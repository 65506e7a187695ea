//! Mailboxes: every message that lies in one is accounted for, once (7.2). The raw
//! bytes are kept first; what the message becomes, and its line in the ledger, are one
//! commit; only then is anything changed on the server. Once a day the server's
//! numbers are compared with the ledger. Evidence: each message taken in with its
//! fate, each comparison (decision 65), and which mailbox was read how since when.

mod batches;
mod bringing;
pub mod facts;
mod fetching;
mod health;
mod ingest;
pub mod ledger;
mod mail;
mod project;
mod reconcile;
mod records;
pub mod settings;
mod stop;
mod watching;

pub use crate::mail::{Mail, Opened, Sort, Sorted, fate};
pub use batches::{Batch, batches};
pub use health::{Expected, Finding, findings};
pub use ingest::{Intake, Prove, Taken, ingest, unproven, unsorted};
pub use mail::{After, Mailbox, Place, Raw, message_id};
pub use reconcile::{Differences, differences};
pub use records::{Line, Standing, by_message_id, line_at, numbers, standing, validity};
pub use stop::Stop;
pub use watching::{Event, Pace, watch};

use facts::{MailTaken, MailboxAdded, MailboxChanged, MailboxClosed, MailboxReconciled};
use redress_complaint::{
    Slice,
    menu::{Area, Place as Shown, Section},
};
use redress_kernel::{Action, Fact};

/// What fetches and listens stands in the binary, which alone knows how mail is sorted.
pub const SLICE: Slice = Slice {
    tables: &[
        ("mail_ledger", "id"),
        ("mail_checked", "mail"),
        ("mail_reconciled", "mailbox"),
        ("mailbox", "id"),
    ],
    facts: &[
        MailTaken::KIND,
        MailboxReconciled::KIND,
        MailboxAdded::KIND,
        MailboxChanged::KIND,
        MailboxClosed::KIND,
    ],
    project: Some(project::project),
    pages: Some(|routes| ledger::routes(settings::routes(routes))),
    calls: settings::calls::CALLS,
    places: &[Shown::new(
        Area::Admin(Section::Mail),
        "/admin/mailboxes",
        "office-mailboxes",
        Action::SeeSettings,
    )],
    health: Some(settings::health),
    ..Slice::new("channels.mailboxes", "7.2")
};
