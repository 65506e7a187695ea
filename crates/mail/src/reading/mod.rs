//! Reading a message: bytes of a stranger become who, when, what was said and what
//! came along. It records nothing and asks nobody; it never fails and never loses
//! anything: what cannot be read says so, and the raw bytes stay with the caller.

pub mod address;
mod base64;
pub mod charset;
mod claims;
mod escaped;
mod flowed;
mod head;
pub mod html;
mod lying;
mod media;
mod parts;
#[cfg(test)]
mod tests;
pub mod tnef;
pub mod transfer;
mod walk;

pub use address::Mailbox;
pub use claims::Claim;
pub use head::{Field, Fields, find, unstructured};
pub use lying::Whole;
pub use media::file_name;
pub use parts::{Part, Text};
pub use walk::{DEPTH_MAX, PARTS_MAX};

use address::mailboxes;
use head::{date, split};
use redress_kernel::Instant;
use std::panic::{AssertUnwindSafe, catch_unwind};
use walk::{Bomb, Shape, walk};

/// A longer message is stored and not opened.
pub const MESSAGE_MAX: usize = 64 * 1024 * 1024;
/// Identifiers of earlier messages that are looked at.
const REFERENCES_MAX: usize = 100;
/// Below the root: what was said stands in a message in a message in a message.
const NESTED_MAX: usize = 3;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Message {
    pub fields: Fields,
    pub from: Option<Mailbox>,
    pub sender: Option<Mailbox>,
    pub reply_to: Vec<Mailbox>,
    /// Everybody it was addressed to: To, Cc and what servers noted of the envelope.
    pub to: Vec<Mailbox>,
    /// Envelope sender as delivered: None when there was no such field, an empty
    /// address for `<>`.
    pub return_path: Option<String>,
    pub subject: String,
    /// As the sender claims.
    pub date: Option<Instant>,
    /// As the last server claims: the topmost Received.
    pub received: Option<Instant>,
    pub id: Option<String>,
    pub in_reply_to: Vec<String>,
    pub references: Vec<String>,
    pub claims: Vec<Claim>,
    /// `multipart/report; report-type=...`
    pub report: String,
    pub texts: Vec<Text>,
    pub parts: Vec<Part>,
    pub flaws: Vec<Flaw>,
    /// Why somebody has to look at the original.
    pub unreadable: Option<Unreadable>,
}

/// What was wrong with it and mended or passed over; `mail-flaw-{code}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    Header,
    Structure,
    Transfer,
    CharsetGuessed,
    CharsetDamaged,
    NoSender,
    NoDate,
    TextCut,
    Outlook,
    OutlookBroken,
}

impl Flaw {
    pub const ALL: [Flaw; 10] = [
        Flaw::Header,
        Flaw::Structure,
        Flaw::Transfer,
        Flaw::CharsetGuessed,
        Flaw::CharsetDamaged,
        Flaw::NoSender,
        Flaw::NoDate,
        Flaw::TextCut,
        Flaw::Outlook,
        Flaw::OutlookBroken,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Flaw::Header => "header",
            Flaw::Structure => "structure",
            Flaw::Transfer => "transfer",
            Flaw::CharsetGuessed => "charset-guessed",
            Flaw::CharsetDamaged => "charset-damaged",
            Flaw::NoSender => "no-sender",
            Flaw::NoDate => "no-date",
            Flaw::TextCut => "text-cut",
            Flaw::Outlook => "outlook",
            Flaw::OutlookBroken => "outlook-broken",
        }
    }
}

/// Why a message was not opened; `mail-unreadable-{code}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    /// No line of it is a field of a message.
    NotAMessage,
    /// Sealed: bigger than anything we open.
    TooLarge,
    /// Sealed: parts within parts without end.
    TooDeep,
    TooManyParts,
    /// The reader itself gave up.
    Failed,
}

impl Unreadable {
    pub const ALL: [Unreadable; 6] = [
        Unreadable::Empty,
        Unreadable::NotAMessage,
        Unreadable::TooLarge,
        Unreadable::TooDeep,
        Unreadable::TooManyParts,
        Unreadable::Failed,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Unreadable::Empty => "empty",
            Unreadable::NotAMessage => "not-a-message",
            Unreadable::TooLarge => "too-large",
            Unreadable::TooDeep => "too-deep",
            Unreadable::TooManyParts => "too-many-parts",
            Unreadable::Failed => "failed",
        }
    }

    /// Made to harm, or so that it would: nobody opens it by accident.
    pub const fn is_sealed(self) -> bool {
        matches!(
            self,
            Unreadable::TooLarge | Unreadable::TooDeep | Unreadable::TooManyParts
        )
    }
}

/// Reads whatever lies there.
pub fn read(bytes: &[u8]) -> Message {
    guarded(|| whole(bytes, None))
}

/// The same, and large files stay where they lie.
pub fn read_in_place(message: Whole) -> Message {
    guarded(|| whole((*message).as_ref(), Some(&message)))
}

/// A fault of ours or of a library costs this one message its reading, nothing else.
fn guarded(reading: impl FnOnce() -> Message) -> Message {
    catch_unwind(AssertUnwindSafe(reading)).unwrap_or_else(|_| Message {
        unreadable: Some(Unreadable::Failed),
        ..Message::default()
    })
}

/// The name that a message gives itself; nothing but its header is read.
pub fn id(bytes: &[u8]) -> Option<String> {
    ids(&split(bytes).0, "message-id").into_iter().next()
}

