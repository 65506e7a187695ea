//! Who passed on what: for their own list.

use redress_complaint::facts::Received;
use redress_kernel::{Actor, Entry, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

/// The channel of a complaint that somebody heard.
pub const STAFF: &str = "staff";
const SHOWN: i64 = 50;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !entry.is::<Received>() || entry.read::<Received>()?.fact.channel != STAFF {
        return Ok(());
    }
    let query = sql(
        "INSERT INTO heard_complaint (person, complaint) VALUES ($1, $2)
         ON CONFLICT (person, complaint) DO NOTHING",
    );
    tx.execute(&query.arg(entry.actor).arg(entry.about))
        .map(|_| ())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    pub complaint: Id,
    pub reference: String,
    pub stage: String,
    pub received_at: Instant,
}

/// The newest that this person passed on. One that is about them is not there.
pub fn passed_on(reader: &mut impl Read, who: &Actor) -> Result<Vec<Passed>, Error> {
    let query = sql("SELECT c.id, c.reference, c.stage, c.received_at
         FROM heard_complaint h JOIN complaint c ON c.id = h.complaint
         WHERE h.person = $1 AND NOT EXISTS
           (SELECT 1 FROM complaint_subject s WHERE s.complaint = h.complaint AND s.person = $1)
         ORDER BY h.complaint DESC LIMIT $2");
    reader.rows(&query.arg(who.id).arg(SHOWN), |row| {
        Ok(Passed {
            complaint: row.id(0)?,
            reference: row.text(1)?,
            stage: row.text(2)?,
            received_at: row.instant(3)?,
        })
    })
}
