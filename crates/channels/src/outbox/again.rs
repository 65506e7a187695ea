//! A letter that came back goes out once more: a job of its own, planned when a
//! colleague decided so.

use super::{records::again, sending::MAIL};
use redress_complaint::facts::MessageRequeued;
use redress_kernel::Entry;
use redress_store::{Error, NewJob, Tx};

/// As many as a first sending has: about two days.
const ATTEMPTS: u32 = 50;

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !entry.is::<MessageRequeued>() {
        return Ok(());
    }
    let fact = entry.read::<MessageRequeued>()?.fact;
    tx.enqueue(NewJob {
        kind: MAIL,
        key: again(fact.message, entry.seq),
        payload: format!("{} {}", entry.about, fact.message),
        run_at: fact.send_at,
        max_attempts: ATTEMPTS,
    })
}
