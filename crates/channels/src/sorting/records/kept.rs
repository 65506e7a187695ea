//! The messages of a case, as erasing has to know them.

use redress_kernel::{Erasable, Id, mail_limits::CAP_MAX};
use redress_store::{Error, Read, Row, sql};

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
