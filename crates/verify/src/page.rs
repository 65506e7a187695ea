//! A case as one page: HTML for people, and in one element of it the data that proves it.
//! Both are read: the data as the lines of a case, and of the page the rows that show
//! its values, so that nobody is shown a letter that was not recorded.

use crate::{
    Key, Note, Unsigned, bundle,
    folder::{Against, Verdict, contradicts},
    journal::{Found, found},
};
use serde_json::Value;

/// A case of a thousand entries with long letters has a few megabytes.
pub const SIZE_MAX: usize = 256 << 20;
const BEGINS: &str = "<script type=\"application/json\" id=\"bundle\">";
const ENDS: &str = "</script>";
const MEMBERS: [&str; 7] = [
    "entry",
    "kind",
    "leaf",
    "personal",
    "record",
    "recorded_at",
    "tlog_proof",
];

/// Is it such a page, and no receipt?
pub fn is_one(bytes: &[u8]) -> bool {
    let start = bytes.get(..64).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<!doctype html")
}

pub fn check(bytes: &[u8], keys: Option<&[Key]>, against: &Against) -> Result<Verdict, Found> {
    if bytes.len() > SIZE_MAX {
        return found(0, "the page is larger than any case");
    }
    let Ok(page) = std::str::from_utf8(bytes) else {
        return found(0, "the page is damaged: it is no text");
    };
    let (Some((shown, data)), 1) = (parts(page), page.matches(BEGINS).count()) else {
        return found(0, "the page carries no data of a case, or more than once");
    };
    let mut lines = data.trim().split('\n');
    let head = lines.next().map(serde_json::from_str::<Value>);
    let Some(Ok(head)) = head else {
        return found(0, "the data in the page is damaged");
    };
    let text = |name: &str| head.get(name).and_then(Value::as_str).unwrap_or_default();
    let own = own_keys(&head);
    let believed = keys.map(<[Key]>::to_vec).or(own);
    let (Some(believed), Some(note)) = (believed, Note::read(text("checkpoint"))) else {
        return found(0, "checkpoint or key in the page is damaged");
    };
    let signer = signed(&note, "the checkpoint in the page", &believed)?;
    for (name, other) in against {
        signed(other, name, &believed)?;
        if contradicts(&note, other) {
            return found(
                0,
                format!(
                    "{name} has another root for the same {} entries",
                    other.size
                ),
            );
        }
    }
    let one = One {
        reference: text("reference"),
        shown,
        checkpoint: text("checkpoint"),
        about: None,
    };
    let (entries, last_at) = entries(&lines.collect::<Vec<_>>(), one, &believed, &note)?;
    Ok(Verdict {
        of: "page",
        entries,
        size: note.size,
        root: note.root,
        origin: note.origin,
        signer,
        own_key: keys.is_none(),
        last_at,
    })
}

/// What a browser shows, and what it does not.
fn parts(page: &str) -> Option<(&str, &str)> {
    let (shown, rest) = page.split_once(BEGINS)?;
    Some((shown, rest.split_once(ENDS)?.0))
}

fn own_keys(data: &Value) -> Option<Vec<Key>> {
    let keys = data.get("keys")?.as_array()?.iter();
    let keys: Option<Vec<Key>> = keys.map(|key| Key::read(key.as_str()?)).collect();
    keys.filter(|keys| !keys.is_empty())
}

fn signed(note: &Note, name: &str, keys: &[Key]) -> Result<String, Found> {
    let signer = note.signer(keys).map(Key::text);
    signer.or_else(|why| match why {
        Unsigned::OtherKey => found(0, format!("{name} was not signed with this key")),
        Unsigned::Forged => found(0, format!("{name} is forged: the key did not sign it")),
    })
}

fn entries(
    lines: &[&str],
    mut one: One,
    keys: &[Key],
    note: &Note,
) -> Result<(u64, Option<i64>), Found> {
    let rooms = one.shown.split("<li id=\"e-").skip(1);
    let rooms: Vec<(&str, &str)> = rooms.filter_map(|room| room.split_once('"')).collect();
    if rooms.len() != lines.len() {
        return found(0, "the page shows more entries than it proves, or fewer");
    }
    let mut last_at = None;
    for (line, (number, room)) in lines.iter().zip(rooms) {
        let named = number.parse().unwrap_or_default();
        let (receipt, _) = bundle::check(line, keys).or_else(|fault| {
            found(
                named,
                format!("its part of the page proves nothing: {fault:?}"),
            )
        })?;
        if receipt.note != *note {
            return found(named, "it lies under another checkpoint than the page");
        }
        let entry: Value = serde_json::from_str(line).unwrap_or_default();
        if !is_whole(&entry, one.checkpoint) {
            return found(
                named,
                "its part of the page lacks something or has one too many",
            );
        }
        if number != receipt.index.to_string() || !is_shown(&entry, room) {
            return found(named, "what the page shows of it is not what was recorded");
        }
        if !one.is_of(&entry) {
            return found(named, "it is of another complaint than the page says");
        }
        last_at = last_at.max(Some(receipt.leaf.recorded_at));
    }
    Ok((lines.len() as u64, last_at))
}