/// Its header, and what follows it.
fn begun(bytes: &[u8]) -> (Message, &[u8]) {
    let (mut fields, body) = split(bytes);
    fields.hint = country(&fields);
    let mut message = headed(fields);
    message.unreadable = match bytes.len() {
        0 => Some(Unreadable::Empty),
        _ if !is_one(&message.fields) => Some(Unreadable::NotAMessage),
        n if n > MESSAGE_MAX => Some(Unreadable::TooLarge),
        _ => None,
    };
    (message, body)
}

fn whole(bytes: &[u8], lies_in: Option<&Whole>) -> Message {
    let (mut message, body) = begun(bytes);
    if message.unreadable.is_some() {
        return message;
    }
    match walk(&message.fields, body) {
        Ok((leaves, shape)) => {
            message.shaped(shape);
            parts::take(&mut message, leaves, lies_in);
        }
        Err(Bomb::TooDeep) => message.unreadable = Some(Unreadable::TooDeep),
        Err(Bomb::TooManyParts) => message.unreadable = Some(Unreadable::TooManyParts),
    }
    message.flaws.sort();
    message.flaws.dedup();
    message
}

/// One field that only a message has is enough.
fn is_one(fields: &Fields) -> bool {
    const KNOWN: [&str; 14] = [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "received",
        "message-id",
        "return-path",
        "delivered-to",
        "mime-version",
        "content-type",
        "sender",
        "reply-to",
        "x-mailer",
    ];
    KNOWN.iter().any(|name| fields.has(name))
}

/// The sender's top-level domain where it is a country.
fn country(fields: &Fields) -> Option<String> {
    let raw = String::from_utf8_lossy(fields.raw("from")?).to_lowercase();
    let address = raw.rsplit('@').next()?;
    let domain: String = address
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-'))
        .collect();
    let last = domain.rsplit('.').next()?;
    (last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| last.to_owned())
}

fn headed(fields: Fields) -> Message {
    let first = |name: &str| mailboxes(&fields, name).into_iter().next();
    let mut to = Vec::new();
    for name in [
        "to",
        "cc",
        "delivered-to",
        "x-original-to",
        "envelope-to",
        "resent-to",
    ] {
        for mailbox in mailboxes(&fields, name) {
            if !to
                .iter()
                .any(|its: &Mailbox| its.address == mailbox.address)
            {
                to.push(mailbox);
            }
        }
    }
    let mut message = Message {
        from: first("from").filter(|its| !its.address.is_empty() || !its.name.is_empty()),
        sender: first("sender"),
        reply_to: mailboxes(&fields, "reply-to"),
        to,
        return_path: fields
            .raw("return-path")
            .map(|raw| path(&String::from_utf8_lossy(raw))),
        subject: fields.text("subject").unwrap_or_default(),
        date: fields.instant("date"),
        received: received(&fields),
        id: ids(&fields, "message-id").into_iter().next(),
        in_reply_to: ids(&fields, "in-reply-to"),
        references: ids(&fields, "references"),
        claims: claims::claims(&fields),
        fields,
        ..Message::default()
    };
    message.noted();
    message
}

fn path(raw: &str) -> String {
    raw.trim().trim_matches(['<', '>', ' ']).to_owned()
}

/// The topmost server that says when; those below are older and further away.
fn received(fields: &Fields) -> Option<Instant> {
    fields.each("received").take(3).find_map(|raw| {
        let at = raw.iter().rposition(|byte| *byte == b';')?;
        date(raw.get(at + 1..)?)
    })
}

/// What stands between `<` and `>`; without any, words that look like one.
fn ids(fields: &Fields, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for raw in fields.each(name) {
        let text = String::from_utf8_lossy(raw);
        let mut inside = text
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split_once('>'))
            .peekable();
        match inside.peek() {
            Some(_) => {
                found.extend(inside.map(|(id, _)| id.split_whitespace().collect::<String>()))
            }
            None => found.extend(
                text.split_whitespace()
                    .filter(|word| word.contains('@'))
                    .map(str::to_owned),
            ),
        }
    }
    found.retain(|id| !id.is_empty() && id.len() <= 998);
    found.truncate(REFERENCES_MAX);
    found
}

impl Message {
    fn noted(&mut self) {
        if self.fields.odd {
            self.flaws.push(Flaw::Header);
        }
        if self
            .from
            .as_ref()
            .is_none_or(|from| from.address.is_empty())
        {
            self.flaws.push(Flaw::NoSender);
        }
        if self.date.is_none() && self.received.is_none() {
            self.flaws.push(Flaw::NoDate);
        }
    }

    fn shaped(&mut self, shape: Shape) {
        if shape.broken {
            self.flaws.push(Flaw::Structure);
        }
        if shape.odd {
            self.flaws.push(Flaw::Header);
        }
    }

    /// What was said, all of it, quotes and signature included.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self
            .texts
            .iter()
            .map(|text| text.content.trim_end())
            .collect();
        texts.join("\n\n").trim_matches('\n').to_owned()
    }

    /// The first field of this name, decoded.
    pub fn field(&self, name: &str) -> Option<String> {
        self.fields.text(name)
    }

    /// Parts of this media type.
    pub fn parts_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Part> + 'a {
        self.parts.iter().filter(move |part| part.media == kind)
    }

    /// The address that an answer would go to.
    pub fn answers_to(&self) -> Option<&Mailbox> {
        let named = self.reply_to.iter().find(|its| !its.address.is_empty());
        named.or(self.from.as_ref().filter(|its| !its.address.is_empty()))
    }
}
