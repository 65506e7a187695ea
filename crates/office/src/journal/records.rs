//! Reading the journal for one viewer, and the results of its checks. What this
//! person may not know of is left out by the statement, not afterwards.

use redress_complaint::{api::readable, inbox};
use redress_kernel::{Action, Actor, Id, Instant};
use redress_store::{Error, Read, Row, Sql, Tx, sql};

/// Entries of one page.
pub const PAGE: i64 = 50;

/// So far back one page looks for the few facts that are about no case.
const WINDOW: i64 = 20_000;

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

/// Newest first, with where to go on: None when nothing older is left.
pub fn newest(
    reader: &mut impl Read,
    viewer: &Actor,
    filter: &Filter,
) -> Result<(Vec<Line>, Option<i64>), Error> {
    let end = filter.before.unwrap_or(i64::MAX).min(reader.size()?);
    let floor = match handles_cases(viewer) || filter.kind.is_some() {
        true => 0,
        false => (end - WINDOW).max(0),
    };
    let query = filtered(sql(COLUMNS), filter)
        .push(" AND e.seq >= ")
        .bind(floor);
    let query = seen_by(query, viewer)
        .push(" ORDER BY e.seq DESC LIMIT ")
        .bind(PAGE);
    let lines = reader.rows(&query, line)?;
    let older = match lines.last() {
        Some(last) if lines.len() as i64 == PAGE => Some(last.seq),
        _ if floor > 0 => Some(floor),
        _ => None,
    };
    Ok((readable_of(reader, viewer, lines)?, older))
}

/// The rule of the change feed, which also knows a case that is only named in a record.
fn readable_of(
    reader: &mut impl Read,
    viewer: &Actor,
    mut lines: Vec<Line>,
) -> Result<Vec<Line>, Error> {
    let mut entries = Vec::with_capacity(lines.len());
    for line in &lines {
        entries.extend(reader.entry(line.seq)?);
    }
    let seen = readable(reader, viewer, &entries)?;
    lines.retain(|line| seen.contains(&line.seq));
    Ok(lines)
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
    let found = reader.rows(&query.push(" ORDER BY e.seq LIMIT ").bind(limit), |row| {
        row.int(0)
    })?;
    let mut entries = Vec::with_capacity(found.len());
    for seq in &found {
        entries.extend(reader.entry(*seq)?);
    }
    let seen = readable(reader, viewer, &entries)?;
    Ok(found.into_iter().filter(|seq| seen.contains(seq)).collect())
}

pub fn one(reader: &mut impl Read, viewer: &Actor, seq: i64) -> Result<Option<Line>, Error> {
    let query = seen_by(sql(COLUMNS), viewer)
        .push(" AND e.seq = ")
        .bind(seq);
    let found = reader.one(&query, line)?;
    Ok(readable_of(reader, viewer, found.into_iter().collect())?.pop())
}

/// An administrator sees no case, and none of its facts.
pub fn handles_cases(viewer: &Actor) -> bool {
    viewer.may(Action::SeeCase)
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

/// Only facts about cases that this viewer may see, and those about no case.
fn seen_by(query: Sql, viewer: &Actor) -> Sql {
    match handles_cases(viewer) {
        true => inbox::seen_by(query.push(" AND (c.id IS NULL OR (1 = 1"), viewer, "c").push("))"),
        false => query.push(" AND c.id IS NULL"),
    }
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
    let (mut low, mut high) = (0, reader.size()?);
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
