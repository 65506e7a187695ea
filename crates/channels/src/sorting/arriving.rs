//! A message becomes a complaint of its own, by the door that every channel leads to
//! (7.2): in the language it is written in, with the original and everything that came
//! along, and with a note for the staff where it claims something. Evidence: `received`.

use super::{
    decide::{Became, Coming},
    records,
};
use crate::{
    mail::fate,
    mail_content::{FILES_MAX, cut, described, person, received_at, said_in, salt, short, voice},
};
use redress_complaint::{
    at::Upload,
    door::upload,
    facts::{Noted, Text},
    house::organisation,
};
use redress_kernel::{
    By, Draft, Id, Instant, Organisation, fields::SHORT_TEXT_MAX, mail_limits::Gate,
    words::Message as Sentence,
};
use redress_mail::reading::{Flaw, Message, Part};
use redress_operation::receipt::{Arrival, NotReceived, receive};
use redress_store::{Error, Tx};

/// Stands for the reason of a late recording: it lay in the mailbox.
const LAY_IN_A_MAILBOX: &str = "mail";

/// Over a limit a person looks first; else it is a complaint, answered or not.
pub fn arrive(
    tx: &mut Tx,
    coming: &mut Coming,
    code: &'static str,
    claims: Option<String>,
    by: &By,
) -> Result<Became, Error> {
    let of = organisation(tx)?;
    let at = arrived(coming, by.at);
    let before = records::before(tx, &coming.sender, at, by.at)?;
    match of.mail_limits.for_new(&before) {
        Gate::Quarantine(why) => Ok(Became::alone(fate::QUARANTINED).because(why, "")),
        gate => {
            let unanswered = match gate {
                Gate::Unanswered(why) => Some(why),
                _ => None,
            };
            let its = Taken {
                code,
                claims,
                unanswered,
            };
            made(tx, coming, its, &of, by)
        }
    }
}

/// As what a message becomes a complaint.
pub struct Taken {
    pub code: &'static str,
    /// The case that it says it belongs to.
    pub claims: Option<String>,
    /// Why its acknowledgement waits for a person.
    pub unanswered: Option<&'static str>,
}

/// The complaint itself; a person has said so, or nothing speaks against it.
pub fn made(
    tx: &mut Tx,
    coming: &mut Coming,
    its: Taken,
    of: &Organisation,
    by: &By,
) -> Result<Became, Error> {
    let note = note(&coming.message, its.claims.as_deref(), of);
    let mut arrival = arrival(coming, of, by);
    arrival.unanswered = machine_or(&coming.message, &arrival, its.unanswered);
    arrival.files = files(tx, std::mem::take(&mut coming.message.parts), by.at)?;
    let receipt = match receive(tx, arrival, by) {
        Ok(receipt) => receipt,
        Err(NotReceived::Store(error)) => return Err(error),
        Err(NotReceived::Refused(no)) => {
            return Ok(Became::alone(fate::QUARANTINED).because("refused", no.code));
        }
    };
    // Imported before, or fetched from another mailbox.
    if receipt.again {
        return Ok(Became::of(fate::COPY, receipt.complaint));
    }
    if let Some(text) = note {
        noted(tx, receipt.complaint, text, by)?;
    }
    let became = Became::of(its.code, receipt.complaint);
    Ok(match its.unanswered {
        Some(why) => became.because(why, ""),
        None => became,
    })
}

/// What nobody can read, and what has no sender, is answered by a person.
fn machine_or(
    message: &Message,
    arrival: &Arrival,
    unanswered: Option<&'static str>,
) -> Option<&'static str> {
    match message.unreadable {
        Some(_) => Some("unreadable"),
        None if arrival.complainant.email.is_empty() => Some("no-sender"),
        None => unanswered,
    }
}

/// When it came into the house, as its server says; never later than now.
pub fn arrived(coming: &Coming, now: Instant) -> Instant {
    let told = coming.mail.arrived_at;
    let told = told.or_else(|| received_at(&coming.message, Some(now)));
    told.map_or(now, |at| at.min(now))
}

fn arrival(coming: &Coming, of: &Organisation, by: &By) -> Arrival {
    let (message, seat) = (&coming.message, &coming.seat);
    let house = of.first_language();
    let text = message.text();
    let mut description = described(message, &text, voice(house));
    let complainant = person(message, &seat.desk.addresses, &mut description);
    let subject = short(&message.subject, &mut description);
    Arrival {
        channel: "email".to_owned(),
        language: said_in(message, &text).or(seat.language).unwrap_or(house),
        anonymous: complainant.is_empty(),
        received_at: Some(arrived(coming, by.at)),
        late_basis: Some(LAY_IN_A_MAILBOX),
        unit: seat.unit,
        subject,
        description: cut(description),
        complainant,
        external_id: Some(coming.says.clone()),
        original: Some(coming.mail.original.clone()),
        ..Arrival::default()
    }
}

pub fn files(tx: &mut Tx, parts: Vec<Part>, at: Instant) -> Result<Vec<Upload>, Error> {
    let parts = parts.into_iter().take(FILES_MAX);
    parts
        .map(|part| {
            let (id, salt) = (tx.new_id(at), salt(tx)?);
            let name: String = part.name.chars().take(SHORT_TEXT_MAX).collect();
            Ok(upload(id, salt, name, part.bytes))
        })
        .collect()
}

/// For the staff: to which case it says it belongs, and how it was read.
fn note(message: &Message, claims: Option<&str>, of: &Organisation) -> Option<String> {
    let t = voice(of.first_language());
    let mut said = Vec::new();
    if let Some(reference) = claims {
        let claim = Sentence::new("import-mail-claims").with("reference", reference);
        said.push(t.text(&claim));
    }
    let flaws = message.flaws.iter();
    let flaws = flaws.filter(|flaw| !matches!(flaw, Flaw::NoDate | Flaw::Outlook));
    said.extend(flaws.map(|flaw| t.code("mail-flaw", flaw.code())));
    (!said.is_empty()).then(|| said.join("\n"))
}

fn noted(tx: &mut Tx, complaint: Id, text: String, by: &By) -> Result<(), Error> {
    let draft = Draft::with(complaint, &Noted::default(), &Text { text });
    tx.record(draft, &By::system(by.at)).map(|_| ())
}
