//! A complaint that was split off comes in by this door like every other: with a
//! reference, dates and an acknowledgement of its own. Its dates count from the
//! receipt of the first one: the complainant has waited since then.

use super::{Arrival, NotReceived, receive};
use redress_complaint::{
    Complaint,
    case::Issue,
    facts::{Annulled, IssueAdded, IssueText, Linked, SplitOff, SplitUndone},
    house::organisation,
    record::find,
};
use redress_kernel::{
    By, Draft, Entry, Fact, Organisation,
    terms::{List, Terms},
};
use redress_store::{Error, Tx};

/// Stands for the reason of its late recording: a code.
pub const SPLIT: &str = "split";

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        SplitOff::KIND => split_off(tx, entry),
        SplitUndone::KIND => undone(tx, entry),
        _ => Ok(()),
    }
}

fn split_off(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let known = entry.read::<SplitOff>()?;
    let into = known.fact.into;
    let text = known.personal.into_present().unwrap_or_default();
    let Some(first) = find(tx, entry.about)? else {
        return Ok(());
    };
    let part = first.split_off.iter().find(|part| part.into == into);
    let issues = part.map_or(&[][..], |part| part.issues.as_slice());
    let of = organisation(tx)?;
    let arrival = Arrival {
        id: Some(into),
        subject: text.subject,
        description: text.text,
        ..arrival(&first, issues, &of)
    };
    let by = By {
        actor: entry.actor,
        unit: entry.unit,
        at: entry.recorded_at,
    };
    receive(tx, arrival, &by).map_err(|no| match no {
        NotReceived::Store(error) => error,
        NotReceived::Refused(refusal) => Error::Wrong(format!("split off: {}", refusal.code)),
    })?;
    for (number, issue) in (2..).zip(issues.iter().skip(1)) {
        tx.record(added(into, number, issue, &of.terms), &by)?;
    }
    let link = Linked {
        to: first.id,
        reference: first.reference,
        kind: "split-from".to_owned(),
    };
    tx.record(Draft::of(into, &link), &by).map(|_| ())
}

/// Everything about the people is the first complaint's; the words are the point's.
fn arrival(first: &Complaint, issues: &[Issue], of: &Organisation) -> Arrival {
    let point = issues.first();
    Arrival {
        channel: first.channel.clone(),
        language: first.language,
        needs: first.needs.clone(),
        anonymous: first.anonymous,
        received_at: Some(first.received_at),
        late_basis: Some(SPLIT),
        unit: first.unit,
        category: point.and_then(|issue| offered(issue, &of.terms)),
        continuing: first.continuing,
        danger: first.danger,
        occurred: first.occurred.clone(),
        product: point.map(|issue| issue.product.clone()).unwrap_or_default(),
        complainant: first.complainant.clone(),
        customer: first.customer.clone(),
        representative: first.representative.clone(),
        affected: first.affected.clone(),
        authority: first.authority.clone(),
        split_from: Some(first.id),
        ..Arrival::default()
    }
}

/// A category that was retired meanwhile is chosen anew by whoever assesses it.
fn offered(issue: &Issue, terms: &Terms) -> Option<String> {
    let category = issue.category.clone()?;
    terms
        .offers(List::Categories, &category)
        .then_some(category)
}

fn added(about: redress_kernel::Id, number: u32, issue: &Issue, terms: &Terms) -> Draft {
    let fact = IssueAdded {
        number,
        category: offered(issue, terms),
    };
    let text = IssueText {
        title: issue.title.clone(),
        product: issue.product.clone(),
    };
    Draft::with(about, &fact, &text)
}

/// Nobody worked on it: it leaves every list, search and figure, and stays readable
/// in the journal.
fn undone(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let into = entry.read::<SplitUndone>()?.fact.into;
    let annulled = Annulled {
        import: entry.about,
    };
    let by = By {
        actor: entry.actor,
        unit: entry.unit,
        at: entry.recorded_at,
    };
    tx.record(Draft::of(into, &annulled), &by).map(|_| ())
}
