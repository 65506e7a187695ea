//! One row into the journal: receipt and history in one savepoint.

use super::{Coming, Loose, Past};
use crate::mail_content::salt;
use redress_complaint::facts::{
    Closed, ImportedHistory, ImportedText, NotAccepted, Reason, Text, WaitingSet,
};
use redress_complaint::{at::Upload, door::upload};
use redress_kernel::{By, Draft, Fact, Id, Instant};
use redress_operation::receipt::{NotReceived, receive};
use redress_store::{Error, Read, Tx, sql};

/// Is a complaint with this outside identifier here already?
pub fn row_is_here(reader: &mut impl Read, external_id: &str) -> Result<bool, Error> {
    let query =
        sql("SELECT complaint FROM receipt_external WHERE external_id = $1").arg(external_id);
    Ok(reader.one(&query, |row| row.text(0))?.is_some())
}

/// True when the row came in, false when it was here before.
pub fn take_row(tx: &mut Tx, mut coming: Coming, by: &By) -> Result<bool, NotReceived> {
    if let Some(id) = &coming.arrival.external_id
        && row_is_here(tx, id)?
    {
        return Ok(false);
    }
    coming.arrival.files = evidence(tx, coming.files, by.at)?;
    let receipt = receive(tx, coming.arrival, by)?;
    for past in coming.history {
        tx.record(fact(receipt.complaint, past), by)?;
    }
    Ok(true)
}

/// Each file gets its identifier and the salted commitment that the fact will carry.
fn evidence(tx: &mut Tx, files: Vec<Loose>, at: Instant) -> Result<Vec<Upload>, Error> {
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        let (id, salt) = (tx.new_id(at), salt(tx)?);
        kept.push(upload(id, salt, file.name, file.bytes));
    }
    Ok(kept)
}

fn fact(complaint: Id, past: Past) -> Draft {
    match past {
        Past::Forwarded { at } => kept(complaint, "forwarded", ImportedText::default(), at),
        Past::Said { at, text } => {
            let text = ImportedText {
                text,
                ..ImportedText::default()
            };
            kept(complaint, "public-response", text, at)
        }
        Past::Comment {
            at,
            what,
            text,
            author,
        } => kept(complaint, what, ImportedText { text, author }, at),
        Past::Waiting { at, on } => {
            let fact = WaitingSet {
                on: Some(on.to_owned()),
                ..WaitingSet::default()
            };
            with(complaint, &fact, &Text::default(), at)
        }
        Past::NotAccepted { at } => {
            let fact = NotAccepted {
                channel: "web".to_owned(),
                review_wanted: false,
            };
            with(complaint, &fact, &Reason::default(), at)
        }
        Past::Closed { at, response } => {
            let fact = Closed {
                reason: "imported".to_owned(),
                ..Closed::default()
            };
            with(complaint, &fact, &Reason { reason: response }, at)
        }
    }
}

fn kept(complaint: Id, what: &str, text: ImportedText, at: Instant) -> Draft {
    let fact = ImportedHistory {
        what: what.to_owned(),
    };
    with(complaint, &fact, &text, at)
}

fn with<F: Fact>(complaint: Id, fact: &F, personal: &F::Personal, at: Instant) -> Draft {
    Draft::with(complaint, fact, personal).occurred(at)
}
