//! Taking a message in, exactly once: its bytes first, then what it becomes, then its
//! line in the ledger, all in one transaction. The place of a message is unique there;
//! so are its bytes, which is how a copy in another folder, or the same mailbox under
//! new numbers, is known again.

use super::{
    facts::{Checks, MailTaken, MailText},
    mail::{Mailbox, Place, Raw, message_id},
    records::{first_with, highest, line_at},
};
use crate::mail::{Concerns, Mail, Opened, Sort, Sorted, fate};
use crate::mail_content::{ORIGINAL, external_id, kept_apart};
use redress_complaint::{
    at::InEvidence,
    facts::{Enclosed, FileNames},
};
use redress_kernel::{
    By, Draft, Id, Instant, instant::Clock, journal::leaf::hex, reference::hmac_sha256_fed,
};
use redress_mail::{
    authentication::{OURS, Verdict},
    fate::Reason,
    imap::Listed,
    reading::{Message, read, read_in_place},
};
use redress_store::{Db, Error, Tx, file_commitment};
use std::sync::Arc;

/// The server lists it and does not hand it over.
const NOT_GIVEN: &str = "not-given";

/// Kept and left for somebody to look at: until deciding is handed in, and where it fails.
pub fn unsorted() -> Sort {
    as_is(fate::UNSORTED, None)
}

