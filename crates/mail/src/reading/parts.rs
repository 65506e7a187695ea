//! The parts of a message as a person wants them: what was said, once and not in
//! every form it came in, and what came along, all of it.

use super::{
    Flaw, Message, charset, flowed, html, media::file_name, nested, tnef, transfer::Transfer,
    walk::Leaf,
};

/// A longer text is cut here; the raw message has the rest.
pub const TEXT_MAX: usize = 2 * 1024 * 1024;

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
    pub bytes: Vec<u8>,
}

struct Said {
    choice: Option<usize>,
    is_html: bool,
    text: Text,
}

pub fn take(message: &mut Message, leaves: Vec<Leaf<'_>>, levels: usize) {
    let root = super::media::media(&message.fields);
    if root.kind == "multipart/report" {
        message.report = match root.report.as_str() {
            "" => "unspecified".to_owned(),
            named => named.to_owned(),
        };
    }
    let mut said = Vec::new();
    for leaf in leaves {
        match is_text(&leaf) {
            true => said.push(text(message, &leaf)),
            false => part(message, &leaf),
        }
    }
    message.texts = chosen(said);
    unwrapped(message);
    forwarded(message, levels);
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

fn text(message: &mut Message, leaf: &Leaf<'_>) -> Said {
    let (bytes, odd) = transfer(leaf).decode(leaf.body);
    if odd {
        message.flaws.push(Flaw::Transfer);
    }
    let is_html = leaf.media.kind == "text/html";
    let label = leaf
        .media
        .charset
        .clone()
        .or_else(|| in_page(&bytes).filter(|_| is_html));
    let cut = bytes.get(..TEXT_MAX).unwrap_or(&bytes);
    if cut.len() < bytes.len() {
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

fn part(message: &mut Message, leaf: &Leaf<'_>) {
    let (bytes, odd) = transfer(leaf).decode(leaf.body);
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

fn unnamed(kind: &str, bytes: &[u8], nth: usize) -> String {
    if matches!(kind, "message/rfc822" | "message/global") {
        let subject = super::split(bytes).0.text("subject").unwrap_or_default();
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
    let wrapped = message.parts.iter().filter(|part| {
        part.media == "application/ms-tnef"
            || part.media == "application/vnd.ms-tnef"
            || part.name.eq_ignore_ascii_case("winmail.dat")
    });
    let found: Vec<tnef::Tnef> = wrapped
        .take(5)
        .filter_map(|part| tnef::read(&part.bytes))
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
                bytes,
                ..Part::default()
            }));
    }
}

/// Nothing was said but a message was attached: then that is what was said.
fn forwarded(message: &mut Message, levels: usize) {
    let none = message.texts.is_empty() && message.report.is_empty() && levels > 0;
    let inner = message
        .parts
        .iter()
        .find(|part| none && part.media == "message/rfc822");
    let Some(inner) = inner.map(|part| nested(&part.bytes, levels - 1)) else {
        return;
    };
    if inner.unreadable.is_none() {
        message.texts = inner.texts;
    }
}
