//! Reports of machines about letters: not delivered, delayed, delivered, read, or
//! called spam (RFC 3464, 3798, 5965), and those of servers that write prose.

use super::Reason;
use crate::reading::Message;

mod cause;
mod codes;
mod fields;
mod prose;

pub use cause::Cause;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Failed,
    Delayed,
    Delivered,
    /// Opened, or thrown away unread (RFC 3798).
    Read,
    /// Somebody pressed "this is spam" (RFC 5965).
    Feedback,
}

/// What a machine says of one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    pub kind: Kind,
    /// `5.1.1`, as it stands in the report; None where it names no code.
    pub status: Option<String>,
    /// Lower case.
    pub recipient: String,
    pub cause: Cause,
    /// Message-ID of the letter, where the report returns its header.
    pub original: Option<String>,
}

impl Bounce {
    /// Will it never arrive, as opposed to not yet?
    pub fn is_final(&self) -> bool {
        let status = self.status.as_deref().unwrap_or_default();
        self.kind == Kind::Failed && !status.starts_with('4')
    }
}

/// None: it is no report.
pub fn bounces(message: &Message) -> Option<(Vec<Bounce>, Vec<Reason>)> {
    let mut reasons = Vec::new();
    if !message.report.is_empty() {
        reasons.push(Reason::new("report", message.report.as_str()));
    }
    let mut found = fields::reported(message, &mut reasons);
    if found.iter().all(is_vague) {
        let told = prose::told(message, !reasons.is_empty(), &mut reasons);
        match found.is_empty() {
            true => found = told,
            false => made_precise(&mut found, &told),
        }
    }
    if reasons.is_empty() {
        return None;
    }
    let original = original(message);
    for its in &mut found {
        its.original = its.original.take().or_else(|| original.clone());
    }
    Some((found, reasons))
}

/// The fields say that it failed and not why: then the prose may.
fn is_vague(its: &Bounce) -> bool {
    let status = its.status.as_deref().unwrap_or("5.0.0");
    matches!(its.kind, Kind::Failed | Kind::Delayed) && status.ends_with(".0.0")
}

fn made_precise(found: &mut [Bounce], told: &[Bounce]) {
    let only = (told.len() == 1).then(|| told.first()).flatten();
    for its in found {
        let same = told
            .iter()
            .find(|other| other.recipient == its.recipient)
            .or(only);
        let Some(other) = same else { continue };
        if other.status.is_some() {
            its.status.clone_from(&other.status);
        }
        if its.cause == Cause::Unknown {
            its.cause = other.cause;
        }
    }
}

/// The letter that came back: its header, whole or in part, or lines of it in the text.
fn original(message: &Message) -> Option<String> {
    let parts = message.parts.iter().filter(|part| {
        matches!(
            part.media.as_str(),
            "message/rfc822" | "text/rfc822-headers" | "message/rfc822-headers" | "message/global"
        )
    });
    let in_part = parts
        .filter_map(|part| crate::reading::id(&part.bytes.whole()))
        .next();
    in_part.or_else(|| {
        let text = message.text();
        let line = text.lines().find_map(|line| {
            let line = line.trim_start_matches(['>', ' ', '\t']);
            let start = line.get(..11)?;
            start
                .eq_ignore_ascii_case("message-id:")
                .then(|| line.get(11..))
                .flatten()
        })?;
        let id = line.trim().trim_matches(['<', '>']).to_owned();
        (id.contains('@') && Some(&id) != message.id.as_ref()).then_some(id)
    })
}
