//! Drafts that an earlier release left open, closed once when its database is moved in:
//! a name stands in them before it is a complaint.

use super::records::sealed_as;
use redress_store::{Error, Read, Tx, sql};

/// Answers are a page of text.
const DRAFTS: i64 = 100;
/// A file can have 25 MB.
const FILES: i64 = 4;

/// What was sent keeps nothing but the way to its complaint, and stays as it is.
pub fn close_open(tx: &mut Tx) -> Result<i64, Error> {
    let open = sql("SELECT id, answers FROM draft \
         WHERE answers NOT LIKE 'sealed1:%' AND answers <> '{}' ORDER BY id LIMIT $1");
    let open = tx.rows(&open.arg(DRAFTS), |row| Ok((row.text(0)?, row.text(1)?)))?;
    for (id, answers) in &open {
        let answers = tx.keys().seal(&sealed_as(id), answers)?;
        let closed = sql("UPDATE draft SET answers = $2 WHERE id = $1");
        tx.execute(&closed.arg(id).arg(answers))?;
    }
    match i64::try_from(open.len()).unwrap_or(DRAFTS) {
        0 => files(tx),
        some => Ok(some),
    }
}

fn files(tx: &mut Tx) -> Result<i64, Error> {
    let open = sql("SELECT id, draft, name, content FROM draft_file \
         WHERE name NOT LIKE 'sealed1:%' ORDER BY id LIMIT $1");
    let open = tx.rows(&open.arg(FILES), |row| {
        Ok((row.id(0)?, row.text(1)?, row.text(2)?, row.bytes(3)?))
    })?;
    let some = i64::try_from(open.len()).unwrap_or(FILES);
    for (id, draft, name, content) in open {
        let name = tx.keys().seal(&sealed_as(&draft), &name)?;
        let content = tx.keys().seal_bytes(&sealed_as(&draft), content)?;
        let closed = sql("UPDATE draft_file SET name = $2, content = $3 WHERE id = $1");
        tx.execute(&closed.arg(id).arg(name).arg(content))?;
    }
    Ok(some)
}
