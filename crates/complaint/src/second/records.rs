//! The rows of requests: what waits for whom, and what was answered lately.

use super::{
    facts::{SecondAlone, SecondAnswered, SecondAsked, SecondEnded},
    request::{Request, State},
};
use crate::inbox::seen_by;
use redress_kernel::{Action, Actor, Entry, Fact, Id};
use redress_store::{Error, Read, Reader, Sql, Tx, sql};

/// In one list.
const SHOWN_MAX: i64 = 100;
/// More is not asked about one complaint.
const ABOUT_ONE_MAX: i64 = 10_000;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let state = match entry.kind.as_str() {
        SecondAsked::KIND => return asked(tx, entry),
        SecondAlone::KIND => return alone(tx, entry),
        SecondAnswered::KIND => match entry.read::<SecondAnswered>()?.fact.agreed {
            true => State::Agreed,
            false => State::Refused,
        },
        SecondEnded::KIND => match entry.read::<SecondEnded>()?.fact.why.as_str() {
            "taken-back" => State::TakenBack,
            _ => State::Expired,
        },
        _ => return Ok(()),
    };
    let query = sql("UPDATE second_request SET state = $2 WHERE id = $1");
    tx.execute(&query.arg(entry.about).arg(state.name()))
        .map(|_| ())
}

fn asked(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<SecondAsked>()?.fact;
    let query = sql(
        "INSERT INTO second_request (id, act, decides, complaint, concerns, asked_by, asked_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'open')",
    );
    let query = query
        .arg(entry.about)
        .arg(fact.act)
        .arg(fact.decides.name())
        .arg(fact.complaint)
        .arg(fact.concerns)
        .arg(entry.actor)
        .arg(entry.recorded_at);
    tx.execute(&query).map(|_| ())
}

fn alone(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<SecondAlone>()?.fact;
    let query = sql(
        "INSERT INTO second_request (id, act, decides, concerns, asked_by, asked_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'alone')",
    );
    let query = query
        .arg(entry.about)
        .arg(fact.act)
        .arg(fact.decides.name())
        .arg(fact.concerns)
        .arg(entry.actor);
    tx.execute(&query.arg(entry.recorded_at)).map(|_| ())
}

pub fn find(reader: &mut impl Read, id: Id) -> Result<Option<Request>, Error> {
    Ok(Request::fold(&reader.entries(id)?)?)
}

/// The open request for this act about this complaint; about none, the one of this person.
pub fn open_about(
    reader: &mut impl Read,
    act: &str,
    complaint: Option<Id>,
    asker: Id,
) -> Result<Option<Id>, Error> {
    let query = sql("SELECT id FROM second_request WHERE state = 'open' AND act = ").bind(act);
    let query = match complaint {
        Some(id) => query.push(" AND complaint = ").bind(id),
        None => query
            .push(" AND complaint IS NULL AND asked_by = ")
            .bind(asker),
    };
    reader.one(&query.push(" ORDER BY asked_at, id LIMIT 1"), |row| {
        row.id(0)
    })
}

/// Everything that was ever asked about this complaint, or about this person's access.
pub fn about(reader: &mut impl Read, complaint: Id) -> Result<Vec<Id>, Error> {
    let query = sql("SELECT id FROM second_request WHERE complaint = ")
        .bind(complaint)
        .push(" OR concerns = ")
        .bind(complaint)
        .push(" ORDER BY id LIMIT ")
        .bind(ABOUT_ONE_MAX);
    reader.rows(&query, |row| row.id(0))
}

/// What this person could answer now: asked by somebody else, of a kind that they are
/// granted, and not about a complaint that they may not see.
fn theirs(query: Sql, viewer: &Actor) -> Sql {
    let granted = Action::ALL.into_iter().filter(|its| viewer.may(*its));
    // Never an empty list, which no engine reads.
    let granted = std::iter::once(String::new()).chain(granted.map(|its| its.name()));
    let query = query
        .push(" WHERE r.state = 'open' AND r.asked_by <> ")
        .bind(viewer.id)
        .push(" AND (r.concerns IS NULL OR r.concerns <> ")
        .bind(viewer.id)
        .push(")")
        .push(" AND r.decides IN (")
        .bind_all(granted)
        .push(") AND (r.complaint IS NULL OR EXISTS (SELECT 1 FROM complaint c WHERE c.id = r.complaint");
    seen_by(query, viewer, "c").push("))")
}

/// How many wait for this person.
pub fn waiting(reader: &mut Reader, viewer: &Actor) -> Result<i64, Error> {
    let query = theirs(sql("SELECT COUNT(*) FROM second_request r"), viewer);
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or_default())
}

pub fn for_me(reader: &mut Reader, viewer: &Actor) -> Result<Vec<Request>, Error> {
    let query = theirs(sql("SELECT r.id FROM second_request r"), viewer);
    let query = query
        .push(" ORDER BY r.asked_at, r.id LIMIT ")
        .bind(SHOWN_MAX);
    read_all(reader, query)
}

/// What this person asked for, the newest first.
pub fn by_me(reader: &mut Reader, viewer: Id) -> Result<Vec<Request>, Error> {
    let query = sql("SELECT id FROM second_request WHERE asked_by = ")
        .bind(viewer)
        .push(" ORDER BY asked_at DESC, id DESC LIMIT ")
        .bind(SHOWN_MAX);
    read_all(reader, query)
}

/// What one person decided because nobody else could, the newest first.
pub fn decided_alone(reader: &mut Reader) -> Result<Vec<Request>, Error> {
    let query = sql(
        "SELECT id FROM second_request WHERE state = 'alone' ORDER BY asked_at DESC, id DESC LIMIT ",
    );
    read_all(reader, query.bind(SHOWN_MAX))
}

/// Everything that was asked of this kind, whoever asked, the newest first.
pub fn of_act(reader: &mut impl Read, act: &str, most: i64) -> Result<Vec<Request>, Error> {
    let query = sql("SELECT id FROM second_request WHERE act = ")
        .bind(act)
        .push(" ORDER BY asked_at DESC, id DESC LIMIT ")
        .bind(most.clamp(1, SHOWN_MAX));
    read_all(reader, query)
}

/// The open request of this kind about this person's access.
pub fn open_concerning(
    reader: &mut impl Read,
    act: &str,
    person: Id,
) -> Result<Option<Request>, Error> {
    let query = sql(
        "SELECT id FROM second_request WHERE concerns = $1 AND act = $2 AND state = 'open' ORDER BY asked_at, id LIMIT 1",
    );
    let found = reader.one(&query.arg(person).arg(act), |row| row.id(0))?;
    match found {
        Some(id) => find(reader, id),
        None => Ok(None),
    }
}

/// How many of this kind wait that this person asked for.
pub fn waiting_of(reader: &mut impl Read, act: &str, asker: Id) -> Result<i64, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM second_request WHERE state = 'open' AND act = $1 AND asked_by = $2",
    );
    let n = reader.one(&query.arg(act).arg(asker), |row| row.int(0))?;
    Ok(n.unwrap_or_default())
}

fn read_all(reader: &mut impl Read, query: Sql) -> Result<Vec<Request>, Error> {
    let ids = reader.rows(&query, |row| row.id(0))?;
    let mut all = Vec::new();
    for id in ids {
        all.extend(find(reader, id)?);
    }
    Ok(all)
}
