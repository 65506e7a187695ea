//! The messages that have not left, without a word of what they say.

use redress_complaint::{
    facts::{MessageFailed, MessageQueued, MessageSent, MessageWithdrawn},
    inbox::seen_by,
};
use redress_kernel::{Actor, Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Reader, Row, Tx, sql};

/// A list is never longer than this; what is older comes first.
const LIST_MAX: i64 = 200;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        MessageQueued::KIND => queued(tx, entry),
        MessageSent::KIND => gone(tx, entry.read::<MessageSent>()?.fact.message),
        MessageWithdrawn::KIND => gone(tx, entry.read::<MessageWithdrawn>()?.fact.message),
        MessageFailed::KIND => {
            let message = entry.read::<MessageFailed>()?.fact.message;
            tx.execute(&sql("UPDATE outbox SET state = 'failed' WHERE message = $1").arg(message))
                .map(|_| ())
        }
        _ => Ok(()),
    }
}

fn queued(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<MessageQueued>()?.fact;
    let insert = sql(
        "INSERT INTO outbox (message, complaint, way, purpose, state, language, queued_at, send_at)
         VALUES ($1, $2, $3, $4, 'queued', $5, $6, $7)",
    );
    let insert = insert
        .arg(fact.message)
        .arg(entry.about)
        .arg(fact.way)
        .arg(fact.purpose);
    tx.execute(
        &insert
            .arg(fact.language.tag())
            .arg(entry.recorded_at)
            .arg(fact.send_at),
    )
    .map(|_| ())
}

fn gone(tx: &mut Tx, message: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM outbox WHERE message = $1").arg(message))
        .map(|_| ())
}

/// A message that waits for a person's hand or voice, with its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    pub message: Id,
    pub reference: String,
    pub complainant: String,
    /// Of the complainant; the message's own may differ.
    pub complainant_language: String,
    pub way: String,
    pub purpose: String,
    pub failed: bool,
    pub language: String,
    pub queued_at: Instant,
}

/// Failed ones first, then the oldest; only of cases that this person may see.
pub fn unsent(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Unsent>, Error> {
    let query = sql(
        "SELECT o.message, c.reference, c.complainant, c.language, o.way, o.purpose, o.state, o.language, o.queued_at
         FROM outbox o JOIN complaint c ON c.id = o.complaint
         WHERE (o.state = 'failed' OR o.way IN ('letter', 'phone', 'in-person'))",
    );
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY o.state, o.queued_at, o.message LIMIT ")
        .bind(LIST_MAX);
    reader.rows(&query, row)
}

/// How many of them there are, for the rail; beyond a list's length nobody counts on.
pub fn count_unsent(reader: &mut Reader, viewer: &Actor) -> Result<i64, Error> {
    let query = sql("SELECT COUNT(*) FROM (
         SELECT o.queued_at FROM outbox o JOIN complaint c ON c.id = o.complaint
         WHERE (o.state = 'failed' OR o.way IN ('letter', 'phone', 'in-person'))");
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY o.queued_at LIMIT ")
        .bind(LIST_MAX)
        .push(") AS waiting");
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or_default())
}

fn row(row: &Row) -> Result<Unsent, Error> {
    Ok(Unsent {
        message: row.id(0)?,
        reference: row.text(1)?,
        complainant: row.text(2)?,
        complainant_language: row.text(3)?,
        way: row.text(4)?,
        purpose: row.text(5)?,
        failed: row.text(6)? == "failed",
        language: row.text(7)?,
        queued_at: row.instant(8)?,
    })
}

/// How many mails stand ready and have not left; for the desk and for `doctor`.
pub fn waiting_mails(reader: &mut impl Read, now: Instant) -> Result<i64, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM outbox WHERE way = 'email' AND state = 'queued' AND send_at <= $1",
    );
    Ok(reader
        .one(&query.arg(now), |row| row.int(0))?
        .unwrap_or_default())
}
