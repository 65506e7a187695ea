//! The lines of an export, a part at a time: each complaint is asked again whether this
//! person may see it, and says itself that its name was shown. What stands in a line is
//! recorded before it leaves.

use super::{
    facts::BulkExportTaken,
    records,
    request::{Export, Period, released},
};
use redress_complaint::{
    Complaint,
    api::time,
    chapter::{Acting, Fault},
    facts::{IdentityShown, Reason},
    identity::{seen as masked, sight_of},
    inbox::Cursor,
    record::{facts_of, find, permitted_at},
};
use redress_kernel::{Action, Actor, Draft, Id, person::Sight};
use redress_store::{Error, Tx};

/// Names of columns, in a file and for programs alike.
pub const COLUMNS: [&str; 14] = [
    "reference",
    "received_at",
    "channel",
    "language",
    "stage",
    "closed_at",
    "outcome",
    "categories",
    "product",
    "subject",
    "description",
    "name",
    "email",
    "phone",
];

pub struct Part {
    pub rows: Vec<[String; COLUMNS.len()]>,
    /// Where the next part begins.
    pub next: Option<Cursor>,
}

/// The first part is the fetching: from then on the journal says that it left.
pub fn part(tx: &mut Tx, id: Id, after: Option<Cursor>, acting: &Acting) -> Result<Part, Fault> {
    let export = released(tx, id, acting)?;
    let period = Period::typed(&export.request.typed)?;
    let bounds = period.bounds(&acting.organisation.calendar());
    if after.is_none() {
        let taken = BulkExportTaken {
            cases: records::count(tx, acting.actor, bounds)?,
            names: export.names(),
        };
        tx.record(Draft::of(id, &taken), &acting.by())?;
    }
    let page = records::page(tx, acting.actor, bounds, after)?;
    let full = page.len() as i64 == records::TOGETHER;
    let next = page
        .last()
        .filter(|_| full)
        .map(|(_, cursor)| cursor.clone());
    let mut rows = Vec::with_capacity(page.len());
    for (case, _) in page {
        rows.extend(seen(tx, &export, case, acting)?.as_ref().map(row));
    }
    Ok(Part { rows, next })
}

/// None: not for these eyes any more.
fn seen(tx: &mut Tx, export: &Export, id: Id, acting: &Acting) -> Result<Option<Complaint>, Error> {
    let (actor, now) = (acting.actor, acting.now);
    let case = find(tx, id)?;
    let case = case.filter(|it| permitted_at(actor, Action::SeeCase, it, now).is_ok());
    let Some(case) = case else { return Ok(None) };
    if !export.names() || permitted_at(actor, Action::Reveal, &case, now).is_err() {
        return nameless(tx, case, acting).map(Some);
    }
    if !case.complainant.is_empty() {
        tx.record(
            Draft::with(id, &shown(acting), &reason(export)),
            &acting.by(),
        )?;
    }
    Ok(Some(case))
}

/// Names that this person knows here stay here: in texts, too, a mark stands for them.
fn nameless(tx: &mut Tx, case: Complaint, acting: &Acting) -> Result<Complaint, Error> {
    let sight = Sight {
        identity: false,
        contact: false,
        ..sight_of(tx, acting.actor, &case, acting.now)?
    };
    Ok(Complaint {
        seen_with: Some(sight),
        ..masked(&facts_of(tx, case.id)?, sight)
    })
}

/// Shown once, in the file: the page of the case shows no more than before.
fn shown(acting: &Acting) -> IdentityShown {
    let Actor { id, role, .. } = acting.actor;
    IdentityShown {
        to: *id,
        role: *role,
        why: redress_complaint::case::NameShown::EXPORTED.to_owned(),
        until: acting.now,
    }
}

fn reason(export: &Export) -> Reason {
    Reason {
        reason: export.request.reason.clone(),
    }
}

fn row(c: &Complaint) -> [String; COLUMNS.len()] {
    let known = |text: &str| match c.is_masked() {
        true => String::new(),
        false => text.to_owned(),
    };
    let categories = c.issues.iter().filter_map(|issue| issue.category.clone());
    let closed = c.closed.as_ref();
    [
        c.reference.clone(),
        time(c.received_at),
        c.channel.clone(),
        c.language.tag().to_owned(),
        c.stage().name().to_owned(),
        closed.map(|it| time(it.at)).unwrap_or_default(),
        closed.map(|it| it.reason.clone()).unwrap_or_default(),
        categories.collect::<Vec<String>>().join(" "),
        c.product.clone(),
        c.subject.clone(),
        c.description.clone(),
        known(&c.complainant.name),
        known(&c.complainant.email),
        known(&c.complainant.phone),
    ]
}
