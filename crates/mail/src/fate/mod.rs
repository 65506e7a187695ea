//! What becomes of a message: a new complaint, a reply, or something that must be
//! noted and never answered. A pure decision with reasons a person can read; nothing
//! is thrown away by it (RFC 3464, 3834, 2919; lessons: loops, silence, misdirection).

mod automatic;
mod bounce;
mod bulk;
mod seal;
#[cfg(test)]
mod tests;
pub mod thread;

pub use bounce::{Bounce, Cause, Kind};
pub use seal::{LOOP, loop_seal};
pub use thread::Thread;

use crate::reading::{Message, Unreadable};
use redress_kernel::Id;

/// What a mailbox of ours knows of itself.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// Its addresses, lower case: whoever writes from one of them is ourselves.
    pub addresses: Vec<String>,
    /// How our references begin: `RD`.
    pub prefix: String,
    /// The key of the reply addresses; without one no address is a thread.
    pub reply_key: Option<[u8; 32]>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Nothing of the others: somebody wrote to us.
    New,
    /// It answers a letter of ours; whether its sender may join is for the case to say.
    ReplyTo(Thread),
    /// A machine reports what became of letters.
    BounceOf(Vec<Bounce>),
    /// Written by a machine: out of office, receipt, notification.
    Automatic,
    /// Sent to many at once.
    Bulk,
    /// We wrote it ourselves.
    OwnLoop,
    /// It names a case and proves nothing: it becomes a new one that says so.
    ClaimsToBelong(String),
    /// Somebody has to look at the original.
    Unreadable(Unreadable),
}

impl Fate {
    /// The word for it: `mail-fate-{code}`.
    pub const fn code(&self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::ReplyTo(_) => "reply",
            Fate::BounceOf(_) => "bounce",
            Fate::Automatic => "automatic",
            Fate::Bulk => "bulk",
            Fate::OwnLoop => "own-loop",
            Fate::ClaimsToBelong(_) => "claims-to-belong",
            Fate::Unreadable(_) => "unreadable",
        }
    }

    pub const CODES: [&'static str; 8] = [
        "new",
        "reply",
        "bounce",
        "automatic",
        "bulk",
        "own-loop",
        "claims-to-belong",
        "unreadable",
    ];

    /// May a complaint come of it? Machines complain of nothing.
    pub const fn is_somebody(&self) -> bool {
        matches!(
            self,
            Fate::New | Fate::ReplyTo(_) | Fate::ClaimsToBelong(_) | Fate::Unreadable(_)
        )
    }

    /// May anything automatic ever answer it?
    pub const fn may_be_answered(&self) -> bool {
        matches!(self, Fate::New | Fate::ReplyTo(_) | Fate::ClaimsToBelong(_))
    }
}

/// Why: `mail-reason-{code}`, with what it was seen in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub code: &'static str,
    pub seen: String,
}

impl Reason {
    pub fn new(code: &'static str, seen: impl Into<String>) -> Reason {
        let seen: String = seen.into();
        Reason {
            code,
            seen: seen.chars().take(120).collect(),
        }
    }

    pub const CODES: [&'static str; 24] = [
        "report",
        "report-part",
        "report-text",
        "reporter",
        "empty-return-path",
        "auto-submitted",
        "auto-header",
        "auto-subject",
        "list-header",
        "precedence",
        "feedback-id",
        "own-address",
        "own-letter",
        "reply-address",
        "references",
        "reference-named",
        "nothing-else",
        "unreadable",
        "read-receipt",
        "feedback-report",
        "no-reply-sender",
        "challenge",
        "own-seal",
        "other-desk",
    ];
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub fate: Fate,
    pub reasons: Vec<Reason>,
}

fn decided(fate: Fate, reasons: Vec<Reason>) -> Decided {
    Decided { fate, reasons }
}

/// Machines first: whatever they quote, they are no complainants.
pub fn fate(message: &Message, desk: &Desk) -> Decided {
    if let Some(why) = message.unreadable {
        return decided(
            Fate::Unreadable(why),
            vec![Reason::new("unreadable", why.code())],
        );
    }
    if let Some(reason) = own(message, desk) {
        return decided(Fate::OwnLoop, vec![reason]);
    }
    if let Some((bounces, reasons)) = bounce::bounces(message) {
        return decided(Fate::BounceOf(bounces), reasons);
    }
    let automatic = automatic::reasons(message);
    if !automatic.is_empty() {
        return decided(Fate::Automatic, automatic);
    }
    let bulk = bulk::reasons(message, desk);
    if !bulk.is_empty() {
        return decided(Fate::Bulk, bulk);
    }
    of_somebody(message, desk)
}

fn of_somebody(message: &Message, desk: &Desk) -> Decided {
    if let Some((thread, reason)) = thread::thread(message, desk) {
        return decided(Fate::ReplyTo(thread), vec![reason]);
    }
    match thread::named(message, desk) {
        Some(reference) => {
            let reason = Reason::new("reference-named", reference.as_str());
            decided(Fate::ClaimsToBelong(reference), vec![reason])
        }
        None => decided(Fate::New, vec![Reason::new("nothing-else", "")]),
    }
}

/// A letter of ours that came back: under our seal, from one of our addresses, or with
/// an identifier that only we give.
fn own(message: &Message, desk: &Desk) -> Option<Reason> {
    let key = desk.reply_key.as_ref();
    if let Some(reason) = key.and_then(|key| seal::ours(message, key)) {
        return Some(reason);
    }
    let ours = |address: &str| {
        desk.addresses
            .iter()
            .any(|its| its.eq_ignore_ascii_case(address))
    };
    let id = message
        .id
        .as_deref()
        .filter(|id| thread::our_letter(id, desk).is_some());
    if let Some(id) = id {
        return Some(Reason::new("own-letter", id));
    }
    let from = [message.from.as_ref(), message.sender.as_ref()];
    let from = from.into_iter().flatten().find(|its| ours(&its.address))?;
    Some(Reason::new("own-address", from.address.as_str()))
}

/// The address under which an answer to this case comes back to it.
pub fn reply_address(base: &str, case: Id, key: &[u8; 32]) -> String {
    seal::address(base, case, seal::REPLY, key)
}

/// The address in the envelope of this letter: a report that comes there is about it.
pub fn bounce_address(base: &str, message: Id, key: &[u8; 32]) -> String {
    seal::address(base, message, seal::BOUNCE, key)
}

/// The letter that a report sent to this address is about; None when we did not make it.
pub fn bounced_message(address: &str, key: &[u8; 32]) -> Option<Id> {
    seal::named(address, seal::BOUNCE, key)
}
