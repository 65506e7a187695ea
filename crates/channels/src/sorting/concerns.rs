//! Of which case a message speaks that joins none: an automatic answer to our letter, a
//! report, a reply over the cap. Whoever may not see that case does not see the message
//! either (4.7), so the widest guess is the right one; nothing is proven or changed by
//! it. Evidence: the case, in the line of the ledger.

use super::{
    bounced::{LOOKED_BACK_SECONDS, returned_to},
    decide::Coming,
    records,
};
use crate::mail_content::kept_apart;
use redress_complaint::record::id_of;
use redress_kernel::{Id, Instant};
use redress_mail::fate::{
    Bounce, Fate, Thread,
    thread::{named, our_letter, thread},
};
use redress_store::{Error, Tx};

pub fn concerned(
    tx: &mut Tx,
    coming: &Coming,
    fate: &Fate,
    now: Instant,
) -> Result<Option<Id>, Error> {
    let (message, desk) = (&coming.message, &coming.seat.desk);
    let mut letters = returned_to(coming);
    match thread(message, desk) {
        Some((Thread::Address(case), _)) if records::is_case(tx, case)? => return Ok(Some(case)),
        Some((Thread::Letters(named), _)) => letters.extend(named.into_iter().rev()),
        _ => {}
    }
    let reports = reports(fate);
    let originals = reports.iter().filter_map(|it| it.original.as_deref());
    letters.extend(originals.filter_map(|id| our_letter(id, desk)));
    for letter in letters {
        if let Some(case) = records::case_of_letter(tx, letter)? {
            return Ok(Some(case));
        }
    }
    if let Some(reference) = named(message, desk)
        && let Some(case) = id_of(tx, &reference)?
    {
        return Ok(Some(case));
    }
    let says = kept_apart(tx.keys().code_key(), &coming.says);
    match records::case_that_says(tx, &says)? {
        Some(case) => Ok(Some(case)),
        None => lately_written_to(tx, coming, fate, now),
    }
}

fn reports(fate: &Fate) -> &[Bounce] {
    match fate {
        Fate::BounceOf(all) => all,
        _ => &[],
    }
}

/// A machine that names nothing probably answers, or reports about, our last letter to
/// the address that it speaks for.
fn lately_written_to(
    tx: &mut Tx,
    coming: &Coming,
    fate: &Fate,
    now: Instant,
) -> Result<Option<Id>, Error> {
    let since = now.plus_seconds(-LOOKED_BACK_SECONDS);
    let sender = (*fate == Fate::Automatic).then_some(coming.sender.from.as_str());
    let about = reports(fate).iter().map(|it| it.recipient.as_str());
    for address in about.chain(sender) {
        if let Some(letter) = records::newest_to(tx, address, since)? {
            return Ok(Some(letter.complaint));
        }
    }
    Ok(None)
}
