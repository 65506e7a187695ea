//! Cases that wait for somebody because of mail: acknowledgements that no machine sends,
//! and answers to what was closed.

use super::LIST_MAX;
use redress_complaint::{
    facts::Received,
    inbox::{COMPLAINANT, seen_by},
};
use redress_kernel::{Actor, Entry, Id, Instant, personal::Personal};
use redress_store::{Error, Read, Tx, sql};

pub fn received(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let Some(why) = entry.read::<Received>()?.fact.unanswered else {
        return Ok(());
    };
    let query = sql("INSERT INTO mail_held (complaint, why, held_at) VALUES ($1, $2, $3)");
    tx.execute(&query.arg(entry.about).arg(why).arg(entry.recorded_at))
        .map(|_| ())
}

pub fn no_longer_held(tx: &mut Tx, complaint: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM mail_held WHERE complaint = $1").arg(complaint))
        .map(|_| ())
}

/// A complaint whose acknowledgement waits for a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Held {
    pub reference: String,
    pub complainant: Personal<String>,
    pub complaint: Id,
    pub owner: Option<Id>,
    pub is_open: bool,
    pub sensitive: bool,
    pub why: String,
    pub held_at: Instant,
}

/// The oldest first; only cases that this person may see. What is closed is held no more.
pub fn held(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Held>, Error> {
    let query = sql(
        "SELECT c.reference, c.complainant, h.why, h.held_at, c.id, c.owner, c.is_open, c.sensitive
         FROM mail_held h JOIN complaint c ON c.id = h.complaint
         WHERE h.held_at > 0",
    );
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY h.held_at, h.complaint LIMIT ")
        .bind(LIST_MAX);
    reader.rows(&query, |row| {
        Ok(Held {
            reference: row.text(0)?,
            complainant: Personal::new(row.opened(1, COMPLAINANT, row.id(4)?)?),
            complaint: row.id(4)?,
            owner: row.opt_id(5)?,
            is_open: row.int(6)? == 1,
            sensitive: row.int(7)? == 1,
            why: row.text(2)?,
            held_at: row.instant(3)?,
        })
    })
}

/// A closed complaint, and who has written since.
pub struct Answered {
    pub reference: String,
    pub complainant: Personal<String>,
    pub complaint: Id,
    pub owner: Option<Id>,
    pub sensitive: bool,
}

/// Closed complaints whose complainant has written since, the oldest closing first.
pub fn closed_and_answered(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Answered>, Error> {
    let query = sql(
        "SELECT c.reference, c.complainant, c.id, c.owner, c.sensitive FROM complaint c WHERE c.is_open = 0 AND c.needs_reply = 1 AND c.closed_at > 0",
    );
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY c.closed_at, c.id LIMIT ")
        .bind(LIST_MAX);
    reader.rows(&query, |row| {
        Ok(Answered {
            reference: row.text(0)?,
            complainant: Personal::new(row.opened(1, COMPLAINANT, row.id(2)?)?),
            complaint: row.id(2)?,
            owner: row.opt_id(3)?,
            sensitive: row.int(4)? == 1,
        })
    })
}
