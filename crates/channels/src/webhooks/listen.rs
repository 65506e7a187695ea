//! A fact of a complaint is queued for whoever wants to hear of it. Does not run
//! during a rebuild: nothing is told twice. History that an import brings did not
//! happen now, and nobody is told of it.

use super::{
    message::{EVENTS, Telling},
    records::{queue, webhooks},
};
use redress_complaint::{
    Complaint,
    facts::{Confirmed, Received},
};
use redress_kernel::{Entry, Fact, Id};
use redress_store::{Error, Read, Tx, sql};

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let event = event_of(entry);
    if !EVENTS.contains(&event) {
        return Ok(());
    }
    let all = webhooks(tx)?;
    let mut wanting = all.iter().filter(|webhook| webhook.wants(event)).peekable();
    if wanting.peek().is_none() || from_an_import(entry) || is_unconfirmed(tx, entry) {
        return Ok(());
    }
    let telling = Telling {
        event: event.to_owned(),
        complaint: Some(entry.about),
        reference: reference(tx, entry.about)?,
        entry: entry.seq,
        at: entry.recorded_at,
    };
    wanting.try_for_each(|webhook| queue(tx, webhook.id, &telling).map(|_| ()))
}

/// What came in a flood is received, for others, once somebody confirmed it.
fn event_of(entry: &Entry) -> &str {
    match entry.is::<Confirmed>() {
        true => Received::KIND,
        false => entry.kind.as_str(),
    }
}

fn is_unconfirmed(tx: &Tx, entry: &Entry) -> bool {
    let case = tx.memo.get::<Complaint>(entry.about);
    case.is_some_and(Complaint::is_unconfirmed)
}

fn from_an_import(entry: &Entry) -> bool {
    let read = || entry.read::<Received>().ok();
    entry.is::<Received>() && read().is_some_and(|received| received.fact.import.is_some())
}

/// The list's projection left the folded case in the memo.
fn reference(tx: &mut Tx, id: Id) -> Result<String, Error> {
    if let Some(case) = tx.memo.get::<Complaint>(id) {
        return Ok(case.reference.clone());
    }
    let query = sql("SELECT reference FROM complaint WHERE id = $1");
    let found = tx.one(&query.arg(id), |row| row.text(0))?;
    Ok(found.unwrap_or_default())
}
