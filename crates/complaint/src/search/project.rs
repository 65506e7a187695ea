//! Writes the rows: those of a new entry, and all of a case when names, unit or
//! the people complained about have changed, or something was erased.

use super::{
    rows::{Head, Row, is_searched, range},
    scope,
};
use crate::{
    Complaint,
    facts::{Confirmed, Corrected, Erased, Happened, Received, SensitivitySet},
    record::newest,
};
use redress_kernel::{Entry, Id};
use redress_store::{Error, Read, Tx, sql};
use std::collections::BTreeMap;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !Happened::KINDS.contains(&entry.kind.as_str()) || changes_nothing(tx, entry) {
        return Ok(());
    }
    let Some(head) = head(tx, entry)? else {
        return Ok(());
    };
    if entry.is::<Received>() {
        tx.memo.keep(entry.about, Filed(head.scope().to_owned()));
        return head
            .rows(entry.seq, 0, entry)
            .iter()
            .try_for_each(|row| insert(tx, row));
    }
    let (first, place) = position(tx, entry)?;
    let anew = changes_all(entry) || head.is_gone();
    if anew || moved(tx, first, &head)? {
        return rewrite(tx, entry.about, first, &head);
    }
    head.rows(first, place, entry)
        .iter()
        .try_for_each(|row| insert(tx, row))
}

/// Under which scope the rows of a case were filed, in this same closure.
struct Filed(String);

/// What follows on a receipt by itself, and brings no words and no other scope: every
/// complaint has one, and asking the tables each time would cost more than the rest.
fn changes_nothing(tx: &Tx, entry: &Entry) -> bool {
    let filed = tx.memo.get::<Filed>(entry.about);
    let (Some(Filed(scope)), Some(case)) = (filed, tx.memo.get::<Complaint>(entry.about)) else {
        return false;
    };
    let anew = changes_all(entry) || case.unlisted();
    !anew && !is_searched(entry) && *scope == scope::of_case(case)
}

/// Every row of the case is another after it.
fn changes_all(entry: &Entry) -> bool {
    entry.is::<Erased>()
        || entry.is::<Corrected>()
        || entry.is::<Confirmed>()
        || entry.is::<SensitivitySet>()
}

fn head(tx: &mut Tx, entry: &Entry) -> Result<Option<Head>, Error> {
    let case = newest(tx, entry)?;
    let blind = tx.blind()?;
    let head = (!case.reference.is_empty()).then(|| Head::of(&case, &blind));
    tx.memo.keep(case.id, case);
    Ok(head)
}

/// The case's first entry, and how many of its entries came before this one.
fn position(tx: &mut Tx, entry: &Entry) -> Result<(i64, i64), Error> {
    let query = sql("SELECT MIN(seq), COUNT(*) FROM journal_entry WHERE about = $1 AND seq < $2")
        .arg(entry.about)
        .arg(entry.seq);
    let found = tx.one(&query, |row| Ok((row.opt_int(0)?, row.int(1)?)))?;
    let (first, place) = found.unwrap_or((None, 0));
    Ok((first.unwrap_or(entry.seq), place))
}

/// Do the rows still say who may find them?
fn moved(tx: &mut Tx, first: i64, head: &Head) -> Result<bool, Error> {
    let (from, to) = range(first);
    let query = sql("SELECT scope FROM search_row WHERE id >= $1 AND id < $2 ORDER BY id LIMIT 1")
        .arg(from)
        .arg(to);
    let scope = tx.one(&query, |row| row.text(0))?;
    Ok(scope.is_some_and(|scope| scope != head.scope()))
}

/// Every row of the case from its entries; what is the same stays as it is.
fn rewrite(tx: &mut Tx, about: Id, first: i64, head: &Head) -> Result<(), Error> {
    tx.memo.keep(about, Filed(head.scope().to_owned()));
    let mut old = on_file(tx, first)?;
    let entries = tx.entries(about)?;
    let rows = entries
        .iter()
        .enumerate()
        .flat_map(|(place, entry)| head.rows(first, place as i64, entry));
    let mut new = Vec::new();
    for row in rows {
        match old.get(&row.id) {
            Some(words) if *words == row.words => drop(old.remove(&row.id)),
            _ => new.push(row),
        }
    }
    for (id, words) in old {
        delete(tx, id, &words)?;
    }
    new.iter().try_for_each(|row| insert(tx, row))
}

fn on_file(tx: &mut Tx, first: i64) -> Result<BTreeMap<i64, String>, Error> {
    let (from, to) = range(first);
    let query = sql("SELECT id, words FROM search_row WHERE id >= $1 AND id < $2 ORDER BY id")
        .arg(from)
        .arg(to);
    let rows = tx.rows(&query, |row| Ok((row.int(0)?, row.text(1)?)))?;
    Ok(rows.into_iter().collect())
}

/// How many rows the case has that began with this entry.
pub fn rows_on_file(reader: &mut impl Read, first: i64) -> Result<i64, Error> {
    let (from, to) = range(first);
    let query = sql("SELECT COUNT(*) FROM search_row WHERE id >= $1 AND id < $2");
    let counted = reader.one(&query.arg(from).arg(to), |row| row.int(0))?;
    Ok(counted.unwrap_or_default())
}

fn insert(tx: &mut Tx, row: &Row) -> Result<(), Error> {
    tx.execute(
        &sql("INSERT INTO search_row (id, complaint, entry, kind, scope, words) VALUES ($1, $2, $3, $4, $5, $6)")
            .arg(row.id)
            .arg(row.complaint)
            .arg(row.entry)
            .arg(row.kind.as_str())
            .arg(row.scope.as_str())
            .arg(row.words.as_str()),
    )?;
    tx.index_words(row.id, &row.words);
    Ok(())
}

fn delete(tx: &mut Tx, id: i64, words: &str) -> Result<(), Error> {
    tx.forget_words(id, words);
    tx.execute(&sql("DELETE FROM search_row WHERE id = $1").arg(id))?;
    Ok(())
}
