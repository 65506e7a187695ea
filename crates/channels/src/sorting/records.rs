//! Which letter belongs to which case, which acknowledgements wait for a person, and
//! what the ledger tells of senders and of messages that are no complaint.

use crate::mail::fate;
use redress_complaint::facts::{
    Acknowledged, Annulled, Closed, Letter, MessageQueued, MessageRequeued, Received,
};
use redress_complaint::inbox::seen_by;
use redress_kernel::{
    Actor, Entry, Erasable, Fact, Id, Instant,
    mail_limits::{Before, CAP_MAX},
};
use redress_store::{ERASED, Error, Read, Row, Tx, sql};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;
pub const LIST_MAX: i64 = 200;
/// Replies of one name: programs repeat themselves, not without end.
const NAMED_MAX: i64 = 20;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        MessageQueued::KIND => queued(tx, entry),
        MessageRequeued::KIND => requeued(tx, entry),
        Received::KIND => received(tx, entry),
        Acknowledged::KIND | Closed::KIND | Annulled::KIND => no_longer_held(tx, entry.about),
        ERASED => erased(tx, entry),
        _ => Ok(()),
    }
}

fn queued(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
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
        .arg(known.personal.present().map(to).unwrap_or_default())
        .arg(i64::from(by_itself))
        .arg(entry.seq)
        .arg(entry.recorded_at);
    tx.execute(&query).map(|_| ())
}

/// To another address, where one was given.
fn requeued(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let known = entry.read::<MessageRequeued>()?;
    let to = known
        .personal
        .present()
        .map(|new| new.to.trim().to_lowercase());
    let Some(to) = to.filter(|to| !to.is_empty()) else {
        return Ok(());
    };
    let query = sql("UPDATE mail_letter SET recipient = $2, entry = $3 WHERE message = $1");
    let query = query.arg(known.fact.message).arg(to).arg(entry.seq);
    tx.execute(&query).map(|_| ())
}

fn received(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let Some(why) = entry.read::<Received>()?.fact.unanswered else {
        return Ok(());
    };
    let query = sql("INSERT INTO mail_held (complaint, why, held_at) VALUES ($1, $2, $3)");
    tx.execute(&query.arg(entry.about).arg(why).arg(entry.recorded_at))
        .map(|_| ())
}

fn no_longer_held(tx: &mut Tx, complaint: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM mail_held WHERE complaint = $1").arg(complaint))
        .map(|_| ())
}

fn erased(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    for seq in super::erasing::named(entry) {
        let query = sql("UPDATE mail_letter SET recipient = '' WHERE entry = $1");
        tx.execute(&query.arg(seq))?;
    }
    Ok(())
}

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

pub fn case_of_letter(reader: &mut impl Read, letter: Id) -> Result<Option<Id>, Error> {
    let query = sql("SELECT complaint FROM mail_letter WHERE message = $1").arg(letter);
    reader.one(&query, |row| row.id(0))
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
    let query = query.arg(to.to_lowercase()).arg(since);
    reader.one(&query, |row| {
        Ok(LetterOf {
            message: row.id(0)?,
            complaint: row.id(1)?,
        })
    })
}

/// The files of replies to this case that gave themselves this name.
pub fn replies_named(reader: &mut impl Read, name: &str, case: Id) -> Result<Vec<Id>, Error> {
    if name.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql(
        "SELECT file FROM mail_ledger WHERE message_id = $1 AND complaint = $2 AND fate = 'reply'
           AND file IS NOT NULL
         ORDER BY recorded_at, id LIMIT ",
    );
    let query = query.arg(name).arg(case).bind(NAMED_MAX);
    reader.rows(&query, |row| row.id(0))
}

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

const LOOKED: &str = "SELECT id, fate, complaint, file, message_id, sender, subject, reasons, bytes, arrived_at, recorded_at, mailbox
     FROM mail_ledger ";

fn looked(row: &Row) -> Result<Looked, Error> {
    let reasons = row.text(7)?;
    let parted = reasons.lines().map(|line| {
        let (code, seen) = line.split_once('\t').unwrap_or((line, ""));
        (code.to_owned(), seen.to_owned())
    });
    Ok(Looked {
        mail: row.id(0)?,
        fate: row.text(1)?,
        complaint: row.opt_id(2)?,
        file: row.opt_id(3)?,
        message_id: row.text(4)?,
        sender: row.text(5)?,
        subject: row.text(6)?,
        reasons: parted.collect(),
        bytes: row.int(8)?,
        arrived_at: row.opt_instant(9)?,
        recorded_at: row.instant(10)?,
        mailbox: row.id(11)?,
    })
}

/// As far as somebody of this unit may know it.
pub fn one(reader: &mut impl Read, mail: Id, unit: Option<Id>) -> Result<Option<Looked>, Error> {
    let found = reader.one(&sql(LOOKED).push("WHERE id = ").bind(mail), looked)?;
    let hidden = of_other_units(reader, unit)?;
    Ok(found.filter(|it| !hidden.contains(&it.mailbox)))
}

/// Mailboxes whose complaints go to a unit that is not this one.
fn of_other_units(reader: &mut impl Read, unit: Option<Id>) -> Result<Vec<Id>, Error> {
    let Some(mine) = unit else {
        return Ok(Vec::new());
    };
    let query = sql("SELECT id, terms FROM mailbox ORDER BY id LIMIT 1000");
    let all = reader.rows(&query, |row| Ok((row.id(0)?, row.text(1)?)))?;
    let of = |terms: &str| -> Option<Id> {
        let terms: serde_json::Value = serde_json::from_str(terms).ok()?;
        terms.get("unit")?.as_str()?.parse().ok()
    };
    let others = all
        .into_iter()
        .filter(|(_, terms)| of(terms).is_some_and(|its| its != mine));
    Ok(others.map(|(id, _)| id).collect())
}

