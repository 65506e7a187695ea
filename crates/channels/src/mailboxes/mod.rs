//! Mailboxes: every message that lies in one is accounted for, once (7.2). The raw
//! bytes are kept first; what the message becomes, and its line in the ledger, are one
//! commit; only then is anything changed on the server. Once a day the server's
//! numbers are compared with the ledger. Evidence: each message taken in with its
//! fate, and each comparison (decision 65).

mod batches;
pub mod facts;
mod fetching;
mod health;
mod ingest;
mod mail;
mod project;
mod reconcile;
mod records;
mod watching;

pub use batches::{Batch, batches};
pub use health::{Expected, Finding, findings};
pub use ingest::{Intake, Sort, Taken, ingest, unsorted};
pub use mail::{After, Mail, Mailbox, Place, Raw, Sorted, fate, message_id};
pub use reconcile::{Differences, differences};
pub use records::{Line, Standing, by_message_id, line_at, numbers, standing, validity};
pub use watching::{Event, Pace, Stop, watch};

use facts::{MailSorted, MailTaken, MailboxReconciled};
use redress_complaint::Slice;
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[("mail_ledger", "id"), ("mail_reconciled", "mailbox")],
    facts: &[MailTaken::KIND, MailSorted::KIND, MailboxReconciled::KIND],
    project: Some(project::project),
    ..Slice::new("channels.mailboxes", "7.2")
};
