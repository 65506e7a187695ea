//! A message that arrived, as everybody here speaks of it: how it was kept, what it
//! became, and whose mailbox it lay in. The ledger keeps it (`mailboxes`), deciding is
//! handed in (`sorting`). Evidence: `mail-sorted`, when its fate changes.

use redress_complaint::at::InEvidence;
use redress_kernel::{By, Entry, Fact, Id, Instant, Lang};
use redress_mail::{
    authentication::Verdict,
    fate::{Desk, Reason},
    reading::Message,
};
use redress_store::{ERASED, Error, Tx};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What can become of a message, as codes: those of `redress_mail::fate`, and these.
pub mod fate {
    /// Nobody has looked at it yet.
    pub const UNSORTED: &str = "unsorted";
    /// The same message as another one.
    pub const COPY: &str = "copy";
    /// Larger than we take: its beginning is kept, the whole lies on the server.
    pub const TOO_LARGE: &str = "too-large";
    /// Looking at it failed, or there is nothing to read: a person reads the original.
    pub const UNREADABLE: &str = "unreadable";
    /// A person decides what it is before anything follows.
    pub const QUARANTINED: &str = "quarantined";
    /// A person said so.
    pub const NO_COMPLAINT: &str = "not-a-complaint";
    /// It became a complaint of its own.
    pub const NEW: &str = "new";
    /// It joined a case.
    pub const REPLY: &str = "reply";
}

/// A message that is kept and has not become anything yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub id: Id,
    pub mailbox: Id,
    pub arrived_at: Option<Instant>,
    /// With its angle brackets; empty where it has none.
    pub message_id: String,
    /// Its bytes, as they lie in the evidence.
    pub original: InEvidence,
}

/// What became of it, and what is said of it in lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sorted {
    pub fate: &'static str,
    pub complaint: Option<Id>,
    /// The case that it speaks of without belonging to it, where somebody looked.
    pub concerns: Concerns,
    pub reasons: Vec<Reason>,
    /// Lower case; empty where there is none.
    pub from: String,
    pub subject: String,
}

/// Of which case a message speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Concerns {
    /// Nobody looked.
    #[default]
    Unknown,
    None,
    Case(Id),
}

/// A message that was read before anything is written: reading what strangers sent takes
/// its time, and there is one writer.
pub struct Opened<'a> {
    pub bytes: &'a [u8],
    pub message: Message,
    /// What it says, as `mail_content::external_id` sums it up.
    pub says: String,
    /// False: only its beginning came.
    pub whole: bool,
    /// What was found out about its sender, before anything was written.
    pub verdict: Option<Verdict>,
}

/// What a message becomes, decided and recorded in the transaction that keeps it.
pub type Sort = Arc<dyn Fn(&mut Tx, &Mail, Opened, &By) -> Result<Sorted, Error> + Send + Sync>;

/// What deciding has to know of a mailbox.
#[derive(Debug, Clone, Default)]
pub struct Seat {
    pub desk: Desk,
    /// Of the complaints that come by it.
    pub unit: Option<Id>,
    /// Of messages that do not say theirs.
    pub language: Option<Lang>,
}

/// It has another fate now: somebody, or something, has looked at it. Subject: the
/// message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MailSorted {
    pub fate: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<Id>,
}

impl Fact for MailSorted {
    const KIND: &'static str = "mail-sorted";
    type Personal = ();
}

/// An erasing, as it says in the journal: whose text it takes, and on which ground.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Erasing {
    pub entries: Vec<i64>,
    #[serde(default)]
    pub basis: String,
}

impl Erasing {
    pub fn of(entry: &Entry) -> Option<Erasing> {
        (entry.kind == ERASED).then(|| serde_json::from_str(&entry.record).ok())?
    }
}
