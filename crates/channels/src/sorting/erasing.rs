//! What is erased of a case is erased of its messages, too: the original of a complaint
//! or a reply with the words that it brought, and with the complaint itself whatever
//! reports and copies name the same person (8.1). Evidence: `erased`, about each message.

use super::records::{Kept, copies, files_of, is_erased, kept_of};
use crate::mail::{Erasing, fate};
use redress_kernel::{By, Entry, Id};
use redress_store::{Error, Read, Tx};
use std::collections::BTreeSet;

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let Some(erasing) = Erasing::of(entry) else {
        return Ok(());
    };
    let all = kept_of(tx, entry.about)?;
    if all.is_empty() {
        return Ok(());
    }
    let mut files: BTreeSet<Id> = BTreeSet::new();
    for seq in &erasing.entries {
        files.extend(files_of(tx, *seq)?);
    }
    let first = tx.entries(entry.about)?.first().map(|first| first.seq);
    let whole = first.is_some_and(|first| erasing.entries.contains(&first));
    for mail in all {
        let its_own = mail.file.is_some_and(|file| files.contains(&file));
        if its_own || (whole && mail.fate != fate::REPLY) {
            forget(tx, &mail, &erasing.basis, entry)?;
        }
    }
    Ok(())
}

fn forget(tx: &mut Tx, mail: &Kept, basis: &str, entry: &Entry) -> Result<(), Error> {
    let by = By {
        actor: entry.actor,
        unit: entry.unit,
        at: entry.recorded_at,
    };
    for one in copies(tx, mail, entry.about)? {
        if !is_erased(tx, one.entry)? {
            tx.erase(one.mail, &[one.entry], basis, &by)?;
        }
    }
    Ok(())
}
