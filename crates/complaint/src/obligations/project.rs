//! The rows follow each fact of a case, once per closure, and are written only where
//! they differ. The working days are those decided at that point of the journal.

use super::{
    next,
    records::{self, Row, Said},
    rungs,
};
use crate::{
    Complaint,
    facts::Happened,
    house,
    inbox::recount::{Change, Dated, followed},
    record::kept,
};
use redress_kernel::{Entry, Id, Instant, calendar::Calendar};
use redress_store::{Error, Read, Tx};
use std::{collections::BTreeMap, sync::Arc};

/// Facts that come often and by which nothing is owed or met.
const MOVES_NOTHING: &[&str] = &[
    "noted",
    "waiting-set",
    "linked",
    "unlinked",
    "issue-set",
    "colleague-told",
];

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.about == Id::ORGANISATION {
        // What was recorded before keeps to the hours as they were until now.
        tx.settle()?;
        tx.memo.take::<Days>(Id::ORGANISATION);
    }
    if let Some(changes) = followed(tx, entry, |all| &mut all.owed)? {
        return changed(tx, &changes);
    }
    let kind = entry.kind.as_str();
    if !Happened::KINDS.contains(&kind) || MOVES_NOTHING.contains(&kind) {
        return Ok(());
    }
    tx.write_behind("obligation", entry.about, rows_of);
    Ok(())
}

struct Days(Arc<Calendar>);

/// The working days in force, laid out once for all that is written together.
pub fn days(tx: &mut Tx) -> Result<Arc<Calendar>, Error> {
    if let Some(Days(days)) = tx.memo.get(Id::ORGANISATION) {
        return Ok(days.clone());
    }
    let days = house::calendar(tx)?;
    tx.memo.keep(Id::ORGANISATION, Days(days.clone()));
    Ok(days)
}

fn rows_of(tx: &mut Tx, id: Id) -> Result<(), Error> {
    let case = kept(tx, id)?;
    written(tx, &case)?;
    tx.memo.keep(id, case);
    Ok(())
}

/// Brings the rows of this case to what it owes now.
fn written(tx: &mut Tx, case: &Complaint) -> Result<(), Error> {
    let days = days(tx)?;
    let after = Owing::of(case, &days);
    let before = records::on_file(tx, case.id)?;
    if let Some(said) = &after.said {
        records::keep_said(tx, case.id, said)?;
    }
    match before == after.rows {
        true => Ok(()),
        false => records::keep(tx, &[(case.id, &before, &after.rows)]),
    }
}

/// What a case owes, and who was told of that; None where nobody ever was.
#[derive(Debug, Default)]
pub(crate) struct Owing {
    rows: Vec<Row>,
    said: Option<Vec<Said>>,
}

impl Owing {
    fn of(case: &Complaint, days: &Calendar) -> Owing {
        Owing {
            rows: rows(case, days),
            said: (!case.reminded.is_empty()).then(|| said(case, days)),
        }
    }
}

/// The cases whose ends came out differently. Who was told of an end that stays was
/// told of it before.
pub(crate) fn differing(
    reader: &mut impl Read,
    cases: &[Dated],
) -> Result<Vec<Change<Owing>>, Error> {
    let days = house::calendar(reader)?;
    let ids: Vec<Id> = cases.iter().map(|it| it.case.id).collect();
    let mut on_file = records::on_file_of(reader, &ids)?;
    let changes = cases.iter().filter_map(|it| {
        let rows = on_file.remove(&it.case.id).unwrap_or_default();
        let after = Owing::of(&it.case, &days);
        (rows != after.rows).then_some(Change {
            case: it.case.id,
            before: Owing { rows, said: None },
            after,
        })
    });
    Ok(changes.collect())
}

fn changed(tx: &mut Tx, changes: &[Change<Owing>]) -> Result<(), Error> {
    for it in changes {
        if let Some(said) = &it.after.said {
            records::keep_said(tx, it.case, said)?;
        }
    }
    let rows: Vec<_> = changes
        .iter()
        .map(|it| (it.case, &*it.before.rows, &*it.after.rows))
        .collect();
    records::keep(tx, &rows)
}

/// What is still owed, in the order of its key.
fn rows(case: &Complaint, days: &Calendar) -> Vec<Row> {
    if case.unlisted() || case.reference.is_empty() {
        return Vec::new();
    }
    let open = case.owed(days).into_iter().filter(|it| it.is_open());
    let mut rows: Vec<Row> = open
        .map(|it| {
            let next = next(&it, case, days);
            Row {
                code: it.what.code(),
                number: it.number,
                until_at: it.due.unwrap_or(records::NEVER),
                next_at: next.map(|it| it.at),
                next_rung: next.map(|it| rungs::name(it.occasion).into()),
                of_unit: case.unit.map(|id| id.to_string()).unwrap_or_default(),
                counted: it.ours,
                begun: case.has_begun(it.what),
                wakes_at: None,
            }
        })
        .collect();
    rows.sort_by(|one, other| one.key().cmp(&other.key()));
    rows.dedup_by(|one, other| one.key() == other.key());
    first_of_its_kind(&mut rows);
    first_to_wake(&mut rows);
    rows
}

/// One row of a case stands among those that wait for their time: the first. Then it
/// is looked at as a whole.
fn first_to_wake(rows: &mut [Row]) {
    let waiting = rows.iter_mut().filter(|row| row.next_at.is_some());
    if let Some(first) = waiting.min_by_key(|row| row.next_at) {
        first.wakes_at = first.next_at;
    }
}

/// A case stands once in the list of a kind, with the end that comes first.
fn first_of_its_kind(rows: &mut [Row]) {
    for kind in rows.chunk_by_mut(|one, other| one.code == other.code) {
        let first = kind.iter().map(|row| (row.until_at, row.number)).min();
        for row in kind {
            row.counted = row.counted && Some((row.until_at, row.number)) == first;
        }
    }
}

/// Who was told of what is still owed: for each person the newest word.
fn said(case: &Complaint, days: &Calendar) -> Vec<Said> {
    let mut said = BTreeMap::new();
    if case.unlisted() {
        return Vec::new();
    }
    for it in case.owed(days).into_iter().filter(|it| it.is_open()) {
        for told in it.told(case) {
            for person in &told.fact.to {
                let key = (it.what.code().into_owned(), it.number, *person);
                said.insert(
                    key,
                    Said {
                        code: it.what.code().into_owned(),
                        number: it.number,
                        person: *person,
                        rung: told.fact.rung.clone(),
                        until_at: it.due.unwrap_or(Instant::from_micros(i64::MAX)),
                        told_at: told.at,
                        round: told.fact.round,
                    },
                );
            }
        }
    }
    said.into_values().collect()
}
