//! What an update and a delay say: where it stands, why, and the next dates.

use super::status;
use redress_complaint::{
    Complaint,
    at::At,
    telling::{Body, Paragraph, Telling, letter::LetterText},
};
use redress_kernel::{
    Instant, Organisation,
    words::{Arg, Message},
};

pub fn update(c: &Complaint, at: &At, text: &str, next: Instant) -> Telling {
    let organisation = at.organisation;
    let due = c.due.response.filter(|due| *due > at.now);
    let answer_ahead = c.standing_decision().is_none() || c.open_review().is_some();
    let mut letter = LetterText::to(c.correspondent())
        .say(Message::new("letter-update-intro").with("reference", reference(c)))
        .say(status::stands(c))
        .write(text)
        .say_if(text.is_empty(), || {
            Message::new("letter-update-nothing-new")
        });
    if let Some(due) = due.filter(|_| answer_ahead) {
        letter = letter.say(dated("letter-response-due", due, organisation));
    }
    let body = letter
        .say(dated("letter-next-update", next, organisation))
        .body(c, organisation);
    Telling::new(
        at.message_id(),
        "update",
        subject("letter-subject-update", c),
        body,
    )
}

/// `blocks`: what the rules of a pack ask for besides.
pub fn delay(
    c: &Complaint,
    at: &At,
    reason: &str,
    response: Instant,
    next: Instant,
    blocks: &[&str],
) -> Vec<Paragraph> {
    let organisation = at.organisation;
    let asks = |block: &str| blocks.contains(&block);
    let zone = organisation.zone();
    let old = c.due.response.unwrap_or(at.now);
    LetterText::to(c.correspondent())
        .say(
            Message::new("letter-delay")
                .with("reference", reference(c))
                .with("old", old.date_in(&zone))
                .with("new", response.date_in(&zone)),
        )
        .say(Message::new("letter-delay-reason"))
        .write(reason)
        .say(Message::new("letter-delay-sorry"))
        .say(dated("letter-next-update", next, organisation))
        .say_if(asks("recourse-internal"), || {
            Message::new("letter-disagree")
        })
        .say_if(asks("right-to-external-body"), || {
            Message::new("letter-right-outside")
        })
        .external(c, organisation)
        .from(c, organisation)
}

pub fn delayed(c: &Complaint, at: &At, paragraphs: Vec<Paragraph>) -> Telling {
    let subject = subject("letter-subject-delay", c);
    Telling::new(at.message_id(), "delay", subject, Body::Letter(paragraphs))
}

fn dated(key: &str, at: Instant, organisation: &Organisation) -> Message {
    Message::new(key).with("date", at.date_in(&organisation.zone()))
}

fn subject(key: &str, c: &Complaint) -> Message {
    Message::new(key).with("reference", reference(c))
}

fn reference(c: &Complaint) -> Arg {
    Arg::Latin(c.reference.clone())
}
