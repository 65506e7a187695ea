//! Telling people: a message is queued in the same transaction as the decision
//! that causes it. The way is what the complainant can be reached by: e-mail,
//! else a printed letter, else a call, else the follow-up page.

//mod queue;
//pub use queue::tell;

use crate::{at::Upload, facts::Person};
use redress_kernel::{Id, Instant, Lang, words::Message};

/// How long a person's own message can be taken back.
pub const UNDO_SECONDS: i64 = 10;

/// What is said: words a person typed, or a message of the catalogue.
#[derive(Debug, Clone)]
pub enum Body {
    Written(String),
    /// Each message becomes a paragraph, in the recipient's language.
    Said(Vec<Message>),
}

#[derive(Debug, Clone)]
pub struct Telling {
    pub message: Id,
    pub purpose: &'static str,
    /// Subject line, in the recipient's language.
    pub subject: Message,
    pub body: Body,
    /// None: the best way that leads to the correspondent.
    pub way: Option<String>,
    /// None: the complaint's correspondent.
    pub to: Option<Person>,
    pub language: Option<Lang>,
    /// Seconds in which it can still be taken back; 0 for automatic messages.
    pub undo_seconds: i64,
    pub next_update: Option<Instant>,
    pub response_due: Option<Instant>,
    pub files: Vec<Upload>,
}

impl Telling {
    pub fn new(message: Id, purpose: &'static str, subject: Message, body: Body) -> Telling {
        Telling {
            message,
            purpose,
            subject,
            body,
            way: None,
            to: None,
            language: None,
            undo_seconds: UNDO_SECONDS,
            next_update: None,
            response_due: None,
            files: Vec::new(),
        }
    }

    pub fn automatic(mut self) -> Telling {
        self.undo_seconds = 0;
        self
    }

    pub fn next_update(mut self, at: Instant) -> Telling {
        self.next_update = Some(at);
        self
    }
}

/// The best way to reach somebody: e-mail, letter, call, or the follow-up page.
pub fn best_way(person: &Person) -> &'static str {
    if !person.email.is_empty() {
        "email"
    } else if !person.address.is_empty() {
        "letter"
    } else if !person.phone.is_empty() {
        "phone"
    } else {
        "portal"
    }
}
