//! A remedy and its verbs.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::{Remedy, RemedyState},
    facts::{
        RemedyApproved, RemedyCancelled, RemedyDelivered, RemedyProposed, RemedyVerified, Text,
    },
    telling::{Telling, letter::LetterText},
    verb::while_open,
};
use redress_kernel::{
    Draft, Refusal,
    fields::Fields,
    money::Money,
    terms::List,
    words::{Arg, Message},
};

/// More promises than this in one complaint are a mistake of a program.
const REMEDIES_MAX: usize = 100;

pub fn propose(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    if c.remedies.len() >= REMEDIES_MAX {
        return Err(Refusal::new("remedies-too-many"));
    }
    let remedy = fields.text("remedy");
    if !at.organisation.terms.offers(List::Remedies, &remedy) {
        return Err(Refusal::new("term-not-offered").at("remedy"));
    }
    let amount = amount(&remedy, fields, at)?;
    let due_on = fields
        .date("due-on")
        .filter(|day| *day >= at.now.date_in(&at.organisation.zone()))
        .ok_or(Refusal::new("remedy-due-in-the-past").at("due-on"))?;
    let proposed = RemedyProposed {
        number: c.remedies.iter().map(|r| r.number).max().unwrap_or(0) + 1,
        issue: issue(c, fields)?,
        remedy,
        // Four eyes on every sum; nobody approves their own proposal.
        needs_approval: amount.is_some(),
        amount,
        due_on,
    };
    let text = Text {
        text: fields.text("promise"),
    };
    Ok(Decided::fact(Draft::with(c.id, &proposed, &text)))
}

fn amount(remedy: &str, fields: &Fields, at: &At) -> Result<Option<Money>, Refusal> {
    let Some(typed) = fields.optional("amount") else {
        return match at.organisation.terms.is_sum(remedy) {
            true => Err(Refusal::new("remedy-needs-amount").at("amount")),
            false => Ok(None),
        };
    };
    let money = Money::read(&typed, &at.organisation.currency).filter(|money| money.minor > 0);
    money
        .map(Some)
        .ok_or(Refusal::new("remedy-needs-amount").at("amount"))
}

/// The issue that the form names; a complaint of one point needs no naming.
fn issue(c: &Complaint, fields: &Fields) -> Result<u32, Refusal> {
    let which = || Refusal::new("which-issue").at("issue");
    match (fields.number("issue"), c.issues.as_slice()) {
        (Some(number), _) => {
            let number = u32::try_from(number).map_err(|_| which())?;
            c.issue(number).map(|issue| issue.number).ok_or_else(which)
        }
        (None, [only]) => Ok(only.number),
        _ => Err(which()),
    }
}

fn waits_for_approval(remedy: &Remedy) -> bool {
    remedy.state == RemedyState::Proposed && remedy.needs_approval
}

/// Approved, or delivered once and found not right.
fn can_be_delivered(remedy: &Remedy) -> bool {
    matches!(remedy.state, RemedyState::Approved | RemedyState::Failed)
}

fn can_be_verified(remedy: &Remedy) -> bool {
    remedy.state == RemedyState::Delivered
}

fn can_be_cancelled(remedy: &Remedy) -> bool {
    !remedy.state.is_settled() && remedy.state != RemedyState::Delivered
}

pub fn something_to_approve(c: &Complaint, at: &At) -> Result<(), Refusal> {
    some(c, at, waits_for_approval, "no-remedy-to-approve")
}

pub fn something_to_deliver(c: &Complaint, at: &At) -> Result<(), Refusal> {
    some(c, at, can_be_delivered, "no-remedy-to-deliver")
}

pub fn something_to_verify(c: &Complaint, at: &At) -> Result<(), Refusal> {
    some(c, at, can_be_verified, "no-remedy-to-verify")
}

pub fn something_to_cancel(c: &Complaint, at: &At) -> Result<(), Refusal> {
    some(c, at, can_be_cancelled, "no-remedy-to-cancel")
}

fn some(
    c: &Complaint,
    at: &At,
    fits: fn(&Remedy) -> bool,
    code: &'static str,
) -> Result<(), Refusal> {
    while_open(c, at)?;
    c.remedies
        .iter()
        .any(fits)
        .then_some(())
        .ok_or(Refusal::new(code))
}

