//! One row into the journal: receipt and history in one savepoint.

use super::{Coming, Past};
use redress_complaint::facts::{Closed, ImportedHistory, ImportedText, NotAccepted, Reason};
use redress_kernel::{By, Draft, Fact, Id, Instant};
use redress_operation::receipt::{NotReceived, receive};
use redress_store::{Error, Read, Tx, sql};

/// A row that stays outside, with the line on which it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    pub line: u64,
    pub why: String,
}

/// How a file went: every row is in exactly one of the three.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    pub rows: u64,
    pub imported: u64,
    pub duplicates: u64,
    pub rejected: Vec<Reject>,
}

/// Is a complaint with this outside identifier here already?
pub fn row_is_here(reader: &mut impl Read, external_id: &str) -> Result<bool, Error> {
    let query =
        sql("SELECT complaint FROM receipt_external WHERE external_id = $1").arg(external_id);
    Ok(reader.one(&query, |row| row.text(0))?.is_some())
}

/// True when the row came in, false when it was here before.
pub fn take_row(tx: &mut Tx, coming: Coming, by: &By) -> Result<bool, NotReceived> {
    let receipt = receive(tx, coming.arrival, by)?;
    if receipt.again {
        return Ok(false);
    }
    for past in coming.history {
        tx.record(fact(receipt.complaint, past), by)?;
    }
    Ok(true)
}

fn fact(complaint: Id, past: Past) -> Draft {
    match past {
        Past::Forwarded { at } => kept(complaint, "forwarded", String::new(), at),
        Past::Said { at, text } => kept(complaint, "public-response", text, at),
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

fn kept(complaint: Id, what: &str, text: String, at: Instant) -> Draft {
    with(
        complaint,
        &ImportedHistory {
            what: what.to_owned(),
        },
        &ImportedText { text },
        at,
    )
}

fn with<F: Fact>(complaint: Id, fact: &F, personal: &F::Personal, at: Instant) -> Draft {
    Draft::with(complaint, fact, personal).occurred(at)
}