fn as_is(fate: &'static str, why: Option<&'static str>) -> Sort {
    Arc::new(move |_, _, _, _| {
        Ok(Sorted {
            fate,
            reasons: why.map(|code| Reason::new(code, "")).into_iter().collect(),
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
    pub prove: Prove,
}

/// What can be known of who sent these messages, for each in its place. It may ask name
/// servers, so it is asked before anything is written, and never waits for long.
pub type Prove = Arc<dyn Fn(&[Raw]) -> Vec<Option<Verdict>> + Send + Sync>;

/// Nobody looks: no sender is proven.
pub fn unproven() -> Prove {
    Arc::new(|_| Vec::new())
}

pub fn ingest(tx: &mut Tx, raw: &Raw, sort: &Sort, at: Instant) -> Result<Taken, Error> {
    ingested(tx, raw, Told::of(raw, None), sort, at)
}

/// What was read of a message, and found out about it, before the transaction began.
struct Told {
    message: Message,
    says: String,
    verdict: Option<Verdict>,
}

impl Told {
    fn of(raw: &Raw, verdict: Option<Verdict>) -> Told {
        Told::read(read(&raw.bytes), raw, verdict)
    }

    /// Its large files stay where they lie: it is there as long as they are wanted.
    fn each(raws: &Arc<Vec<Raw>>, verdicts: &[Option<Verdict>]) -> Vec<Told> {
        let all = raws.iter().zip(verdicts).enumerate();
        all.map(|(at, (raw, verdict))| {
            let message = read_in_place(Arc::new(Nth(raws.clone(), at)));
            Told::read(message, raw, verdict.clone())
        })
        .collect()
    }

    fn read(message: Message, raw: &Raw, verdict: Option<Verdict>) -> Told {
        let says = external_id(&message, &raw.bytes);
        Told {
            message,
            says,
            verdict,
        }
    }
}

/// The bytes of one of them.
struct Nth(Arc<Vec<Raw>>, usize);

impl AsRef<[u8]> for Nth {
    fn as_ref(&self) -> &[u8] {
        let raw = self.0.get(self.1);
        raw.map_or(&[], |raw| raw.bytes.as_slice())
    }
}

fn ingested(tx: &mut Tx, raw: &Raw, told: Told, sort: &Sort, at: Instant) -> Result<Taken, Error> {
    let place = placed(tx, raw)?;
    let only = raw.bytes.is_empty().then_some(place);
    let content = fingerprint(tx.keys().code_key(), raw, only);
    match raw.whole {
        true => entered(tx, raw, place, content, told, sort, at),
        false => entered(tx, raw, place, content, told, &beginning(sort), at),
    }
}

/// Nothing is made of a beginning, whatever it was taken for.
fn beginning(sort: &Sort) -> Sort {
    let sort = sort.clone();
    Arc::new(move |tx, mail, opened, by| {
        let sorted = sort(tx, mail, opened, by)?;
        Ok(Sorted {
            fate: fate::TOO_LARGE,
            ..sorted
        })
    })
}

/// A message of which the server gives no more than this, if anything: no two are copies
/// of one another, since nobody knows what they say.
fn withheld(tx: &mut Tx, raw: &Raw, at: Instant) -> Result<Taken, Error> {
    let content = fingerprint(tx.keys().code_key(), raw, Some(raw.place));
    let sort = as_is(fate::UNREADABLE, Some(NOT_GIVEN));
    entered(tx, raw, raw.place, content, Told::of(raw, None), &sort, at)
}

fn entered(
    tx: &mut Tx,
    raw: &Raw,
    place: Place,
    content: String,
    told: Told,
    sort: &Sort,
    at: Instant,
) -> Result<Taken, Error> {
    if let Some(line) = line_at(tx, raw.mailbox, place)? {
        return Ok(Taken::Known(line.mail));
    }
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
    let opened = Opened {
        bytes: &raw.bytes,
        message: told.message,
        says: told.says,
        whole: raw.whole,
        verdict: told.verdict.clone(),
    };
    let says = match raw.whole {
        true => kept_apart(tx.keys().code_key(), &opened.says),
        false => String::new(),
    };
    let sorted = sort(tx, &mail, opened, &by)?;
    let mut fact = line(raw, place, content, sorted.fate.to_owned());
    fact.reasons = sorted
        .reasons
        .iter()
        .map(|its| its.code.to_owned())
        .collect();
    fact.checks = told.verdict.as_ref().map(Checks::of);
    fact.says = says;
    fact.looked_for = sorted.concerns != Concerns::Unknown;
    fact.concerns = match sorted.concerns {
        Concerns::Case(case) => Some(case),
        _ => None,
    };
    (fact.complaint, fact.files) = (sorted.complaint, vec![mail.original.file.clone()]);
    tx.record(
        Draft::with(id, &fact, &text(&mail, sorted, told.verdict)),
        &by,
    )?;
    Ok(Taken::New(id))
}

fn text(mail: &Mail, sorted: Sorted, verdict: Option<Verdict>) -> MailText {
    let verdict = verdict.unwrap_or_default();
    let mut files = FileNames::default();
    let (file, salt) = (mail.original.file.file, mail.original.salt.clone());
    files.file_salts.insert(file, salt);
    MailText {
        message_id: mail.message_id.clone(),
        from: sorted.from,
        subject: sorted.subject,
        seen: sorted.reasons.into_iter().map(|its| its.seen).collect(),
        domain: verdict.from,
        signer: verdict.signer,
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
        says: String::new(),
        bytes: i64::try_from(raw.size).unwrap_or(i64::MAX),
        arrived_at: raw.arrived_at,
        fate,
        reasons: Vec::new(),
        complaint: None,
        concerns: None,
        looked_for: false,
        same_as: None,
        files: Vec::new(),
        partial: !raw.whole,
        checks: None,
    }
}

/// Without what we found out about its sender, which depends on the moment: a message that
/// is sent again because our answer was lost is the same.
fn as_brought(bytes: &[u8]) -> &[u8] {
    let noted = format!("Authentication-Results: {OURS};");
    if !bytes.starts_with(noted.as_bytes()) {
        return bytes;
    }
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let first = lines.next().map_or(0, <[u8]>::len);
    let folded = lines.take_while(|line| line.starts_with(b" ") || line.starts_with(b"\t"));
    let end = first + folded.map(<[u8]>::len).sum::<usize>();
    bytes.get(end..).unwrap_or_default()
}

/// Keyed, so that a copied database does not tell whether a known text was among the
/// messages. Ends of lines do not count: a file may have others than IMAP. Where the bytes
/// do not tell which message it is, only its place does.
fn fingerprint(key: &[u8; 32], raw: &Raw, only: Option<Place>) -> String {
    hex(&hmac_sha256_fed(key, |mac| {
        mac(b"redress/mail-content/1\n");
        if !raw.whole {
            mac(&raw.size.to_be_bytes());
        }
        if let Some(place) = only {
            mac(&raw.mailbox.bytes());
            mac(&place.uid_validity.to_be_bytes());
            mac(&place.uid.to_be_bytes());
        }
        let parts = as_brought(&raw.bytes).split(|byte| *byte == b'\r');
        parts.for_each(mac);
    }))
}

impl Intake {
    /// Takes these in, in their order; durable when it returns. A message that cannot
    /// be decided upon is kept for a person and does not hold up the others.
    pub fn take(&self, raws: Vec<Raw>) -> Result<Vec<Taken>, Error> {
        let mut verdicts = (self.prove)(&raws);
        // Whoever looks at fewer has found out nothing about the others.
        verdicts.resize(raws.len(), None);
        let raws = Arc::new(raws);
        match self.written(raws.clone(), &verdicts, self.sort.clone()) {
            Err(error) if is_about_a_message(&error) => self.one_by_one(&raws, &verdicts),
            done => done,
        }
    }

    fn one_by_one(&self, raws: &[Raw], verdicts: &[Option<Verdict>]) -> Result<Vec<Taken>, Error> {
        let mut taken = Vec::new();
        for (raw, verdict) in raws.iter().zip(verdicts) {
            let (one, its) = (Arc::new(vec![raw.clone()]), std::slice::from_ref(verdict));
            let done = match self.written(one.clone(), its, self.sort.clone()) {
                Err(error) if is_about_a_message(&error) => {
                    tracing::error!(%error, uid = raw.place.uid, "a message could not be decided upon and is kept for a person");
                    self.written(one, its, as_is(fate::UNREADABLE, None))
                }
                done => done,
            };
            taken.extend(done?);
        }
        Ok(taken)
    }

    /// The server lists this message and does not hand it over.
    pub(super) fn not_given(&self, raw: Raw) -> Result<Taken, Error> {
        let now = self.clock.now();
        self.db.write_now(move |tx| withheld(tx, &raw, now))
    }

    fn written(
        &self,
        raws: Arc<Vec<Raw>>,
        verdicts: &[Option<Verdict>],
        sort: Sort,
    ) -> Result<Vec<Taken>, Error> {
        let now = self.clock.now();
        let told = Told::each(&raws, verdicts);
        self.db.write_now(move |tx| {
            let each = raws.iter().zip(told);
            let each = each.map(|(raw, told)| ingested(tx, raw, told, &sort, now));
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

#[cfg(test)]
mod tests {
    use super::as_brought;

    #[test]
    fn what_we_noted_above_a_message_is_no_part_of_it() {
        let brought = b"Return-Path: <a@b>\r\nSubject: x\r\n\r\nx";
        for noted in [
            "",
            "Authentication-Results: redress; spf=temperror\r\n",
            "Authentication-Results: redress; spf=pass;\r\n\tdmarc=pass header.from=b\r\n",
        ] {
            let whole = [noted.as_bytes(), brought].concat();
            assert_eq!(as_brought(&whole), brought, "{noted}");
        }
        let theirs = b"Authentication-Results: mx.b; spf=pass\r\nSubject: x\r\n\r\nx";
        assert_eq!(as_brought(theirs), theirs);
        assert_eq!(as_brought(b"Authentication-Results: redress; x"), b"");
    }
}
