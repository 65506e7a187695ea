//! Telling people: a message is queued in the same transaction as the decision
//! that causes it. The way is what the complainant can be reached by: e-mail,
//! else a printed letter, else a call, else the follow-up page.

pub mod letter;
mod queue;
pub mod stopping;
pub mod tongue;
pub use queue::tell;

use crate::{
    at::Upload,
    facts::{ACCESS_CODE, CONFIRM_PAGE, FOLLOW_PAGE, Person},
};
use redress_kernel::{Id, Instant, Lang, Refusal, words::Message};

/// How long a person's own message can be taken back.
pub const UNDO_SECONDS: i64 = 10;

/// What is said: words a person typed, or a message of the catalogue.
#[derive(Debug, Clone)]
pub enum Body {
    Written(String),
    /// Each message becomes a paragraph, in the recipient's language.
    Said(Vec<Message>),
    /// Our sentences and a person's own words, in turn.
    Letter(Vec<Paragraph>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Paragraph {
    Said(Message),
    /// As a person wrote it, untranslated.
    Written(String),
    /// One line each, together one paragraph.
    Lines(Vec<Message>),
}

impl Body {
    /// The paragraphs as plain text, each message said by `say` in the recipient's language.
    pub fn plain(&self, say: impl Fn(&Message) -> String) -> String {
        let paragraph = |paragraph: &Paragraph| match paragraph {
            Paragraph::Said(message) => say(message),
            Paragraph::Written(text) => text.clone(),
            Paragraph::Lines(lines) => lines.iter().map(&say).collect::<Vec<_>>().join("\n"),
        };
        match self {
            Body::Written(text) => text.clone(),
            Body::Said(messages) => messages.iter().map(&say).collect::<Vec<_>>().join("\n\n"),
            Body::Letter(all) => all.iter().map(paragraph).collect::<Vec<_>>().join("\n\n"),
        }
    }
}

/// Writes in what is not stored: the access code and the follow-up page's address; the
/// link that confirms stands in the mail alone, and is dots everywhere else.
/// Called where a message leaves the house, by mail or on paper.
pub fn filled(body: &str, access_code: &str, follow_page: &str) -> String {
    body.replace(ACCESS_CODE, access_code)
        .replace(FOLLOW_PAGE, follow_page)
        .replace(CONFIRM_PAGE, "\u{2022}\u{2022}\u{2022}\u{2022}")
}

/// The body as colleagues see it on the case page: the code stays the complainant's.
pub fn masked(body: &str, follow_page: &str) -> String {
    filled(body, "\u{2022}\u{2022}\u{2022}\u{2022}", follow_page)
}

/// A word to the complaint's correspondent, and to nobody else: whatever was sent of
/// it stands on the complainant's own page.
#[derive(Debug, Clone)]
pub struct Telling {
    pub message: Id,
    pub purpose: &'static str,
    /// Subject line, in the recipient's language.
    pub subject: Message,
    pub body: Body,
    /// None: the best way that leads to the correspondent.
    pub way: Option<String>,
    pub language: Option<Lang>,
    /// Seconds in which it can still be taken back; 0 for automatic messages.
    pub undo_seconds: i64,
    pub next_update: Option<Instant>,
    pub response_due: Option<Instant>,
    /// It reports how the case stands and nothing else: whoever wants no such letters by
    /// e-mail reads it on the follow-up page.
    pub progress: bool,
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
            language: None,
            undo_seconds: UNDO_SECONDS,
            next_update: None,
            response_due: None,
            progress: false,
            files: Vec::new(),
        }
    }

    pub fn automatic(mut self) -> Telling {
        self.undo_seconds = 0;
        self
    }

    pub fn progress(mut self) -> Telling {
        self.progress = true;
        self
    }

    pub fn by_way(mut self, way: Option<String>) -> Telling {
        self.way = way;
        self
    }

    /// Announces a new date for the answer; it counts once the message is sent.
    pub fn response_due(mut self, at: Instant) -> Telling {
        self.response_due = Some(at);
        self
    }

    pub fn next_update(mut self, at: Instant) -> Telling {
        self.next_update = Some(at);
        self
    }
}

/// A way chosen by hand needs the address or number that it leads to.
pub fn leads_to(person: &Person, way: Option<&str>) -> Result<(), Refusal> {
    let leads = match way {
        Some("email") => !person.email.is_empty(),
        Some("letter") => !person.address.is_empty(),
        Some("phone") => !person.phone.is_empty(),
        _ => true,
    };
    leads
        .then_some(())
        .ok_or(Refusal::new("way-leads-nowhere").at("way"))
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
