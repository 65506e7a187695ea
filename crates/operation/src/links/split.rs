//! Several matters in one letter (R23): a point that has nothing to do with the
//! others becomes a complaint of its own, with its own reference, dates and answer.
//! Decided before anything was found on it; undone as long as nobody worked on the
//! second complaint. The door of receipt receives it when the fact is recorded.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::Issue,
    facts::{Reason, SplitOff, SplitText, SplitUndone},
    telling::{Telling, letter::LetterText},
    verb::while_open,
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX, SHORT_TEXT_MAX},
    words::{Arg, Message},
};

pub const SPLIT: &[Field] = &[
    Field::new("issue", Kind::Issue).required(),
    Field::new("issue-too", Kind::Issue).hinted(),
    Field::new("split-subject", Kind::Line(SHORT_TEXT_MAX)).required(),
    Field::new("split-text", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
];

pub const UNDO: &[Field] = &[
    Field::new("other-complaint", Kind::Reference).required(),
    Field::new("reason", Kind::Text(4000)).required(),
];

pub fn has_several(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.issues.len() {
        0 | 1 => Err(Refusal::new("split-one-point")),
        _ => Ok(()),
    }
}

pub fn split(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let issues = chosen(c, fields)?;
    let fact = SplitOff {
        into: at.ids[1],
        issues,
    };
    let text = SplitText {
        subject: fields.text("split-subject"),
        text: fields.text("split-text"),
    };
    let telling = told(c, at, &text.subject);
    Ok(Decided::fact(Draft::with(c.id, &fact, &text)).telling(telling))
}

fn chosen(c: &Complaint, fields: &Fields) -> Result<Vec<u32>, Refusal> {
    let mut chosen = Vec::new();
    for name in ["issue", "issue-too"] {
        let Some(number) = fields.number(name) else {
            continue;
        };
        let issue = u32::try_from(number).ok().and_then(|n| c.issue(n));
        let issue = issue.ok_or(Refusal::new("issue-unknown").at(name))?;
        untouched(c, issue).map_err(|no| no.at(name))?;
        chosen.push(issue.number);
    }
    chosen.sort_unstable();
    chosen.dedup();
    match chosen.len() < c.issues.len() {
        true => Ok(chosen),
        false => Err(Refusal::new("split-nothing-left").at("issue-too")),
    }
}

/// What was found or promised on a point belongs to the answer of this complaint.
fn untouched(c: &Complaint, issue: &Issue) -> Result<(), Refusal> {
    let promised = c.remedies.iter().any(|r| r.issue == issue.number);
    let told = c.decision().is_some_and(|decision| {
        let mut outcomes = decision.issues.iter();
        outcomes.any(|outcome| outcome.issue == issue.number)
    });
    match issue.finding.is_some() || promised || told {
        true => Err(Refusal::new("split-found-already").with("number", i64::from(issue.number))),
        false => Ok(()),
    }
}

/// The complainant reads why a second letter with another reference comes.
fn told(c: &Complaint, at: &At, subject: &str) -> Telling {
    let reference = || Arg::Latin(c.reference.clone());
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-split").with("reference", reference()))
        .write(subject)
        .say(Message::new("letter-split-own"))
        .body(c, at.organisation);
    let title = Message::new("letter-subject-split").with("reference", reference());
    Telling::new(at.message_id(), "update", title, body).automatic()
}

pub fn was_split(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.split_off.is_empty() {
        true => Err(Refusal::new("split-none")),
        false => Ok(()),
    }
}

/// The points come back, and the second complaint leaves every list.
pub fn undo(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let missing = Refusal::new("no-such-complaint").at("other-complaint");
    let other = at.others.get("other-complaint").ok_or(missing)?;
    if c.split_off.iter().all(|part| part.into != other.id) {
        return Err(Refusal::new("split-not-from-here").at("other-complaint"));
    }
    if other.is_worked_on {
        return Err(Refusal::new("split-worked-on").at("other-complaint"));
    }
    let reason = Reason {
        reason: fields.text("reason"),
    };
    let fact = SplitUndone { into: other.id };
    let reference = Arg::Latin(c.reference.clone());
    let body = LetterText::to(c.correspondent())
        .say(Message::new("letter-split-undone").with("reference", reference.clone()))
        .say(
            Message::new("letter-split-undone-other")
                .with("other", Arg::Latin(other.reference.clone())),
        )
        .body(c, at.organisation);
    let title = Message::new("letter-subject-split-undone").with("reference", reference);
    let telling = Telling::new(at.message_id(), "update", title, body).automatic();
    Ok(Decided::fact(Draft::with(c.id, &fact, &reason)).telling(telling))
}
