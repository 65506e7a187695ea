//! An import as it runs: begun once, taken in batches of one commit each, ended
//! with its counts. A stop in the middle loses nothing, and the same file goes on
//! where it ended, because every row is known by its identifier.

use super::{
    facts::{ImportBegun, ImportEnded, ImportName, RowsImported},
    reading::Item,
    records::{State, run_of, unfinished},
    rows::{row_is_here, take_row},
    source::Source,
};
use redress_kernel::{By, Draft, Id, Instant, Organisation};
use redress_operation::receipt::{NotReceived, Numbering, received};
use redress_store::{Error, Read, Reader, Tx, sql};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A row that stays outside, with the line on which it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    pub line: u64,
    pub why: String,
    pub raw: String,
}

/// How a file went: every row is in exactly one of the three.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub rows: u64,
    pub imported: u64,
    pub duplicates: u64,
    pub rejected: u64,
}

impl Counts {
    pub fn add(&mut self, batch: &Batch) {
        self.rows += batch.imported + batch.duplicates + batch.rejects.len() as u64;
        self.imported += batch.imported;
        self.duplicates += batch.duplicates;
        self.rejected += batch.rejects.len() as u64;
    }
}

/// What became of some rows.
#[derive(Debug, Default)]
pub struct Batch {
    pub imported: u64,
    pub duplicates: u64,
    pub rejects: Vec<Reject>,
}

/// Begins, or goes on with what a stop has left of the same file: an import is
/// undone as a whole, however often it had to start.
pub fn begin(
    tx: &mut Tx,
    format: &str,
    name: &str,
    source: &Source,
    dates: Option<&str>,
    by: &By,
) -> Result<Id, Error> {
    if let Some(run) = unfinished(tx, &source.hash, format)? {
        return Ok(run);
    }
    let run = tx.new_id(by.at);
    let file = (source.hash.as_str(), source.size);
    begin_as(tx, run, format, name, file, dates, by)?;
    Ok(run)
}

pub(super) fn begin_as(
    tx: &mut Tx,
    run: Id,
    format: &str,
    name: &str,
    (hash, size): (&str, u64),
    dates: Option<&str>,
    by: &By,
) -> Result<(), Error> {
    let fact = ImportBegun {
        format: format.to_owned(),
        file: hash.to_owned(),
        bytes: i64::try_from(size).unwrap_or(i64::MAX),
        dates: dates.map(str::to_owned),
    };
    let name = ImportName {
        name: name.to_owned(),
    };
    tx.record(Draft::with(run, &fact, &name), by).map(|_| ())
}

/// Takes these rows in with one commit. None: the run was stopped or undone meanwhile.
pub fn take(tx: &mut Tx, run: Id, items: Vec<Item>, by: &By) -> Result<Option<Batch>, Error> {
    if run_of(tx, run)?.is_none_or(|run| run.state != State::Running) {
        return Ok(None);
    }
    let first = size(tx)?;
    let mut batch = Batch::default();
    for item in items {
        match item.row {
            Err(why) => batch.reject(item.line, why, item.raw),
            Ok(coming) => match take_row(tx, *coming, by) {
                Ok(true) => batch.imported += 1,
                Ok(false) => batch.duplicates += 1,
                Err(NotReceived::Refused(refusal)) => {
                    batch.reject(item.line, refusal.code, item.raw)
                }
                Err(NotReceived::Store(error)) => return Err(error),
            },
        }
    }
    if batch.imported > 0 {
        let last = size(tx)? - 1;
        let fact = RowsImported {
            first,
            last,
            imported: batch.imported,
        };
        tx.record(Draft::of(run, &fact), by)?;
    }
    Ok(Some(batch))
}

impl Batch {
    fn reject(&mut self, line: u64, why: &str, raw: String) {
        self.rejects.push(Reject {
            line,
            why: why.to_owned(),
            raw,
        });
    }
}

/// How long the journal is as this transaction sees it.
fn size(tx: &mut Tx) -> Result<i64, Error> {
    let query = sql("SELECT seq FROM journal_entry ORDER BY seq DESC LIMIT 1");
    Ok(tx.one(&query, |row| row.int(0))?.map_or(0, |seq| seq + 1))
}

/// Ends the run, unless it was stopped. Rows that an earlier start of the same run
/// brought in are no duplicates of anything.
pub fn end(tx: &mut Tx, run: Id, counts: Counts, by: &By) -> Result<(), Error> {
    let Some(its) = run_of(tx, run)?.filter(|run| run.state == State::Running) else {
        return Ok(());
    };
    let imported = its.imported.unsigned_abs();
    let earlier = imported.saturating_sub(counts.imported);
    let fact = ImportEnded {
        rows: counts.rows,
        imported,
        duplicates: counts.duplicates.saturating_sub(earlier),
        rejected: counts.rejected,
    };
    tx.record(Draft::of(run, &fact), by).map(|_| ())
}

/// What would become of these rows; nothing is recorded. `seen` carries the
/// identifiers of the rows before.
pub fn dry_run(
    reader: &mut Reader,
    items: Vec<Item>,
    organisation: &Organisation,
    now: Instant,
    seen: &mut HashSet<String>,
) -> Result<Batch, Error> {
    let mut batch = Batch::default();
    let numbering = Numbering {
        counter: 0,
        reference_key: b"dry run",
    };
    for item in items {
        let coming = match item.row {
            Ok(coming) => coming,
            Err(why) => {
                batch.reject(item.line, why, item.raw);
                continue;
            }
        };
        let id = coming.arrival.external_id.clone().unwrap_or_default();
        if row_is_here(reader, &id)? || seen.contains(&id) {
            batch.duplicates += 1;
        } else if let Err(refusal) = received(&coming.arrival, organisation, &numbering, now) {
            batch.reject(item.line, refusal.code, item.raw);
        } else {
            seen.insert(id);
            batch.imported += 1;
        }
    }
    Ok(batch)
}
