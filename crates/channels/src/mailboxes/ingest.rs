//! Taking a message in, exactly once: its bytes first, then what it becomes, then its
//! line in the ledger, all in one transaction. The place of a message is unique there;
//! so are its bytes, which is how a copy in another folder, or the same mailbox under
//! new numbers, is known again.

use super::{
    facts::{MailTaken, MailText},
    mail::{Mailbox, Place, Raw, message_id},
    records::{first_with, highest, line_at},
};
use crate::mail::{Mail, Sort, Sorted, fate};
use crate::mail_content::ORIGINAL;
use hmac::{Hmac, KeyInit, Mac};
use redress_complaint::{
    at::InEvidence,
    facts::{Enclosed, FileNames},
};
use redress_kernel::{By, Draft, Id, Instant, instant::Clock, journal::leaf::hex};
use redress_mail::imap::Listed;
use redress_store::{Db, Error, Tx, file_commitment};
use sha2::Sha256;
use std::sync::Arc;

/// Kept and left for somebody to look at: until deciding is handed in, and where it fails.
pub fn unsorted() -> Sort {
    as_is(fate::UNSORTED)
}

fn as_is(fate: &'static str) -> Sort {
    Arc::new(move |_, _, _, _| {
        Ok(Sorted {
            fate,
            ..Sorted::default()
        })
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    New(Id),
    /// The same bytes were taken in before.
    Copy(Id),
    /// This place was accounted for already; nothing was done.
    Known(Id),
}

/// Whatever brings messages in brings this along.
#[derive(Clone)]
pub struct Intake {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub random: fn() -> [u8; 32],
    pub sort: Sort,
}

pub fn ingest(tx: &mut Tx, raw: &Raw, sort: &Sort, at: Instant) -> Result<Taken, Error> {
    let place = placed(tx, raw)?;
    if let Some(line) = line_at(tx, raw.mailbox, place)? {
        return Ok(Taken::Known(line.mail));
    }
    let content = fingerprint(tx.keys().code_key(), raw, place);
    let by = By::system(at);
    let id = tx.new_id(at);
    let name = message_id(&raw.bytes);
    if let Some(first) = first_with(tx, &content)? {
        let mut fact = line(raw, place, content, fate::COPY.to_owned());
        fact.same_as = Some(first);
        let text = MailText {
            message_id: name,
            ..MailText::default()
        };
        tx.record(Draft::with(id, &fact, &text), &by)?;
        return Ok(Taken::Copy(id));
    }
    let mail = Mail {
        id,
        mailbox: raw.mailbox,
        arrived_at: raw.arrived_at,
        message_id: name,
        original: kept(tx, raw, at)?,
    };
    let sorted = match raw.whole {
        true => sort(tx, &mail, &raw.bytes, &by)?,
        false => as_is(fate::TOO_LARGE)(tx, &mail, &raw.bytes, &by)?,
    };
    let mut fact = line(raw, place, content, sorted.fate.to_owned());
    fact.reasons = sorted
        .reasons
        .iter()
        .map(|its| its.code.to_owned())
        .collect();
    (fact.complaint, fact.files) = (sorted.complaint, vec![mail.original.file.clone()]);
    tx.record(Draft::with(id, &fact, &text(&mail, sorted)), &by)?;
    Ok(Taken::New(id))
}

fn text(mail: &Mail, sorted: Sorted) -> MailText {
    let mut files = FileNames::default();
    let (file, salt) = (mail.original.file.file, mail.original.salt.clone());
    files.file_salts.insert(file, salt);
    MailText {
        message_id: mail.message_id.clone(),
        from: sorted.from,
        subject: sorted.subject,
        seen: sorted.reasons.into_iter().map(|its| its.seen).collect(),
        files,
    }
}

/// What nobody numbered before us gets the next number of its mailbox.
fn placed(tx: &mut Tx, raw: &Raw) -> Result<Place, Error> {
    let Place { uid_validity, uid } = raw.place;
    let uid = match uid {
        0 => highest(tx, raw.mailbox, uid_validity)?.saturating_add(1),
        uid => uid,
    };
    Ok(Place { uid_validity, uid })
}

fn kept(tx: &mut Tx, raw: &Raw, at: Instant) -> Result<InEvidence, Error> {
    let file = tx.new_id(at);
    tx.put_blob(file, &raw.bytes)?;
    let enclosed = Enclosed {
        file,
        commit: hex(&file_commitment(&raw.salt, &raw.bytes)),
        media: "message/rfc822".to_owned(),
        bytes: i64::try_from(raw.bytes.len()).unwrap_or(i64::MAX),
    };
    Ok(InEvidence {
        file: enclosed,
        name: ORIGINAL.to_owned(),
        salt: hex(&raw.salt),
    })
}

fn line(raw: &Raw, place: Place, content: String, fate: String) -> MailTaken {
    MailTaken {
        mailbox: raw.mailbox,
        uid_validity: place.uid_validity,
        uid: place.uid,
        content,
        bytes: i64::try_from(raw.size).unwrap_or(i64::MAX),
        arrived_at: raw.arrived_at,
        fate,
        reasons: Vec::new(),
        complaint: None,
        same_as: None,
        files: Vec::new(),
    }
}

/// Keyed, so that a copied database does not tell whether a known text was among the
/// messages. Ends of lines do not count: a file may have others than IMAP. Where there
/// are no bytes the place says which one it is: no bytes are like any others.
fn fingerprint(key: &[u8; 32], raw: &Raw, place: Place) -> String {
    // An HMAC takes a key of any length, so the fallback is never reached.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return String::new();
    };
    mac.update(b"redress/mail-content/1\n");
    if !raw.whole {
        mac.update(&raw.size.to_be_bytes());
    }
    if raw.bytes.is_empty() {
        mac.update(&raw.mailbox.bytes());
        mac.update(&place.uid_validity.to_be_bytes());
        mac.update(&place.uid.to_be_bytes());
    }
    for part in raw.bytes.split(|byte| *byte == b'\r') {
        mac.update(part);
    }
    hex(&mac.finalize().into_bytes())
}

impl Intake {
    /// Takes these in, in their order; durable when it returns. A message that cannot
    /// be decided upon is kept for a person and does not hold up the others.
    pub fn take(&self, raws: Vec<Raw>) -> Result<Vec<Taken>, Error> {
        let raws = Arc::new(raws);
        match self.written(raws.clone(), self.sort.clone()) {
            Err(error) if is_about_a_message(&error) => self.one_by_one(&raws),
            done => done,
        }
    }

    fn one_by_one(&self, raws: &[Raw]) -> Result<Vec<Taken>, Error> {
        let mut taken = Vec::new();
        for raw in raws {
            let one = Arc::new(vec![raw.clone()]);
            let done = match self.written(one.clone(), self.sort.clone()) {
                Err(error) if is_about_a_message(&error) => {
                    tracing::error!(%error, uid = raw.place.uid, "a message could not be decided upon and is kept for a person");
                    self.written(one, as_is(fate::UNREADABLE))
                }
                done => done,
            };
            taken.extend(done?);
        }
        Ok(taken)
    }

    fn written(&self, raws: Arc<Vec<Raw>>, sort: Sort) -> Result<Vec<Taken>, Error> {
        let now = self.clock.now();
        self.db.write_now(move |tx| {
            let each = raws.iter().map(|raw| ingest(tx, raw, &sort, now));
            each.collect::<Result<Vec<Taken>, Error>>()
        })
    }

    pub(super) fn raw(
        &self,
        mailbox: &Mailbox,
        place: Place,
        listed: &Listed,
        bytes: Vec<u8>,
    ) -> Raw {
        Raw {
            mailbox: mailbox.id,
            place,
            size: bytes.len() as u64,
            arrived_at: listed.arrived_at,
            whole: true,
            bytes,
            salt: (self.random)(),
        }
    }
}

/// The disk is not full and the database stands: it is this message that went wrong.
fn is_about_a_message(error: &Error) -> bool {
    !error.is_unavailable()
        && !matches!(
            error,
            Error::Storage(_) | Error::Newer { .. } | Error::Keys(_)
        )
}
