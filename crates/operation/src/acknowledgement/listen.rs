//! What follows by itself: a new complaint is acknowledged at once, and a message
//! that has left the house counts as the acknowledgement if it came first.

use super::acknowledgement::{Automatic, acknowledged_by, automatic};
use redress_complaint::{
    facts::{Confirmed, MessageSent, Received},
    house::organisation,
    record::{find, newest},
    telling::tell,
};
use redress_kernel::{By, Draft, Entry, Fact};
use redress_store::{Error, Tx};
use redress_web::words::Words;

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        Received::KIND | Confirmed::KIND => at_receipt(tx, entry),
        MessageSent::KIND => at_sending(tx, entry),
        _ => Ok(()),
    }
}

fn at_receipt(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let organisation = organisation(tx)?;
    let message = tx.new_id(entry.recorded_at);
    let by = By::system(entry.recorded_at);
    let case = newest(tx, entry)?;
    tx.memo.keep(case.id, case.clone());
    match automatic(&case, &organisation, message) {
        Automatic::Tell(telling) => tell(tx, Words::embedded(), &case, *telling, &by).map(|_| ()),
        Automatic::Record(told) => tx.record(Draft::of(case.id, &told), &by).map(|_| ()),
        Automatic::Nothing => Ok(()),
    }
}

fn at_sending(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let Ok(sent) = entry.read() else {
        return Ok(());
    };
    let Some(case) = find(tx, entry.about)? else {
        return Ok(());
    };
    let Some(acknowledged) = acknowledged_by(&case, &sent.fact) else {
        return Ok(());
    };
    let mut draft = Draft::of(case.id, &acknowledged);
    // Posted or told some time before it was recorded: that is when they knew.
    draft.occurred_at = entry.occurred_at;
    tx.record(draft, &By::system(entry.recorded_at)).map(|_| ())
}
