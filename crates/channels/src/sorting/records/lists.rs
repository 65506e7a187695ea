//! Messages as lists and their own page show them.

use redress_kernel::{Id, Instant};
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
    let query = sql("SELECT id FROM mailbox WHERE unit <> $1 ORDER BY id LIMIT 1000");
    reader.rows(&query.arg(mine), |row| row.id(0))
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
