//! What waits for a person's next letter: one line a case and kind, however often.

use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Tx, sql};

/// More than fits into one letter.
pub const LINES_MAX: i64 = 100;

pub fn add(tx: &mut Tx, person: Id, complaint: Id, kind: &str, at: Instant) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO notice_waiting (person, complaint, kind, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person, complaint, kind) DO UPDATE SET at = excluded.at",
    );
    let query = query.arg(person).arg(complaint).arg(kind);
    tx.execute(&query.arg(at)).map(|_| ())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    pub complaint: Id,
    pub reference: String,
    pub owner: Option<Id>,
    pub kind: String,
    pub at: Instant,
}

/// Oldest first.
pub fn of(reader: &mut impl Read, person: Id, until: Instant) -> Result<Vec<Waits>, Error> {
    let query = sql("SELECT c.reference, c.owner, w.kind, w.complaint, w.at
         FROM notice_waiting w JOIN complaint c ON c.id = w.complaint
         WHERE w.person = $1 AND w.at <= $2 ORDER BY w.at, w.complaint, w.kind LIMIT $3");
    reader.rows(&query.arg(person).arg(until).arg(LINES_MAX), |row| {
        Ok(Waits {
            reference: row.text(0)?,
            owner: row.opt_id(1)?,
            kind: row.text(2)?,
            complaint: row.id(3)?,
            at: row.instant(4)?,
        })
    })
}

/// These lines and no others: what came meanwhile, or did not fit, waits on. True when
/// there may be more of that.
pub fn done(tx: &mut Tx, person: Id, told: &[Waits]) -> Result<bool, Error> {
    for one in told {
        let query = sql(
            "DELETE FROM notice_waiting WHERE person = $1 AND complaint = $2 AND kind = $3 AND at = $4",
        );
        let query = query.arg(person).arg(one.complaint);
        tx.execute(&query.arg(one.kind.as_str()).arg(one.at))?;
    }
    Ok(told.len() as i64 >= LINES_MAX)
}
