//! The messages that have not left, without a word of what they say.

use redress_complaint::{
    facts::{
        Erased, MessageBounced, MessageFailed, MessageQueued, MessageRequeued, MessageSent,
        MessageWithdrawn,
    },
    inbox::{COMPLAINANT, seen_by},
    record::newest,
};
use redress_kernel::{Actor, Entry, Fact, Id, Instant, personal::Personal};
use redress_store::{Error, Read, Reader, Row, Tx, sql};

/// A list is never longer than this; what is older comes first.
const LIST_MAX: i64 = 200;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        MessageQueued::KIND => queued(tx, entry),
        MessageSent::KIND => gone(tx, entry.read::<MessageSent>()?.fact.message),
        MessageWithdrawn::KIND => gone(tx, entry.read::<MessageWithdrawn>()?.fact.message),
        MessageFailed::KIND => {
            let fact = entry.read::<MessageFailed>()?.fact;
            let query = sql("UPDATE outbox SET state = 'failed', status = $2 WHERE message = $1");
            let status = fact.code.map(|code| code.to_string()).unwrap_or_default();
            tx.execute(&query.arg(fact.message).arg(status)).map(|_| ())
        }
        MessageRequeued::KIND => requeued(tx, entry),
        MessageBounced::KIND => came_back(tx, entry),
        Erased::KIND => erased(tx, entry),
        _ => Ok(()),
    }
}

/// A letter whose words are gone will not leave any more, and nobody is asked to send it.
fn erased(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    for seq in entry.read::<Erased>()?.fact.entries {
        let named = tx.entry(seq)?;
        if let Some(letter) = named.filter(|named| named.is::<MessageQueued>()) {
            gone(tx, letter.read::<MessageQueued>()?.fact.message)?;
        }
    }
    Ok(())
}

/// It left and never arrived: somebody has to find another way.
fn came_back(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<MessageBounced>()?.fact;
    let case = newest(tx, entry)?;
    if let Some(letter) = case.message(fact.message).filter(|_| fact.permanent) {
        let insert = sql("INSERT INTO outbox (message, complaint, way, purpose, state, language, queued_at, send_at, job, status)
             VALUES ($1, $2, $3, $4, 'failed', $5, $6, $7, $8, $9)
             ON CONFLICT (message) DO UPDATE SET state = 'failed', status = excluded.status");
        let insert = insert
            .arg(fact.message)
            .arg(entry.about)
            .arg(letter.way.as_str())
            .arg(letter.purpose.as_str())
            .arg(letter.language.tag())
            .arg(letter.at)
            .arg(letter.send_at)
            .arg(format!("mail:{}", fact.message))
            .arg(fact.code.clone().unwrap_or_default());
        tx.execute(&insert)?;
    }
    tx.memo.keep(case.id, case);
    Ok(())
}

fn queued(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<MessageQueued>()?.fact;
    let insert = sql(
        "INSERT INTO outbox (message, complaint, way, purpose, state, language, queued_at, send_at, job)
         VALUES ($1, $2, $3, $4, 'queued', $5, $6, $7, $8)",
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
            .arg(fact.send_at)
            .arg(format!("mail:{}", fact.message)),
    )
    .map(|_| ())
}

fn requeued(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<MessageRequeued>()?.fact;
    let query = sql(
        "UPDATE outbox SET state = 'queued', way = 'email', status = '', send_at = $2, job = $3
         WHERE message = $1",
    );
    let query = query.arg(fact.message).arg(fact.send_at);
    tx.execute(&query.arg(again(fact.message, entry.seq)))
        .map(|_| ())
}

/// The key of the job that sends a letter once more: a new job, for the first is done.
pub fn again(message: Id, seq: i64) -> String {
    format!("mail:{message}:{seq}")
}

fn gone(tx: &mut Tx, message: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM outbox WHERE message = $1").arg(message))
        .map(|_| ())
}

/// A message that waits for a person's hand or voice, with its case.
#[derive(Clone, PartialEq, Eq)]
pub struct Unsent {
    pub message: Id,
    pub complaint: Id,
    pub owner: Option<Id>,
    pub is_open: bool,
    pub sensitive: bool,
    pub reference: String,
    pub complainant: Personal<String>,
    /// Of the complainant; the message's own may differ.
    pub complainant_language: String,
    pub way: String,
    pub purpose: String,
    pub failed: bool,
    /// What the other side said, as a code; empty when it said nothing.
    pub status: String,
    pub language: String,
    pub queued_at: Instant,
}

/// Failed ones first, then the oldest; only of cases that this person may see.
pub fn unsent(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Unsent>, Error> {
    let query = sql(
        "SELECT o.message, c.reference, c.complainant, c.language, o.way, o.purpose, o.state, o.language, o.queued_at, o.status, c.id, c.owner, c.is_open, c.sensitive
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
        complainant: Personal::new(row.opened(2, COMPLAINANT, row.id(10)?)?),
        complaint: row.id(10)?,
        owner: row.opt_id(11)?,
        is_open: row.int(12)? == 1,
        sensitive: row.int(13)? == 1,
        complainant_language: row.text(3)?,
        way: row.text(4)?,
        purpose: row.text(5)?,
        failed: row.text(6)? == "failed",
        language: row.text(7)?,
        queued_at: row.instant(8)?,
        status: row.text(9)?,
    })
}

/// A mail that was tried and is tried again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    pub reference: String,
    pub purpose: String,
    pub queued_at: Instant,
    pub tries: i64,
    pub next_at: Instant,
    /// What the relay said: a code, or that it did not answer.
    pub error: String,
}

/// The oldest first; only of cases that this person may see.
pub fn late(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Late>, Error> {
    let query = sql(
        "SELECT c.reference, o.purpose, o.queued_at, j.attempts, j.run_at, j.last_error
         FROM outbox o JOIN complaint c ON c.id = o.complaint JOIN job j ON j.key = o.job
         WHERE o.state = 'queued' AND o.way = 'email' AND j.state = 'waiting' AND j.last_error IS NOT NULL",
    );
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY o.queued_at, o.message LIMIT ")
        .bind(LIST_MAX);
    reader.rows(&query, |row| {
        Ok(Late {
            reference: row.text(0)?,
            purpose: row.text(1)?,
            queued_at: row.instant(2)?,
            tries: row.int(3)?,
            next_at: row.instant(4)?,
            error: row.opt_text(5)?.unwrap_or_default(),
        })
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
