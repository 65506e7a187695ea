//! One row for each closed case of which something personal is left. Open cases cost
//! nothing here; a case that is reopened or erased leaves.

use redress_complaint::{
    Complaint,
    facts::{Annulled, Closed, Confirmed, Dismissed, Erased, Happened, Reopened},
    record::newest,
};
use redress_kernel::{Entry, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

/// What the period of a closed case goes by.
struct Row {
    is_complaint: bool,
    category: String,
    closed_at: Instant,
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !Happened::KINDS.contains(&entry.kind.as_str()) {
        return Ok(());
    }
    let case = newest(tx, entry)?;
    let row = row(&case);
    tx.memo.keep(case.id, case);
    match row {
        Some(_) if entry.is::<Erased>() && !is_anything_left(tx, entry.about)? => {
            forget(tx, entry.about)
        }
        Some(row) if adds(entry) => keep(tx, entry.about, &row),
        Some(row) => follow(tx, entry.about, &row),
        None if ends_it(entry) => forget(tx, entry.about),
        None => Ok(()),
    }
}

/// It is open again, or was never there.
fn ends_it(entry: &Entry) -> bool {
    entry.is::<Reopened>() || entry.is::<Annulled>() || entry.is::<Confirmed>()
}

fn row(case: &Complaint) -> Option<Row> {
    let closed = case.closed.as_ref().filter(|_| !case.annulled())?;
    Some(Row {
        is_complaint: case.is_complaint(),
        category: case.first_category().unwrap_or_default().to_owned(),
        closed_at: closed.at,
    })
}

/// Something to keep comes with it. A case that was erased does not come back by a
/// fact without any text or name.
fn adds(entry: &Entry) -> bool {
    entry.is::<Closed>() || entry.is::<Dismissed>() || entry.personal.present().is_some()
}

/// Read from the journal, because the fold does not know of what it no longer has.
fn is_anything_left(tx: &mut Tx, case: Id) -> Result<bool, Error> {
    let entries = tx.entries(case)?;
    Ok(entries
        .iter()
        .any(|entry| entry.personal.present().is_some()))
}

fn keep(tx: &mut Tx, case: Id, row: &Row) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO kept_complaint (complaint, is_complaint, category, closed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (complaint) DO UPDATE SET is_complaint = excluded.is_complaint,
           category = excluded.category, closed_at = excluded.closed_at",
    );
    let query = query
        .arg(case)
        .arg(i64::from(row.is_complaint))
        .arg(row.category.as_str())
        .arg(row.closed_at);
    tx.execute(&query).map(|_| ())
}

fn follow(tx: &mut Tx, case: Id, row: &Row) -> Result<(), Error> {
    let query = sql(
        "UPDATE kept_complaint SET is_complaint = $2, category = $3, closed_at = $4 WHERE complaint = $1",
    );
    let query = query
        .arg(case)
        .arg(i64::from(row.is_complaint))
        .arg(row.category.as_str())
        .arg(row.closed_at);
    tx.execute(&query).map(|_| ())
}

fn forget(tx: &mut Tx, case: Id) -> Result<(), Error> {
    let query = sql("DELETE FROM kept_complaint WHERE complaint = $1");
    tx.execute(&query.arg(case)).map(|_| ())
}
