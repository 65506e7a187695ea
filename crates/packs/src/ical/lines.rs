//! Content lines: folded lines joined byte by byte (a fold may cut a character in
//! two), then taken apart into name, parameters and value.

use super::{Fault, fault};

const LINE_MAX: usize = 100_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it begins in the file, from 1.
    pub number: usize,
    pub name: String,
    pub params: Vec<(String, String)>,
    pub value: String,
}

impl Line {
    pub fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value as text, its escapes resolved; a line break becomes a space.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => text.push(' '),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                c if c.is_control() => text.push(' '),
                c => text.push(c),
            }
        }
        super::cut(text.trim())
    }
}

/// The content lines of a file, blank ones left out.
pub(super) fn unfold(file: &str, bytes: &[u8]) -> Result<Vec<Line>, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut joined: Vec<(usize, Vec<u8>)> = Vec::new();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let number = index + 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line {
            [] => {}
            [b' ' | b'\t', rest @ ..] => match joined.last_mut() {
                Some((_, begun)) if begun.len() + rest.len() <= LINE_MAX => {
                    begun.extend_from_slice(rest);
                }
                Some(_) => {
                    let told = format!("a line of at most {LINE_MAX} bytes");
                    return Err(fault(file, number, told));
                }
                None => return Err(fault(file, number, "BEGIN:VCALENDAR")),
            },
            line => joined.push((number, line.to_vec())),
        }
    }
    joined
        .into_iter()
        .map(|(number, line)| content(file, number, line))
        .collect()
}

fn content(file: &str, number: usize, line: Vec<u8>) -> Result<Line, Fault> {
    let line = String::from_utf8(line).map_err(|_| fault(file, number, "text in UTF-8"))?;
    let told = || fault(file, number, "NAME:value, as in SUMMARY:Closed");
    let (head, value) = split_unquoted(&line, ':').ok_or_else(told)?;
    let mut parts = Vec::new();
    let mut rest = head;
    while let Some((part, after)) = split_unquoted(rest, ';') {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    let mut parts = parts.into_iter();
    let name = parts.next().unwrap_or_default();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if name.is_empty() || !name.chars().all(is_name) {
        return Err(told());
    }
    let params = parts.map(|part| {
        let (key, value) = part.split_once('=').ok_or_else(told)?;
        let value = value.trim_matches('"').to_owned();
        Ok((key.to_ascii_uppercase(), value))
    });
    Ok(Line {
        number,
        name: name.to_ascii_uppercase(),
        params: params.collect::<Result<_, Fault>>()?,
        value: value.to_owned(),
    })
}

/// Parts at the first such sign outside of quotation marks.
fn split_unquoted(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = text.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == sign && !quoted
    });
    let (at, _) = at?;
    Some((text.get(..at)?, text.get(at + sign.len_utf8()..)?))
}
