//! The parts of a message as a person wants them: what was said, once and not in
//! every form it came in, and what came along, all of it.

use super::{
    Flaw, Message, NESTED_MAX, begun, charset, flowed, html,
    lying::{Whole, content},
    media::file_name,
    tnef,
    transfer::Transfer,
    walk::{Leaf, walk},
};
use redress_kernel::content::Content;

/// A longer text is cut here; the raw message has the rest.
pub const TEXT_MAX: usize = 2 * 1024 * 1024;
/// The texts of one message together: each of them stands in memory several times while
/// it becomes what was said.
const TEXTS_MAX: usize = 2 * TEXT_MAX;
/// So much of what travelled is looked at for one text.
const TRAVELLED_MAX: usize = 4 * TEXT_MAX;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    pub content: String,
    /// It was HTML and nothing else.
    pub from_html: bool,
    pub language: Option<String>,
    /// What the bytes were said to be.
    pub charset: Option<String>,
}

/// What came along: a file, a picture inside the text, a message, a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub media: String,
    pub inline: bool,
    pub content_id: String,
    pub bytes: Content,
}

struct Said {
    choice: Option<usize>,
    is_html: bool,
    text: Text,
}

pub fn take(message: &mut Message, leaves: Vec<Leaf<'_>>, whole: Option<&Whole>) {
    let (mut said, mut left) = (Vec::new(), TEXTS_MAX);
    for leaf in leaves {
        match is_text(&leaf) {
            true => said.push(text(message, &leaf, &mut left)),
            false => part(message, &leaf, whole),
        }
    }
    message.report = report(message);
    message.texts = chosen(said);
    unwrapped(message);
    forwarded(message);
}

fn report(message: &Message) -> String {
    let root = super::media::media(&message.fields);
    match root.report.as_str() {
        _ if root.kind != "multipart/report" => String::new(),
        "" => "unspecified".to_owned(),
        named => named.to_owned(),
    }
}

/// A text of the message itself and not a file that happens to be one.
fn is_text(leaf: &Leaf<'_>) -> bool {
    let media = &leaf.media;
    let plain = match media.kind.as_str() {
        "" | "text" | "text/plain" | "text/html" | "text/enriched" | "plain"
        | "text/x-amp-html" => true,
        kind => !kind.contains('/') && !kind.starts_with("multipart"),
    };
    plain && !media.attached && (media.name.is_empty() || media.inline && !leaf.related)
}

fn text(message: &mut Message, leaf: &Leaf<'_>, left: &mut usize) -> Said {
    let travelled = leaf.body.get(..TRAVELLED_MAX).unwrap_or(leaf.body);
    let (bytes, odd) = transfer(leaf).decode(travelled);
    if odd {
        message.flaws.push(Flaw::Transfer);
    }
    let is_html = leaf.media.kind == "text/html";
    let label = leaf
        .media
        .charset
        .clone()
        .or_else(|| in_page(&bytes).filter(|_| is_html));
    let cut = bytes.get(..TEXT_MAX.min(*left)).unwrap_or(&bytes);
    *left -= cut.len();
    if cut.len() < bytes.len() || travelled.len() < leaf.body.len() {
        message.flaws.push(Flaw::TextCut);
    }
    let decoded = charset::decode(cut, label.as_deref(), message.fields.hint.as_deref());
    match decoded.how {
        charset::How::Said => {}
        charset::How::Guessed => message.flaws.push(Flaw::CharsetGuessed),
        charset::How::Damaged => message.flaws.push(Flaw::CharsetDamaged),
    }
    let plain = normal(&decoded.text);
    let content = match is_html {
        true => html::text(&plain),
        false if leaf.media.flowed => flowed::unfold(&plain, leaf.media.delsp),
        false => plain,
    };
    Said {
        choice: leaf.choice,
        is_html,
        text: Text {
            content,
            from_html: is_html,
            language: leaf.fields.text("content-language"),
            charset: label,
        },
    }
}

fn transfer(leaf: &Leaf<'_>) -> Transfer {
    let named = leaf.fields.text("content-transfer-encoding");
    named.map_or(Transfer::Plain, |name| Transfer::named(&name))
}

/// `<meta charset=...>` where the header says nothing.
fn in_page(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(bytes.get(..2_000).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, after) = start.split_once("charset=")?;
    let name: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'))
        .collect();
    Some(name).filter(|name| !name.is_empty())
}

/// Line ends of one kind; no NUL and no bell in what people read.
fn normal(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t'))
        .collect()
}

/// Of a choice the plain text, unless it is empty or says that there is HTML.
fn chosen(said: Vec<Said>) -> Vec<Text> {
    let mut kept: Vec<Said> = Vec::new();
    for its in said {
        let twin = kept
            .iter_mut()
            .find(|earlier| its.choice.is_some() && earlier.choice == its.choice);
        match twin {
            None => kept.push(its),
            Some(earlier) if earlier.is_html != its.is_html => {
                let (plain, html) = match its.is_html {
                    true => (&earlier.text, &its.text),
                    false => (&its.text, &earlier.text),
                };
                let wants_html = says_nothing(&plain.content, &html.content);
                if wants_html == its.is_html {
                    *earlier = its;
                }
            }
            // Several texts of one kind in one choice: all of them were said.
            Some(_) => kept.push(its),
        }
    }
    let texts = kept.into_iter().map(|its| its.text);
    texts
        .filter(|text| !text.content.trim().is_empty())
        .collect()
}

