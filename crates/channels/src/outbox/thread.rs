//! The conversation that a mail belongs to: the complainant's own mails as the ledger
//! names them, and ours to the same address, in the order in which they were written.

use crate::mail_columns::MESSAGE_ID;
use redress_complaint::{
    Complaint,
    case::{CaseMessage, MessageState},
};
use redress_kernel::{Id, Instant};
use redress_mail::message_id;
use redress_store::{Error, Read, sql};

/// Mails of one case that a thread can hold.
const MAILS_MAX: i64 = 200;

/// A mail of theirs: when we took it in, and how it calls itself.
pub struct Received {
    at: Instant,
    name: String,
}

/// What somebody sent us about this case; nothing that a machine or another person's
/// claim brought.
pub fn received(reader: &mut impl Read, case: Id) -> Result<Vec<Received>, Error> {
    let query = sql("SELECT recorded_at, message_id, id FROM mail_ledger
         WHERE complaint = $1 AND fate IN ('new', 'claims-to-belong', 'reply') AND message_id <> ''
         ORDER BY recorded_at, id LIMIT $2");
    reader.rows(&query.arg(case).arg(MAILS_MAX), |row| {
        Ok(Received {
            at: row.instant(0)?,
            name: row.opened(1, MESSAGE_ID, row.id(2)?)?,
        })
    })
}

/// Did this case begin with a mail? Also with one that has no name of its own, or that
/// nobody could read.
pub fn began(reader: &mut impl Read, case: Id) -> Result<bool, Error> {
    let query = sql("SELECT id FROM mail_ledger
         WHERE complaint = $1 AND fate IN ('new', 'claims-to-belong', 'unreadable')
         ORDER BY recorded_at, id LIMIT 1");
    Ok(reader.one(&query.arg(case), |row| row.id(0))?.is_some())
}

/// All of it before this message, oldest first.
pub fn earlier(
    case: &Complaint,
    message: &CaseMessage,
    theirs: Vec<Received>,
    from: &str,
) -> Vec<String> {
    let before = |m: &&CaseMessage| {
        m.seq < message.seq
            && m.state == MessageState::Sent
            && m.way == "email"
            && m.to == message.to
    };
    let ours = case.messages.iter().filter(before);
    let ours = ours.map(|m| (m.at, true, message_id(m.id, from)));
    let theirs = theirs
        .into_iter()
        .filter(|mail| mail.at <= message.at)
        // What they sent and what answered it by itself can bear the same instant.
        .map(|mail| (mail.at, false, mail.name));
    let mut all: Vec<(Instant, bool, String)> = ours.chain(theirs).collect();
    all.sort();
    all.into_iter().map(|(_, _, name)| name).collect()
}
