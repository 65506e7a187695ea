//! A machine reports what became of a letter of ours (RFC 3464). The letter is found by
//! the address that the report came to, or by its name; a report that names neither is
//! for a person. One that will never arrive told nobody anything: what it fulfilled is owed again.
//! Evidence: `message-bounced`.

use super::{
    decide::{Became, Coming},
    records::{self, LetterOf},
};
use redress_complaint::{Complaint, case::MessageState, facts::MessageBounced, record::find};
use redress_kernel::{By, Draft, Id};
use redress_mail::fate::{Bounce, Kind, bounced_message, thread::our_letter};
use redress_store::{Error, Tx};

/// A report comes within days; an older letter to the same address is another story.
pub const LOOKED_BACK_SECONDS: i64 = 10 * 86_400;

pub const FATE: &str = "bounce";

pub fn bounced(tx: &mut Tx, coming: &Coming, all: &[Bounce], by: &By) -> Result<Became, Error> {
    let Some(report) = worst(all) else {
        return Ok(Became::alone(FATE));
    };
    let Some(letter) = letter_of(tx, coming, report)? else {
        return unproven(tx, report, by);
    };
    let Some(case) = find(tx, letter.complaint)? else {
        return Ok(Became::alone(FATE));
    };
    if let Some(fact) = news(tx, &case, letter.message, report)? {
        tx.record(Draft::of(case.id, &fact), by)?;
    }
    Ok(Became::of(FATE, case.id))
}

/// It names no letter of ours. Whoever knows an address can write such a report, so
/// nothing follows from it by itself: a person looks.
fn unproven(tx: &mut Tx, report: &Bounce, by: &By) -> Result<Became, Error> {
    let since = by.at.plus_seconds(-LOOKED_BACK_SECONDS);
    let why = match records::newest_to(tx, &report.recipient, since)? {
        Some(_) => "letter-guessed",
        None => "letter-unknown",
    };
    Ok(Became::alone(FATE).because(why, report.recipient.as_str()))
}

/// A letter that has not left, or failed before, cannot come back; and a late report
/// about an address that was corrected since says nothing of the letter.
fn news(
    tx: &mut Tx,
    case: &Complaint,
    letter: Id,
    report: &Bounce,
) -> Result<Option<MessageBounced>, Error> {
    let sent = case.message(letter);
    if sent.is_none_or(|it| it.state != MessageState::Sent) {
        return Ok(None);
    }
    let earlier = is_about_an_earlier_address(tx, case.id, letter, report)?;
    if earlier && !report.is_final() {
        return Ok(None);
    }
    let fact = MessageBounced {
        message: letter,
        code: report.status.clone(),
        cause: report.cause.code().to_owned(),
        permanent: report.is_final() && !earlier,
        earlier,
    };
    // Once a letter: a server repeats itself, and anybody who got it can write reports.
    let said = format!("timeline-{}", fact.sentence());
    let mut lines = case.timeline.iter();
    let known = lines.any(|line| line.message == Some(letter) && line.sentence == said);
    Ok(Some(fact).filter(|fact| fact.permanent || !known))
}

/// It went to another address first, and the report names not the one that it went to
/// last. Where it was never corrected any address may be named: mail is forwarded.
fn is_about_an_earlier_address(
    tx: &mut Tx,
    case: Id,
    letter: Id,
    report: &Bounce,
) -> Result<bool, Error> {
    let sent_to = records::addresses_of(tx, case, letter)?;
    let corrected = sent_to.iter().any(|to| Some(to) != sent_to.last());
    let named = report.recipient.to_lowercase();
    Ok(corrected && !named.is_empty() && sent_to.last() != Some(&named))
}

/// Of several recipients the one that failed; "delivered" and "read" change nothing.
fn worst(all: &[Bounce]) -> Option<&Bounce> {
    let failed = all.iter().find(|it| it.is_final());
    let late = |it: &&Bounce| matches!(it.kind, Kind::Failed | Kind::Delayed);
    failed.or_else(|| all.iter().find(late))
}

fn letter_of(tx: &mut Tx, coming: &Coming, report: &Bounce) -> Result<Option<LetterOf>, Error> {
    let desk = &coming.seat.desk;
    let named = report.original.as_deref();
    let named = named.and_then(|id| our_letter(id, desk));
    let letters = returned_to(coming).into_iter().chain(named);
    for letter in letters {
        if let Some(complaint) = records::case_of_letter(tx, letter)? {
            return Ok(Some(LetterOf {
                message: letter,
                complaint,
            }));
        }
    }
    Ok(None)
}

/// The sealed address that reports about a letter come to names the letter.
pub fn returned_to(coming: &Coming) -> Vec<Id> {
    let Some(key) = &coming.seat.desk.reply_key else {
        return Vec::new();
    };
    let to = coming.message.to.iter();
    to.filter_map(|its| bounced_message(&its.address, key))
        .collect()
}
