//! Receiving in the writer's transaction, and the three projections that keep
//! numbers, keys and outside identifiers unique.

use super::arrival::{Arrival, Numbering, received};
use redress_complaint::{
    facts::{Annulled, Received},
    house,
    record::{keep, newest},
};
use redress_kernel::{By, Draft, Entry, Id, Refusal, reference::access_code};
use redress_store::{Error, Read, Tx, sql};

/// What the complainant gets: nothing of it is a secret of the database but the
/// access code, and that is derived.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    pub complaint: Id,
    pub reference: String,
    /// None when only the identifier of another system was known: the code
    /// belongs to whoever handed the complaint in, and is not told again.
    pub access_code: Option<String>,
    /// The journal entry that records it.
    pub opening: Entry,
    /// True when it had arrived before: no second complaint was made.
    pub again: bool,
}

#[derive(Debug)]
pub enum NotReceived {
    Refused(Refusal),
    Store(Error),
}

impl From<Error> for NotReceived {
    fn from(error: Error) -> NotReceived {
        NotReceived::Store(error)
    }
}

/// Receives: reference, `received` fact, projections and whatever listens, in
/// the caller's transaction. Nothing is answered before that is durable.
pub fn receive(tx: &mut Tx, arrival: Arrival, by: &By) -> Result<Receipt, NotReceived> {
    if let Some(earlier) = earlier(tx, &arrival)? {
        return Ok(earlier);
    }
    unit_is_known(tx, &arrival, by)?;
    let organisation = house::organisation(tx)?;
    let year = by.at.date_in(&organisation.zone()).year();
    let key = *tx.keys().reference_key();
    let numbering = Numbering {
        counter: next_counter(tx, year)?,
        reference_key: &key,
    };
    let (fact, text) =
        received(&arrival, &organisation, &numbering, by.at).map_err(NotReceived::Refused)?;
    let id = arrival.id.unwrap_or_else(|| tx.new_id(by.at));
    keep(tx, &arrival.files)?;
    let draft = Draft::with(id, &fact, &text);
    let draft = if arrival.received_at.is_some() {
        draft.occurred(fact.received_at)
    } else {
        draft
    };
    let entry = tx.record(draft, by)?;
    Ok(receipt(tx, entry, &fact, false))
}

/// Nobody sees the cases of a unit that there is not; and who works in one unit
/// could not find again what they recorded for another.
fn unit_is_known(tx: &mut Tx, arrival: &Arrival, by: &By) -> Result<(), NotReceived> {
    let Some(unit) = arrival.unit.filter(|unit| Some(*unit) != by.unit) else {
        return Ok(());
    };
    let refused = |code| Err(NotReceived::Refused(Refusal::new(code).at("unit")));
    if by.unit.is_some() {
        return refused("unit-not-yours");
    }
    let query = sql("SELECT id FROM unit WHERE id = $1").arg(unit);
    match tx.one(&query, |row| row.id(0))? {
        Some(_) => Ok(()),
        None => refused("unit-unknown"),
    }
}

/// The complaint that this request key made, if it did.
pub fn by_request(tx: &mut Tx, hash: &str) -> Result<Option<Receipt>, Error> {
    let query = sql("SELECT complaint FROM receipt_request WHERE request = $1").arg(hash);
    match tx.one(&query, |row| row.id(0))? {
        Some(id) => again(tx, id),
        None => Ok(None),
    }
}

/// The same key of the same person, or else the same identifier of another system.
fn earlier(tx: &mut Tx, arrival: &Arrival) -> Result<Option<Receipt>, Error> {
    if let Some(hash) = arrival.request_hash()
        && let Some(receipt) = by_request(tx, &hash)?
    {
        return Ok(Some(receipt));
    }
    let Some(external) = &arrival.external_id else {
        return Ok(None);
    };
    let query =
        sql("SELECT complaint FROM receipt_external WHERE external_id = $1").arg(external.as_str());
    let known = match tx.one(&query, |row| row.id(0))? {
        Some(id) => again(tx, id)?,
        None => None,
    };
    Ok(known.map(|receipt| Receipt {
        access_code: None,
        ..receipt
    }))
}

fn again(tx: &mut Tx, id: Id) -> Result<Option<Receipt>, Error> {
    let entries = tx.entries(id)?;
    let Some(entry) = entries.into_iter().find(|entry| entry.is::<Received>()) else {
        return Ok(None);
    };
    let fact = entry.read::<Received>()?.fact;
    Ok(Some(receipt(tx, entry, &fact, true)))
}

fn receipt(tx: &mut Tx, opening: Entry, fact: &Received, again: bool) -> Receipt {
    Receipt {
        complaint: opening.about,
        reference: fact.reference.clone(),
        access_code: Some(access_code(
            tx.keys().code_key(),
            opening.about,
            fact.code_issue,
        )),
        opening,
        again,
    }
}

fn next_counter(tx: &mut Tx, year: i16) -> Result<u32, Error> {
    let query = sql("SELECT counter FROM receipt_counter WHERE year = $1").arg(i64::from(year));
    Ok(tx
        .one(&query, |row| row.int(0))?
        .map_or(0, |newest| newest as u32 + 1))
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.is::<Annulled>() {
        return given_back(tx, entry);
    }
    if !entry.is::<Received>() {
        return Ok(());
    }
    let fact = entry.read::<Received>()?.fact;
    tx.execute(
        &sql("INSERT INTO receipt_counter (year, counter) VALUES ($1, $2)
              ON CONFLICT (year) DO UPDATE SET counter = excluded.counter")
        .arg(i64::from(fact.year))
        .arg(i64::from(fact.counter)),
    )?;
    if let Some(request) = &fact.request {
        tx.execute(
            &sql("INSERT INTO receipt_request (request, complaint) VALUES ($1, $2)")
                .arg(request.as_str())
                .arg(entry.about),
        )?;
    }
    if let Some(external) = &fact.external_id {
        tx.execute(
            &sql(
                "INSERT INTO receipt_external (external_id, complaint) VALUES ($1, $2)
                  ON CONFLICT (external_id) DO NOTHING",
            )
            .arg(external.as_str())
            .arg(entry.about),
        )?;
    }
    Ok(())
}

/// The import was undone: the same row of the same file may come in again.
fn given_back(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let case = newest(tx, entry)?;
    let (id, external) = (case.id, case.external_id.clone());
    tx.memo.keep(id, case);
    if let Some(external) = external {
        tx.execute(
            &sql("DELETE FROM receipt_external WHERE external_id = $1 AND complaint = $2")
                .arg(external)
                .arg(id),
        )?;
    }
    Ok(())
}
