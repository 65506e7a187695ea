//! Runs and their items: what was asked, how far it is. Swept after a day.

use redress_kernel::{Id, Instant, fields::Fields};
use redress_store::{Error, Read, Row, Tx, sql};
use std::collections::BTreeMap;

const KEPT_SECONDS: i64 = 86_400;
/// Runs of one person that the list of runs shows.
const RUNS_SHOWN: i64 = 20;

pub struct Run {
    pub id: Id,
    pub person: Id,
    pub verb: String,
    pub fields: Fields,
    /// The list that the cases were chosen from.
    pub list: String,
    /// The run that this one takes back.
    pub undoes: Option<Id>,
    pub undone_by: Option<Id>,
    pub started_at: Instant,
    pub finished_at: Option<Instant>,
}

/// One case of a run.
pub struct Item {
    pub place: i64,
    pub reference: String,
    pub seen: Option<i64>,
    /// What is typed for this case alone, when a run is taken back.
    pub typed: Option<(String, Fields)>,
    pub state: String,
    /// The sentence in each language, by its tag.
    pub why: BTreeMap<String, String>,
    pub before_at: Option<i64>,
    pub after_at: Option<i64>,
}

/// How many items stand in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    pub waiting: i64,
    pub done: i64,
    pub failed: i64,
}

impl Progress {
    pub fn all(&self) -> i64 {
        self.waiting + self.done + self.failed
    }
}

