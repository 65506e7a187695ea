//! A message to the complainant and what can still be done to it.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::{CaseMessage, MessageState},
    facts::{
        Corrected, CorrectedText, MessageRequeued, MessageSent, MessageWithdrawn, NewAddress,
        Person,
    },
    telling::{Telling, UNDO_SECONDS, leads_to, letter::LetterText},
    texts::nothing_open,
};
use redress_kernel::{
    Action, Draft, Refusal,
    fields::Fields,
    words::{Arg, Message},
};

/// Ways that a person's own hands or voice can carry.
pub const WAYS_BY_HAND: &[&str] = &["letter", "phone", "in-person", "email"];

/// A complainant may ask something after closing, too, and gets an answer.
pub fn always(_: &Complaint, _: &At) -> Result<(), Refusal> {
    Ok(())
}

pub fn reply(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let way = fields.optional("way");
    leads_to(c.correspondent(), way.as_deref())?;
    nothing_open(&fields.text("body"), "body")?;
    let body = LetterText::to(c.correspondent())
        .write(&fields.text("body"))
        .body(c, at.organisation);
    let subject =
        Message::new("letter-subject-reply").with("reference", Arg::Latin(c.reference.clone()));
    let telling = Telling {
        files: at.files.to_vec(),
        ..Telling::new(at.message_id(), "reply", subject, body).by_way(way)
    };
    Ok(Decided::default().telling(telling))
}

pub fn something_waits(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.messages.iter().any(waits) {
        true => Ok(()),
        false => Err(Refusal::new("nothing-waits-to-be-sent")),
    }
}

fn waits(message: &CaseMessage) -> bool {
    matches!(message.state, MessageState::Queued | MessageState::Failed)
}

/// Takes a message back before it has left. What a decision, a delay or an
/// update would have changed stays as it was, because only sending counts.
pub fn undo(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let message = named(c, fields, |m| waits(m) && retractable(m, at))?;
    if !retractable(message, at) {
        return Err(Refusal::new("sent-already"));
    }
    if message.by != at.actor.id && !at.actor.may(Action::Approve) {
        return Err(Refusal::new("not-your-message"));
    }
    let withdrawn = MessageWithdrawn {
        message: message.id,
    };
    Ok(Decided::fact(Draft::of(c.id, &withdrawn)))
}

/// Inside its window; a letter or a call can be taken back for as long as nobody
/// has posted or made it.
fn retractable(message: &CaseMessage, at: &At) -> bool {
    let by_hand = matches!(message.way.as_str(), "letter" | "phone" | "in-person");
    waits(message) && (by_hand || message.state == MessageState::Failed || at.now < message.send_at)
}

pub fn something_came_back(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.messages.iter().any(came_back) {
        true => Ok(()),
        false => Err(Refusal::new("nothing-came-back")),
    }
}

fn came_back(message: &CaseMessage) -> bool {
    message.state == MessageState::Failed && message.way == "email"
}

/// Sends what came back once more, as it was written. An address that is given here is
/// from now on the correspondent's.
pub fn again(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let message = named(c, fields, came_back)?;
    if !came_back(message) {
        return Err(Refusal::new("sent-already"));
    }
    let known = c.correspondent();
    let to = fields
        .optional("again-to")
        .unwrap_or_else(|| known.email.clone());
    if !is_address(&to) {
        return Err(Refusal::new("email-wrong").at("again-to"));
    }
    let requeued = MessageRequeued {
        message: message.id,
        send_at: at.now.plus_seconds(UNDO_SECONDS),
    };
    let address = NewAddress { to: to.clone() };
    let mut facts = vec![Draft::with(c.id, &requeued, &address)];
    if to != known.email {
        facts.push(corrected(c, to));
    }
    Ok(Decided::facts(facts))
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
        && !text.contains(char::is_whitespace)
}

fn corrected(c: &Complaint, email: String) -> Draft {
    let person = Person {
        email,
        ..c.correspondent().clone()
    };
    let record = Corrected {
        reachable: Some(person.reachable()),
        ..Corrected::default()
    };
    let mut text = CorrectedText::default();
    match c.representative.as_ref().is_some_and(|it| !it.is_empty()) {
        true => text.representative = Some(person),
        false => text.complainant = Some(person),
    }
    Draft::with(c.id, &record, &text)
}

/// Posted, read out on the telephone, handed over: by whichever way it really went.
pub fn sent(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let by_hand = |m: &CaseMessage| {
        m.state == MessageState::Failed
            || matches!(m.way.as_str(), "letter" | "phone" | "in-person")
    };
    let message = named(c, fields, |m| waits(m) && by_hand(m))?;
    if !waits(message) {
        return Err(Refusal::new("sent-already"));
    }
    let way = fields
        .optional("way")
        .unwrap_or_else(|| message.way.clone());
    let sent = MessageSent {
        message: message.id,
        way,
    };
    let told_at = fields.moment("told-at", &at.organisation.zone());
    if told_at.is_some_and(|moment| moment > at.now) {
        return Err(Refusal::new("told-in-the-future").at("told-at"));
    }
    if told_at.is_some_and(|moment| moment < message.at) {
        return Err(Refusal::new("told-before-written").at("told-at"));
    }
    let draft = Draft::of(c.id, &sent);
    Ok(Decided::fact(match told_at {
        Some(moment) => draft.occurred(moment),
        None => draft,
    }))
}

/// The message that the form names; without a name the only one that fits.
fn named<'a>(
    c: &'a Complaint,
    fields: &Fields,
    fits: impl Fn(&CaseMessage) -> bool,
) -> Result<&'a CaseMessage, Refusal> {
    let unknown = || Refusal::new("which-message").at("message");
    if let Some(id) = fields.id("message") {
        return c.message(id).filter(|m| !m.incoming).ok_or_else(unknown);
    }
    let mut fitting = c.messages.iter().filter(|m| !m.incoming && fits(m));
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(Refusal::new("sent-already")),
        _ => Err(unknown()),
    }
}
