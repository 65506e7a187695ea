//! What the complainant reads: what is still needed from them, or why the answer
//! takes longer and until when, with all that the rule asks to be said.

use jiff::civil::Date;
use redress_complaint::{
    Complaint,
    at::At,
    telling::{Body, Paragraph, Telling, letter::LetterText},
};
use redress_kernel::{
    deadline::Step,
    words::{Arg, Message},
};

pub fn supplement(c: &Complaint, at: &At, asked: &str) -> Telling {
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-supplement").with("reference", reference(c)))
        .write(asked)
        .say(Message::new("letter-supplement-stands"))
        .body(c, at.organisation);
    let subject = subject("letter-subject-supplement", c);
    Telling::new(at.message_id(), "supplement", subject, body)
}

/// `days`: the limit as it was, and as it is now.
pub fn extension(
    c: &Complaint,
    at: &At,
    reason: &str,
    days: (Date, Date),
    blocks: &[&str],
) -> Vec<Paragraph> {
    let asks = |block: &str| blocks.contains(&block);
    let next = at.organisation.due(Step::Update, at.now);
    LetterText::to(c.correspondent())
        .say(
            Message::new("letter-extension")
                .with("reference", reference(c))
                .with("old", days.0)
                .with("new", days.1),
        )
        .say(Message::new("letter-delay-reason"))
        .write(reason)
        .say(Message::new("letter-delay-sorry"))
        .say(Message::new("letter-next-update").with("date", next.date_in(&at.organisation.zone())))
        .say_if(asks("recourse-internal"), || {
            Message::new("letter-disagree")
        })
        .say_if(asks("right-to-external-body"), || {
            Message::new("letter-right-outside")
        })
        .external(c, at.organisation)
        .from(c, at.organisation)
}

pub fn notice(c: &Complaint, at: &At, paragraphs: Vec<Paragraph>) -> Telling {
    let subject = subject("letter-subject-extension", c);
    let body = Body::Letter(paragraphs);
    let next = at.organisation.due(Step::Update, at.now);
    Telling::new(at.message_id(), "delay", subject, body).next_update(next)
}

fn subject(key: &str, c: &Complaint) -> Message {
    Message::new(key).with("reference", reference(c))
}

fn reference(c: &Complaint) -> Arg {
    Arg::Latin(c.reference.clone())
}
