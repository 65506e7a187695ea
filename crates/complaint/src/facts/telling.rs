//! What is told to people. `Queued` at the click, `Sent` only when the
//! transport took it; undo is `Withdrawn` inside the window. Clocks are
//! satisfied by `Sent`.

use super::{
    personal_fact, plain_fact,
    receipt::{Enclosed, FileNames},
};
use redress_kernel::{Id, Instant, Lang};
use serde::{Deserialize, Serialize};

/// "portal": it stands on the follow-up page, for whoever left no other way.
pub const WAYS: &[&str] = &["email", "letter", "phone", "portal", "in-person"];

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageQueued {
    pub message: Id,
    pub purpose: String,
    pub way: String,
    pub language: Lang,
    /// Not before this instant: the undo window.
    pub send_at: Instant,
    #[serde(default)]
    pub files: Vec<Enclosed>,
    /// When the next update is due once this one is sent (7.3).
    #[serde(default)]
    pub next_update: Option<Instant>,
    /// A new answer date that this message announces.
    #[serde(default)]
    pub response_due: Option<Instant>,
    /// It reports how the case stands and nothing else: the complainant can stop letters
    /// like it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub progress: bool,
}

/// The access code is never stored: where `ACCESS_CODE` stands, sending writes it in.
pub const ACCESS_CODE: &str = "\u{2063}access-code\u{2063}";

/// Where the follow-up page lies in the world is set where the server starts, so
/// sending writes its address in as well.
pub const FOLLOW_PAGE: &str = "\u{2063}follow-page\u{2063}";

/// The address behind which somebody confirms a complaint is written in by sending alone:
/// it proves that they read what comes to their mailbox.
pub const CONFIRM_PAGE: &str = "\u{2063}confirm-page\u{2063}";

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// Name and address as used: an e-mail address, a telephone number or a postal address.
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub subject: String,
    #[serde(default)]
    pub body: String,
    #[serde(flatten)]
    pub files: FileNames,
}
personal_fact!(MessageQueued, "queued", Letter);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageSent {
    pub message: Id,
    /// As in `Queued`, unless it went another way in the end ("told by phone").
    pub way: String,
}
plain_fact!(MessageSent, "sent");

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageWithdrawn {
    pub message: Id,
}
plain_fact!(MessageWithdrawn, "withdrawn-message");

/// The transport refused for good (a 5xx): somebody has to find another way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageFailed {
    pub message: Id,
    /// The transport's status code; its text could quote an address.
    #[serde(default)]
    pub code: Option<i64>,
}
plain_fact!(MessageFailed, "send-failed");

/// What came back is sent once more, as it was written; to another address where one
/// is given. It keeps its name: whoever has it after all knows it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageRequeued {
    pub message: Id,
    /// Not before this instant: the undo window.
    pub send_at: Instant,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NewAddress {
    #[serde(default)]
    pub to: String,
}
personal_fact!(MessageRequeued, "requeued", NewAddress);

/// A machine on the way reports that a letter which had left did not arrive: never, or
/// not yet. Clocks that counted it as told count again (7.4, 7.8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageBounced {
    pub message: Id,
    /// As the report names it (RFC 3463); its text could quote an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// One of ours: `no-such-person`, `mailbox-full` ...
    pub cause: String,
    /// False: it is late, and still tried.
    pub permanent: bool,
    /// About the address that it went to before somebody corrected it: nothing follows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub earlier: bool,
}
plain_fact!(MessageBounced, "message-bounced");

impl MessageBounced {
    /// How the line in the case reads: `timeline-{sentence}`.
    pub const fn sentence(&self) -> &'static str {
        match (self.earlier, self.permanent) {
            (true, _) => "message-bounced-earlier",
            (false, true) => "message-bounced",
            (false, false) => "message-delayed",
        }
    }
}

/// The complainant wants progress updates by e-mail no more, or wants them again. What
/// they are owed besides goes on, and the follow-up page has every update (7.3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdatesByMail {
    pub wanted: bool,
    /// "one-click" (their mail program), "link" (the page behind it) or "follow".
    pub through: String,
}
plain_fact!(UpdatesByMail, "updates-by-mail");

/// A word from the complainant, by the follow-up page or another door.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MessageReceived {
    pub channel: String,
    #[serde(default)]
    pub language: Option<Lang>,
    #[serde(default)]
    pub files: Vec<Enclosed>,
    /// The e-mail that it came as: its line in the mail ledger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Id>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MessageText {
    #[serde(default)]
    pub text: String,
    /// Who wrote it, as the e-mail says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// What it quotes of earlier letters, and the signature.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quoted: String,
    #[serde(flatten)]
    pub files: FileNames,
}
personal_fact!(MessageReceived, "message-received", MessageText);
