//! Letters of 7.9: the ways open to somebody who does not accept, the review's
//! beginning and end, a withdrawal, the closing, the reopening.

use super::withdrawal::concerns_safety;
use redress_complaint::{
    Complaint,
    at::At,
    case::RemedyState,
    facts::Closed,
    telling::{Telling, letter::LetterText},
};
use redress_kernel::{
    Id, Instant, Organisation,
    deadline::Step,
    words::{Arg, Message},
};

/// After "I do not accept": it stays open, and these are the ways on. Nobody
/// waits for a person here, so it goes out at once.
pub fn recourse(
    c: &Complaint,
    organisation: &Organisation,
    message: Id,
    review_wanted: bool,
) -> Telling {
    let reviewed = c.is_reviewed();
    let inside = match (reviewed, review_wanted) {
        (true, _) => "letter-reviewed",
        (false, true) => "letter-review-asked",
        (false, false) => "letter-review",
    };
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-not-accepted").with("reference", reference(c)))
        .say(Message::new(inside))
        .external(c, organisation)
        .body(c, organisation);
    telling(c, message, "recourse", "letter-subject-recourse", body).automatic()
}

pub fn review_opened(c: &Complaint, at: &At, due: Instant) -> Telling {
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-review-opened").with("reference", reference(c)))
        .say(dated("letter-review-due", due, at.organisation))
        .say(Message::new("letter-free"))
        .body(c, at.organisation);
    let next = at.organisation.due(Step::Update, at.now);
    telling(c, at.message_id(), "update", "letter-subject-review", body).next_update(next)
}

pub fn review_confirmed(c: &Complaint, at: &At, reason: &str) -> Telling {
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-review-confirmed").with("reference", reference(c)))
        .write(reason)
        .say(Message::new("letter-reviewed"))
        .external(c, at.organisation)
        .body(c, at.organisation);
    telling(
        c,
        at.message_id(),
        "recourse",
        "letter-subject-review-result",
        body,
    )
}

/// Changed or to be investigated again: a new answer follows, by a new date.
pub fn review_goes_on(c: &Complaint, at: &At, reason: &str) -> Telling {
    let due = at.organisation.due(Step::Response, at.now);
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-review-changed").with("reference", reference(c)))
        .write(reason)
        .say(dated("letter-response-due", due, at.organisation))
        .body(c, at.organisation);
    let next = at.organisation.due(Step::Update, at.now);
    telling(
        c,
        at.message_id(),
        "update",
        "letter-subject-review-result",
        body,
    )
    .response_due(due)
    .next_update(next)
}

pub fn withdrawn(c: &Complaint, organisation: &Organisation, message: Id, safety: bool) -> Telling {
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-withdrawn").with("reference", reference(c)))
        .say_if(safety, || Message::new("letter-withdrawn-safety"))
        .say(Message::new("letter-withdrawn-again"))
        .body(c, organisation);
    telling(c, message, "withdrawal", "letter-subject-withdrawal", body).automatic()
}

pub fn closed(c: &Complaint, at: &At, closed: &Closed, body: &str) -> Telling {
    let safety = closed.reason == "withdrawn" && concerns_safety(c);
    let letter = LetterText::to(c.correspondent())
        .say(Message::new("letter-closed").with("reference", reference(c)))
        .say(Message::new(format!("letter-closed-{}", closed.reason)))
        .write(body);
    let letter = promises(c, letter)
        .say_if(safety, || Message::new("letter-withdrawn-safety"))
        .say(Message::new("letter-closed-reopen"));
    let letter = match closed.follow_up_at {
        Some(due) => letter.say(dated("letter-closed-follow-up", due, at.organisation)),
        None => letter,
    };
    let letter = letter.external(c, at.organisation).body(c, at.organisation);
    telling(
        c,
        at.message_id(),
        "closing",
        "letter-subject-closing",
        letter,
    )
}

/// Says only what is true: kept if each was verified, still standing if a manager
/// closed over one.
fn promises(c: &Complaint, letter: LetterText) -> LetterText {
    let open: Vec<Message> = c
        .remedies
        .iter()
        .filter(|remedy| !remedy.state.is_settled())
        .map(|remedy| {
            Message::new("letter-promise-open")
                .with("date", remedy.due_on)
                .with("remedy", Arg::Key(format!("remedy-{}", remedy.remedy)))
        })
        .collect();
    let kept = c.remedies.iter().any(|r| r.state == RemedyState::Verified);
    match open.is_empty() {
        true => letter.say_if(kept, || Message::new("letter-promises-kept")),
        false => letter.say(Message::new("letter-promises-open")).list(open),
    }
}

pub fn reopened(c: &Complaint, at: &At, response: Instant) -> Telling {
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-reopened").with("reference", reference(c)))
        .say(dated("letter-response-due", response, at.organisation))
        .body(c, at.organisation);
    telling(
        c,
        at.message_id(),
        "update",
        "letter-subject-reopened",
        body,
    )
}

fn telling(
    c: &Complaint,
    message: Id,
    purpose: &'static str,
    subject: &str,
    body: redress_complaint::telling::Body,
) -> Telling {
    let subject = Message::new(subject).with("reference", reference(c));
    Telling::new(message, purpose, subject, body)
}

fn dated(key: &str, at: Instant, organisation: &Organisation) -> Message {
    Message::new(key).with("date", at.date_in(&organisation.zone()))
}

fn reference(c: &Complaint) -> Arg {
    Arg::Latin(c.reference.clone())
}
