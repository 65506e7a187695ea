//! Undoing a whole import: case by case, in steps of the commits by which it came in.
//! Untouched cases are annulled, and what they say of people is disposed of; those that
//! somebody worked on stay and are named. A stop in the middle is gone on with; doing it
//! twice changes nothing.

use super::{
    disposal::dispose,
    facts::{ImportUndoBegun, ImportUndone, RowsImported, RowsUndone},
    records::{State, run_of},
};
use redress_complaint::facts::{Annulled, Received};
use redress_kernel::{By, Draft, Entry, Id, Refusal};
use redress_store::{Db, Error, Read, Tx};
use std::collections::BTreeSet;

#[derive(Debug)]
pub enum NotUndone {
    Refused(Refusal),
    Store(Error),
}

impl From<Error> for NotUndone {
    fn from(error: Error) -> NotUndone {
        NotUndone::Store(error)
    }
}

/// Says that it is to be undone; from here on no further row comes in.
pub fn begin(tx: &mut Tx, run: Id, by: &By) -> Result<(), NotUndone> {
    let refused = |code| Err(NotUndone::Refused(Refusal::new(code)));
    let Some(its) = run_of(tx, run)? else {
        return refused("no-such-import");
    };
    match its.state {
        State::Undone => refused("import-undone-already"),
        State::Undoing => Ok(()),
        State::Running | State::Ended => {
            tx.record(Draft::of(run, &ImportUndoBegun {}), by)?;
            Ok(())
        }
    }
}

/// The rows of one commit: first they are taken back, then what they say of people is
/// disposed of. False when nothing is left to do.
pub fn undo_step(tx: &mut Tx, run: Id, by: &By) -> Result<bool, Error> {
    match run_of(tx, run)?.map(|run| (run.state, run.disposed)) {
        Some((State::Undoing, _)) => take_back(tx, run, by).map(|()| true),
        Some((State::Undone, false)) => dispose(tx, run, by).map(|()| true),
        _ => Ok(false),
    }
}

fn take_back(tx: &mut Tx, run: Id, by: &By) -> Result<(), Error> {
    let done = |entry: &Entry| match entry.is::<RowsUndone>() {
        true => Ok(Some(entry.read::<RowsUndone>()?.fact.first)),
        false => Ok(None),
    };
    let Some(range) = next(&tx.entries(run)?, done)? else {
        return tx.record(Draft::of(run, &ImportUndone {}), by).map(|_| ());
    };
    let mut done = RowsUndone {
        first: range.first,
        annulled: 0,
        kept: Vec::new(),
    };
    for case in cases(tx, run, &range)? {
        match newest(tx, case)? {
            seq if seq > range.last => done.kept.push(case),
            _ => {
                tx.record(Draft::of(case, &Annulled { import: run }), by)?;
                done.annulled += 1;
            }
        }
    }
    tx.record(Draft::of(run, &done), by).map(|_| ())
}

/// The first commit of this import with which that was not done yet.
pub(super) fn next(
    entries: &[Entry],
    first_of: impl Fn(&Entry) -> Result<Option<i64>, Error>,
) -> Result<Option<RowsImported>, Error> {
    let mut done = BTreeSet::new();
    for entry in entries {
        done.extend(first_of(entry)?);
    }
    for entry in entries.iter().filter(|entry| entry.is::<RowsImported>()) {
        let range = entry.read::<RowsImported>()?.fact;
        if !done.contains(&range.first) {
            return Ok(Some(range));
        }
    }
    Ok(None)
}

pub(super) fn cases(tx: &mut Tx, run: Id, range: &RowsImported) -> Result<Vec<Id>, Error> {
    let entries = tx.entries_from(range.first, range.last - range.first + 1)?;
    let mut cases = Vec::new();
    for entry in entries.iter().filter(|entry| entry.is::<Received>()) {
        if entry.read::<Received>()?.fact.import == Some(run) {
            cases.push(entry.about);
        }
    }
    Ok(cases)
}

/// The newest entry about a case: later than the import's own is somebody's work.
fn newest(tx: &mut Tx, case: Id) -> Result<i64, Error> {
    let entries = tx.entries(case)?;
    Ok(entries.last().map_or(-1, |entry| entry.seq))
}

/// All of it, for the command line; each step is a commit of its own.
pub fn undo(db: &Db, run: Id, by: By) -> Result<(), NotUndone> {
    db.write_now(move |tx| begin(tx, run, &by))?;
    while db.write_now(move |tx| undo_step(tx, run, &by))? {}
    Ok(())
}
