//! The rows of what is owed, their tallies, and who was told of what.

use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Sums, Tx, Value, parts, sql};
use std::{borrow::Cow, collections::HashMap};

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
    /// When the case is looked at next: kept in the one of its rows that comes first.
    pub wakes_at: Option<Instant>,
}

impl Row {
    pub fn key(&self) -> (&str, u32) {
        (&self.code, self.number)
    }

    /// Where it is counted, if it is: code, unit, begun, end.
    fn counted_in(&self) -> Option<Tallied<'_>> {
        let place = || (&*self.code, &*self.of_unit, self.begun, self.until_at);
        self.counted.then(place)
    }
}

type Tallied<'a> = (&'a str, &'a str, bool, Instant);

fn tallied(tx: &mut Tx, (code, unit, begun, until_at): Tallied, n: i64) {
    let key = vec![
        code.into(),
        unit.into(),
        i64::from(begun).into(),
        until_at.micros().into(),
    ];
    tx.add(&TALLIES, key, vec![n]);
}

static TALLIES: Sums = Sums {
    table: "obligation_tally",
    keys: &["code", "unit", "begun", "due_at"],
    counts: &["n"],
    newest: None,
};

const COLUMNS: &str = "SELECT code, number, until_at, next_at, next_rung, of_unit, counted, begun, wakes_at, complaint FROM obligation";

/// In the order of their key.
pub fn on_file(reader: &mut impl Read, case: Id) -> Result<Vec<Row>, Error> {
    let query = sql(COLUMNS)
        .push(" WHERE complaint = ")
        .bind(case)
        .push(" ORDER BY code, number");
    let mut rows = reader.all(query, ROWS_MAX, row)?;
    in_order(&mut rows);
    Ok(rows)
}

/// An engine may order hyphens in a way of its own.
fn in_order(rows: &mut [Row]) {
    rows.sort_by(|one, other| one.key().cmp(&other.key()));
}

fn row(row: &redress_store::Row) -> Result<Row, Error> {
    Ok(Row {
        code: row.text(0)?.into(),
        number: u32::try_from(row.int(1)?).unwrap_or_default(),
        until_at: row.instant(2)?,
        next_at: row.opt_instant(3)?,
        next_rung: row.opt_text(4)?.map(Cow::from),
        of_unit: row.text(5)?,
        counted: row.int(6)? == 1,
        begun: row.int(7)? == 1,
        wakes_at: row.opt_instant(8)?,
    })
}

/// So many cases are asked about in one statement.
const CASES_AT_ONCE: usize = 50;

/// Of several cases.
pub fn on_file_of(reader: &mut impl Read, cases: &[Id]) -> Result<HashMap<Id, Vec<Row>>, Error> {
    let mut all: HashMap<Id, Vec<Row>> = HashMap::with_capacity(cases.len());
    for some in cases.chunks(CASES_AT_ONCE) {
        let query = sql(COLUMNS)
            .push(" WHERE complaint IN (")
            .bind_padded(some, CASES_AT_ONCE)
            .push(") ORDER BY complaint, code, number");
        let of_case = |it: &redress_store::Row| Ok((it.id(9)?, row(it)?));
        for (id, row) in reader.all(query, ROWS_MAX * CASES_AT_ONCE, of_case)? {
            all.entry(id).or_default().push(row);
        }
    }
    all.values_mut().for_each(|rows| in_order(rows));
    Ok(all)
}

/// Writes what differs in the rows of these cases, and moves it in the tallies.
pub fn keep(tx: &mut Tx, cases: &[(Id, &[Row], &[Row])]) -> Result<(), Error> {
    let mut moves: HashMap<Tallied, i64> = HashMap::new();
    let (mut fresh, mut other) = (Vec::new(), Vec::new());
    for (case, before, after) in cases {
        for row in before.iter().filter(|row| !after.contains(row)) {
            if let Some(place) = row.counted_in() {
                *moves.entry(place).or_default() -= 1;
            }
            if !after.iter().any(|its| its.key() == row.key()) {
                remove(tx, *case, row)?;
            }
        }
        for row in after.iter().filter(|row| !before.contains(row)) {
            if let Some(place) = row.counted_in() {
                *moves.entry(place).or_default() += 1;
            }
            match before.iter().any(|its| its.key() == row.key()) {
                true => other.push((*case, row)),
                false => fresh.push((*case, row)),
            }
        }
    }
    for (place, n) in moves.into_iter().filter(|(_, n)| *n != 0) {
        tallied(tx, place, n);
    }
    parts(&other).try_for_each(|some| rewrite(tx, some))?;
    let mut fresh = fresh.chunks(AT_ONCE);
    fresh.try_for_each(|some| insert(tx, some))
}

fn insert(tx: &mut Tx, rows: &[(Id, &Row)]) -> Result<(), Error> {
    let start = sql(
        "INSERT INTO obligation (complaint, code, number, until_at, next_at, next_rung, of_unit, counted, begun, wakes_at) VALUES (",
    );
    let query = rows.iter().enumerate().fold(start, |query, (place, row)| {
        let query = query.push(if place == 0 { "" } else { "), (" });
        query.bind_all(columns(row))
    });
    tx.execute(&query.push(")")).map(|_| ())
}

fn columns((case, row): &(Id, &Row)) -> [Value; 10] {
    [
        (*case).into(),
        row.code.as_ref().into(),
        row.number.into(),
        row.until_at.into(),
        row.next_at.into(),
        row.next_rung.as_deref().into(),
        row.of_unit.as_str().into(),
        row.counted.into(),
        row.begun.into(),
        row.wakes_at.into(),
    ]
}

const TYPES: [&str; 10] = [
    "TEXT", "TEXT", "BIGINT", "BIGINT", "BIGINT", "TEXT", "TEXT", "BIGINT", "BIGINT", "BIGINT",
];

fn rewrite(tx: &mut Tx, rows: &[(Id, &Row)]) -> Result<(), Error> {
    let query = sql(
        "UPDATE obligation SET until_at = v.column4, next_at = v.column5, next_rung = v.column6, of_unit = v.column7,
                counted = v.column8, begun = v.column9, wakes_at = v.column10 FROM ",
    );
    let query = query.rows(TYPES, rows.iter().map(columns));
    let query = query.push(
        " AS v WHERE obligation.complaint = v.column1 AND obligation.code = v.column2 AND obligation.number = v.column3",
    );
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
        "SELECT complaint FROM obligation WHERE wakes_at IS NOT NULL AND wakes_at <= $1
              ORDER BY wakes_at, complaint LIMIT $2",
    );
    reader.rows(&query.arg(now).arg(limit), |row| row.id(0))
}

/// What this person was told in one round and is still owed.
#[derive(Debug, Clone, PartialEq)]
pub struct ToMail {
    pub complaint: Id,
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
    let query = sql("SELECT c.id, c.reference, r.code, r.rung, r.until_at FROM reminder r JOIN complaint c ON c.id = r.complaint
              WHERE r.person = $1 AND r.round = $2 AND NOT EXISTS
                (SELECT 1 FROM complaint_subject s WHERE s.complaint = r.complaint AND s.person = $1)
              ORDER BY r.complaint, r.code, r.number LIMIT $3");
    let query = query.arg(person).arg(round).arg(MAILED_MAX);
    reader.rows(&query, |row| {
        Ok(ToMail {
            complaint: row.id(0)?,
            reference: row.text(1)?,
            code: row.text(2)?,
            rung: row.text(3)?,
            due: row.instant(4)?,
        })
    })
}
