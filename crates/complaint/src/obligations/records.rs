//! The rows of what is owed, their tallies, and who was told of what.

use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Sums, Tx, sql};
use std::borrow::Cow;

/// Nobody can say until when: sorts after every real end.
pub const NEVER: Instant = Instant::from_micros(i64::MAX);

/// A case that owes more than this at one moment would be another kind of problem.
const ROWS_MAX: usize = 2_000;
/// So many rows stand in one statement.
const AT_ONCE: usize = 8;

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub code: Cow<'static, str>,
    pub number: u32,
    pub until_at: Instant,
    pub next_at: Option<Instant>,
    pub next_rung: Option<Cow<'static, str>>,
    pub of_unit: String,
    /// Ours, and due first of its kind in this case.
    pub counted: bool,
    /// Something was done that leads to it.
    pub begun: bool,
}

impl Row {
    pub fn key(&self) -> (&str, u32) {
        (&self.code, self.number)
    }

    fn tallied(&self, tx: &mut Tx, n: i64) {
        if self.counted {
            let key = vec![
                self.code.as_ref().into(),
                self.of_unit.as_str().into(),
                i64::from(self.begun).into(),
                self.until_at.micros().into(),
            ];
            tx.add(&TALLIES, key, vec![n]);
        }
    }
}

static TALLIES: Sums = Sums {
    table: "obligation_tally",
    keys: &["code", "unit", "begun", "due_at"],
    counts: &["n"],
    newest: None,
};

const COLUMNS: &str =
    "SELECT code, number, until_at, next_at, next_rung, of_unit, counted, begun FROM obligation";

/// In the order of their key.
pub fn on_file(reader: &mut impl Read, case: Id) -> Result<Vec<Row>, Error> {
    let query = sql(COLUMNS)
        .push(" WHERE complaint = ")
        .bind(case)
        .push(" ORDER BY code, number");
    let mut rows = reader.all(query, ROWS_MAX, |row| {
        Ok(Row {
            code: row.text(0)?.into(),
            number: u32::try_from(row.int(1)?).unwrap_or_default(),
            until_at: row.instant(2)?,
            next_at: row.opt_instant(3)?,
            next_rung: row.opt_text(4)?.map(Cow::from),
            of_unit: row.text(5)?,
            counted: row.int(6)? == 1,
            begun: row.int(7)? == 1,
        })
    })?;
    // An engine may order hyphens in a way of its own.
    rows.sort_by(|one, other| one.key().cmp(&other.key()));
    Ok(rows)
}

/// Writes what differs, and moves it in the tallies.
pub fn keep(tx: &mut Tx, case: Id, before: &[Row], after: &[Row]) -> Result<(), Error> {
    for row in before.iter().filter(|row| !after.contains(row)) {
        row.tallied(tx, -1);
        if !after.iter().any(|its| its.key() == row.key()) {
            remove(tx, case, row)?;
        }
    }
    let mut fresh = Vec::new();
    for row in after.iter().filter(|row| !before.contains(row)) {
        row.tallied(tx, 1);
        match before.iter().any(|its| its.key() == row.key()) {
            true => rewrite(tx, case, row)?,
            false => fresh.push(row),
        }
    }
    fresh
        .chunks(AT_ONCE)
        .try_for_each(|some| insert(tx, case, some))
}

fn insert(tx: &mut Tx, case: Id, rows: &[&Row]) -> Result<(), Error> {
    let start = sql(
        "INSERT INTO obligation (complaint, code, number, until_at, next_at, next_rung, of_unit, counted, begun) VALUES (",
    );
    let query = rows.iter().enumerate().fold(start, |query, (place, row)| {
        let query = query.push(if place == 0 { "" } else { "), (" });
        let query = query.bind(case).push(", ").bind(row.code.as_ref());
        let query = query
            .push(", ")
            .bind(row.number)
            .push(", ")
            .bind(row.until_at);
        let query = query
            .push(", ")
            .bind(row.next_at)
            .push(", ")
            .bind(row.next_rung.as_deref());
        let query = query.push(", ").bind(row.of_unit.as_str()).push(", ");
        let query = query.bind(i64::from(row.counted));
        query.push(", ").bind(i64::from(row.begun))
    });
    tx.execute(&query.push(")")).map(|_| ())
}

