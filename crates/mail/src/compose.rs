//! A letter as a message of RFC 5322: the text in the reader's language, plain and as
//! simple HTML, in one thread with the mails before it, and marked when nobody typed it.

use crate::{Back, NotSent, Sender, body, fate::LOOP};
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Attachment as Part, Mailbox, MessageBuilder, MultiPart, SinglePart,
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
    /// How the mails before it in the same conversation call themselves, ours and the
    /// reader's own, oldest first.
    pub earlier: Vec<String>,
    pub files: Vec<Attachment>,
    pub at: Instant,
    pub back: Back,
}

/// Longer names than this are nobody's, and a header has its limits.
const NAME_MAX: usize = 200;
/// How many of them a letter names: the first and the newest (RFC 5322, 3.6.4).
const THREAD_MAX: usize = 10;

/// The same for every try: made from the message's identifier and our domain.
pub fn message_id(message: Id, from: &str) -> String {
    let domain = from.rsplit('@').next().filter(|d| !d.is_empty());
    format!("<{message}@{}>", domain.unwrap_or("redress.invalid"))
}

impl Letter {
    /// `from`: the address that the relay lets us write from.
    pub fn message(&self, from: &str) -> Result<Message, NotSent> {
        let ours = mailbox(&self.from_name, from).map_err(|_| NotSent::Misconfigured)?;
        let theirs = mailbox(&self.to_name, &self.to)?;
        let mut head = self
            .threaded(Message::builder())
            .date(system_time(self.at))
            .envelope(self.envelope(&ours.email, &theirs.email)?)
            .from(ours.clone())
            .to(theirs)
            .subject(one_line(&self.subject))
            .message_id(Some(message_id(self.id, from)));
        if let Some(to) = &self.back.reply_to {
            head = head.reply_to(mailbox(&self.from_name, to).map_err(|_| NotSent::Misconfigured)?);
        }
        let message = match self.files.is_empty() {
            true => head.multipart(self.text()),
            false => head.multipart(self.with_files()),
        };
        let mut message = message.map_err(|_| NotSent::Never(None))?;
        self.mark(&mut message);
        Ok(message)
    }

    fn envelope(&self, ours: &Address, theirs: &Address) -> Result<Envelope, NotSent> {
        let sender = match &self.back.sender {
            Sender::Own => Some(ours.clone()),
            Sender::Nobody => None,
            Sender::Bounces(to) => Some(to.parse().map_err(|_| NotSent::Misconfigured)?),
        };
        Envelope::new(sender, vec![theirs.clone()]).map_err(|_| NotSent::Never(None))
    }

    fn threaded(&self, builder: MessageBuilder) -> MessageBuilder {
        let named: Vec<&str> = self.earlier.iter().filter_map(|name| whole(name)).collect();
        let Some(last) = named.last() else {
            return builder;
        };
        let rest = named.iter().skip(1);
        let newest = rest.len().saturating_sub(THREAD_MAX - 1);
        let all: Vec<&str> = named
            .iter()
            .take(1)
            .chain(rest.skip(newest))
            .copied()
            .collect();
        builder
            .in_reply_to((*last).to_owned())
            .references(all.join(" "))
    }

    /// The plain text first: the last that a program understands is what it shows.
    fn text(&self) -> MultiPart {
        let part = |kind: ContentType, text: String| {
            SinglePart::builder()
                .header(kind)
                .header(ContentTransferEncoding::Base64)
                .body(text)
        };
        let plain = body::plain(&self.body, self.language);
        let html = body::html(&self.subject, &self.body, self.language);
        MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, plain))
            .singlepart(part(ContentType::TEXT_HTML, html))
    }

    fn with_files(&self) -> MultiPart {
        let text = MultiPart::mixed().multipart(self.text());
        self.files.iter().fold(text, |parts, file| {
            // A media type is a claim of the sender; what cannot be read travels as plain bytes.
            let media = ContentType::parse(&file.media)
                .or_else(|_| ContentType::parse("application/octet-stream"));
            match media {
                Ok(media) => {
                    parts.singlepart(Part::new(file.name.clone()).body(file.bytes.clone(), media))
                }
                Err(_) => parts,
            }
        })
    }

    fn mark(&self, message: &mut Message) {
        let headers = message.headers_mut();
        let mut set = |name: &'static str, value: &str| {
            headers.insert_raw(HeaderValue::new(
                HeaderName::new_from_ascii_str(name),
                value.to_owned(),
            ));
        };
        set("Content-Language", self.language.tag());
        set("Auto-Submitted", self.submitted());
        if self.automatic {
            // Exchange knows no `Auto-Submitted`: it asks here what not to answer.
            set("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        if let Some(seal) = &self.back.seal {
            set(LOOP, seal);
        }
        if let Some(page) = &self.back.stop {
            set("List-Unsubscribe", &format!("<{page}>"));
            // One click is promised over HTTPS alone (RFC 8058, 3.1).
            if page.starts_with("https://") {
                set("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
    }

    /// An answer to a mail, made by a machine, is another thing than a notice (RFC 3834, 5).
    fn submitted(&self) -> &'static str {
        match (self.automatic, &self.back.sender) {
            (false, _) => "no",
            (true, Sender::Nobody) => "auto-replied",
            (true, _) => "auto-generated",
        }
    }
}

/// A name of a message that can stand in a header of ours: it came from outside.
fn whole(name: &str) -> Option<&str> {
    let inside = name.trim().strip_prefix('<')?.strip_suffix('>')?;
    let sound = inside
        .chars()
        .all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | ','));
    (sound && !inside.is_empty() && name.len() <= NAME_MAX).then(|| name.trim())
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