pub fn begin(tx: &mut Tx, run: &Run, items: &[Item]) -> Result<(), Error> {
    sweep(tx, run.started_at)?;
    tx.execute(
        &sql(
            "INSERT INTO bulk_run (id, person, verb, fields, list, undoes, started_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .arg(run.id)
        .arg(run.person)
        .arg(run.verb.as_str())
        .arg(written(&run.fields))
        .arg(run.list.as_str())
        .arg(run.undoes)
        .arg(run.started_at),
    )?;
    items.iter().try_for_each(|item| add(tx, run.id, item))
}

fn add(tx: &mut Tx, run: Id, item: &Item) -> Result<(), Error> {
    let typed = item
        .typed
        .as_ref()
        .map(|(verb, fields)| format!("{verb} {}", written(fields)));
    tx.execute(
        &sql(
            "INSERT INTO bulk_item (run, place, reference, seen, fields, state)
              VALUES ($1, $2, $3, $4, $5, 'waiting')",
        )
        .arg(run)
        .arg(item.place)
        .arg(item.reference.as_str())
        .arg(item.seen)
        .arg(typed),
    )
    .map(|_| ())
}

/// What nobody looks at any more.
fn sweep(tx: &mut Tx, now: Instant) -> Result<(), Error> {
    let old = now.plus_seconds(-KEPT_SECONDS);
    tx.execute(
        &sql("DELETE FROM bulk_item WHERE run IN (SELECT id FROM bulk_run WHERE started_at < $1)")
            .arg(old),
    )?;
    tx.execute(&sql("DELETE FROM bulk_run WHERE started_at < $1").arg(old))?;
    Ok(())
}

const RUN: &str = "SELECT id, person, verb, fields, list, undoes, undone_by, started_at, finished_at FROM bulk_run ";

pub fn run(reader: &mut impl Read, id: Id) -> Result<Option<Run>, Error> {
    reader.one(&sql(RUN).push("WHERE id = ").bind(id), read_run)
}

/// The newest runs of this person.
pub fn runs(reader: &mut impl Read, person: Id) -> Result<Vec<Run>, Error> {
    let query = sql(RUN)
        .push("WHERE person = ")
        .bind(person)
        .push(" ORDER BY started_at DESC, id DESC LIMIT ")
        .bind(RUNS_SHOWN);
    reader.rows(&query, read_run)
}

fn read_run(row: &Row) -> Result<Run, Error> {
    Ok(Run {
        id: row.id(0)?,
        person: row.id(1)?,
        verb: row.text(2)?,
        fields: fields(&row.text(3)?),
        list: row.text(4)?,
        undoes: row.opt_id(5)?,
        undone_by: row.opt_id(6)?,
        started_at: row.instant(7)?,
        finished_at: row.opt_instant(8)?,
    })
}

pub fn progress(reader: &mut impl Read, run: Id) -> Result<Progress, Error> {
    let query = sql("SELECT state, COUNT(*) FROM bulk_item WHERE run = $1 GROUP BY state ORDER BY state LIMIT 3")
        .arg(run);
    let counted = reader.rows(&query, |row| Ok((row.text(0)?, row.int(1)?)))?;
    let of = |state: &str| {
        let found = counted.iter().find(|(its, _)| its == state);
        found.map_or(0, |(_, n)| *n)
    };
    Ok(Progress {
        waiting: of("waiting"),
        done: of("done"),
        failed: of("failed"),
    })
}

const ITEM: &str =
    "SELECT place, reference, seen, fields, state, why, before_at, after_at FROM bulk_item ";

pub fn items(reader: &mut impl Read, run: Id) -> Result<Vec<Item>, Error> {
    let query = sql(ITEM)
        .push("WHERE run = ")
        .bind(run)
        .push(" ORDER BY place LIMIT ")
        .bind(super::CASES_MAX);
    reader.rows(&query, read_item)
}

/// The first one that nobody has done yet.
pub fn next(reader: &mut impl Read, run: Id) -> Result<Option<Item>, Error> {
    let query = sql(ITEM)
        .push("WHERE run = ")
        .bind(run)
        .push(" AND state = 'waiting' ORDER BY place LIMIT 1");
    reader.one(&query, read_item)
}

fn read_item(row: &Row) -> Result<Item, Error> {
    let typed = row.opt_text(3)?.and_then(|text| {
        let (verb, typed) = text.split_once(' ')?;
        Some((verb.to_owned(), fields(typed)))
    });
    let why = row.opt_text(5)?.unwrap_or_default();
    Ok(Item {
        place: row.int(0)?,
        reference: row.text(1)?,
        seen: row.opt_int(2)?,
        typed,
        state: row.text(4)?,
        why: serde_json::from_str(&why).unwrap_or_default(),
        before_at: row.opt_int(6)?,
        after_at: row.opt_int(7)?,
    })
}

/// Done in the transaction that recorded its facts: never twice.
pub fn done(tx: &mut Tx, run: Id, place: i64, before: i64, after: i64) -> Result<bool, Error> {
    let query = sql(
        "UPDATE bulk_item SET state = 'done', fields = NULL, before_at = $3, after_at = $4
                     WHERE run = $1 AND place = $2 AND state = 'waiting'",
    );
    let query = query.arg(run).arg(place).arg(before).arg(after);
    Ok(tx.execute(&query)? == 1)
}

pub fn failed(
    tx: &mut Tx,
    run: Id,
    place: i64,
    why: &BTreeMap<String, String>,
) -> Result<(), Error> {
    let why = serde_json::to_string(why).unwrap_or_default();
    let query = sql(
        "UPDATE bulk_item SET state = 'failed', fields = NULL, why = $3
                     WHERE run = $1 AND place = $2 AND state = 'waiting'",
    );
    tx.execute(&query.arg(run).arg(place).arg(why)).map(|_| ())
}

/// What was typed is no longer needed.
pub fn finish(tx: &mut Tx, run: Id, now: Instant) -> Result<(), Error> {
    let query = sql(
        "UPDATE bulk_run SET finished_at = $2, fields = '' WHERE id = $1 AND finished_at IS NULL",
    );
    tx.execute(&query.arg(run).arg(now)).map(|_| ())
}

/// False when it has been taken back already.
pub fn undone(tx: &mut Tx, run: Id, by: Id) -> Result<bool, Error> {
    let query = sql("UPDATE bulk_run SET undone_by = $2 WHERE id = $1 AND undone_by IS NULL");
    Ok(tx.execute(&query.arg(run).arg(by))? == 1)
}

fn written(fields: &Fields) -> String {
    let all: BTreeMap<&str, &[String]> = fields
        .names()
        .map(|name| (name, fields.all(name)))
        .collect();
    serde_json::to_string(&all).unwrap_or_default()
}

fn fields(text: &str) -> Fields {
    let all: BTreeMap<String, Vec<String>> = serde_json::from_str(text).unwrap_or_default();
    let pairs = all
        .into_iter()
        .flat_map(|(name, values)| values.into_iter().map(move |value| (name.clone(), value)));
    Fields::from_pairs(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_kept_as_it_was_until_it_is_done() {
        let pairs = [("text", "She said: \"no\".\nTwice."), ("nobody", "1")];
        let typed = Fields::from_pairs(pairs.map(|(k, v)| (k.to_owned(), v.to_owned())));
        assert_eq!(fields(&written(&typed)), typed);
        assert_eq!(fields(""), Fields::default());
    }
}
