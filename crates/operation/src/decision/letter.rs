//! The decision letter and the blocks that no answer may go without: reference,
//! a finding with its reasons for each point, each remedy with its date, how to
//! accept or disagree, the review free of charge, the way outside, where to
//! reach us. Whoever writes adds to them and cannot take one away.

use super::decision::subject;
use redress_complaint::{
    Complaint,
    case::{Issue, Remedy, RemedyState},
    facts::FOLLOW_PAGE,
    telling::{Body, Paragraph, Telling, letter::LetterText},
};
use redress_kernel::{
    Id, Instant, Organisation,
    words::{Arg, Message},
};

/// A block that the letter cannot go without; those of a point carry its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    Reference,
    Finding(u32),
    Reasons(u32),
    Remedy(u32),
    Answering,
    Review,
    External,
    Contact,
}

pub fn telling(c: &Complaint, message: Id, paragraphs: Vec<Paragraph>) -> Telling {
    Telling::new(message, "decision", subject(c), Body::Letter(paragraphs))
}

/// `ask_again_at`: when we ask once more if the complainant has said nothing.
pub fn compose(
    c: &Complaint,
    organisation: &Organisation,
    summary: &str,
    ask_again_at: Instant,
) -> Vec<Paragraph> {
    let ask_again_on = ask_again_at.date_in(&organisation.zone());
    let received_on = c.received_at.date_in(&organisation.zone());
    let opening = Message::new(match c.is_reviewed() {
        true => "letter-decision-after-review",
        false => "letter-decision",
    });
    let letter = LetterText::to(c.correspondent())
        .say(
            opening
                .with("reference", reference(c))
                .with("date", received_on),
        )
        .write(summary);
    let letter = c
        .issues
        .iter()
        .fold(letter, |letter, issue| point(c, letter, issue));
    remedies(c, letter)
        .say(
            Message::new("letter-answering")
                .with("page", Arg::Latin(FOLLOW_PAGE.to_owned()))
                .with("date", ask_again_on),
        )
        .say(Message::new(review_block(c)))
        .external(c, organisation)
        .from(c, organisation)
}

/// One point: what it is about if there are several, what we found, and why.
fn point(c: &Complaint, letter: LetterText, issue: &Issue) -> LetterText {
    let several = c.issues.len() > 1;
    let finding = issue.finding.as_deref().unwrap_or_default();
    let heading = || {
        let number = Message::new(match issue.title.is_empty() {
            true => "letter-point",
            false => "letter-point-titled",
        });
        number
            .with("number", i64::from(issue.number))
            .with("title", issue.title.as_str())
    };
    letter
        .say_if(several, heading)
        .say(Message::new(format!("letter-finding-{finding}")))
        .write(&issue.reason)
}

/// Remedies that are promised or done for one point.
pub fn promised(c: &Complaint, issue: u32) -> impl Iterator<Item = &Remedy> {
    c.remedies
        .iter()
        .filter(move |remedy| remedy.issue == issue && remedy.state != RemedyState::Cancelled)
}

fn remedies(c: &Complaint, letter: LetterText) -> LetterText {
    let all: Vec<&Remedy> = c
        .issues
        .iter()
        .flat_map(|issue| promised(c, issue.number))
        .collect();
    if all.is_empty() {
        return letter;
    }
    let letter = letter.say(Message::new("letter-remedies"));
    all.into_iter().fold(letter, |letter, remedy| {
        letter.say(remedy_line(remedy)).write(&remedy.text)
    })
}

fn remedy_line(remedy: &Remedy) -> Message {
    let (key, date) = match remedy.delivered_on {
        Some(on) => ("letter-remedy-done", on),
        None => ("letter-remedy", remedy.due_on),
    };
    let what = Arg::Key(format!("remedy-{}", remedy.remedy));
    match &remedy.amount {
        Some(amount) => Message::new(format!("{key}-amount")).with("amount", amount.clone()),
        None => Message::new(key),
    }
    .with("date", date)
    .with("remedy", what)
}

/// After a review inside the house the way on leads outside.
fn review_block(c: &Complaint) -> &'static str {
    match c.is_reviewed() {
        true => "letter-reviewed",
        false => "letter-review",
    }
}

fn reference(c: &Complaint) -> Arg {
    Arg::Latin(c.reference.clone())
}

/// The blocks that a letter still lacks. Looks at the paragraphs themselves, so
/// it also finds what a change to `compose` would lose.
pub fn lint(c: &Complaint, letter: &[Paragraph]) -> Vec<Block> {
    let mut needed = vec![Block::Reference];
    for issue in &c.issues {
        needed.extend([Block::Finding(issue.number), Block::Reasons(issue.number)]);
        needed.extend(promised(c, issue.number).map(|remedy| Block::Remedy(remedy.number)));
    }
    needed.extend([
        Block::Answering,
        Block::Review,
        Block::External,
        Block::Contact,
    ]);
    needed.retain(|block| !is_there(c, letter, *block));
    needed
}

fn is_there(c: &Complaint, letter: &[Paragraph], block: Block) -> bool {
    match block {
        Block::Reference => said(letter, |m| {
            m.key.starts_with("letter-decision") && m.args.contains(&("reference", reference(c)))
        }),
        Block::Finding(number) => findings(c, letter, number),
        Block::Reasons(number) => c
            .issue(number)
            .is_some_and(|issue| written(letter, &issue.reason)),
        Block::Remedy(number) => c.remedy(number).is_some_and(|remedy| {
            let line = remedy_line(remedy);
            said(letter, |m| *m == line)
        }),
        Block::Answering => said(letter, |m| m.key == "letter-answering"),
        Block::Review => said(letter, |m| m.key == review_block(c)),
        Block::External => said(letter, |m| m.key.starts_with("letter-external")),
        Block::Contact => said(letter, |m| m.key == "letter-contact"),
    }
}

/// A finding stands right before the reasons of its own point.
fn findings(c: &Complaint, letter: &[Paragraph], number: u32) -> bool {
    let Some(issue) = c.issue(number) else {
        return false;
    };
    let finding = format!(
        "letter-finding-{}",
        issue.finding.as_deref().unwrap_or_default()
    );
    letter.windows(2).any(|pair| match pair {
        [Paragraph::Said(said), Paragraph::Written(why)] => {
            said.key == finding && why == issue.reason.trim()
        }
        _ => false,
    })
}

fn said(letter: &[Paragraph], is: impl Fn(&Message) -> bool) -> bool {
    letter.iter().any(|paragraph| match paragraph {
        Paragraph::Said(message) => is(message),
        Paragraph::Lines(lines) => lines.iter().any(&is),
        Paragraph::Written(_) => false,
    })
}

fn written(letter: &[Paragraph], text: &str) -> bool {
    let text = text.trim();
    let is =
        |paragraph: &Paragraph| matches!(paragraph, Paragraph::Written(words) if words == text);
    !text.is_empty() && letter.iter().any(is)
}
