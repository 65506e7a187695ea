//! A message joins the case that it answers (7.8): by our own sealed address, or because
//! it answers a letter of ours and its sender is proven to be who the letter went to. A
//! reference that somebody quotes proves nothing; such a message becomes a complaint of
//! its own that says what it claims. Evidence: `message-received`.

use super::{
    arriving::{arrive, arrived, files},
    decide::{Became, Coming},
    proof::is_proven,
    records,
};
use crate::{
    mail::fate,
    mail_content::{cut, kept_apart, said_in},
};
use redress_complaint::{
    Complaint,
    at::enclosed,
    facts::{MessageReceived, MessageText},
    house::organisation,
    record::{find, keep},
};
use redress_kernel::{By, Draft, Id, mail_limits::Gate};
use redress_mail::{fate::Thread, reading::Message, splitting::split};
use redress_store::{Error, Tx};

/// Where an answer belongs.
enum Belongs {
    To(Box<Complaint>),
    /// It quotes a letter about this case, and its sender is not proven.
    Claims(String),
    /// The case is not there any more.
    Nowhere,
}

pub fn reply(tx: &mut Tx, coming: &mut Coming, thread: &Thread, by: &By) -> Result<Became, Error> {
    match belongs(tx, coming, thread)? {
        Belongs::To(case) => to_case(tx, coming, &case, by),
        Belongs::Claims(reference) => arrive(tx, coming, "claims-to-belong", Some(reference), by),
        Belongs::Nowhere => arrive(tx, coming, fate::NEW, None, by),
    }
}

fn belongs(tx: &mut Tx, coming: &Coming, thread: &Thread) -> Result<Belongs, Error> {
    let letters = match thread {
        Thread::Address(case) => {
            let case = find(tx, *case)?;
            return Ok(case.map_or(Belongs::Nowhere, |case| Belongs::To(Box::new(case))));
        }
        Thread::Letters(letters) => letters,
    };
    for letter in letters.iter().rev() {
        let id = records::case_of_letter(tx, *letter)?;
        let case = id.map(|id| find(tx, id)).transpose()?.flatten();
        let Some(case) = case else { continue };
        let proven = || is_proven(&coming.message, coming.verdict.as_ref());
        return Ok(match is_known(&case, &coming.sender.from) && proven() {
            true => Belongs::To(Box::new(case)),
            false => Belongs::Claims(case.reference),
        });
    }
    Ok(Belongs::Nowhere)
}

/// The complainant's, their representative's, or one that we wrote to about this case.
fn is_known(case: &Complaint, from: &str) -> bool {
    let representative = case.representative.as_ref().map(|it| &it.email);
    let written = case
        .messages
        .iter()
        .filter(|it| !it.incoming)
        .map(|it| &it.to);
    let mut known = std::iter::once(&case.complainant.email)
        .chain(representative)
        .chain(written);
    !from.is_empty() && known.any(|its| its.trim().eq_ignore_ascii_case(from))
}

fn to_case(tx: &mut Tx, coming: &mut Coming, case: &Complaint, by: &By) -> Result<Became, Error> {
    if is_there(tx, coming, case.id)? {
        return Ok(Became::of(fate::COPY, case.id));
    }
    let at = arrived(coming, by.at);
    let before = records::before(tx, &coming.sender, at, by.at)?;
    if let Gate::Quarantine(why) = organisation(tx)?.mail_limits.for_reply(&before) {
        return Ok(Became::alone(fate::QUARANTINED).because(why, ""));
    }
    joined(tx, coming, case, &By::complainant(by.at))?;
    Ok(Became::of(fate::REPLY, case.id))
}

/// The same reply from another mailbox, or sent again, has other bytes and the same name
/// and words.
fn is_there(tx: &mut Tx, coming: &Coming, case: Id) -> Result<bool, Error> {
    let says = kept_apart(tx.keys().code_key(), &coming.says);
    records::is_said_in(tx, &says, case)
}

/// What was said, apart from what it quotes; nothing is thrown away.
pub fn joined(tx: &mut Tx, coming: &mut Coming, case: &Complaint, by: &By) -> Result<(), Error> {
    let language = said_in(&coming.message, &coming.message.text());
    let mut text = said(&coming.message);
    let files = files(tx, std::mem::take(&mut coming.message.parts), by.at)?;
    keep(tx, &files)?;
    let (mut record, mut names) = enclosed(&files);
    record.insert(0, coming.mail.original.file.clone());
    coming.mail.original.named(&mut names);
    text.files = names;
    let fact = MessageReceived {
        channel: "email".to_owned(),
        language: language.or(Some(case.language)),
        files: record,
        mail: Some(coming.mail.id),
    };
    let draft = Draft::with(case.id, &fact, &text).occurred(arrived(coming, by.at));
    tx.record(draft, by).map(|_| ())
}

fn said(message: &Message) -> MessageText {
    let text = message.text();
    let parted = split(&text);
    let (said, quoted) = match parted.said.is_empty() {
        true => (text, String::new()),
        false => (parted.said, parted.rest),
    };
    let from = message.from.as_ref().or(message.sender.as_ref());
    let from = from.map_or(String::new(), |it| match it.name.as_str() {
        "" => it.address.clone(),
        name => format!("{name} <{}>", it.address),
    });
    MessageText {
        text: cut(said),
        quoted: cut(quoted),
        from,
        subject: message.subject.clone(),
        ..MessageText::default()
    }
}
