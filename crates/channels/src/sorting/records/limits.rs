//! What went before, as far as limits ask.

use crate::mail::fate;
use redress_kernel::{
    Instant,
    mail_limits::{Before, CAP_MAX},
};
use redress_store::{Error, Read, sql};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// What went before a message of this sender, as far as limits ask.
pub fn before(
    reader: &mut impl Read,
    from: &str,
    arrived_at: Instant,
    now: Instant,
) -> Result<Before, Error> {
    let yesterday = now.plus_seconds(-DAY);
    Ok(Before {
        new: taken(
            reader,
            from,
            yesterday,
            &["new", "claims-to-belong", "unreadable"],
        )?,
        replies: taken(reader, from, yesterday, &[fate::REPLY])?,
        answers_here: answers_to(reader, from, now.plus_seconds(-HOUR))?,
        answers_in_all: answers(reader, now.plus_seconds(-HOUR))?,
        days_old: now.seconds_since(arrived_at) / DAY,
    })
}

fn taken(reader: &mut impl Read, from: &str, since: Instant, fates: &[&str]) -> Result<u32, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM (SELECT id FROM mail_ledger WHERE sender = $1 AND recorded_at > $2 AND fate IN (",
    );
    let query = query.arg(from).arg(since);
    let query = query.bind_all(fates.iter().copied());
    let query = query
        .push(") ORDER BY recorded_at LIMIT ")
        .bind(i64::from(CAP_MAX))
        .push(") AS taken");
    counted(reader, query)
}

pub fn answers_to(reader: &mut impl Read, to: &str, since: Instant) -> Result<u32, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM mail_letter WHERE recipient = $1 AND queued_at > $2 AND automatic = 1",
    );
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
