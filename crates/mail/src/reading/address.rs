//! Who wrote, to whom: mailboxes out of fields that need not be well-formed.

use super::{
    Message,
    head::{Fields, unstructured},
};
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

impl Message {
    /// The one address of the one `From:`: of two senders nobody knows who was checked.
    pub fn only_sender(&self) -> Option<&Mailbox> {
        let one = self.fields.each("from").count() == 1;
        let alone = one && mailboxes(&self.fields, "from").len() == 1;
        self.from.as_ref().filter(|_| alone)
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

/// Encoded words become quoted text before anything is counted: a name may hold a comma,
/// and one that holds an address is a name all the same (RFC 2047, 5). Whoever reads the
/// field undecoded, as DMARC does, finds the same sender. Inside quotes they are decoded
/// in place.
fn readable(raw: &[u8], hint: Option<&str>) -> String {
    let has_words = raw.windows(2).any(|two| two == b"=?");
    if raw.is_ascii() && !has_words {
        return String::from_utf8_lossy(raw).into_owned();
    }
    let (mut out, mut quoted, mut inside, mut bare) = (String::new(), false, false, Vec::new());
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
                out.push_str(&piece(&bare, hint, quoted, inside));
                bare.clear();
                quoted ^= byte == b'"';
                inside = !quoted && (byte == b'<' || inside && byte != b'>');
                out.push(byte as char);
            }
            _ => bare.push(byte),
        }
    }
    out.push_str(&piece(&bare, hint, quoted, inside));
    out
}

/// What stands between two signs that part things.
fn piece(bare: &[u8], hint: Option<&str>, quoted: bool, inside: bool) -> String {
    let (text, raw) = (unstructured(bare, hint), String::from_utf8_lossy(bare));
    if quoted {
        return escaped(&text);
    }
    if text == raw {
        return text;
    }
    // An address is not decoded into two, or into another place.
    if inside {
        return match parts(&text) == parts(&raw) {
            true => text,
            false => raw.into_owned(),
        };
    }
    match behind_words(bare) {
        Some((words, address)) => {
            let name = escaped(unstructured(words, hint).trim());
            format!(" \"{name}\" {}", String::from_utf8_lossy(address))
        }
        None if is_coded(bare) || parts(&text) != parts(&raw) => {
            format!(" \"{}\" ", escaped(text.trim()))
        }
        None => text,
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn is_coded(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|two| two == b"=?")
}

/// How many signs that mean something in an address.
fn parts(text: &str) -> usize {
    let means = |sign: &char| matches!(sign, '@' | ',' | ';' | ':' | '<' | '>' | '"' | '(' | ')');
    text.chars().filter(means).count()
}

/// `=?utf-8?q?Rasa?= rasa@example.lt`, as some programs write it.
fn behind_words(bare: &[u8]) -> Option<(&[u8], &[u8])> {
    let bare = bare.trim_ascii_end();
    let at = bare.iter().rposition(u8::is_ascii_whitespace)?;
    let (words, address) = bare.split_at(at);
    let is_one = is_coded(words) && !is_coded(address) && address.contains(&b'@');
    is_one.then_some((words, address))
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
    fn an_address_inside_a_name_stays_a_name() {
        assert_eq!(
            all("=?utf-8?q?rasa=40example.lt=2C?= <x@evil.example>"),
            one("rasa@example.lt,", "x@evil.example")
        );
        assert_eq!(
            all("=?utf-8?q?rasa=40example.lt=3E?= <x@evil.example>"),
            one("rasa@example.lt>", "x@evil.example")
        );
        assert_eq!(
            all("<=?utf-8?q?rasa=40example.lt=3E=2C?= x@evil.example>").len(),
            1
        );
        assert_eq!(
            all("=?utf-8?Q?Rasa_J?= rasa@example.lt"),
            one("Rasa J", "rasa@example.lt")
        );
    }

    #[test]
    fn a_message_has_one_sender_or_none_that_could_be_proven() {
        let of = |head: &str| {
            let message = crate::reading::read(format!("{head}Subject: x\r\n\r\nx").as_bytes());
            message.only_sender().map(|its| its.address.clone())
        };
        assert_eq!(of("From: a@b.lt\r\n").as_deref(), Some("a@b.lt"));
        assert_eq!(of("From: a@b.lt, c@d.lt\r\n"), None);
        assert_eq!(of("From: a@b.lt\r\nFrom: c@d.lt\r\n"), None);
        assert_eq!(of("Sender: a@b.lt\r\n"), None);
    }

    #[test]
    fn what_is_no_address_is_none_and_nobody_else_is_lost() {
        assert_eq!(all("ann@example.org"), one("", "ann@example.org"));
        assert_eq!(all("Ann <>"), one("Ann", ""));
        assert_eq!(all("a@b.c, , <d@e.f>").len(), 2);
        assert_eq!(all("undisclosed-recipients:;"), []);
    }
}
