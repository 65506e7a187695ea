//! What cases whose import was taken back say of people does not stay: it is handed to
//! the disposal of the house, commit by commit. Imports that were undone before this was
//! done follow by themselves. Evidence: which erasures were asked for, in each step.

use super::{
    facts::{ImportDisposed, RowsDisposed},
    records::not_disposed,
    undo::{cases, next, undo_step},
    upload,
};
use redress_complaint::{House, record::folded};
use redress_kernel::{By, Draft, Entry, Id};
use redress_office::data_protection::dispose_of;
use redress_store::{Error, Read, Tx};

/// The next commit of this import, or the end.
pub(super) fn dispose(tx: &mut Tx, run: Id, by: &By) -> Result<(), Error> {
    let done = |entry: &Entry| match entry.is::<RowsDisposed>() {
        true => Ok(Some(entry.read::<RowsDisposed>()?.fact.first)),
        false => Ok(None),
    };
    let Some(range) = next(&tx.entries(run)?, done)? else {
        upload::forget(tx, run)?;
        return tx
            .record(Draft::of(run, &ImportDisposed {}), by)
            .map(|_| ());
    };
    let came = cases(tx, run, &range)?;
    let left = with_words(tx, &came)?;
    let fact = RowsDisposed {
        first: range.first,
        cases: left.len() as u64,
        requests: dispose_of(tx, &left, by)?,
    };
    tx.record(Draft::of(run, &fact), by).map(|_| ())
}

/// Those that were taken back and still say something.
fn with_words(tx: &mut Tx, came: &[Id]) -> Result<Vec<Id>, Error> {
    let annulled = folded(tx, came)?
        .into_iter()
        .filter(|case| case.annulled())
        .map(|case| case.id);
    let mut left = Vec::new();
    for case in annulled {
        let entries = tx.entries(case)?;
        if entries.iter().any(|it| it.personal.present().is_some()) {
            left.push(case);
        }
    }
    Ok(left)
}

/// A step of whichever import is left; true: there may be more.
pub fn meanwhile(house: &House) -> Result<bool, Error> {
    let Some(run) = house.db.read_now(not_disposed)? else {
        return Ok(false);
    };
    let by = By::system(house.now());
    house.db.write_now(move |tx| undo_step(tx, run, &by))
}
