//! What went before, as far as limits ask.

use crate::mail::fate;
use redress_kernel::{
    Instant,
    mail_limits::{Before, CAP_MAX},
};
use redress_store::{Error, Read, sql};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// Whose limits count: lower case, empty where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sender {
    /// Whom the message names as its writer.
    pub from: String,
    /// The address that an answer goes to.
    pub answers: String,
}

/// What went before a message of this sender, as far as limits ask.
pub fn before(
    reader: &mut impl Read,
    sender: &Sender,
    arrived_at: Instant,
    now: Instant,
) -> Result<Before, Error> {
    let (from, yesterday) = (sender.from.as_str(), now.plus_seconds(-DAY));
    Ok(Before {
        new: taken(
            reader,
            from,
            yesterday,
            &["new", "claims-to-belong", "unreadable"],
        )?,
        replies: taken(reader, from, yesterday, &[fate::REPLY])?,
        answers_here: answered(reader, sender, now)?,
        answers_in_all: answers(reader, now.plus_seconds(-HOUR))?,
        days_old: now.seconds_since(arrived_at) / DAY,
    })
}

fn taken(reader: &mut impl Read, from: &str, since: Instant, fates: &[&str]) -> Result<u32, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM (SELECT id FROM mail_ledger WHERE sender_token = $1 AND recorded_at > $2 AND fate IN (",
    );
    let query = query.arg(reader.blind()?.email(from)).arg(since);
    let query = query.bind_all(fates.iter().copied());
    let query = query
        .push(") ORDER BY recorded_at LIMIT ")
        .bind(i64::from(CAP_MAX))
        .push(") AS taken");
    counted(reader, query)
}

/// Automatic answers within the hour: to the address that the next one would go to, or
/// to whatever address this sender named. A forged sender would otherwise send hundreds
/// of our letters to one person, and a machine that writes from one address and reads
/// at another would be answered without end.
pub fn answered(reader: &mut impl Read, sender: &Sender, now: Instant) -> Result<u32, Error> {
    let since = now.plus_seconds(-HOUR);
    let there = answers_to(reader, &sender.answers, since)?;
    Ok(there.max(answers_of(reader, &sender.from, since)?))
}

fn answers_of(reader: &mut impl Read, from: &str, since: Instant) -> Result<u32, Error> {
    if from.is_empty() {
        return Ok(0);
    }
    let query = sql(
        "SELECT COUNT(*) FROM (SELECT m.id FROM mail_ledger m WHERE m.sender_token = $1 AND m.recorded_at > $2
           AND m.fate IN ('new', 'claims-to-belong')
           AND NOT EXISTS (SELECT 1 FROM mail_held h WHERE h.complaint = m.complaint)
         ORDER BY m.recorded_at LIMIT ",
    );
    let query = query.arg(reader.blind()?.email(from)).arg(since);
    counted(reader, query.bind(i64::from(CAP_MAX)).push(") AS answered"))
}

fn answers_to(reader: &mut impl Read, to: &str, since: Instant) -> Result<u32, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM mail_letter WHERE recipient = $1 AND queued_at > $2 AND automatic = 1",
    );
    let to = reader.blind()?.email(to);
    counted(reader, query.arg(to).arg(since))
}

fn answers(reader: &mut impl Read, since: Instant) -> Result<u32, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM (SELECT message FROM mail_letter WHERE automatic = 1 AND queued_at > $1 ORDER BY queued_at LIMIT ",
    );
    let query = query.arg(since);
    counted(reader, query.bind(i64::from(CAP_MAX)).push(") AS answers"))
}

fn counted(reader: &mut impl Read, query: redress_store::Sql) -> Result<u32, Error> {
    let count = reader.one(&query, |row| row.int(0))?;
    Ok(u32::try_from(count.unwrap_or_default()).unwrap_or(u32::MAX))
}
