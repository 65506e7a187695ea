//! What the acknowledgement says: that we have it, what about, what comes next
//! and by when, how to follow it, that it is free, and where else to turn.

use redress_complaint::{
    Complaint,
    facts::{ACCESS_CODE, CONFIRM_PAGE, FOLLOW_PAGE},
    telling::{Telling, letter::LetterText},
};
use redress_kernel::{
    Id, Instant, Organisation,
    words::{Arg, Message},
};

pub fn acknowledgement(c: &Complaint, organisation: &Organisation, message: Id) -> Telling {
    let latin = |text: &str| Arg::Latin(text.to_owned());
    let received_on = c.received_at.date_in(&organisation.zone());
    let about = c.subject_line();
    let body = LetterText::to(c.correspondent())
        .say(
            Message::new("letter-ack-received")
                .with("date", received_on)
                .with("reference", latin(&c.reference)),
        )
        .say_if(!about.is_empty(), || {
            Message::new("letter-ack-about").with("subject", &*about)
        })
        .say(Message::new("letter-ack-next"))
        .list(next_dates(c, organisation))
        .say(
            Message::new("letter-ack-follow")
                .with("page", latin(FOLLOW_PAGE))
                .with("code", latin(ACCESS_CODE)),
        )
        .say(Message::new("letter-free"))
        .say(Message::new("letter-ack-review"))
        .external(c, organisation)
        .body(c, organisation);
    let subject =
        Message::new("letter-subject-acknowledgement").with("reference", latin(&c.reference));
    Telling::new(message, "acknowledgement", subject, body).automatic()
}

/// Asks whoever reads this mailbox whether they sent it (4.4): it came in a flood, and
/// waits for a person otherwise.
pub fn confirmation(c: &Complaint, organisation: &Organisation, message: Id) -> Telling {
    let latin = |text: &str| Arg::Latin(text.to_owned());
    let body = LetterText::to(c.correspondent())
        .say(
            Message::new("letter-confirm-received")
                .with("date", c.received_at.date_in(&organisation.zone()))
                .with("reference", latin(&c.reference)),
        )
        .say(Message::new("letter-confirm-link").with("page", latin(CONFIRM_PAGE)))
        .say(Message::new("letter-confirm-else"))
        .body(c, organisation);
    let subject =
        Message::new("letter-subject-confirmation").with("reference", latin(&c.reference));
    Telling::new(message, "confirmation", subject, body)
        .automatic()
        .by_way(Some("email".to_owned()))
}

/// Each step with the last day on which it is in time.
fn next_dates(c: &Complaint, organisation: &Organisation) -> Vec<Message> {
    let zone = organisation.zone();
    let line = |key: &str, due: Option<Instant>| {
        due.map(|due| Message::new(key).with("date", due.date_in(&zone)))
    };
    [
        line("letter-ack-assessment", c.due.assessment),
        line("letter-ack-update", c.due.update),
        line("letter-ack-response", c.due.response),
    ]
    .into_iter()
    .flatten()
    .collect()
}
