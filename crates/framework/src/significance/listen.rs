//! What follows by itself: a fact that brings a ground about makes the complaint
//! significant in the same transaction, and those at the top get their mail.

use super::notice;
use redress_complaint::{
    Complaint,
    authority::at_the_top,
    facts::{
        Assessed, Confirmed, IssueAdded, IssueSet, Linked, Reason, Received, RemedyProposed,
        SignificanceFound,
    },
    house::{colleagues, organisation},
    record::newest,
    significance::found_by_rule,
};
use redress_kernel::{By, Draft, Entry, Fact};
use redress_store::{Error, Tx};

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        Received::KIND
        | Confirmed::KIND
        | Assessed::KIND
        | IssueAdded::KIND
        | IssueSet::KIND
        | RemedyProposed::KIND
        | Linked::KIND => by_rule(tx, entry),
        SignificanceFound::KIND => tell(tx, entry),
        _ => Ok(()),
    }
}

fn by_rule(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let case = newest(tx, entry)?;
    let found = judged(tx, &case, entry);
    tx.memo.keep(case.id, case);
    match found? {
        Some(draft) => tx.record(draft, &By::system(entry.recorded_at)).map(|_| ()),
        None => Ok(()),
    }
}

/// What another system had long ago is judged when somebody here takes it up, and what
/// nobody confirmed once somebody does.
fn judged(tx: &mut Tx, case: &Complaint, entry: &Entry) -> Result<Option<Draft>, Error> {
    let waits = case.is_unconfirmed() || (case.imported && entry.is::<Received>());
    if case.reference.is_empty() || waits {
        return Ok(None);
    }
    let organisation = organisation(tx)?;
    let fact = found_by_rule(case, &organisation, entry.recorded_at);
    Ok(fact.map(|fact| Draft::with(case.id, &fact, &Reason::default())))
}

/// One mail for each of those at the top, and never two for the same fact.
fn tell(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let case = newest(tx, entry)?;
    let people = at_the_top(&case, &colleagues(tx)?);
    tx.memo.keep(case.id, case);
    people
        .into_iter()
        .try_for_each(|person| tx.enqueue(notice::to(person, entry)))
}
