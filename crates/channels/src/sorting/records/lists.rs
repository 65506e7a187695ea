//! Messages as lists and their own page show them.

use crate::mail_columns as closed;
use crate::mail_seen::seen;
use redress_kernel::{Actor, Id, Instant};
use redress_store::{Error, Read, Row, sql};

pub const LIST_MAX: i64 = 200;

/// A message as lists and its own page show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    pub mail: Id,
    pub mailbox: Id,
    pub fate: String,
    pub complaint: Option<Id>,
    pub file: Option<Id>,
    pub message_id: String,
    pub sender: String,
    pub subject: String,
    /// Codes, each with where it was seen.
    pub reasons: Vec<(String, String)>,
    pub bytes: i64,
    pub arrived_at: Option<Instant>,
    pub recorded_at: Instant,
}

const LOOKED: &str = "SELECT m.id, m.fate, m.complaint, m.file, m.message_id, m.sender, m.subject, m.reasons, m.bytes, m.arrived_at,
       m.recorded_at, m.mailbox
     FROM mail_ledger m ";

fn looked(row: &Row) -> Result<Looked, Error> {
    let mail = row.id(0)?;
    let reasons = row.opened(7, closed::REASONS, mail)?;
    let parted = reasons.lines().map(|line| {
        let (code, seen) = line.split_once('\t').unwrap_or((line, ""));
        (code.to_owned(), seen.to_owned())
    });
    Ok(Looked {
        mail,
        fate: row.text(1)?,
        complaint: row.opt_id(2)?,
        file: row.opt_id(3)?,
        message_id: row.opened(4, closed::MESSAGE_ID, mail)?,
        sender: row.opened(5, closed::SENDER, mail)?,
        subject: row.opened(6, closed::SUBJECT, mail)?,
        reasons: parted.collect(),
        bytes: row.int(8)?,
        arrived_at: row.opt_instant(9)?,
        recorded_at: row.instant(10)?,
        mailbox: row.id(11)?,
    })
}

/// As far as this person may know it.
pub fn one(reader: &mut impl Read, mail: Id, viewer: &Actor) -> Result<Option<Looked>, Error> {
    let query = sql(LOOKED).push("WHERE m.id = ").bind(mail);
    reader.one(&seen(query, viewer), looked)
}

/// Messages of these fates that belong to no case, the newest first.
pub fn of_fates(
    reader: &mut impl Read,
    fates: &[&str],
    viewer: &Actor,
) -> Result<Vec<Looked>, Error> {
    let mut all = Vec::new();
    for its in fates {
        let query = sql(LOOKED).push("WHERE m.fate = ").bind(*its);
        let query = seen(query.push(" AND m.complaint IS NULL"), viewer);
        let query = query.push(" ORDER BY m.recorded_at DESC, m.id DESC LIMIT ");
        all.extend(reader.rows(&query.bind(LIST_MAX), looked)?);
    }
    all.sort_by_key(|it| std::cmp::Reverse((it.recorded_at, it.mail)));
    all.truncate(LIST_MAX as usize);
    Ok(all)
}

/// How many wait for somebody; beyond a list's length nobody counts on.
pub fn count_of(reader: &mut impl Read, fates: &[&str], viewer: &Actor) -> Result<i64, Error> {
    let mut sum = 0;
    for its in fates {
        let query = sql("SELECT COUNT(*) FROM (SELECT m.id FROM mail_ledger m WHERE m.fate = ");
        let query = query.bind(*its).push(" AND m.complaint IS NULL");
        let query = seen(query, viewer).push(" ORDER BY m.recorded_at LIMIT ");
        let query = query.bind(LIST_MAX).push(") AS waiting");
        sum += reader.one(&query, |row| row.int(0))?.unwrap_or_default();
    }
    Ok(sum.min(LIST_MAX))
}

/// The fate that a message had before the newest, from its own facts.
pub fn fate_before(reader: &mut impl Read, mail: Id) -> Result<Option<String>, Error> {
    let entries = reader.entries(mail)?;
    let fates = entries.iter().filter_map(|entry| {
        let record: serde_json::Value = serde_json::from_str(&entry.record).ok()?;
        record.get("fate")?.as_str().map(str::to_owned)
    });
    let fates: Vec<String> = fates.collect();
    Ok(fates
        .len()
        .checked_sub(2)
        .and_then(|at| fates.get(at).cloned()))
}
