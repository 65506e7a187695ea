//! Where a reply belongs: the address it was sent to, then the letters it answers.
//! A reference that somebody typed or quoted proves nothing (anyone can quote one).

use super::{Desk, Reason, seal};
use crate::reading::Message;
use redress_kernel::{Id, reference::Reference};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thread {
    /// The reply address of this case, sealed with our key.
    Address(Id),
    /// Letters of ours, newest last.
    Letters(Vec<Id>),
}

/// How much of a text is looked through for a reference.
const LOOKED_AT: usize = 8_000;

pub fn thread(message: &Message, desk: &Desk) -> Option<(Thread, Reason)> {
    if let Some(key) = &desk.reply_key {
        // Any recipient field: people move addresses to Cc.
        let found = message
            .to
            .iter()
            .find_map(|to| Some((seal::named(&to.address, seal::REPLY, key)?, &to.address)));
        if let Some((case, address)) = found {
            return Some((
                Thread::Address(case),
                Reason::new("reply-address", address.as_str()),
            ));
        }
    }
    let named = message.references.iter().chain(&message.in_reply_to);
    let mut letters: Vec<Id> = Vec::new();
    let mut seen = "";
    for (id, letter) in named.filter_map(|id| Some((id, our_letter(id, desk)?))) {
        seen = id;
        letters.retain(|its| *its != letter);
        letters.push(letter);
    }
    (!letters.is_empty()).then(|| (Thread::Letters(letters), Reason::new("references", seen)))
}

/// Identifiers as `message_id` gives them: 32 hexadecimal digits at a domain of ours.
pub fn our_letter(id: &str, desk: &Desk) -> Option<Id> {
    let (local, domain) = id.trim().trim_matches(['<', '>']).rsplit_once('@')?;
    let ours = desk.addresses.iter().any(|its| {
        its.rsplit_once('@')
            .is_some_and(|(_, own)| own.eq_ignore_ascii_case(domain))
    });
    (ours && local.len() == 32)
        .then(|| local.parse().ok())
        .flatten()
}

/// A reference of ours in the subject or the text, its check sign right.
pub fn named(message: &Message, desk: &Desk) -> Option<String> {
    if desk.prefix.is_empty() {
        return None;
    }
    let text = message.text();
    let start: String = text.chars().take(LOOKED_AT).collect();
    reference(&message.subject, &desk.prefix).or_else(|| reference(&start, &desk.prefix))
}

fn reference(text: &str, prefix: &str) -> Option<String> {
    let bare = |sign: char| !(sign.is_alphanumeric() || matches!(sign, '-' | '‑'));
    let words = text.split(bare).filter(|word| word.chars().count() >= 10);
    words.take(2_000).find_map(|word| {
        let starts = word
            .get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        let read = starts.then(|| Reference::read(word)).flatten()?;
        Some(read.as_str().to_owned())
    })
}
