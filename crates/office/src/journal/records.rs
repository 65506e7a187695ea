//! Reading the journal for one viewer, and the results of its checks. What this
//! person may not know of is left out by the statement, not afterwards.

use redress_kernel::{Actor, Id, Instant};
use redress_store::{Error, Read, Row, Sql, Tx, sql};

/// Entries of one page.
pub const PAGE: i64 = 50;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub kind: Option<String>,
    pub about: Option<Id>,
    /// Positions in the journal, found by date; the last one does not count.
    pub first: Option<i64>,
    pub before: Option<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub seq: i64,
    pub kind: String,
    pub about: Id,
    pub actor: Id,
    pub recorded_at: Instant,
    /// The case it is about, if it is about one.
    pub reference: Option<String>,
    pub role: Option<String>,
}

const COLUMNS: &str = "SELECT e.seq, e.kind, e.about, e.actor, e.recorded_at, c.reference, p.role
     FROM journal_entry e LEFT JOIN complaint c ON c.id = e.about LEFT JOIN person p ON p.id = e.actor
     WHERE 1 = 1";

/// Newest first.
pub fn newest(
    reader: &mut impl Read,
    viewer: &Actor,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Line>, Error> {
    let query = seen_by(filtered(sql(COLUMNS), filter), viewer);
    reader.rows(&query.push(" ORDER BY e.seq DESC LIMIT ").bind(limit), line)
}

/// Positions in their order, for an export.
pub fn positions(
    reader: &mut impl Read,
    viewer: &Actor,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<i64>, Error> {
    let start = sql(
        "SELECT e.seq FROM journal_entry e LEFT JOIN complaint c ON c.id = e.about WHERE 1 = 1",
    );
    let query = seen_by(filtered(start, filter), viewer);
    reader.rows(&query.push(" ORDER BY e.seq LIMIT ").bind(limit), |row| {
        row.int(0)
    })
}

pub fn one(reader: &mut impl Read, viewer: &Actor, seq: i64) -> Result<Option<Line>, Error> {
    let query = seen_by(sql(COLUMNS), viewer)
        .push(" AND e.seq = ")
        .bind(seq);
    reader.one(&query, line)
}

fn filtered(query: Sql, filter: &Filter) -> Sql {
    query
        .when(filter.kind.clone(), |q, kind| {
            q.push(" AND e.kind = ").bind(kind)
        })
        .when(filter.about, |q, about| {
            q.push(" AND e.about = ").bind(about)
        })
        .when(filter.first, |q, first| {
            q.push(" AND e.seq >= ").bind(first)
        })
        .when(filter.before, |q, before| {
            q.push(" AND e.seq < ").bind(before)
        })
}

/// Cases of other units and cases about the viewer exist here as little as at the desk.
fn seen_by(query: Sql, viewer: &Actor) -> Sql {
    query
        .when(viewer.unit, |q, unit| {
            q.push(" AND (c.unit IS NULL OR c.unit = ").bind(unit).push(")")
        })
        .push(" AND NOT EXISTS (SELECT 1 FROM complaint_subject s WHERE s.complaint = e.about AND s.person = ")
        .bind(viewer.id)
        .push(")")
}

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        seq: row.int(0)?,
        kind: row.text(1)?,
        about: row.id(2)?,
        actor: row.id(3)?,
        recorded_at: row.instant(4)?,
        reference: row.opt_text(5)?,
        role: row.opt_text(6)?,
    })
}

/// The first entry recorded at this instant or later. The journal's times never go
/// back, so its middle tells in which half to look on.
pub fn first_at(reader: &mut impl Read, at: Instant) -> Result<i64, Error> {
    let (mut low, mut high) = (0, reader.head()?.size);
    while low < high {
        let middle = low + (high - low) / 2;
        let query = sql("SELECT recorded_at FROM journal_entry WHERE seq = $1").arg(middle);
        match reader.one(&query, |row| row.instant(0))? {
            Some(its) if its < at => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok(low)
}

/// A check of the whole chain: asked for, under way, or ended with its answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Check {
    pub asked_at: Instant,
    /// "waiting", "running", "intact", "broken" or "failed".
    pub state: String,
    /// Entries when it began, and how far it has come.
    pub entries: i64,
    pub reached: i64,
    pub root: String,
    pub first_bad: Option<i64>,
    pub why: String,
    pub ended_at: Option<Instant>,
}

pub fn begin(tx: &mut Tx, id: Id, entries: i64, at: Instant) -> Result<(), Error> {
    tx.execute(
        &sql("INSERT INTO proof_run (id, asked_at, state, entries, reached, root, why) VALUES ($1, $2, 'waiting', $3, 0, '', '')")
            .arg(id)
            .arg(at)
            .arg(entries),
    )
    .map(|_| ())
}

pub fn came_to(tx: &mut Tx, id: Id, reached: i64) -> Result<(), Error> {
    let query = sql("UPDATE proof_run SET state = 'running', reached = $2 WHERE id = $1");
    tx.execute(&query.arg(id).arg(reached)).map(|_| ())
}

pub fn end(tx: &mut Tx, id: Id, check: &Check, at: Instant) -> Result<(), Error> {
    let query = sql(
        "UPDATE proof_run SET state = $2, reached = $3, root = $4, first_bad = $5, why = $6, ended_at = $7
         WHERE id = $1",
    );
    tx.execute(
        &query
            .arg(id)
            .arg(check.state.as_str())
            .arg(check.reached)
            .arg(check.root.as_str())
            .arg(check.first_bad)
            .arg(check.why.as_str())
            .arg(at),
    )
    .map(|_| ())
}

/// The newest check, whatever came of it.
pub fn newest_check(reader: &mut impl Read) -> Result<Option<Check>, Error> {
    let query = sql(
        "SELECT asked_at, state, entries, reached, root, first_bad, why, ended_at
         FROM proof_run ORDER BY asked_at DESC, id DESC LIMIT 1",
    );
    reader.one(&query, |row| {
        Ok(Check {
            asked_at: row.instant(0)?,
            state: row.text(1)?,
            entries: row.int(2)?,
            reached: row.int(3)?,
            root: row.text(4)?,
            first_bad: row.opt_int(5)?,
            why: row.text(6)?,
            ended_at: row.opt_instant(7)?,
        })
    })
}
