//! Words between the organisation and the complainant (7.3, 7.8): a reply with
//! its files, taking a message back while it has not left, and what was posted
//! or told by hand. An internal note is another thing in another room.
//! Evidence: each message as written, when it left, and by which way.

mod message;
#[cfg(test)]
mod tests;

use redress_complaint::facts::{MessageRequeued, MessageWithdrawn};
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    case::MessageState,
    facts::WAYS,
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::Fact;
use redress_kernel::{
    Action,
    fields::{Field, Kind, LONG_TEXT_MAX},
    words::Message,
};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    facts: &[MessageWithdrawn::KIND, MessageRequeued::KIND],
    ..Slice::new("operation.messages", "7.8")
};

const VERBS: &[Verb] = &[
    Verb::new(
        "messages",
        Action::Reply,
        &[
            Field::new("body", Kind::Text(LONG_TEXT_MAX))
                .required()
                .hinted(),
            Field::new("files", Kind::Files),
            Field::new("way", Kind::Choice("way", WAYS)),
        ],
    )
    .ready(message::always)
    .decides(message::reply),
    Verb::new(
        "undo",
        Action::Reply,
        &[Field::new("message", Kind::Message)],
    )
    .ready(message::something_waits)
    .decides(message::undo)
    .adding(),
    Verb::new(
        "again",
        Action::Reply,
        &[
            Field::new("message", Kind::Message),
            Field::new("again-to", Kind::Line(254)).hinted(),
        ],
    )
    .ready(message::something_came_back)
    .decides(message::again)
    .adding(),
    // Posting a letter and reading it out are intake's work as well as a handler's.
    Verb::new(
        "sent",
        Action::Acknowledge,
        &[
            Field::new("message", Kind::Message),
            Field::new("way", Kind::Choice("way", message::WAYS_BY_HAND)),
            Field::new("told-at", Kind::Moment).hinted(),
        ],
    )
    .ready(message::something_waits)
    .decides(message::sent)
    .adding(),
];

const EVIDENCE: &[Evidence] = &[Evidence {
    key: "letters-left-the-house",
    clause: "7.8",
    state: |c| {
        let ours = || {
            c.messages
                .iter()
                .filter(|m| !m.incoming && m.state != MessageState::Withdrawn)
        };
        match ours().count() {
            0 => Found::NotNeeded,
            _ => Found::when(ours().all(|m| m.state == MessageState::Sent)),
        }
    },
}];

/// What still waits: for its moment, for the post, or for another way.
fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let row = |label, m: &redress_complaint::case::CaseMessage| {
        let purpose = Shown::Said(Message::new(format!("purpose-{}", m.purpose)));
        let way = Shown::Said(Message::new(format!("way-{}", m.way)));
        Row::new(label, Shown::List(vec![purpose, way]))
    };
    let waiting = c
        .messages
        .iter()
        .filter_map(|m| match (m.state, m.way.as_str()) {
            (MessageState::Queued, "letter") => Some(row("row-to-post", m)),
            (MessageState::Queued, "phone" | "in-person") => Some(row("row-to-call", m)),
            (MessageState::Queued, _) => Some(row("row-to-send", m)),
            (MessageState::Failed, _) => Some(row("row-not-delivered", m)),
            _ => None,
        });
    waiting.chain(came_back(c)).chain(unanswered(c)).collect()
}

/// The address that answers would go to, where one came back from it.
fn came_back(c: &Complaint) -> Option<Row> {
    let email = &c.correspondent().email;
    let last = c.came_back(email).filter(|_| !email.is_empty())?;
    let cause = Shown::Said(Message::new(format!("bounce-cause-{}", last.cause)));
    let parts = vec![Shown::Text(email.clone()), cause];
    Some(Row::new("row-address-came-back", Shown::List(parts)))
}

/// Why no machine has acknowledged it: somebody has to.
fn unanswered(c: &Complaint) -> Option<Row> {
    let why = c.unanswered.as_ref().filter(|_| c.acknowledged.is_none())?;
    Some(Row::code("row-unanswered", "unanswered", why))
}
