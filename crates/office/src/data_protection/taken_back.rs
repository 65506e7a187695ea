//! Cases whose import was taken back: nobody answers them any more and nobody is written
//! to, so what they say of people is disposed of like what is past its period, after the
//! same week, in which it can be stopped; a hold keeps them as it keeps everything. The
//! machine agrees, because who took the import back decided it (decision 127). Evidence:
//! the facts of an erasure, and a line in the log of disposals for each case.

use super::{
    cases::candidates,
    erasure::{CASES_MAX, Candidate, due_at},
    facts::{ErasureApproved, ErasureAsked, Words},
    jobs,
};
use redress_complaint::house::calendar;
use redress_kernel::{By, Draft, Id};
use redress_store::{Error, Tx};

/// The basis of these erasures.
pub const BASIS: &str = "undone-import";

/// Asks for the erasure of these cases and agrees to it; which requests these are.
pub fn dispose_of(tx: &mut Tx, cases: &[Id], by: &By) -> Result<Vec<Id>, Error> {
    let mut known = candidates(tx, cases, None)?;
    known.retain(|case| !case.asked);
    // What is held waits by itself, and nothing else for it.
    let (held, free): (Vec<_>, Vec<_>) = known.into_iter().partition(|case| case.held.is_some());
    let mut requests = Vec::new();
    for some in free.chunks(CASES_MAX).chain(held.chunks(CASES_MAX)) {
        requests.push(request(tx, some, by)?);
    }
    Ok(requests)
}

fn request(tx: &mut Tx, cases: &[Candidate], by: &By) -> Result<Id, Error> {
    let id = tx.new_id(by.at);
    let asked = ErasureAsked {
        complaints: cases.iter().map(|case| case.id).collect(),
        scope: "case".to_owned(),
        basis: BASIS.to_owned(),
        entries: Vec::new(),
    };
    let due_at = due_at(by.at, &*calendar(tx)?);
    let letter = None;
    tx.record(Draft::with(id, &asked, &Words::default()), by)?;
    let agreed = ErasureApproved { due_at, letter };
    tx.record(Draft::of(id, &agreed), &By::system(by.at))?;
    jobs::plan(tx, id, due_at)?;
    Ok(id)
}