/// Goes on with ` AND ...` and without these mailboxes.
fn without(query: redress_store::Sql, hidden: &[Id]) -> redress_store::Sql {
    match hidden {
        [] => query,
        hidden => query
            .push(" AND mailbox NOT IN (")
            .bind_all(hidden.iter().copied())
            .push(")"),
    }
}

/// Messages of these fates that belong to no case, the newest first.
pub fn of_fates(
    reader: &mut impl Read,
    fates: &[&str],
    unit: Option<Id>,
) -> Result<Vec<Looked>, Error> {
    let hidden = of_other_units(reader, unit)?;
    let mut all = Vec::new();
    for its in fates {
        let query = sql(LOOKED).push("WHERE fate = ").bind(*its);
        let query = without(query.push(" AND complaint IS NULL"), &hidden);
        let query = query.push(" ORDER BY recorded_at DESC, id DESC LIMIT ");
        all.extend(reader.rows(&query.bind(LIST_MAX), looked)?);
    }
    all.sort_by_key(|it| std::cmp::Reverse((it.recorded_at, it.mail)));
    all.truncate(LIST_MAX as usize);
    Ok(all)
}

/// How many wait for somebody; beyond a list's length nobody counts on.
pub fn count_of(reader: &mut impl Read, fates: &[&str], unit: Option<Id>) -> Result<i64, Error> {
    let hidden = of_other_units(reader, unit)?;
    let mut sum = 0;
    for its in fates {
        let query =
            sql("SELECT COUNT(*) FROM (SELECT id FROM mail_ledger WHERE fate = ").bind(*its);
        let query = without(query.push(" AND complaint IS NULL"), &hidden);
        let query = query.push(" ORDER BY recorded_at LIMIT ");
        let query = query.bind(LIST_MAX).push(") AS waiting");
        sum += reader.one(&query, |row| row.int(0))?.unwrap_or_default();
    }
    Ok(sum.min(LIST_MAX))
}

/// A complaint whose acknowledgement waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub reference: String,
    pub complainant: String,
    pub why: String,
    pub held_at: Instant,
}

/// The oldest first; only cases that this person may see. What is closed is held no more.
pub fn held(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Held>, Error> {
    let query = sql("SELECT c.reference, c.complainant, h.why, h.held_at
         FROM mail_held h JOIN complaint c ON c.id = h.complaint
         WHERE h.held_at > 0");
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY h.held_at, h.complaint LIMIT ")
        .bind(LIST_MAX);
    reader.rows(&query, |row| {
        Ok(Held {
            reference: row.text(0)?,
            complainant: row.text(1)?,
            why: row.text(2)?,
            held_at: row.instant(3)?,
        })
    })
}

/// Closed complaints whose complainant has written since, the oldest closing first.
pub fn closed_and_answered(
    reader: &mut impl Read,
    viewer: &Actor,
) -> Result<Vec<(String, String)>, Error> {
    let query = sql(
        "SELECT c.reference, c.complainant FROM complaint c WHERE c.is_open = 0 AND c.needs_reply = 1 AND c.closed_at > 0",
    );
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY c.closed_at, c.id LIMIT ")
        .bind(LIST_MAX);
    reader.rows(&query, |row| Ok((row.text(0)?, row.text(1)?)))
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

/// A message of a case, as erasing has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub mail: Id,
    pub entry: i64,
    pub fate: String,
    pub file: Option<Id>,
    pub message_id: String,
}

pub fn kept_of(reader: &mut impl Read, complaint: Id) -> Result<Vec<Kept>, Error> {
    let query = sql(
        "SELECT id, entry, fate, file, message_id FROM mail_ledger WHERE complaint = $1
         ORDER BY recorded_at, id",
    );
    reader.all(query.arg(complaint), CAP_MAX as usize, kept)
}

/// The same message in other places.
pub fn copies(reader: &mut impl Read, of: &Kept) -> Result<Vec<Kept>, Error> {
    if of.message_id.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql("SELECT id, entry, fate, file, message_id FROM mail_ledger WHERE message_id = $1 AND same_as = $2
         ORDER BY recorded_at, id");
    reader.all(
        query.arg(of.message_id.as_str()).arg(of.mail),
        CAP_MAX as usize,
        kept,
    )
}

fn kept(row: &Row) -> Result<Kept, Error> {
    Ok(Kept {
        mail: row.id(0)?,
        entry: row.int(1)?,
        fate: row.text(2)?,
        file: row.opt_id(3)?,
        message_id: row.text(4)?,
    })
}

/// Which files an entry encloses, and whether it still has its personal part.
pub fn files_of(reader: &mut impl Read, seq: i64) -> Result<Vec<Id>, Error> {
    let entries = reader.entries_from(seq, 1)?;
    let Some(entry) = entries.first().filter(|entry| entry.seq == seq) else {
        return Ok(Vec::new());
    };
    let record: serde_json::Value = serde_json::from_str(&entry.record).unwrap_or_default();
    let files = record.get("files").and_then(|files| files.as_array());
    let ids = files.into_iter().flatten().filter_map(|file| {
        let id = file.get("file")?.as_str()?;
        id.parse().ok()
    });
    Ok(ids.collect())
}

/// Has this entry anything left to erase?
pub fn is_erased(reader: &mut impl Read, seq: i64) -> Result<bool, Error> {
    let entries = reader.entries_from(seq, 1)?;
    let its = entries.first().filter(|entry| entry.seq == seq);
    Ok(its.is_none_or(|entry| !matches!(entry.personal, Erasable::Present(_))))
}
