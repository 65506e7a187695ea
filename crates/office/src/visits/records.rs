//! The rows of visits and of their samples, and out of what a sample is drawn.

use crate::facts::{CasesSampled, VisitSet};
use jiff::civil::Date;
use redress_complaint::inbox::seen_by;
use redress_kernel::{Actor, Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

/// A sample is drawn from the newest of so many cases.
pub const AMONG_MAX: i64 = 20_000;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        VisitSet::KIND => visit(tx, entry.about, &entry.read::<VisitSet>()?.fact),
        CasesSampled::KIND => sample(tx, entry.about, &entry.read::<CasesSampled>()?.fact),
        _ => Ok(()),
    }
}

fn visit(tx: &mut Tx, person: Id, set: &VisitSet) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO visit (person, first_day, last_day, from_at, until_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person) DO UPDATE SET first_day = excluded.first_day,
           last_day = excluded.last_day, from_at = excluded.from_at, until_at = excluded.until_at",
    );
    let query = query
        .arg(person)
        .arg(set.first_day.to_string())
        .arg(set.last_day.to_string());
    tx.execute(&query.arg(set.from_at).arg(set.until_at))
        .map(|_| ())
}

fn sample(tx: &mut Tx, person: Id, sampled: &CasesSampled) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM sampled_case WHERE person = $1").arg(person))?;
    for case in &sampled.cases {
        let query = sql(
            "INSERT INTO sampled_case (person, complaint) VALUES ($1, $2)
             ON CONFLICT (person, complaint) DO NOTHING",
        );
        tx.execute(&query.arg(person).arg(*case))?;
    }
    Ok(())
}

/// Was this person let in for this moment?
pub fn is_open(reader: &mut impl Read, person: Id, now: Instant) -> Result<bool, Error> {
    let query =
        sql("SELECT person FROM visit WHERE person = $1 AND from_at < $2 AND until_at >= $2");
    let found = reader.one(&query.arg(person).arg(now), |row| row.text(0))?;
    Ok(found.is_some())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub first_day: Option<Date>,
    pub last_day: Option<Date>,
    /// The sample, by reference.
    pub cases: Vec<String>,
}

/// `viewer`: whoever looks; a case that is hidden from them is not named to them.
pub fn held(reader: &mut impl Read, viewer: &Actor, person: Id) -> Result<Held, Error> {
    let query = sql("SELECT first_day, last_day FROM visit WHERE person = $1").arg(person);
    let days = reader.one(&query, |row| Ok((row.text(0)?, row.text(1)?)))?;
    let day = |text: &String| text.parse().ok();
    let query = sql(
        "SELECT c.reference FROM sampled_case w JOIN complaint c ON c.id = w.complaint
         WHERE w.person = ",
    )
    .bind(person);
    let query = seen_by(query, viewer, "c").push(" ORDER BY w.complaint LIMIT 200");
    Ok(Held {
        first_day: days.as_ref().and_then(|(first, _)| day(first)),
        last_day: days.as_ref().and_then(|(_, last)| day(last)),
        cases: reader.rows(&query, |row| row.text(0))?,
    })
}

/// What this person could draw from: what they see, the newest first.
pub fn among(
    reader: &mut impl Read,
    viewer: &Actor,
    since: Option<Instant>,
) -> Result<Vec<(Id, String)>, Error> {
    let query = sql("SELECT c.id, c.reference FROM complaint c WHERE c.received_at >= ")
        .bind(since.unwrap_or(Instant::from_micros(0)));
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY c.received_at DESC, c.id DESC LIMIT ")
        .bind(AMONG_MAX);
    reader.rows(&query, |row| Ok((row.id(0)?, row.text(1)?)))
}
