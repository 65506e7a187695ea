//! The header of a message or a part: its fields as they stand, unfolded, and what
//! they say once encoded words and raw bytes are text.

use super::{base64::base64, charset, transfer::q_word};
use redress_kernel::Instant;

/// More than any honest header has; what follows is left to the raw message.
const FIELDS_MAX: usize = 500;
/// A field is cut here, after unfolding.
const FIELD_MAX: usize = 16 * 1024;

/// One field: its name as written and its bytes, unfolded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub raw: Vec<u8>,
}

/// The fields of one header, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    all: Vec<Field>,
    /// Lines that were no field, or more of them than are kept.
    pub odd: bool,
    /// The sender's country, for what has no charset.
    pub(super) hint: Option<String>,
}

/// Splits the header from what follows it. Leading empty lines and an mbox line are
/// passed over; the first line that can be no field ends a header that nobody ended.
pub fn split(bytes: &[u8]) -> (Fields, &[u8]) {
    let (mut fields, mut rest) = (Fields::default(), leading(bytes));
    while let Some((line, after)) = line(rest) {
        let bare = trimmed(line);
        if bare.is_empty() {
            return (fields, after);
        }
        if matches!(bare.first(), Some(b' ' | b'\t')) {
            if bare.iter().all(u8::is_ascii_whitespace) && !continues(after) {
                return (fields, after);
            }
            fields.fold(bare);
        } else if fields.wants_more() && is_about(bare) {
            // `boundary=...` that nobody folded.
            fields.odd = true;
            fields.fold(bare);
        } else if let Some((name, value)) = named(bare) {
            fields.push(name, value);
        } else if fields.all.is_empty() && bare.starts_with(b">From ") {
            fields.odd = true;
        } else {
            // Text where a header was: it belongs to the body.
            fields.odd = true;
            return (fields, rest);
        }
        rest = after;
    }
    (fields, &[])
}

/// `name=value` and no field.
fn is_about(line: &[u8]) -> bool {
    let name = line
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-' && *byte != b'*');
    name.is_some_and(|at| at > 0 && line.get(at) == Some(&b'='))
}

/// A line of spaces inside a header: does a field follow?
fn continues(after: &[u8]) -> bool {
    line(after).is_some_and(|(next, _)| {
        let bare = trimmed(next);
        matches!(bare.first(), Some(b' ' | b'\t')) || named(bare).is_some()
    })
}

fn leading(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    while let Some((first, after)) = line(rest) {
        let bare = trimmed(first);
        let mbox =
            bare.starts_with(b"From ") && named(bare).is_none_or(|(name, _)| name.contains(&b' '));
        if !mbox && !bare.iter().all(u8::is_ascii_whitespace) {
            break;
        }
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    rest
}

/// The first line with its end; a lone CR ends one too (old Macintosh).
pub fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    let end = match end {
        None => bytes.len(),
        Some(at) if bytes.get(at..at + 2) == Some(b"\r\n") => at + 2,
        Some(at) => at + 1,
    };
    Some(bytes.split_at(end))
}

pub fn trimmed(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn named(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let (name, value) = (line.get(..colon)?, line.get(colon + 1..)?);
    let name = name.trim_ascii_end();
    let fits = !name.is_empty()
        && name.len() <= 100
        && !name.starts_with(b"--")
        && name.iter().all(|byte| byte.is_ascii_graphic());
    fits.then_some((name, value))
}

impl Fields {
    fn push(&mut self, name: &[u8], value: &[u8]) {
        if self.all.len() == FIELDS_MAX {
            self.odd = true;
            return;
        }
        let value = value.trim_ascii_start();
        self.all.push(Field {
            name: String::from_utf8_lossy(name).into_owned(),
            raw: value.get(..FIELD_MAX).unwrap_or(value).to_vec(),
        });
    }

    fn fold(&mut self, line: &[u8]) {
        let Some(last) = self.all.last_mut() else {
            self.odd = true;
            return;
        };
        let room = FIELD_MAX.saturating_sub(last.raw.len() + 1);
        let more = line.trim_ascii_start();
        self.odd |= more.len() > room;
        last.raw.push(b' ');
        last.raw.extend_from_slice(more.get(..room).unwrap_or(more));
    }

    /// The newest field ended in a semicolon.
    fn wants_more(&self) -> bool {
        self.all
            .last()
            .is_some_and(|field| field.raw.trim_ascii_end().ends_with(b";"))
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn raw(&self, name: &str) -> Option<&[u8]> {
        let named = self
            .all
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(name));
        named.map(|field| field.raw.as_slice())
    }

    pub fn each<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> + 'a {
        let its = self
            .all
            .iter()
            .filter(move |field| field.name.eq_ignore_ascii_case(name));
        its.map(|field| field.raw.as_slice())
    }

    pub fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// What the first field of this name says, decoded.
    pub fn text(&self, name: &str) -> Option<String> {
        let raw = self.raw(name)?;
        Some(unstructured(raw, self.hint.as_deref()).trim().to_owned())
    }

    /// Lower case and without its comments: for fields that machines write.
    pub fn word(&self, name: &str) -> Option<String> {
        let text = self.text(name)?;
        let first = text.split([';', '(']).next().unwrap_or_default();
        Some(first.trim().to_ascii_lowercase())
    }

    /// The instant in a field; years that no clock can mean are none.
    pub fn instant(&self, name: &str) -> Option<Instant> {
        date(self.raw(name)?)
    }
}