/// "This message is in HTML": a handful of words where the other has many.
fn says_nothing(plain: &str, html: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    plain.trim().is_empty()
        || (words(plain) < 25
            && plain.to_lowercase().contains("html")
            && words(html) > words(plain))
}

fn part(message: &mut Message, leaf: &Leaf<'_>, whole: Option<&Whole>) {
    let (bytes, odd) = content(transfer(leaf), leaf.body, whole);
    if odd {
        message.flaws.push(Flaw::Transfer);
    }
    let media = &leaf.media;
    let nth = message.parts.len() + 1;
    let name = match media.name.as_str() {
        "" => unnamed(&media.kind, &bytes, nth),
        name => name.to_owned(),
    };
    if bytes.is_empty() && media.name.is_empty() {
        return;
    }
    message.parts.push(Part {
        name,
        media: match media.kind.contains('/') {
            true => media.kind.clone(),
            false => "application/octet-stream".to_owned(),
        },
        inline: !media.attached && (media.inline || leaf.related || !media.content_id.is_empty()),
        content_id: media.content_id.clone(),
        bytes,
    });
}

fn unnamed(kind: &str, bytes: &Content, nth: usize) -> String {
    if matches!(kind, "message/rfc822" | "message/global") {
        let subject = super::split(&bytes.whole())
            .0
            .text("subject")
            .unwrap_or_default();
        let name = file_name(&subject);
        return match name.is_empty() {
            true => format!("message-{nth}.eml"),
            false => format!("{name}.eml"),
        };
    }
    let ending = match kind {
        "text/plain"
        | "text/rfc822-headers"
        | "message/delivery-status"
        | "message/feedback-report"
        | "message/disposition-notification" => "txt",
        "text/html" => "html",
        "text/calendar" => "ics",
        "text/csv" => "csv",
        "application/pdf" => "pdf",
        "application/rtf" | "text/rtf" => "rtf",
        "application/ms-tnef" => "dat",
        "application/zip" => "zip",
        "image/jpeg" | "image/jpg" | "image/pjpeg" => "jpg",
        "image/png" => "png",
        "image/gif" => "gif",
        "image/heic" => "heic",
        "audio/mpeg" => "mp3",
        "audio/amr" => "amr",
        "video/mp4" => "mp4",
        _ => "bin",
    };
    format!("part-{nth}.{ending}")
}

/// winmail.dat: its files beside it, its text if there is no other.
fn unwrapped(message: &mut Message) {
    let wrapped = message
        .parts
        .iter()
        .filter(|part| is_wrapped(&part.media, &part.name));
    let found: Vec<tnef::Tnef> = wrapped
        .take(5)
        .filter_map(|part| tnef::read(&part.bytes.whole()))
        .collect();
    for its in found {
        message.flaws.push(if its.broken {
            Flaw::OutlookBroken
        } else {
            Flaw::Outlook
        });
        if message.texts.is_empty() {
            let page = charset::decode(&its.html, in_page(&its.html).as_deref(), None).text;
            let (content, from_html) = match its.text.trim().is_empty() {
                true => (html::text(&normal(&page)), true),
                false => (normal(&its.text), false),
            };
            if !content.trim().is_empty() {
                message.texts.push(Text {
                    content,
                    from_html,
                    ..Text::default()
                });
            }
        }
        let rtf = (!its.rtf.is_empty()).then(|| ("message.rtf".to_owned(), its.rtf));
        message
            .parts
            .extend(its.files.into_iter().chain(rtf).map(|(name, bytes)| Part {
                media: "application/octet-stream".to_owned(),
                name,
                bytes: bytes.into(),
                ..Part::default()
            }));
    }
}

fn is_wrapped(media: &str, name: &str) -> bool {
    matches!(media, "application/ms-tnef" | "application/vnd.ms-tnef")
        || name.eq_ignore_ascii_case("winmail.dat")
}

/// Nothing was said but a message was attached: then that is what was said.
fn forwarded(message: &mut Message) {
    if !message.texts.is_empty() || !message.report.is_empty() {
        return;
    }
    let inner = message
        .parts
        .iter()
        .find(|part| part.media == "message/rfc822");
    if let Some(said) = inner.and_then(|part| inside(&part.bytes.whole(), NESTED_MAX - 1)) {
        message.texts = said;
    }
}

/// What an attached message says. Its files stay packed: they lie in it, and taking them
/// out would cost its length once more at every level.
fn inside(bytes: &[u8], levels: usize) -> Option<Vec<Text>> {
    let (mut message, body) = begun(bytes);
    if message.unreadable.is_some() {
        return None;
    }
    let (leaves, _) = walk(&message.fields, body).ok()?;
    let (texts, others): (Vec<Leaf>, Vec<Leaf>) = leaves.into_iter().partition(is_text);
    let mut left = TEXTS_MAX;
    let said = texts
        .iter()
        .map(|leaf| text(&mut message, leaf, &mut left))
        .collect();
    message.texts = chosen(said);
    others
        .iter()
        .filter(|leaf| is_wrapped(&leaf.media.kind, &leaf.media.name))
        .for_each(|leaf| part(&mut message, leaf, None));
    unwrapped(&mut message);
    let deeper = message.texts.is_empty() && levels > 0 && report(&message).is_empty();
    let next = others
        .iter()
        .find(|leaf| deeper && leaf.media.kind == "message/rfc822");
    let next = next.and_then(|leaf| inside(&transfer(leaf).decode(leaf.body).0, levels - 1));
    Some(next.unwrap_or(message.texts))
}
