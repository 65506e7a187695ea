//! The ledger as it is read.

use super::mail::Place;
use crate::{
    mail::fate,
    mail_columns::{MESSAGE_ID, SENDER, SUBJECT},
};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Field, Read, Row, sql};

/// More messages than a mailbox can have here.
const NUMBERS_MAX: usize = 5_000_000;
const FOUND_MAX: i64 = 50;
/// Beyond this nobody counts on.
const COUNTED_MAX: i64 = 10_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub mail: Id,
    pub mailbox: Id,
    pub place: Place,
    pub message_id: String,
    pub bytes: i64,
    pub arrived_at: Option<Instant>,
    pub fate: String,
    pub complaint: Option<Id>,
    pub same_as: Option<Id>,
    /// Where its bytes are kept; None for a copy.
    pub file: Option<Id>,
    /// Lower case; empty where there is none, or it was erased.
    pub sender: String,
    pub subject: String,
    pub recorded_at: Instant,
}

const COLUMNS: &str = "SELECT id, mailbox, uid_validity, uid, message_id, bytes, arrived_at, fate, complaint, same_as,
       file, sender, subject, recorded_at
     FROM mail_ledger ";

fn line(row: &Row) -> Result<Line, Error> {
    let mail = row.id(0)?;
    Ok(Line {
        mail,
        mailbox: row.id(1)?,
        place: Place {
            uid_validity: number(row.int(2)?),
            uid: number(row.int(3)?),
        },
        message_id: row.opened(4, MESSAGE_ID, mail)?,
        bytes: row.int(5)?,
        arrived_at: row.opt_instant(6)?,
        fate: row.text(7)?,
        complaint: row.opt_id(8)?,
        same_as: row.opt_id(9)?,
        file: row.opt_id(10)?,
        sender: row.opened(11, SENDER, mail)?,
        subject: row.opened(12, SUBJECT, mail)?,
        recorded_at: row.instant(13)?,
    })
}

fn number(stored: i64) -> u32 {
    u32::try_from(stored).unwrap_or_default()
}

/// The line of the message in this place.
pub fn line_at(reader: &mut impl Read, mailbox: Id, place: Place) -> Result<Option<Line>, Error> {
    let query = sql(COLUMNS).push("WHERE mailbox = ").bind(mailbox);
    let query = query
        .push(" AND uid_validity = ")
        .bind(i64::from(place.uid_validity));
    let query = query.push(" AND uid = ").bind(i64::from(place.uid));
    reader.one(&query, line)
}

/// "Where is my mail?": every message that claims this name, the newest first.
pub fn by_message_id(reader: &mut impl Read, message_id: &str) -> Result<Vec<Line>, Error> {
    let token = reader.blind()?.token(Field::Message, message_id);
    let query = sql(COLUMNS).push("WHERE message_token = ").bind(token);
    let query = query
        .push(" ORDER BY recorded_at DESC, id DESC LIMIT ")
        .bind(FOUND_MAX);
    reader.rows(&query, line)
}

/// The message with these bytes that is no copy itself.
pub(super) fn first_with(reader: &mut impl Read, content: &str) -> Result<Option<Id>, Error> {
    let query = sql("SELECT id FROM mail_ledger WHERE content = $1 AND same_as IS NULL");
    reader.one(&query.arg(content), |row| row.id(0))
}

/// The highest number that is accounted for; 0 in a mailbox nobody has opened.
pub(super) fn highest(
    reader: &mut impl Read,
    mailbox: Id,
    uid_validity: u32,
) -> Result<u32, Error> {
    let query = sql(
        "SELECT uid FROM mail_ledger WHERE mailbox = $1 AND uid_validity = $2 ORDER BY uid DESC LIMIT 1",
    );
    let query = query.arg(mailbox).arg(i64::from(uid_validity));
    Ok(reader.one(&query, |row| row.int(0))?.map_or(0, number))
}

/// Every number that is accounted for, in order.
pub fn numbers(reader: &mut impl Read, mailbox: Id, uid_validity: u32) -> Result<Vec<u32>, Error> {
    let query =
        sql("SELECT uid FROM mail_ledger WHERE mailbox = $1 AND uid_validity = $2 ORDER BY uid");
    let query = query.arg(mailbox).arg(i64::from(uid_validity));
    reader.all(query, NUMBERS_MAX, |row| row.int(0).map(number))
}

/// Those of them of which only a part is kept, in order.
pub(super) fn partial(
    reader: &mut impl Read,
    mailbox: Id,
    uid_validity: u32,
) -> Result<Vec<u32>, Error> {
    let query = sql(
        "SELECT uid FROM mail_ledger WHERE mailbox = $1 AND uid_validity = $2 AND whole = 0 ORDER BY uid",
    );
    let query = query.arg(mailbox).arg(i64::from(uid_validity));
    reader.all(query, NUMBERS_MAX, |row| row.int(0).map(number))
}

/// By which numbering the newest line of this mailbox went.
pub fn validity(reader: &mut impl Read, mailbox: Id) -> Result<Option<u32>, Error> {
    let query = sql(
        "SELECT uid_validity FROM mail_ledger WHERE mailbox = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1",
    );
    reader.one(&query.arg(mailbox), |row| row.int(0).map(number))
}

/// How a mailbox stands, for its page and for `doctor`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    pub newest_at: Option<Instant>,
    /// Waiting for somebody to look at them.
    pub unsorted: i64,
    pub unreadable: i64,
    pub reconciled_at: Option<Instant>,
    /// On the server and not in the ledger, when that was last compared.
    pub missing: i64,
}

pub fn standing(reader: &mut impl Read, mailbox: Id) -> Result<Standing, Error> {
    let newest = sql(
        "SELECT recorded_at FROM mail_ledger WHERE mailbox = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1",
    );
    let newest_at = reader.one(&newest.arg(mailbox), |row| row.instant(0))?;
    let compared =
        sql("SELECT compared_at, missing FROM mail_reconciled WHERE mailbox = $1").arg(mailbox);
    let compared = reader.one(&compared, |row| Ok((row.instant(0)?, row.int(1)?)))?;
    Ok(Standing {
        newest_at,
        unsorted: with_fate(reader, mailbox, fate::UNSORTED)?,
        unreadable: with_fate(reader, mailbox, fate::UNREADABLE)?,
        reconciled_at: compared.map(|(at, _)| at),
        missing: compared.map_or(0, |(_, missing)| missing),
    })
}

/// When the server's numbers were last compared with the ledger.
pub(super) fn reconciled_at(reader: &mut impl Read, mailbox: Id) -> Result<Option<Instant>, Error> {
    let query = sql("SELECT compared_at FROM mail_reconciled WHERE mailbox = $1").arg(mailbox);
    reader.one(&query, |row| row.instant(0))
}

fn with_fate(reader: &mut impl Read, mailbox: Id, fate: &str) -> Result<i64, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM (SELECT id FROM mail_ledger WHERE mailbox = $1 AND fate = $2
         ORDER BY recorded_at LIMIT $3) AS waiting",
    );
    let query = query.arg(mailbox).arg(fate).arg(COUNTED_MAX);
    let count = reader.one(&query, |row| row.int(0))?;
    Ok(count.unwrap_or_default())
}
