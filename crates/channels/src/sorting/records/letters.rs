//! Letters of ours: to which case each belongs, and to whom it went, as a keyed hash of
//! the address.

use crate::mail::Erasing;
use redress_complaint::facts::{Letter, MessageQueued, MessageRequeued};
use redress_kernel::{Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

pub fn queued(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let known = entry.read::<MessageQueued>()?;
    if known.fact.way != "email" {
        return Ok(());
    }
    let to = |letter: &Letter| letter.to.trim().to_lowercase();
    let by_itself = entry.actor == Id::SYSTEM && known.fact.purpose == "acknowledgement";
    let query = sql(
        "INSERT INTO mail_letter (message, complaint, recipient, automatic, entry, queued_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    );
    let query = query
        .arg(known.fact.message)
        .arg(entry.about)
        .arg(
            tx.blind()?
                .email(&known.personal.present().map(to).unwrap_or_default()),
        )
        .arg(i64::from(by_itself))
        .arg(entry.seq)
        .arg(entry.recorded_at);
    tx.execute(&query).map(|_| ())
}

/// To another address, where one was given.
pub fn requeued(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let known = entry.read::<MessageRequeued>()?;
    // One that was erased since was given, too: the row is that of this entry.
    let to = match known.personal.present() {
        Some(new) if new.to.trim().is_empty() => return Ok(()),
        Some(new) => tx.blind()?.email(&new.to),
        None if known.personal.is_erased() => String::new(),
        None => return Ok(()),
    };
    let query = sql("UPDATE mail_letter SET recipient = $2, entry = $3 WHERE message = $1");
    let query = query.arg(known.fact.message).arg(to).arg(entry.seq);
    tx.execute(&query).map(|_| ())
}

pub fn erased(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let erasing = Erasing::of(entry);
    for seq in erasing.into_iter().flat_map(|its| its.entries) {
        let query = sql("UPDATE mail_letter SET recipient = '' WHERE entry = $1");
        tx.execute(&query.arg(seq))?;
    }
    Ok(())
}

pub fn is_case(reader: &mut impl Read, id: Id) -> Result<bool, Error> {
    let query = sql("SELECT id FROM complaint WHERE id = $1").arg(id);
    Ok(reader.one(&query, |row| row.id(0))?.is_some())
}

pub fn case_of_letter(reader: &mut impl Read, letter: Id) -> Result<Option<Id>, Error> {
    let query = sql("SELECT complaint FROM mail_letter WHERE message = $1").arg(letter);
    reader.one(&query, |row| row.id(0))
}

/// To whom a letter went, one after the other, in lower case.
pub fn addresses_of(reader: &mut impl Read, case: Id, letter: Id) -> Result<Vec<String>, Error> {
    let mut all = Vec::new();
    for entry in reader.entries(case)? {
        let to = match entry.kind.as_str() {
            MessageQueued::KIND => {
                let known = entry.read::<MessageQueued>()?;
                let its = known.fact.message == letter;
                known
                    .personal
                    .present()
                    .filter(|_| its)
                    .map(|it| it.to.clone())
            }
            MessageRequeued::KIND => {
                let known = entry.read::<MessageRequeued>()?;
                let its = known.fact.message == letter;
                known
                    .personal
                    .present()
                    .filter(|_| its)
                    .map(|it| it.to.clone())
            }
            _ => None,
        };
        let to = to.map(|to| to.trim().to_lowercase());
        all.extend(to.filter(|to| !to.is_empty()));
    }
    Ok(all)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterOf {
    pub message: Id,
    pub complaint: Id,
}

/// The newest letter to this address.
pub fn newest_to(
    reader: &mut impl Read,
    to: &str,
    since: Instant,
) -> Result<Option<LetterOf>, Error> {
    if to.is_empty() {
        return Ok(None);
    }
    let query = sql(
        "SELECT message, complaint FROM mail_letter WHERE recipient = $1 AND queued_at > $2
         ORDER BY queued_at DESC, message DESC LIMIT 1",
    );
    let query = query.arg(reader.blind()?.email(to)).arg(since);
    reader.one(&query, |row| {
        Ok(LetterOf {
            message: row.id(0)?,
            complaint: row.id(1)?,
        })
    })
}
