//! A letter as a message of RFC 5322: UTF-8 text in the reader's language,
//! threaded with the letters before it, and marked when nobody typed it.

use crate::NotSent;
use lettre::{
    Address, Message,
    message::{
        Attachment as Part, Mailbox, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
    },
};
use redress_kernel::{Id, Instant, Lang};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file that goes along.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub name: String,
    pub media: String,
    pub bytes: Vec<u8>,
}

/// What is sent, to whom, and where it belongs.
#[derive(Debug, Clone)]
pub struct Letter {
    pub id: Id,
    /// The name under which we write: the organisation's.
    pub from_name: String,
    pub to: String,
    pub to_name: String,
    pub subject: String,
    pub body: String,
    pub language: Lang,
    /// Nobody typed it: other machines must not answer it (RFC 3834).
    pub automatic: bool,
    /// Our earlier letters about the same case, oldest first.
    pub earlier: Vec<Id>,
    pub files: Vec<Attachment>,
    pub at: Instant,
}

/// The same for every try: made from the message's identifier and our domain.
pub fn message_id(message: Id, from: &str) -> String {
    let domain = from.rsplit('@').next().filter(|d| !d.is_empty());
    format!("<{message}@{}>", domain.unwrap_or("redress.invalid"))
}

impl Letter {
    /// `from`: the address that the relay lets us write from.
    pub fn message(&self, from: &str) -> Result<Message, NotSent> {
        let threaded = self.threaded(Message::builder(), from);
        let head = threaded
            .date(system_time(self.at))
            .from(mailbox(&self.from_name, from).map_err(|_| NotSent::Misconfigured)?)
            .to(mailbox(&self.to_name, &self.to)?)
            .subject(one_line(&self.subject))
            .message_id(Some(message_id(self.id, from)));
        let mut message = if self.files.is_empty() {
            head.singlepart(self.text())
        } else {
            head.multipart(self.with_files())
        }
        .map_err(|_| NotSent::Never(None))?;
        self.mark(&mut message);
        Ok(message)
    }

    fn threaded(
        &self,
        builder: lettre::message::MessageBuilder,
        from: &str,
    ) -> lettre::message::MessageBuilder {
        let Some(last) = self.earlier.last() else {
            return builder;
        };
        let all: Vec<String> = self
            .earlier
            .iter()
            .map(|id| message_id(*id, from))
            .collect();
        builder
            .in_reply_to(message_id(*last, from))
            .references(all.join(" "))
    }

    fn text(&self) -> SinglePart {
        SinglePart::builder()
            .header(ContentType::TEXT_PLAIN)
            .header(ContentTransferEncoding::Base64)
            .body(self.body.clone())
    }

    fn with_files(&self) -> MultiPart {
        self.files
            .iter()
            .fold(MultiPart::mixed().singlepart(self.text()), |parts, file| {
                // A media type is a claim of the sender; what cannot be read travels as plain bytes.
                let media = ContentType::parse(&file.media)
                    .or_else(|_| ContentType::parse("application/octet-stream"));
                match media {
                    Ok(media) => parts
                        .singlepart(Part::new(file.name.clone()).body(file.bytes.clone(), media)),
                    Err(_) => parts,
                }
            })
    }

    fn mark(&self, message: &mut Message) {
        let automatic = if self.automatic { "auto-replied" } else { "no" };
        let headers = message.headers_mut();
        let mut set = |name: &'static str, value: &str| {
            headers.insert_raw(HeaderValue::new(
                HeaderName::new_from_ascii_str(name),
                value.to_owned(),
            ));
        };
        set("Content-Language", self.language.tag());
        set("Auto-Submitted", automatic);
    }
}

fn mailbox(name: &str, address: &str) -> Result<Mailbox, NotSent> {
    let address: Address = address.trim().parse().map_err(|_| NotSent::Never(None))?;
    let name = one_line(name);
    Ok(Mailbox::new(
        Some(name).filter(|name| !name.is_empty()),
        address,
    ))
}

/// A header is one line; directional isolates belong to the body.
fn one_line(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !matches!(c, '\u{2063}' | '\u{2066}'..='\u{2069}'));
    let line: String = kept.map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.trim().to_owned()
}

fn system_time(at: Instant) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(u64::try_from(at.micros() / 1_000_000).unwrap_or_default())
}
