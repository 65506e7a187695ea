//! What a person decides of a message that is no complaint yet: it is one, it belongs to
//! a case, it is none; and that the last of these was wrong (7.2). Evidence:
//! `mail-sorted`, and whatever the case gets by it.

use super::{
    arriving::{Taken, made},
    decide::{Became, Coming},
    joining::joined,
    records::{Looked, answered, fate_before, one},
};
use crate::mail::{Mail, MailSorted, Opened, Seat, fate};
use crate::mail_content::external_id;
use crate::mail_seat::seat;
use redress_complaint::{
    at::InEvidence,
    facts::Enclosed,
    house::organisation,
    record::{find, id_of, permitted},
};
use redress_kernel::{Action, Actor, By, Draft, Entry, Id, Refusal};
use redress_mail::{fate::fate as decided, reading::read};
use redress_store::{Error, Read, Tx};

/// Why not: a refusal with the way on, or ours.
#[derive(Debug)]
pub enum Fault {
    Hidden,
    Refused(Refusal),
    Store(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Store(error)
    }
}

fn refused<T>(code: &'static str) -> Result<T, Fault> {
    Err(Fault::Refused(Refusal::new(code)))
}

/// The complaint that it became; its reference. Empty where the same message had become a
/// case before that this person may not see: it belongs there now, and nobody is told.
pub fn complaint(tx: &mut Tx, mail: Id, actor: &Actor, by: &By) -> Result<String, Fault> {
    let (looked, kept) = open(tx, mail, actor)?;
    let bytes = bytes(tx, &looked)?;
    let of = organisation(tx)?;
    let seat = seat(tx, kept.mailbox)?;
    let seat = Seat {
        unit: seat.unit.or(by.unit),
        ..seat
    };
    let mut coming = Coming::of(&kept, opened(&bytes), seat);
    let unanswered = unanswered(tx, &coming, &of.mail_limits, by)?;
    let code = match coming.message.unreadable {
        Some(_) => fate::UNREADABLE,
        None => fate::NEW,
    };
    let its = Taken {
        code,
        claims: None,
        unanswered,
    };
    let became: Became = made(tx, &mut coming, its, &of, by)?;
    let Some(case) = became.complaint else {
        return refused("mail-not-taken");
    };
    sorted(tx, mail, became.fate, Some(case), by)?;
    let case = find(tx, case)?;
    let seen = case.filter(|case| permitted(actor, Action::SeeCase, case).is_ok());
    Ok(seen.map(|case| case.reference).unwrap_or_default())
}

/// What a machine wrote is not answered by one, whatever it was put aside as meanwhile.
fn unanswered(
    tx: &mut Tx,
    coming: &Coming,
    limits: &redress_kernel::mail_limits::MailLimits,
    by: &By,
) -> Result<Option<&'static str>, Error> {
    let read = decided(&coming.message, &coming.seat.desk);
    if !read.fate.may_be_answered() {
        return Ok(Some("machine"));
    }
    let lately = answered(tx, &coming.sender, by.at)?;
    Ok((lately >= limits.answers_an_address).then_some("answered-lately"))
}

/// The case that it joins, which this person has to see.
pub fn join(
    tx: &mut Tx,
    mail: Id,
    reference: &str,
    actor: &Actor,
    by: &By,
) -> Result<String, Fault> {
    let (looked, kept) = open(tx, mail, actor)?;
    let unknown = || Fault::Refused(Refusal::new("no-such-complaint").at("other-complaint"));
    let id = id_of(tx, reference)?.ok_or_else(unknown)?;
    let case = find(tx, id)?.ok_or_else(unknown)?;
    permitted(actor, Action::SeeCase, &case).map_err(|_| unknown())?;
    let bytes = bytes(tx, &looked)?;
    let mut coming = Coming::of(&kept, opened(&bytes), Seat::default());
    joined(tx, &mut coming, &case, by)?;
    sorted(tx, mail, fate::REPLY, Some(id), by)?;
    Ok(case.reference)
}

pub fn dismiss(tx: &mut Tx, mail: Id, actor: &Actor, by: &By) -> Result<(), Fault> {
    let (looked, _) = open(tx, mail, actor)?;
    match looked.fate.as_str() {
        fate::NO_COMPLAINT => refused("mail-dismissed-already"),
        _ => Ok(sorted(tx, mail, fate::NO_COMPLAINT, None, by)?),
    }
}

/// It waits again as it did before somebody said that it is no complaint.
pub fn undo(tx: &mut Tx, mail: Id, actor: &Actor, by: &By) -> Result<(), Fault> {
    let (looked, _) = open(tx, mail, actor)?;
    let before = fate_before(tx, mail)?;
    match (looked.fate.as_str(), before) {
        (fate::NO_COMPLAINT, Some(before)) => Ok(sorted(tx, mail, &before, None, by)?),
        _ => refused("mail-nothing-to-undo"),
    }
}

fn sorted(tx: &mut Tx, mail: Id, fate: &str, complaint: Option<Id>, by: &By) -> Result<(), Error> {
    let fact = MailSorted {
        fate: fate.to_owned(),
        complaint,
    };
    tx.record(Draft::of(mail, &fact), by).map(|_| ())
}

/// A message that no case has yet, with its original.
fn open(tx: &mut Tx, mail: Id, actor: &Actor) -> Result<(Looked, Mail), Fault> {
    let looked = one(tx, mail, actor)?.ok_or(Fault::Hidden)?;
    if looked.complaint.is_some() {
        return refused("mail-belongs-already");
    }
    let entries = tx.entries(mail)?;
    let Some(original) = entries.iter().find_map(original) else {
        return refused("mail-original-gone");
    };
    let kept = Mail {
        id: mail,
        mailbox: looked.mailbox,
        arrived_at: looked.arrived_at,
        message_id: looked.message_id.clone(),
        original,
    };
    Ok((looked, kept))
}

/// The file that its first fact encloses.
fn original(entry: &Entry) -> Option<InEvidence> {
    let record: serde_json::Value = serde_json::from_str(&entry.record).ok()?;
    let file: Enclosed = serde_json::from_value(record.get("files")?.get(0)?.clone()).ok()?;
    let text: serde_json::Value = serde_json::from_str(entry.personal.present()?).ok()?;
    let salt = text.get("file_salts")?.get(file.file.to_string())?;
    Some(InEvidence {
        salt: salt.as_str()?.to_owned(),
        name: crate::mail_content::ORIGINAL.to_owned(),
        file,
    })
}

fn opened(bytes: &[u8]) -> Opened<'_> {
    let message = read(bytes);
    Opened {
        bytes,
        says: external_id(&message, bytes),
        message,
        whole: true,
        verdict: None,
    }
}

fn bytes(tx: &mut Tx, looked: &Looked) -> Result<Vec<u8>, Fault> {
    let bytes = looked.file.map(|file| tx.blob(file)).transpose()?.flatten();
    bytes.map_or_else(|| refused("mail-original-gone"), Ok)
}
