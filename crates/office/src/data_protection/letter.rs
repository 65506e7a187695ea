//! What the complainant is told of an erasure: that it was agreed and when it comes, a
//! week before, by the last way that leads to them; and that it does not come after all.

use super::{erasure::Erasure, facts::LetterSent};
use redress_complaint::{
    Complaint, House,
    chapter::Acting,
    facts::MessageWithdrawn,
    record::{find, folded},
    telling::{Telling, best_way, letter::LetterText, tell},
};
use redress_kernel::{
    By, Draft, Id, Instant,
    words::{Arg, Message},
};
use redress_store::{Error, Tx, job};

/// One letter to one person, in their newest case that has a way to them.
pub fn announced(
    tx: &mut Tx,
    house: &House,
    erasure: &Erasure,
    due_at: Instant,
    acting: &Acting,
) -> Result<Option<LetterSent>, Error> {
    if erasure.basis == "retention" || !erasure.is_whole() {
        return Ok(None);
    }
    let mut cases = folded(tx, &erasure.complaints)?;
    cases.retain(|case| best_way(case.correspondent()) != "portal");
    let Some(case) = cases.iter().max_by_key(|case| (case.received_at, case.id)) else {
        return Ok(None);
    };
    let on = due_at.date_in(&acting.organisation.zone());
    let text = LetterText::to(case.correspondent())
        .say(Message::new("letter-erasure").with("n", erasure.complaints.len()))
        .say(Message::new("letter-erasure-on").with("day", on))
        .say(Message::new("letter-erasure-stays"));
    let message = told(tx, house, case, text, acting)?;
    Ok(Some(LetterSent {
        complaint: case.id,
        message,
    }))
}

fn told(
    tx: &mut Tx,
    house: &House,
    case: &Complaint,
    text: LetterText,
    acting: &Acting,
) -> Result<Id, Error> {
    let message = tx.new_id(acting.now);
    let reference = Arg::Latin(case.reference.clone());
    let subject = Message::new("letter-subject-erasure").with("reference", reference);
    let body = text.body(case, acting.organisation);
    let telling = Telling::new(message, "erasure", subject, body).automatic();
    tell(tx, house.words, case, telling, &acting.by())?;
    Ok(message)
}

/// The letter is taken back while it is here; if it has left, another one follows.
pub fn taken_back(
    tx: &mut Tx,
    house: &House,
    letter: LetterSent,
    acting: &Acting,
) -> Result<(), Error> {
    let Some(case) = find(tx, letter.complaint)? else {
        return Ok(());
    };
    if is_still_here(tx, &case, letter.message)? {
        let fact = MessageWithdrawn {
            message: letter.message,
        };
        let by: By = acting.by();
        return tx.record(Draft::of(case.id, &fact), &by).map(|_| ());
    }
    let text = LetterText::to(case.correspondent()).say(Message::new("letter-erasure-stopped"));
    told(tx, house, &case, text, acting).map(|_| ())
}

fn is_still_here(tx: &mut Tx, case: &Complaint, message: Id) -> Result<bool, Error> {
    use redress_complaint::case::MessageState;
    let queued = case
        .message(message)
        .filter(|message| message.state == MessageState::Queued);
    match queued.map(|message| message.way.as_str()) {
        None => Ok(false),
        Some("email") => job::withdraw(tx, &format!("mail:{message}")),
        Some(_) => Ok(true),
    }
}
