//! Who wrote, to whom: mailboxes out of fields that need not be well-formed.

use super::head::{Fields, unstructured};
use mail_parser::{Address, parsers::MessageStream};

/// More recipients than this are not named one by one.
const MAILBOXES_MAX: usize = 200;

/// A name and an address; either may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mailbox {
    pub name: String,
    /// Lower case after the @; empty when there was none to be found.
    pub address: String,
}

impl Mailbox {
    pub fn of(address: &str) -> Mailbox {
        Mailbox {
            address: tidy(address),
            ..Mailbox::default()
        }
    }

    pub fn local(&self) -> &str {
        self.address.rsplit_once('@').map_or("", |(local, _)| local)
    }

    pub fn domain(&self) -> &str {
        self.address
            .rsplit_once('@')
            .map_or("", |(_, domain)| domain)
    }
}

pub fn mailboxes(fields: &Fields, name: &str) -> Vec<Mailbox> {
    let all = fields
        .each(name)
        .flat_map(|raw| read(raw, fields.hint.as_deref()));
    all.take(MAILBOXES_MAX).collect()
}

fn read(raw: &[u8], hint: Option<&str>) -> Vec<Mailbox> {
    let mut line = readable(raw, hint).into_bytes();
    line.push(b'\n');
    let value = MessageStream::new(&line).parse_address();
    let found = match value.into_address() {
        Some(Address::List(list)) => list,
        Some(Address::Group(groups)) => groups
            .into_iter()
            .flat_map(|group| group.addresses)
            .collect(),
        None => Vec::new(),
    };
    let found = found.into_iter().map(|its| Mailbox {
        name: its
            .name
            .unwrap_or_default()
            .trim()
            .trim_matches(['"', '\''])
            .to_owned(),
        address: tidy(&its.address.unwrap_or_default()),
    });
    found
        .filter(|mailbox| !mailbox.name.is_empty() || !mailbox.address.is_empty())
        .map(turned)
        .collect()
}

/// Encoded words become quoted text before the commas are counted: a name may hold
/// one. Inside quotes they are decoded in place.
fn readable(raw: &[u8], hint: Option<&str>) -> String {
    let has_words = raw.windows(2).any(|two| two == b"=?");
    if raw.is_ascii() && !has_words {
        return String::from_utf8_lossy(raw).into_owned();
    }
    let (mut out, mut quoted, mut bare) = (String::new(), false, Vec::new());
    let close = |bare: &mut Vec<u8>, out: &mut String, quoted: bool| {
        let text = unstructured(bare, hint);
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        let needs = !quoted && text != String::from_utf8_lossy(bare) && !text.contains('@');
        match (needs, quoted) {
            (true, _) => out.push_str(&format!(" \"{}\" ", escaped.trim())),
            (_, true) => out.push_str(&escaped),
            _ => out.push_str(&text),
        }
        bare.clear();
    };
    let mut word = 0_usize;
    for (at, &byte) in raw.iter().enumerate() {
        if at < word {
            bare.push(byte);
            continue;
        }
        match byte {
            b'=' if raw.get(at + 1) == Some(&b'?') => {
                word = at + word_length(raw.get(at..).unwrap_or_default());
                bare.push(byte);
            }
            b'"' | b'<' | b'>' | b',' | b';' | b':' | b'(' | b')' => {
                close(&mut bare, &mut out, quoted);
                quoted ^= byte == b'"';
                out.push(byte as char);
            }
            _ => bare.push(byte),
        }
    }
    close(&mut bare, &mut out, quoted);
    out
}

/// `=?a?b?c?=` as one piece: signs inside are no commas.
fn word_length(from: &[u8]) -> usize {
    let mut marks = 0;
    for (at, byte) in from.iter().enumerate().skip(2) {
        match byte {
            b'?' if marks == 2 => {
                return if from.get(at + 1) == Some(&b'=') {
                    at + 2
                } else {
                    1
                };
            }
            b'?' => marks += 1,
            b' ' | b'"' => return 1,
            _ => {}
        }
    }
    1
}

fn tidy(address: &str) -> String {
    let bare = address
        .trim()
        .trim_matches(['<', '>', '\'', '"', ' ', ',', ';']);
    let bare: String = bare
        .chars()
        .filter(|sign| !sign.is_control() && !sign.is_whitespace())
        .collect();
    match bare.rsplit_once('@') {
        Some((local, domain)) if !local.is_empty() && !domain.is_empty() => {
            format!("{local}@{}", domain.to_lowercase())
        }
        _ => String::new(),
    }
}

/// `"ann@example.org" <>` and `ann@example.org` as a name only.
fn turned(mailbox: Mailbox) -> Mailbox {
    let as_address = tidy(&mailbox.name);
    let is_one =
        mailbox.address.is_empty() && !as_address.is_empty() && !mailbox.name.trim().contains(' ');
    match is_one {
        true => Mailbox::of(&as_address),
        false => mailbox,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(raw: &str) -> Vec<(String, String)> {
        let found = read(raw.as_bytes(), None);
        found
            .into_iter()
            .map(|its| (its.name, its.address))
            .collect()
    }

    fn one(name: &str, address: &str) -> Vec<(String, String)> {
        vec![(name.to_owned(), address.to_owned())]
    }

    #[test]
    fn names_are_decoded_and_a_comma_in_one_parts_nothing() {
        assert_eq!(
            all("=?utf-8?Q?M=C3=BCller=2C_J?= <J@Example.ORG>"),
            one("Müller, J", "J@example.org")
        );
        assert_eq!(
            all("\"Kim, J\" <kim@example.kr>"),
            one("Kim, J", "kim@example.kr")
        );
        assert_eq!(
            all("\"=?utf-8?B?66a864qY?=\" <a@b.kr>"),
            one("림늘", "a@b.kr")
        );
        assert_eq!(all("مریم <m@example.ir>"), one("مریم", "m@example.ir"));
    }

    #[test]
    fn what_is_no_address_is_none_and_nobody_else_is_lost() {
        assert_eq!(all("ann@example.org"), one("", "ann@example.org"));
        assert_eq!(all("Ann <>"), one("Ann", ""));
        assert_eq!(all("a@b.c, , <d@e.f>").len(), 2);
        assert_eq!(all("undisclosed-recipients:;"), []);
    }
}
