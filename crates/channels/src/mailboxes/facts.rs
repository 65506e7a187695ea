//! What the journal keeps of messages: that this one was taken in and what it became,
//! and that nothing was left behind. Of the text nothing: that lies in the message. And
//! from when on which mailbox was read how; who signs in, and with what, never.

use jiff::civil::Date;
use redress_complaint::facts::{Enclosed, FileNames};
use redress_kernel::{Fact, Id, Instant};
use redress_mail::authentication::{Passed, Verdict};
use serde::{Deserialize, Serialize};

/// What was found out about who sent a message: codes of SPF, DKIM and DMARC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checks {
    pub spf: String,
    pub dkim: String,
    pub dmarc: String,
}

impl Checks {
    pub fn of(verdict: &Verdict) -> Checks {
        let code = |passed: Passed| passed.code().to_owned();
        Checks {
            spf: code(verdict.spf),
            dkim: code(verdict.dkim),
            dmarc: code(verdict.dmarc),
        }
    }
}

/// A message is accounted for. Subject: the message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MailTaken {
    pub mailbox: Id,
    pub uid_validity: u32,
    pub uid: u32,
    /// A keyed hash of its bytes: the same message in another folder, or under a new
    /// number, has the same one. Without the key it says nothing about the text.
    pub content: String,
    /// A keyed hash of what it says, whatever servers wrote above it; none of a copy.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub says: String,
    /// Its length, as it lies on the server.
    pub bytes: i64,
    /// When the server took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Instant>,
    pub fate: String,
    /// What it was seen in, as codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<Id>,
    /// The case that it speaks of without belonging to it: whoever may not see that case
    /// does not see the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Id>,
    /// Its case was looked for: without one it speaks of none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub looked_for: bool,
    /// The message that it is a copy of: its bytes are kept there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<Id>,
    /// The message itself; none for a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Enclosed>,
    /// Only a part of it came: the whole lies on the server, and stays there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
    /// None: nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checks: Option<Checks>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MailText {
    /// Often made of somebody's address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message_id: String,
    /// Whoever wrote it, as it says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// To each reason, where it was seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<String>,
    /// Of the sender's address, as it was checked; and whose signature held.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub domain: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signer: String,
    #[serde(flatten)]
    pub files: FileNames,
}

impl Fact for MailTaken {
    const KIND: &'static str = "mail-taken";
    type Personal = MailText;
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

/// All that is settled about a mailbox, but for who signs in and with what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailboxTerms {
    pub name: String,
    /// To which people write.
    pub address: String,
    /// `imap`: fetched from a server; `smtp`, `lmtp`: a server brings it to us.
    pub kind: String,
    /// The server; or the address on which we listen.
    pub host: String,
    pub port: u16,
    /// `implicit`, `starttls` or `none`.
    pub security: String,
    /// `password` or `token`.
    pub way: String,
    pub folder: String,
    /// What is done on the server afterwards: `leave`, `seen` or `move`.
    pub after: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub move_to: String,
    /// How often a server is asked that does not tell by itself.
    pub poll_seconds: i64,
    /// Whose `Authentication-Results` are believed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub authserv_id: String,
    /// Certificates of an authority of the organisation's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub authority: String,
    /// Days without a message after which somebody should wonder.
    pub silent_days: i64,
    /// The last day of the token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_until: Option<Date>,
    /// For new complaints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Id>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its server takes `name+anything@` for `name@`: then replies find their case by the
    /// address that they are sent to.
    pub plus: bool,
    pub active: bool,
}

/// A mailbox is ours to read from now on. Subject: the mailbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MailboxAdded {
    #[serde(flatten)]
    pub terms: MailboxTerms,
}

impl Fact for MailboxAdded {
    const KIND: &'static str = "mailbox-added";
    type Personal = ();
}

/// It is read otherwise from now on. Subject: the mailbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MailboxChanged {
    #[serde(flatten)]
    pub terms: MailboxTerms,
    /// Somebody else signs in, or with something else; never who or with what.
    pub credential: bool,
}

impl Fact for MailboxChanged {
    const KIND: &'static str = "mailbox-changed";
    type Personal = ();
}

/// It is read no more; its messages stay in the ledger. Subject: the mailbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MailboxClosed {}

impl Fact for MailboxClosed {
    const KIND: &'static str = "mailbox-closed";
    type Personal = ();
}