/// The remedy that the form names, if it is where this verb needs it; without a
/// name the only one that fits.
fn named<'a>(
    c: &'a Complaint,
    fields: &Fields,
    fits: fn(&Remedy) -> bool,
    code: &'static str,
) -> Result<&'a Remedy, Refusal> {
    if let Some(number) = fields.number("remedy") {
        let remedy = c.remedies.iter().find(|r| i64::from(r.number) == number);
        let remedy = remedy.ok_or(Refusal::new("which-remedy").at("remedy"))?;
        return fits(remedy)
            .then_some(remedy)
            .ok_or(Refusal::new(code).at("remedy"));
    }
    let mut fitting = c.remedies.iter().filter(|r| fits(r));
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(Refusal::new(code)),
        _ => Err(Refusal::new("which-remedy").at("remedy")),
    }
}

pub fn approve(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let remedy = named(c, fields, waits_for_approval, "no-remedy-to-approve")?;
    if remedy.proposed_by == at.actor.id {
        return Err(Refusal::new("own-proposal"));
    }
    let approved = RemedyApproved {
        number: remedy.number,
    };
    Ok(Decided::fact(Draft::of(c.id, &approved)))
}

pub fn deliver(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let remedy = named(c, fields, can_be_delivered, "remedy-not-approved-yet")?;
    let zone = at.organisation.zone();
    let (first, today) = (c.received_at.date_in(&zone), at.now.date_in(&zone));
    let delivered_on = fields
        .date("delivered-on")
        .filter(|day| (first..=today).contains(day))
        .ok_or(Refusal::new("delivered-on-unlikely").at("delivered-on"))?;
    let delivered = RemedyDelivered {
        number: remedy.number,
        delivered_on,
    };
    let text = Text {
        text: fields.text("text"),
    };
    Ok(Decided::fact(Draft::with(c.id, &delivered, &text)))
}

/// Delivered is not yet put right: the complainant says so, or evidence shows it.
pub fn verify(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let remedy = named(c, fields, can_be_verified, "remedy-not-delivered-yet")?;
    let text = Text {
        text: fields.text("text"),
    };
    let verified = RemedyVerified {
        number: remedy.number,
        with: fields.text("verified-with"),
        right: fields.yes("put-right").unwrap_or(false),
    };
    let says_nothing = text.text.is_empty();
    if says_nothing && (verified.with == "evidence" || !verified.right) {
        return Err(Refusal::new("verification-needs-words").at("text"));
    }
    Ok(Decided::fact(Draft::with(c.id, &verified, &text)))
}

/// A remedy that stood in a letter is never dropped in silence.
pub fn cancel(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let remedy = named(c, fields, can_be_cancelled, "no-remedy-to-cancel")?;
    let reason = fields.text("reason");
    let cancelled = RemedyCancelled {
        number: remedy.number,
    };
    let text = Text {
        text: reason.clone(),
    };
    let decided = Decided::fact(Draft::with(c.id, &cancelled, &text));
    Ok(match was_told(c, remedy.number) {
        true => decided.telling(cancellation(c, remedy, &reason, at)),
        false => decided,
    })
}

fn was_told(c: &Complaint, number: u32) -> bool {
    let told = c
        .decisions
        .iter()
        .filter(|decision| decision.told_at.is_some());
    told.flat_map(|decision| &decision.issues)
        .any(|issue| issue.remedies.contains(&number))
}

fn cancellation(c: &Complaint, remedy: &Remedy, reason: &str, at: &At) -> Telling {
    let body = LetterText::to(c.correspondent())
        .say(
            Message::new("letter-remedy-cancelled")
                .with("remedy", Arg::Key(format!("remedy-{}", remedy.remedy))),
        )
        .say(Message::new("letter-remedy-cancelled-reason"))
        .write(reason)
        .say(Message::new("letter-remedy-cancelled-disagree"))
        .external(c, at.organisation)
        .body(c, at.organisation);
    let subject = Message::new("letter-subject-remedy-cancelled")
        .with("reference", Arg::Latin(c.reference.clone()));
    Telling::new(at.message_id(), "update", subject, body)
}