fn rewrite(tx: &mut Tx, case: Id, row: &Row) -> Result<(), Error> {
    let query = sql(
        "UPDATE obligation SET until_at = $4, next_at = $5, next_rung = $6, of_unit = $7, counted = $8, begun = $9
              WHERE complaint = $1 AND code = $2 AND number = $3",
    );
    let query = query
        .arg(case)
        .arg(row.code.as_ref())
        .arg(row.number)
        .arg(row.until_at)
        .arg(row.next_at)
        .arg(row.next_rung.as_deref())
        .arg(row.of_unit.as_str())
        .arg(i64::from(row.counted))
        .arg(i64::from(row.begun));
    tx.execute(&query).map(|_| ())
}

fn remove(tx: &mut Tx, case: Id, row: &Row) -> Result<(), Error> {
    let query = sql("DELETE FROM obligation WHERE complaint = $1 AND code = $2 AND number = $3");
    tx.execute(&query.arg(case).arg(row.code.as_ref()).arg(row.number))
        .map(|_| ())
}

/// One person was told of one thing that is still owed.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub code: String,
    pub number: u32,
    pub person: Id,
    pub rung: String,
    pub until_at: Instant,
    pub told_at: Instant,
    pub round: Instant,
}

/// Few cases come this far; their rows are written anew.
pub fn keep_said(tx: &mut Tx, case: Id, said: &[Said]) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM reminder WHERE complaint = $1").arg(case))?;
    for it in said {
        let query = sql(
            "INSERT INTO reminder (complaint, code, number, person, rung, until_at, told_at, round)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        );
        let query = query
            .arg(case)
            .arg(it.code.as_str())
            .arg(it.number)
            .arg(it.person)
            .arg(it.rung.as_str())
            .arg(it.until_at)
            .arg(it.told_at)
            .arg(it.round);
        tx.execute(&query)?;
    }
    Ok(())
}

/// One open row, for whoever reads a case from outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Owed {
    pub code: String,
    pub number: u32,
    /// None while its time stands still.
    pub due_at: Option<Instant>,
    pub next_at: Option<Instant>,
}

/// What this case owes, as its rows say.
pub fn owed_by(reader: &mut impl Read, case: Id) -> Result<Vec<Owed>, Error> {
    let rows = on_file(reader, case)?.into_iter();
    let owed = rows.map(|row| Owed {
        code: row.code.into_owned(),
        number: row.number,
        due_at: Some(row.until_at).filter(|at| *at != NEVER),
        next_at: row.next_at,
    });
    Ok(owed.collect())
}

/// Has somebody to be told of something? A look that costs no write.
pub fn is_due(reader: &mut impl Read, now: Instant) -> Result<bool, Error> {
    Ok(!due_cases(reader, now, 1)?.is_empty())
}

/// The cases whose next reminder has come, the earliest first.
pub fn due_cases(reader: &mut impl Read, now: Instant, limit: i64) -> Result<Vec<Id>, Error> {
    let query = sql(
        "SELECT complaint FROM obligation WHERE next_at IS NOT NULL AND next_at <= $1
              ORDER BY next_at, complaint LIMIT $2",
    );
    let mut cases = reader.rows(&query.arg(now).arg(limit), |row| row.id(0))?;
    let mut seen = std::collections::BTreeSet::new();
    cases.retain(|id| seen.insert(*id));
    Ok(cases)
}

/// What this person was told in one round and is still owed.
#[derive(Debug, Clone, PartialEq)]
pub struct ToMail {
    pub reference: String,
    pub code: String,
    pub rung: String,
    pub due: Instant,
}

/// So many stand in one mail; the desk has them all.
pub const MAILED_MAX: i64 = 200;

pub fn told_in_round(
    reader: &mut impl Read,
    person: Id,
    round: Instant,
) -> Result<Vec<ToMail>, Error> {
    let query = sql("SELECT c.reference, r.code, r.rung, r.until_at FROM reminder r JOIN complaint c ON c.id = r.complaint
              WHERE r.person = $1 AND r.round = $2 AND NOT EXISTS
                (SELECT 1 FROM complaint_subject s WHERE s.complaint = r.complaint AND s.person = $1)
              ORDER BY r.complaint, r.code, r.number LIMIT $3");
    let query = query.arg(person).arg(round).arg(MAILED_MAX);
    reader.rows(&query, |row| {
        Ok(ToMail {
            reference: row.text(0)?,
            code: row.text(1)?,
            rung: row.text(2)?,
            due: row.instant(3)?,
        })
    })
}
