//! The decision: what has to be there before it, and what it records.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::RemedyState,
    clocks::blocks,
    facts::{self, DecidedText, IssueOutcome, StaffInformed, Text},
    telling::leads_to,
    verb::while_open,
};
use redress_kernel::{
    Draft, Refusal,
    deadline::Step,
    fields::Fields,
    words::{Arg, Message},
};

/// Every point has its finding, every sum its approval, and whoever is
/// complained about was heard (4.7, annex D).
pub fn ready(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    not_decided_already(c)?;
    impartial(c, at)?;
    every_issue_found(c)?;
    every_remedy_approved(c)?;
    everybody_heard(c)
}

fn not_decided_already(c: &Complaint) -> Result<(), Refusal> {
    if c.open_review().is_some() {
        return Err(Refusal::new("review-first"));
    }
    let Some(decision) = c.decision() else {
        return Ok(());
    };
    let reopened_since = c.reopened_at.is_some_and(|at| decision.at < at);
    match reopened_since || c.wants_new_answer() {
        true => Ok(()),
        false => Err(Refusal::new("decided-already")),
    }
}

/// Nobody decides about themselves. The case is hidden from them anyway; this
/// holds even if somebody lends them their screen's address.
fn impartial(c: &Complaint, at: &At) -> Result<(), Refusal> {
    match c.kept_apart().contains(&at.actor.id) {
        true => Err(Refusal::new("complained-about-yourself")),
        false => Ok(()),
    }
}

fn every_issue_found(c: &Complaint) -> Result<(), Refusal> {
    let open = c.issues.iter().find(|issue| issue.finding.is_none());
    match open {
        Some(issue) => {
            Err(Refusal::new("issue-without-finding").with("number", i64::from(issue.number)))
        }
        None => Ok(()),
    }
}

fn every_remedy_approved(c: &Complaint) -> Result<(), Refusal> {
    let open = c
        .remedies
        .iter()
        .find(|remedy| remedy.state == RemedyState::Proposed);
    match open {
        Some(remedy) => Err(Refusal::new("remedy-without-approval")
            .with("remedy", Arg::Key(format!("remedy-{}", remedy.remedy)))),
        None => Ok(()),
    }
}

fn everybody_heard(c: &Complaint) -> Result<(), Refusal> {
    match c.concerns.iter().any(|concern| concern.heard_at.is_none()) {
        true => Err(Refusal::new("person-not-heard")),
        false => Ok(()),
    }
}

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let way = fields.optional("way");
    leads_to(c.correspondent(), way.as_deref())?;
    let summary = fields.text("summary");
    let ask_again_at = at.organisation.due(Step::Update, at.now);
    let paragraphs = letter::compose(c, at.organisation, &summary, ask_again_at);
    if !letter::lint(c, &paragraphs).is_empty() {
        return Err(Refusal::new("letter-incomplete"));
    }
    // What the rule packs of this complaint ask of an answer, as far as a letter shows it.
    blocks::Draft::new(c, at.organisation, &paragraphs, way.as_deref()).hold(&c.answer_blocks())?;
    let decided = facts::Decided {
        cycle: c.decisions.iter().filter(|d| !d.taken_back).count() as u32 + 1,
        issues: outcomes(c),
        message: at.message_id(),
        // The letter was checked for it above.
        recourse_told: true,
    };
    let text = DecidedText {
        summary,
        reasons: c.issues.iter().map(|issue| issue.reason.clone()).collect(),
    };
    let telling = letter::telling(c, at.message_id(), paragraphs)
        .next_update(ask_again_at)
        .by_way(way);
    Ok(Decided::fact(Draft::with(c.id, &decided, &text)).telling(telling))
}

fn outcomes(c: &Complaint) -> Vec<IssueOutcome> {
    c.issues
        .iter()
        .map(|issue| IssueOutcome {
            issue: issue.number,
            outcome: issue.finding.clone().unwrap_or_default(),
            remedies: letter::promised(c, issue.number)
                .map(|remedy| remedy.number)
                .collect(),
        })
        .collect()
}

pub fn is_decided(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.decision() {
        Some(_) => Ok(()),
        None => Err(Refusal::new("no-decision-yet")),
    }
}

/// The colleagues concerned know the decision as well (7.8).
pub fn inform_staff(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let colleague = fields
        .id("colleague")
        .and_then(|id| at.colleague(id))
        .ok_or(Refusal::new("colleague-unknown").at("colleague"))?;
    let informed = StaffInformed {
        colleagues: vec![colleague.id],
    };
    let text = Text {
        text: fields.text("text"),
    };
    Ok(Decided::fact(Draft::with(c.id, &informed, &text)))
}

/// A short line for the subject of the letter.
pub(super) fn subject(c: &Complaint) -> Message {
    Message::new("letter-subject-decision").with("reference", Arg::Latin(c.reference.clone()))
}
