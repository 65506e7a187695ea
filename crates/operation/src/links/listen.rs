//! A link holds on both sides: when one complaint is linked or unlinked, the other
//! gets the fact too, so that each case tells its whole story by itself. The house
//! records it, for no colleague's work on the other case was overtaken.

use redress_complaint::{
    Complaint,
    facts::{Linked, Unlinked},
    record::find,
};
use redress_kernel::{By, Draft, Entry, Fact, Id};
use redress_store::{Error, Tx};

pub fn both_sides(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        Linked::KIND => linked(tx, entry),
        Unlinked::KIND => unlinked(tx, entry),
        _ => Ok(()),
    }
}

fn linked(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let link = entry.read::<Linked>()?.fact;
    let kind = from_there(&link.kind);
    let (Some(here), Some(there)) = (find(tx, entry.about)?, find(tx, link.to)?) else {
        return Ok(());
    };
    let known = |c: &Complaint| {
        let mut links = c.links.iter();
        links.any(|its| its.to == here.id && its.kind == kind)
    };
    if known(&there) {
        return Ok(());
    }
    let back = Linked {
        to: here.id,
        reference: here.reference,
        kind: kind.to_owned(),
    };
    answer(tx, there.id, entry, &back)
}

fn unlinked(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let other = entry.read::<Unlinked>()?.fact.to;
    let there = find(tx, other)?;
    match there.is_some_and(|c| c.links.iter().any(|link| link.to == entry.about)) {
        true => answer(tx, other, entry, &Unlinked { to: entry.about }),
        false => Ok(()),
    }
}

fn answer(
    tx: &mut Tx,
    about: Id,
    entry: &Entry,
    fact: &impl Fact<Personal = ()>,
) -> Result<(), Error> {
    tx.record(Draft::of(about, fact), &By::system(entry.recorded_at))
        .map(|_| ())
}

/// The same link, as it reads from the other complaint.
fn from_there(kind: &str) -> &str {
    match kind {
        "duplicate" => "has-duplicate",
        "has-duplicate" => "duplicate",
        "common-cause" => "leads",
        "leads" => "common-cause",
        "split-from" => "split-into",
        "split-into" => "split-from",
        both => both,
    }
}
