//! The rows of what nobody confirmed: who waits, who was put aside. Names and words stay
//! in the facts; a list reads them there.

use crate::{
    Complaint,
    facts::{Confirmed, Happened},
    inbox::{Cursor, seen_by, within},
    record::newest,
};
use redress_kernel::{Actor, Entry, Id, Instant};
use redress_store::{Error, Read, Reader, Sql, Tx, sql};

pub const WAITING: &str = "waiting";
pub const DISMISSED: &str = "dismissed";
/// Nobody counts on beyond this.
const COUNTED_MAX: i64 = 1_000_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    pub complaint: Id,
    pub reference: String,
    pub why: String,
    pub danger: bool,
    pub received_at: Instant,
}

impl Waits {
    pub fn cursor(&self) -> Cursor {
        Cursor {
            rank: i64::from(!self.danger),
            at: self.received_at.micros(),
            id: self.complaint,
        }
    }
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !Happened::KINDS.contains(&entry.kind.as_str()) {
        return Ok(());
    }
    let case = newest(tx, entry)?;
    let done = match case.is_unconfirmed() {
        true => keep(tx, &case),
        false if entry.is::<Confirmed>() => forget(tx, case.id),
        false => Ok(()),
    };
    tx.memo.keep(case.id, case);
    done
}

fn keep(tx: &mut Tx, case: &Complaint) -> Result<(), Error> {
    let why = case.unconfirmed.as_ref().map_or("", |it| it.why.as_str());
    let query = sql(
        "INSERT INTO unconfirmed (complaint, reference, state, why, calm, unit, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (complaint) DO UPDATE SET state = excluded.state",
    );
    let query = query
        .arg(case.id)
        .arg(case.reference.as_str())
        .arg(if case.is_open() { WAITING } else { DISMISSED })
        .arg(why)
        .arg(i64::from(!case.danger))
        .arg(case.unit)
        .arg(case.received_at);
    tx.execute(&query).map(|_| ())
}

fn forget(tx: &mut Tx, case: Id) -> Result<(), Error> {
    let query = sql("DELETE FROM unconfirmed WHERE complaint = $1");
    tx.execute(&query.arg(case)).map(|_| ())
}

/// Whose reference this is, among those that nobody confirmed.
pub fn id_of(reader: &mut impl Read, reference: &str) -> Result<Option<Id>, Error> {
    let query = sql("SELECT complaint FROM unconfirmed WHERE reference = $1").arg(reference);
    reader.one(&query, |row| row.id(0))
}

/// Those of these references that wait and that this person may see.
pub fn waiting_among(
    reader: &mut impl Read,
    viewer: &Actor,
    references: &[String],
) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for some in references.chunks(ASKED_AT_ONCE) {
        let query = sql("SELECT u.reference FROM (SELECT complaint AS id, unit, state, reference FROM unconfirmed) u WHERE u.state = 'waiting' AND u.reference IN (")
            .bind_all(some.iter().cloned())
            .push(")");
        let query = seen_by(query, viewer, "u").push(" ORDER BY u.reference LIMIT ");
        found.extend(reader.rows(&query.bind(ASKED_AT_ONCE as i64), |row| row.text(0))?);
    }
    Ok(found)
}

/// So many references in one statement.
const ASKED_AT_ONCE: usize = 200;

pub fn count_waiting(reader: &mut Reader, viewer: &Actor) -> Result<i64, Error> {
    count(reader, viewer, WAITING)
}

/// As many as this person may see.
pub fn count(reader: &mut impl Read, viewer: &Actor, state: &str) -> Result<i64, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM (SELECT u.id FROM (SELECT complaint AS id, unit, state, calm, received_at FROM unconfirmed) u WHERE u.state = ",
    );
    let query = within(query.bind(state), viewer, "u");
    let query = query.push(" ORDER BY u.calm, u.received_at, u.id LIMIT ");
    let query = query.bind(COUNTED_MAX).push(") AS these");
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or_default())
}

/// A page of them: danger first, then the order of receipt.
pub fn page(
    reader: &mut impl Read,
    viewer: &Actor,
    state: &str,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Waits>, Error> {
    let query = sql(
        "SELECT u.id, u.reference, u.why, u.calm, u.received_at FROM (SELECT complaint AS id, unit, state, reference, why, calm, received_at FROM unconfirmed) u WHERE u.state = ",
    );
    let query = within(query.bind(state), viewer, "u");
    let query = query.when(after, behind);
    let query = query.push(" ORDER BY u.calm, u.received_at, u.id LIMIT ");
    reader.rows(&query.bind(limit), |row| {
        Ok(Waits {
            complaint: row.id(0)?,
            reference: row.text(1)?,
            why: row.text(2)?,
            danger: row.int(3)? == 0,
            received_at: row.instant(4)?,
        })
    })
}

fn behind(query: Sql, after: Cursor) -> Sql {
    query
        .push(" AND (u.calm, u.received_at, u.id) > (")
        .bind(after.rank)
        .push(", ")
        .bind(after.at)
        .push(", ")
        .bind(after.id)
        .push(")")
}
