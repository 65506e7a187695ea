//! 7.2 Receipt: the one door behind every channel. Whatever arrives becomes a
//! `received` fact with a reference, in one commit, before anybody is told
//! "received". Evidence: the fact, its proof of receipt, the salted
//! commitments of the files that came with it.

mod arrival;
mod limits;
mod records;
mod split;
#[cfg(test)]
mod tests;

pub use arrival::{Arrival, Numbering, received};
pub use records::{NotReceived, Receipt, by_request, receive};

use redress_complaint::facts::Received;
use redress_complaint::{
    Complaint, Slice,
    panel::{Evidence, Found},
};
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    tables: &[
        ("receipt_counter", "year"),
        ("receipt_request", "request"),
        ("receipt_external", "external_id"),
    ],
    evidence: &[
        Evidence {
            key: "receipt-recorded",
            clause: "7.2",
            state: recorded,
        },
        Evidence {
            key: "remedy-sought-known",
            clause: "7.2",
            state: remedy_known,
        },
        Evidence {
            key: "received-on-the-day",
            clause: "4.9",
            state: on_the_day,
        },
    ],
    project: Some(records::project),
    facts: &[Received::KIND],
    also: &["4.9"],
    listen: Some(split::listen),
    ..Slice::new("operation.receipt", "7.2")
};

fn recorded(c: &Complaint) -> Found {
    Found::when(!c.reference.is_empty() && (!c.description.is_empty() || !c.erased.is_empty()))
}

fn remedy_known(c: &Complaint) -> Found {
    Found::when(!c.remedies_sought.is_empty() || !c.remedy_sought.is_empty())
}

/// Recorded within a day of the first contact; late recording is itself an indicator.
fn on_the_day(c: &Complaint) -> Found {
    Found::when(c.recorded_at.seconds_since(c.received_at) <= 86_400)
}