/// The complaint that the page says it is about.
struct One<'a> {
    reference: &'a str,
    shown: &'a str,
    checkpoint: &'a str,
    /// As the leaves name it.
    about: Option<Value>,
}

impl One<'_> {
    /// All entries are about one thing, and where it was received it got this reference,
    /// which stands in the heading too.
    fn is_of(&mut self, entry: &Value) -> bool {
        let parsed =
            |text: Option<&Value>| -> Option<Value> { serde_json::from_str(text?.as_str()?).ok() };
        let leaf = parsed(entry.get("leaf")).unwrap_or_default();
        let about = leaf.get("about").cloned().unwrap_or_default();
        let same = *self.about.get_or_insert_with(|| about.clone()) == about;
        let record = parsed(entry.get("record").and_then(|record| record.get("text")));
        let received = leaf.get("kind").and_then(Value::as_str) == Some("received");
        let its = record
            .as_ref()
            .and_then(|record| record.get("reference")?.as_str());
        let heading = self
            .shown
            .split("<h1>")
            .nth(1)
            .and_then(|rest| rest.split_once("</h1>"));
        let headed = heading.is_some_and(|(heading, _)| text_of(heading).contains(self.reference));
        same && headed && (!received || its == Some(self.reference))
    }
}

/// A line has these members and no others, and ends with the page's checkpoint.
fn is_whole(entry: &Value, checkpoint: &str) -> bool {
    let named = |value: &Value, names: &[&str]| {
        let has = |name: &&str| value.get(*name).is_some();
        value
            .as_object()
            .is_some_and(|its| its.len() == names.len())
            && names.iter().all(has)
    };
    let part = |name: &str| {
        let part = entry.get(name);
        part.is_some_and(|part| part.is_null() || named(part, &["salt", "text"]))
    };
    let receipt = entry.get("tlog_proof").and_then(Value::as_str);
    named(entry, &MEMBERS)
        && part("record")
        && part("personal")
        && receipt.is_some_and(|receipt| receipt.ends_with(&format!("\n\n{checkpoint}")))
}

/// Every value has its row, every row its value, and the time is the entry's.
fn is_shown(entry: &Value, room: &str) -> bool {
    let mut rows: Vec<String> = room.split("<dd ").skip(1).map(row).collect();
    let mut said = Vec::new();
    for part in ["record", "personal"] {
        let text = entry.get(part).and_then(|its| its.get("text")?.as_str());
        let value = text.and_then(|text| serde_json::from_str::<Value>(text).ok());
        if let Some(value) = value {
            walk(part, &value, &mut said);
        }
    }
    rows.sort();
    said.sort();
    let at = entry.get("recorded_at").and_then(Value::as_str);
    let utc = room.split("<span class=\"utc\">").nth(1);
    let utc = utc.and_then(|rest| rest.split_once("</span>"));
    rows == said && utc.map(|(utc, _)| text_of(utc)).as_deref() == at
}

/// `data-part="record" data-at="/channel" dir="auto">…</dd>`
fn row(html: &str) -> String {
    let attribute = |name: &str| {
        let rest = html.split_once(&format!("data-{name}=\""));
        let value = rest.and_then(|(_, rest)| rest.split_once('"'));
        value.map(|(value, _)| text_of(value)).unwrap_or_default()
    };
    let inner = html
        .split_once('>')
        .and_then(|(_, rest)| rest.split_once("</dd>"));
    let value = inner.map(|(inner, _)| text_of(inner)).unwrap_or_default();
    format!("{}{} {value}", attribute("part"), attribute("at"))
}

fn walk(at: &str, value: &Value, said: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => said.push(format!("{at} {}", plain(text))),
        Value::Bool(_) | Value::Number(_) => said.push(format!("{at} {value}")),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                walk(&format!("{at}/{n}"), item, said);
            }
        }
        Value::Object(members) => {
            for (name, item) in members {
                walk(&format!("{at}/{name}"), item, said);
            }
        }
    }
}

/// The text of HTML in which only `<bdi>` stands as an element.
fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (n, piece) in html.split('<').enumerate() {
        let outside = match n {
            0 => piece,
            _ => piece.split_once('>').map_or("", |(_, rest)| rest),
        };
        text.push_str(outside);
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ];
    let mut text = plain(&text);
    for (entity, letter) in entities {
        text = text.replace(entity, letter);
    }
    text.replace("&amp;", "&")
}

/// Marks that only turn the direction of text are left out of pages.
fn plain(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace(turns, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_beginning() {
        assert!(is_one(b"<!doctype html>\n<html>"));
        assert!(is_one("\u{feff}\r\n<!DOCTYPE HTML><html>".as_bytes()));
        assert!(!is_one(b"c2sp.org/tlog-proof@v1\n"));
        assert!(!is_one(b"{\"tlog_proof\":\"<!doctype html>\"}"));
    }

    #[test]
    fn what_is_shown_is_read_as_a_browser_shows_it() {
        assert_eq!(
            text_of("<bdi>a &lt;b&gt; &amp;amp; &quot;c&#39;</bdi>"),
            "a <b> &amp; \"c'"
        );
        let html = r#"data-part="personal" data-at="/text" dir="auto"><bdi>Hello</bdi></dd><dd"#;
        assert_eq!(row(html), "personal/text Hello");
    }
}
