//! The messages of a case, as erasing has to know them.

use crate::mail_columns as closed;
use redress_kernel::{Erasable, Id, mail_limits::CAP_MAX};
use redress_store::{Error, Field, Read, Row, Sql, sql};

/// A message of a case, as erasing has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub mail: Id,
    pub entry: i64,
    pub fate: String,
    pub file: Option<Id>,
    pub message_id: String,
    pub says: String,
}

const KEPT: &str = "SELECT id, entry, fate, file, message_id, says FROM mail_ledger ";
const IN_ORDER: &str = " ORDER BY recorded_at, id";

pub fn kept_of(reader: &mut impl Read, complaint: Id) -> Result<Vec<Kept>, Error> {
    let query = sql(KEPT).push("WHERE complaint = ").bind(complaint);
    reader.all(query.push(IN_ORDER), CAP_MAX as usize, kept)
}

/// The same message in other places: the same bytes, or the same words in this case.
pub fn copies(reader: &mut impl Read, of: &Kept, complaint: Id) -> Result<Vec<Kept>, Error> {
    let said = match of.says.as_str() {
        "" => {
            let token = reader.blind()?.token(Field::Message, &of.message_id);
            taken_in_before(token, complaint)
        }
        says => sql(KEPT)
            .push("WHERE says = ")
            .bind(says)
            .push(" AND complaint = ")
            .bind(complaint),
    };
    let mut all = reader.all(said.push(IN_ORDER), CAP_MAX as usize, kept)?;
    all.push(of.clone());
    let mut same = Vec::new();
    for one in &all {
        let query = sql(KEPT).push("WHERE same_as = ").bind(one.mail);
        same.extend(reader.all(query.push(IN_ORDER), CAP_MAX as usize, kept)?);
    }
    all.extend(same);
    Ok(all)
}

/// Nobody kept what those said: they are known by the name that they gave themselves.
fn taken_in_before(token: String, complaint: Id) -> Sql {
    let query = sql(KEPT).push("WHERE message_token = ").bind(token);
    let query = query
        .push(" AND message_token <> '' AND complaint = ")
        .bind(complaint);
    query.push(" AND fate = 'copy'")
}

/// Does a message of this case say the same?
pub fn is_said_in(reader: &mut impl Read, says: &str, complaint: Id) -> Result<bool, Error> {
    let query =
        sql("SELECT id FROM mail_ledger WHERE says = $1 AND says <> '' AND complaint = $2 LIMIT 1");
    let found = reader.one(&query.arg(says).arg(complaint), |row| row.id(0))?;
    Ok(found.is_some())
}

/// The case that a message of the same words belongs to.
pub fn case_that_says(reader: &mut impl Read, says: &str) -> Result<Option<Id>, Error> {
    let query = sql(
        "SELECT complaint FROM mail_ledger WHERE says = $1 AND says <> '' AND complaint IS NOT NULL
         ORDER BY complaint LIMIT 1",
    );
    reader.one(&query.arg(says), |row| row.id(0))
}

fn kept(row: &Row) -> Result<Kept, Error> {
    let mail = row.id(0)?;
    Ok(Kept {
        mail,
        entry: row.int(1)?,
        fate: row.text(2)?,
        file: row.opt_id(3)?,
        message_id: row.opened(4, closed::MESSAGE_ID, mail)?,
        says: row.text(5)?,
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
