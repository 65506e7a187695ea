//! The acknowledgement and its verbs.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Acknowledged, MessageSent},
    telling::Telling,
    verb::while_open,
};
use redress_kernel::{Draft, Id, Instant, Organisation, Refusal, fields::Fields};

/// What acknowledges a complaint by itself at the moment of receipt.
#[derive(Debug, Clone)]
pub enum Automatic {
    /// A mail or a letter; it counts once it is sent.
    Tell(Box<Telling>),
    /// The page, the answer or the voice that has already told them.
    Record(Acknowledged),
    /// Nobody can be reached, an old case was taken over from another system, or a
    /// machine must not be answered by a machine.
    Nothing,
}

/// Acknowledges a complaint that has just been received. E-mail goes first; a
/// caller or visitor was told; whoever left a postal address gets a letter; for
/// all others the confirmation page or the answer of the API showed it.
pub fn automatic(c: &Complaint, organisation: &Organisation, message: Id) -> Automatic {
    if c.imported || c.unanswered.is_some() {
        return Automatic::Nothing;
    }
    if let Some(unconfirmed) = &c.unconfirmed {
        let asks = unconfirmed.asked && !c.correspondent().email.is_empty();
        return match asks {
            true => Automatic::Tell(Box::new(letter::confirmation(c, organisation, message))),
            false => Automatic::Nothing,
        };
    }
    let person = c.correspondent();
    let record = |way: &str| Automatic::Record(acknowledged(c, way, None));
    let tell = || Automatic::Tell(Box::new(letter::acknowledgement(c, organisation, message)));
    match c.channel.as_str() {
        _ if !person.email.is_empty() => tell(),
        // It arrived with another one: nobody has told them of it yet.
        _ if c.split_from.is_some() => tell(),
        "phone" | "in-person" => record("told"),
        _ if !person.address.is_empty() => tell(),
        "web" | "email" | "chat" | "social" | "sms" | "messenger" => record("shown"),
        _ => Automatic::Nothing,
    }
}

/// The acknowledgement that a sent message amounts to: the one written for it,
/// or any other word to the complainant that came first.
pub fn acknowledged_by(c: &Complaint, sent: &MessageSent) -> Option<Acknowledged> {
    let message = c.message(sent.message)?;
    // "Was it you?" asks and acknowledges nothing.
    let first = c.acknowledged.is_none() && message.purpose != "confirmation";
    (!message.incoming && first).then(|| Acknowledged {
        language: message.language,
        ..acknowledged(c, &sent.way, Some(sent.message))
    })
}

pub(super) fn not_yet(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.acknowledged {
        Some(_) => Err(Refusal::new("acknowledged-already")),
        None => Ok(()),
    }
}

/// A colleague told the complainant themselves.
pub(super) fn told(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let told_at = fields.moment("told-at", &at.organisation.zone());
    in_its_time(c, told_at, at.now)?;
    let way = match fields.text("way").as_str() {
        "phone" | "in-person" => "told".to_owned(),
        written => written.to_owned(),
    };
    let draft = Draft::of(c.id, &acknowledged(c, &way, None));
    Ok(Decided::fact(match told_at {
        Some(moment) => draft.occurred(moment),
        None => draft,
    }))
}

fn in_its_time(c: &Complaint, told_at: Option<Instant>, now: Instant) -> Result<(), Refusal> {
    match told_at {
        Some(moment) if moment > now => Err(Refusal::new("told-in-the-future").at("told-at")),
        Some(moment) if moment < c.received_at => {
            Err(Refusal::new("told-before-receipt").at("told-at"))
        }
        _ => Ok(()),
    }
}

pub(super) fn sendable(c: &Complaint, at: &At) -> Result<(), Refusal> {
    not_yet(c, at)?;
    let waiting = |m: &&redress_complaint::case::CaseMessage| {
        m.purpose == "acknowledgement" && m.state == redress_complaint::case::MessageState::Queued
    };
    if c.messages.iter().any(|m| waiting(&m)) {
        return Err(Refusal::new("acknowledgement-waiting"));
    }
    let person = c.correspondent();
    if person.email.is_empty() && person.address.is_empty() {
        return Err(Refusal::new("no-address"));
    }
    Ok(())
}

/// The standard acknowledgement once an address is known.
pub(super) fn send(c: &Complaint, _: &Fields, at: &At) -> Result<Decided, Refusal> {
    let telling = letter::acknowledgement(c, at.organisation, at.message_id());
    Ok(Decided::default().telling(telling))
}

fn acknowledged(c: &Complaint, way: &str, message: Option<Id>) -> Acknowledged {
    Acknowledged {
        way: way.to_owned(),
        language: c.language,
        message,
    }
}
