//! Bringing in complaints from files. Every row becomes a complaint, is a
//! duplicate of one that is here, or stands in the rejects with line and reason.
//! History comes in as facts with the dates that the file claims. Evidence: those
//! facts, each with the run that brought it in.

pub mod cfpb;
mod rows;

pub use rows::{Reject, Rows, row_is_here, take_row};

use redress_complaint::Slice;

pub const SLICE: Slice = Slice::new("channels.import", "8.1");

/// One row, ready to be received.
pub struct Coming {
    pub arrival: redress_operation::receipt::Arrival,
    pub history: Vec<Past>,
}

/// What the file says happened after receipt.
pub enum Past {
    /// Handed on to the organisation complained about.
    Forwarded {
        at: redress_kernel::Instant,
    },
    /// The company's public word, kept as the file has it.
    Said {
        at: redress_kernel::Instant,
        text: String,
    },
    NotAccepted {
        at: redress_kernel::Instant,
    },
    Closed {
        at: redress_kernel::Instant,
        response: String,
    },
}