/// RFC 5322 with its obsolete zones and what programs make of it.
pub fn date(raw: &[u8]) -> Option<Instant> {
    let mut line = raw.to_vec();
    line.push(b'\n');
    let value = mail_parser::parsers::MessageStream::new(&line).parse_date();
    let found = value.into_datetime()?;
    let sound = found.is_valid() && (1980..=2200).contains(&found.year);
    sound.then(|| Instant::from_micros(found.to_timestamp() * 1_000_000))
}

/// Encoded words (RFC 2047) and raw eight-bit bytes to text, without control signs.
pub fn unstructured(raw: &[u8], hint: Option<&str>) -> String {
    let (mut out, mut rest) = (String::with_capacity(raw.len()), raw);
    let mut held: Option<Word> = None;
    while let Some(at) = find(rest, b"=?") {
        let (before, from) = rest.split_at(at);
        let Some((word, after)) = Word::read(from) else {
            let (sign, after) = from.split_at(2);
            flush(&mut held, &mut out, hint);
            out.push_str(&plain(before, hint));
            out.push_str(&plain(sign, hint));
            rest = after;
            continue;
        };
        // Spaces between two encoded words are none.
        if held.is_none() || !before.iter().all(u8::is_ascii_whitespace) {
            flush(&mut held, &mut out, hint);
            out.push_str(&plain(before, hint));
        }
        held = match held.take() {
            // A sign may be cut in two between words of one charset.
            Some(mut earlier) if earlier.charset == word.charset => {
                earlier.bytes.extend_from_slice(&word.bytes);
                Some(earlier)
            }
            Some(earlier) => {
                flush(&mut Some(earlier), &mut out, hint);
                Some(word)
            }
            None => Some(word),
        };
        rest = after;
    }
    flush(&mut held, &mut out, hint);
    out.push_str(&plain(rest, hint));
    one_line(&out)
}

struct Word {
    charset: String,
    bytes: Vec<u8>,
}

impl Word {
    /// `=?charset*language?B?...?=`
    fn read(from: &[u8]) -> Option<(Word, &[u8])> {
        let inner = from.strip_prefix(b"=?")?;
        let first = inner.iter().take(60).position(|byte| *byte == b'?')?;
        let (charset, rest) = (inner.get(..first)?, inner.get(first + 1..)?);
        let (how, rest) = (rest.first()?, rest.get(1..)?.strip_prefix(b"?")?);
        let end = find(rest, b"?=")?;
        let (text, after) = (rest.get(..end)?, rest.get(end + 2..)?);
        // `?=` inside Q text: the sign before `=XX` is no end.
        let bytes = match how.to_ascii_lowercase() {
            b'b' => base64(text).0,
            b'q' => q_word(text),
            _ => return None,
        };
        let charset = String::from_utf8_lossy(charset).to_ascii_lowercase();
        let charset = charset.split('*').next().unwrap_or_default().to_owned();
        Some((Word { charset, bytes }, after))
    }
}

fn flush(held: &mut Option<Word>, out: &mut String, hint: Option<&str>) {
    if let Some(word) = held.take() {
        out.push_str(&charset::decode(&word.bytes, Some(&word.charset), hint).text);
    }
}

fn plain(bytes: &[u8], hint: Option<&str>) -> String {
    match bytes.is_ascii() {
        true => String::from_utf8_lossy(bytes).into_owned(),
        false => charset::decode(bytes, None, hint).text,
    }
}

/// Control signs have no place in a header; direction marks of one word may stay.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect()
}

pub fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes
            .get(from + at..)
            .is_some_and(|rest| rest.starts_with(what))
        {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_header_is_unfolded_and_ends_where_the_body_begins() {
        let (fields, body) =
            split(b"\r\nFrom x@y Mon\r\nSubject: a\r\n b\r\nX-Odd : 1\r\n\r\nbody\r\n");
        assert_eq!(fields.text("subject").unwrap(), "a b");
        assert_eq!(fields.text("x-odd").unwrap(), "1");
        assert_eq!(body, b"body\r\n");
        let (fields, body) = split(b"Subject: a\nno field at all\n");
        assert!(fields.odd);
        assert_eq!(body, b"no field at all\n");
    }

    #[test]
    fn encoded_words_of_one_sign_cut_in_two_come_together() {
        let text = |raw: &str| unstructured(raw.as_bytes(), None);
        assert_eq!(text("=?UTF-8?B?7ZU=?= =?utf-8?B?nOq4gA==?="), "한글");
        assert_eq!(text("Re: =?iso-8859-4?Q?=B9al=EC?= x"), "Re: šalė x");
        assert_eq!(text("a =?x?Z?q?= b"), "a =?x?Z?q?= b");
        assert_eq!(text("=?hz-gb-2312?B?fns8On59?="), "己");
    }

    #[test]
    fn dates_that_no_clock_can_mean_are_none() {
        assert_eq!(
            date(b"Mon, 2 Mar 2026 09:00:00 +0200").unwrap().to_string(),
            "2026-03-02T07:00:00Z"
        );
        assert_eq!(date(b"yesterday"), None);
        assert_eq!(date(b"Mon, 2 Mar 1926 09:00:00 +0200"), None);
    }
}
