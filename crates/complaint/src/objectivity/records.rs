//! The rows: cases about colleagues, what each person declared, and every opening.

use crate::{
    facts::{
        ConflictDeclared, ConflictLifted, GlassBroken, GlassClosed, PersonConcernNamed,
        PersonConcernUnnamed,
    },
    record::facts_of,
};
use redress_kernel::{Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Tx, sql};
use std::collections::BTreeMap;

use super::line::Heads;
use crate::house::{PEOPLE_MAX, UNITS_MAX};

/// More cases about colleagues than this would be another kind of problem; one that is
/// left out would be a line that is wrong.
const CASES_MAX: usize = 20_000;
/// In one list.
const SHOWN_MAX: i64 = 200;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        PersonConcernNamed::KIND | PersonConcernUnnamed::KIND => concerned(tx, entry.about),
        ConflictDeclared::KIND => {
            let conflict = entry.read::<ConflictDeclared>()?.fact.conflict;
            let state = if conflict { "conflict" } else { "none" };
            declaration(tx, entry.actor, entry, state)
        }
        ConflictLifted::KIND => {
            let person = entry.read::<ConflictLifted>()?.fact.person;
            declaration(tx, person, entry, "lifted")
        }
        GlassBroken::KIND => opened(tx, entry),
        GlassClosed::KIND => closed(tx, entry),
        _ => Ok(()),
    }
}

fn concerned(tx: &mut Tx, complaint: Id) -> Result<(), Error> {
    let case = facts_of(tx, complaint)?.fold();
    tx.execute(&sql("DELETE FROM concerned_colleague WHERE complaint = $1").arg(complaint))?;
    for person in case.about().subjects {
        let query = sql(
            "INSERT INTO concerned_colleague (complaint, person) VALUES ($1, $2)
             ON CONFLICT (complaint, person) DO NOTHING",
        );
        tx.execute(&query.arg(complaint).arg(person))?;
    }
    Ok(())
}

fn declaration(tx: &mut Tx, person: Id, entry: &Entry, state: &str) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO conflict_declaration (person, complaint, state, declared_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person, complaint) DO UPDATE SET state = excluded.state, declared_at = excluded.declared_at",
    );
    let query = query.arg(person).arg(entry.about).arg(state);
    tx.execute(&query.arg(entry.recorded_at)).map(|_| ())
}

fn opened(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<GlassBroken>()?.fact;
    let query = sql(
        "INSERT INTO glass_opening (seq, complaint, person, agreed_by, opened_at, until_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    );
    let query = query
        .arg(entry.seq)
        .arg(entry.about)
        .arg(fact.person)
        .arg(entry.actor)
        .arg(entry.recorded_at)
        .arg(fact.until);
    tx.execute(&query).map(|_| ())
}

fn closed(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = sql("UPDATE glass_opening SET closed_at = $3
         WHERE complaint = $1 AND person = $2 AND closed_at IS NULL");
    let person = entry.read::<GlassClosed>()?.fact.person;
    let query = query.arg(entry.about).arg(person).arg(entry.recorded_at);
    tx.execute(&query).map(|_| ())
}

/// Cases in which a colleague is complained about, open and closed: the line above them
/// is kept apart from both.
pub fn cases_about(reader: &mut impl Read, person: Id) -> Result<Vec<Id>, Error> {
    let query =
        sql("SELECT complaint FROM concerned_colleague WHERE person = $1 ORDER BY complaint");
    reader.all(query.arg(person), CASES_MAX, |row| row.id(0))
}

/// The same for the people of these units.
pub fn cases_about_people_of(reader: &mut impl Read, units: &[Id]) -> Result<Vec<Id>, Error> {
    let query = sql(
        "SELECT DISTINCT c.complaint FROM concerned_colleague c JOIN person p ON p.id = c.person
         WHERE p.unit IN (",
    );
    let query = query
        .bind_all(units.iter().copied())
        .push(") ORDER BY c.complaint");
    reader.all(query, CASES_MAX, |row| row.id(0))
}

/// Cases in which somebody was ever kept apart, by the journal alone.
pub fn ever_kept_apart(reader: &mut impl Read) -> Result<Vec<Id>, Error> {
    let query =
        sql("SELECT DISTINCT about FROM journal_entry WHERE kind IN ($1, $2) ORDER BY about")
            .arg(PersonConcernNamed::KIND)
            .arg(ConflictDeclared::KIND);
    reader.all(query, CASES_MAX, |row| row.id(0))
}

pub fn heads(reader: &mut impl Read) -> Result<Heads, Error> {
    let query = sql("SELECT unit, head FROM unit_head ORDER BY unit");
    let rows = reader.all(query, UNITS_MAX, |row| Ok((row.id(0)?, row.id(1)?)))?;
    Ok(rows.into_iter().collect::<BTreeMap<Id, Id>>())
}

/// These people with their units, also those who left.
pub fn units_of(reader: &mut impl Read, people: &[Id]) -> Result<Vec<(Id, Option<Id>)>, Error> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql("SELECT id, unit FROM person WHERE id IN (")
        .bind_all(people.iter().copied())
        .push(") ORDER BY id");
    reader.all(query, PEOPLE_MAX, |row| Ok((row.id(0)?, row.opt_id(1)?)))
}

/// What this person declared, as a receipt: no word of the case.
pub struct Receipt {
    pub reference: String,
    pub state: String,
    pub declared_at: Instant,
}

pub fn receipts(reader: &mut impl Read, person: Id) -> Result<Vec<Receipt>, Error> {
    let query = sql(
        "SELECT c.reference, d.state, d.declared_at FROM conflict_declaration d
         JOIN complaint c ON c.id = d.complaint
         WHERE d.person = $1 ORDER BY d.declared_at DESC, d.complaint LIMIT $2",
    );
    reader.rows(&query.arg(person).arg(SHOWN_MAX), |row| {
        Ok(Receipt {
            reference: row.text(0)?,
            state: row.text(1)?,
            declared_at: row.instant(2)?,
        })
    })
}

pub struct Opening {
    pub complaint: Id,
    pub person: Id,
    pub agreed_by: Id,
    pub opened_at: Instant,
    pub until_at: Instant,
    pub closed_at: Option<Instant>,
}

/// Every use, the newest first; of a case from which the viewer is kept apart, none.
pub fn openings(reader: &mut impl Read, viewer: Id) -> Result<Vec<Opening>, Error> {
    let query = sql(
        "SELECT complaint, person, agreed_by, opened_at, until_at, closed_at FROM glass_opening g
         WHERE NOT EXISTS (SELECT 1 FROM complaint_subject s WHERE s.complaint = g.complaint AND s.person = $1)
         ORDER BY seq DESC LIMIT $2",
    );
    reader.rows(&query.arg(viewer).arg(SHOWN_MAX), |row| {
        Ok(Opening {
            complaint: row.id(0)?,
            person: row.id(1)?,
            agreed_by: row.id(2)?,
            opened_at: row.instant(3)?,
            until_at: row.instant(4)?,
            closed_at: row.opt_int(5)?.map(Instant::from_micros),
        })
    })
}

/// How many requests of this person for this act wait for an answer.
pub fn waiting_requests(reader: &mut impl Read, act: &str, person: Id) -> Result<i64, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM second_request WHERE state = 'open' AND act = $1 AND asked_by = $2",
    );
    let found = reader.one(&query.arg(act).arg(person), |row| row.int(0))?;
    Ok(found.unwrap_or_default())
}
