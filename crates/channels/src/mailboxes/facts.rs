//! What the journal keeps of messages: that this one was taken in and what it became,
//! and that nothing was left behind. Of the text nothing: that lies in the message.

use redress_complaint::facts::{Enclosed, FileNames};
use redress_kernel::{Fact, Id, Instant};
use serde::{Deserialize, Serialize};

/// A message is accounted for. Subject: the message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MailTaken {
    pub mailbox: Id,
    pub uid_validity: u32,
    pub uid: u32,
    /// A keyed hash of its bytes: the same message in another folder, or under a new
    /// number, has the same one. Without the key it says nothing about the text.
    pub content: String,
    /// Its length, as it lies on the server.
    pub bytes: i64,
    /// When the server took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Instant>,
    pub fate: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<Id>,
    /// The message that it is a copy of: its bytes are kept there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<Id>,
    /// The message itself; none for a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Enclosed>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MailText {
    /// Often made of somebody's address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message_id: String,
    #[serde(flatten)]
    pub files: FileNames,
}

impl Fact for MailTaken {
    const KIND: &'static str = "mail-taken";
    type Personal = MailText;
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

/// The numbers on the server were compared with the ledger. Subject: the organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MailboxReconciled {
    pub mailbox: Id,
    pub uid_validity: u32,
    pub on_server: i64,
    /// Those of them that the ledger had.
    pub accounted: i64,
    /// The first of those that it did not have; they were fetched then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<u32>,
    /// In the ledger and no longer on the server.
    pub gone: i64,
}

impl Fact for MailboxReconciled {
    const KIND: &'static str = "mailbox-reconciled";
    type Personal = ();
}
