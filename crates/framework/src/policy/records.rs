//! The rows of versions and of who has read them.

use super::{
    facts::{
        PolicyApproved, PolicyDrafted, PolicyPublished, PolicyRead, PolicyReturned, PolicySubmitted,
    },
    version::{State, Version},
};
use redress_kernel::{Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Row, Tx, sql};

/// Versions in the list of all.
const VERSIONS_MAX: i64 = 200;
/// Readings of one version: as many as there can be people.
const READINGS_MAX: i64 = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub id: Id,
    pub number: i64,
    pub state: State,
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let state = match entry.kind.as_str() {
        PolicyDrafted::KIND => return drafted(tx, entry),
        PolicyRead::KIND => return read(tx, entry),
        PolicySubmitted::KIND => State::Submitted,
        PolicyReturned::KIND => State::Draft,
        PolicyApproved::KIND => State::Approved,
        PolicyPublished::KIND => State::Published,
        _ => return Ok(()),
    };
    let query = sql("UPDATE policy_version SET state = $2 WHERE id = $1");
    tx.execute(&query.arg(entry.about).arg(state.name()))
        .map(|_| ())
}

fn drafted(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO policy_version (id, number, state) VALUES ($1, $2, 'draft')
         ON CONFLICT (id) DO NOTHING",
    );
    let number = entry.read::<PolicyDrafted>()?.fact.number;
    tx.execute(&query.arg(entry.about).arg(number)).map(|_| ())
}

fn read(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO policy_reading (version, person, read_at) VALUES ($1, $2, $3)
         ON CONFLICT (version, person) DO NOTHING",
    );
    let version = entry.read::<PolicyRead>()?.fact.version;
    tx.execute(&query.arg(version).arg(entry.about).arg(entry.at()))
        .map(|_| ())
}

pub fn find(reader: &mut impl Read, id: Id) -> Result<Option<Version>, Error> {
    Ok(Version::fold(&reader.entries(id)?)?)
}

/// The version in force: the newest published.
pub fn current(reader: &mut impl Read) -> Result<Option<Id>, Error> {
    let query =
        sql("SELECT id FROM policy_version WHERE state = 'published' ORDER BY number DESC LIMIT 1");
    reader.one(&query, |row| row.id(0))
}

/// All versions, the newest first.
pub fn versions(reader: &mut impl Read) -> Result<Vec<Line>, Error> {
    let query = sql("SELECT id, number, state FROM policy_version ORDER BY number DESC LIMIT $1");
    reader.rows(&query.arg(VERSIONS_MAX), line)
}

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        id: row.id(0)?,
        number: row.int(1)?,
        state: State::from_name(&row.text(2)?).unwrap_or_default(),
    })
}

/// Who has read a version, and when.
pub fn readings(reader: &mut impl Read, version: Id) -> Result<Vec<(Id, Instant)>, Error> {
    let query = sql(
        "SELECT person, read_at FROM policy_reading WHERE version = $1
         ORDER BY version, person LIMIT $2",
    );
    reader.rows(&query.arg(version).arg(READINGS_MAX), |row| {
        Ok((row.id(0)?, row.instant(1)?))
    })
}

pub fn has_read(reader: &mut impl Read, version: Id, person: Id) -> Result<bool, Error> {
    let query = sql("SELECT read_at FROM policy_reading WHERE version = $1 AND person = $2");
    let found = reader.one(&query.arg(version).arg(person), |row| row.int(0))?;
    Ok(found.is_some())
}
