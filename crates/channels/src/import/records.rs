//! The runs as the journal tells them, for the list of imports.

use super::facts::{
    ImportBegun, ImportDisposed, ImportEnded, ImportUndoBegun, ImportUndone, RowsImported,
    RowsUndone,
};
use redress_kernel::{Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Row, Tx, sql};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Running,
    Ended,
    Undoing,
    Undone,
}

impl State {
    const ALL: [State; 4] = [State::Running, State::Ended, State::Undoing, State::Undone];

    pub const fn name(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Ended => "ended",
            State::Undoing => "undoing",
            State::Undone => "undone",
        }
    }
}

#[derive(Debug, Clone)]
pub struct ImportRun {
    pub id: Id,
    pub format: String,
    /// As the file was called; empty when erased.
    pub name: String,
    pub state: State,
    pub begun_at: Instant,
    pub begun_by: Id,
    pub rows: i64,
    pub imported: i64,
    pub duplicates: i64,
    pub rejected: i64,
    pub annulled: i64,
    /// What it said of people was asked to be erased; of one that was undone.
    pub disposed: bool,
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        ImportBegun::KIND => begun(tx, entry),
        RowsImported::KIND => {
            let fact = entry.read::<RowsImported>()?.fact;
            let query = sql("UPDATE import_run SET imported = imported + $2 WHERE id = $1");
            tx.execute(&query.arg(entry.about).arg(count(fact.imported)))
                .map(|_| ())
        }
        ImportEnded::KIND => ended(tx, entry),
        ImportUndoBegun::KIND => becomes(tx, entry.about, State::Undoing),
        RowsUndone::KIND => undone(tx, entry),
        ImportUndone::KIND => becomes(tx, entry.about, State::Undone),
        ImportDisposed::KIND => {
            let query = sql("UPDATE import_run SET disposed = 1 WHERE id = $1");
            tx.execute(&query.arg(entry.about)).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn begun(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let known = entry.read::<ImportBegun>()?;
    let name = known.personal.present().map(|name| name.name.clone());
    let query = sql(
        "INSERT INTO import_run (id, format, file, name, state, begun_at, begun_by, ended_at, n_rows, imported, duplicates, rejected, annulled, disposed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, 0, 0, 0, 0, 0, 0)",
    );
    let query = query
        .arg(entry.about)
        .arg(known.fact.format)
        .arg(known.fact.file)
        .arg(name.unwrap_or_default())
        .arg(State::Running.name())
        .arg(entry.recorded_at)
        .arg(entry.actor);
    tx.execute(&query).map(|_| ())
}

fn ended(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<ImportEnded>()?.fact;
    let query = sql(
        "UPDATE import_run SET state = $2, ended_at = $3, n_rows = $4, duplicates = $5, rejected = $6 WHERE id = $1",
    );
    let query = query
        .arg(entry.about)
        .arg(State::Ended.name())
        .arg(entry.recorded_at)
        .arg(count(fact.rows))
        .arg(count(fact.duplicates))
        .arg(count(fact.rejected));
    tx.execute(&query).map(|_| ())
}

fn undone(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<RowsUndone>()?.fact;
    let query = sql("UPDATE import_run SET annulled = annulled + $2 WHERE id = $1");
    tx.execute(&query.arg(entry.about).arg(count(fact.annulled)))?;
    for case in fact.kept {
        let query = sql("INSERT INTO import_kept (import, complaint) VALUES ($1, $2)
                         ON CONFLICT (import, complaint) DO NOTHING");
        tx.execute(&query.arg(entry.about).arg(case))?;
    }
    Ok(())
}

fn becomes(tx: &mut Tx, run: Id, state: State) -> Result<(), Error> {
    let query = sql("UPDATE import_run SET state = $2 WHERE id = $1");
    tx.execute(&query.arg(run).arg(state.name())).map(|_| ())
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

const RUN: &str = "SELECT id, format, name, state, begun_at, begun_by, n_rows, imported, duplicates, rejected, annulled, disposed
     FROM import_run ";

fn run(row: &Row) -> Result<ImportRun, Error> {
    let state = row.text(3)?;
    Ok(ImportRun {
        id: row.id(0)?,
        format: row.text(1)?,
        name: row.text(2)?,
        state: State::ALL
            .into_iter()
            .find(|its| its.name() == state)
            .unwrap_or(State::Ended),
        begun_at: row.instant(4)?,
        begun_by: row.id(5)?,
        rows: row.int(6)?,
        imported: row.int(7)?,
        duplicates: row.int(8)?,
        rejected: row.int(9)?,
        annulled: row.int(10)?,
        disposed: row.int(11)? == 1,
    })
}

pub fn run_of(reader: &mut impl Read, id: Id) -> Result<Option<ImportRun>, Error> {
    reader.one(&sql(RUN).push("WHERE id = ").bind(id), run)
}

/// The newest first.
pub fn runs(reader: &mut impl Read, limit: i64) -> Result<Vec<ImportRun>, Error> {
    let query = sql(RUN).push("ORDER BY begun_at DESC, id DESC LIMIT ");
    reader.rows(&query.bind(limit), run)
}

/// One that was undone while its cases still say what they said of people.
pub(super) fn not_disposed(reader: &mut impl Read) -> Result<Option<Id>, Error> {
    let query = sql("SELECT id FROM import_run WHERE disposed = 0 AND state = ")
        .bind(State::Undone.name())
        .push(" ORDER BY begun_at, id LIMIT 1");
    reader.one(&query, |row| row.id(0))
}

/// A run of this very file that a stop has left unfinished.
pub(super) fn unfinished(
    reader: &mut impl Read,
    file: &str,
    format: &str,
) -> Result<Option<Id>, Error> {
    let query = sql("SELECT id FROM import_run WHERE file = ")
        .bind(file)
        .push(" AND state = ")
        .bind(State::Running.name())
        .push(" AND format = ")
        .bind(format)
        .push(" ORDER BY begun_at DESC LIMIT 1");
    reader.one(&query, |row| row.id(0))
}

/// References of the cases that stayed, at most so many.
pub fn kept(reader: &mut impl Read, run: Id, limit: i64) -> Result<Vec<String>, Error> {
    let query = sql(
        "SELECT c.reference FROM import_kept k JOIN complaint c ON c.id = k.complaint
                     WHERE k.import = $1 ORDER BY k.complaint LIMIT $2",
    );
    reader.rows(&query.arg(run).arg(limit), |row| row.text(0))
}

pub fn kept_count(reader: &mut impl Read, run: Id) -> Result<i64, Error> {
    let query = sql("SELECT COUNT(*) FROM import_kept WHERE import = $1").arg(run);
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or(0))
}
