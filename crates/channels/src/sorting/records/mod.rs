//! What sorting keeps and asks: letters of ours and their cases, acknowledgements that
//! wait, what the ledger tells of senders and of messages, and what erasing has to find.

mod cases;
mod kept;
mod letters;
mod limits;
mod lists;

pub use cases::{Answered, Held, closed_and_answered, held};
pub use kept::{Kept, case_that_says, copies, files_of, is_erased, is_said_in, kept_of};
pub use letters::{LetterOf, addresses_of, case_of_letter, is_case, newest_to};
pub use limits::{Sender, answered, before};
pub use lists::{LIST_MAX, Looked, count_of, fate_before, of_fates, one};

use redress_complaint::facts::{
    Acknowledged, Annulled, Closed, MessageQueued, MessageRequeued, Received,
};
use redress_kernel::{Entry, Fact};
use redress_store::{ERASED, Error, Tx};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        MessageQueued::KIND => letters::queued(tx, entry),
        MessageRequeued::KIND => letters::requeued(tx, entry),
        Received::KIND => cases::received(tx, entry),
        Acknowledged::KIND | Closed::KIND | Annulled::KIND => {
            cases::no_longer_held(tx, entry.about)
        }
        ERASED => letters::erased(tx, entry),
        _ => Ok(()),
    }
}
