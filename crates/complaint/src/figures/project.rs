//! The sums follow each fact: what the case counted before is taken off, what it
//! counts now is put on. Everything comes out of the folded facts; the zone whose
//! days are counted is the one decided at that point of the journal.

use super::{
    measured::Measured,
    records,
    sums::{ages, pending, sums},
};
use crate::{
    facts::Happened,
    house::organisation,
    inbox::recount::{Change, Dated, followed},
    record::kept,
};
use jiff::tz::TimeZone;
use redress_kernel::{Entry, Id};
use redress_store::{Error, Read, Sql, Tx, parts, sql};
use std::collections::HashMap;

/// Facts that come often and move no figure.
const UNCOUNTED: &[&str] = &[
    "queued",
    "noted",
    "call-logged",
    "waiting-set",
    "message-received",
    "reminded",
];

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.about == Id::ORGANISATION {
        // What was recorded before counts its days as they were until now.
        tx.settle()?;
        tx.memo.take::<Zone>(Id::ORGANISATION);
    }
    if let Some(changes) = followed(tx, entry, |all| &mut all.figures)? {
        return changed(tx, &changes);
    }
    let kind = entry.kind.as_str();
    if !Happened::KINDS.contains(&kind) || UNCOUNTED.contains(&kind) {
        return Ok(());
    }
    tx.write_behind("figure_case", entry.about, row_of);
    Ok(())
}

fn row_of(tx: &mut Tx, id: Id) -> Result<(), Error> {
    let zone = zone(tx)?;
    let case = kept(tx, id)?;
    let after = Measured::of(&case, &zone);
    tx.memo.keep(id, case);
    let before = records::on_file(tx, id)?;
    moved(tx, before, after)
}

/// The cases that other dates make count differently: they wait among the pending by
/// their new ones.
pub(crate) fn differing(
    reader: &mut impl Read,
    cases: &[Dated],
) -> Result<Vec<Change<Measured>>, Error> {
    let zone = organisation(reader)?.zone();
    let ids: Vec<Id> = cases.iter().map(|it| it.case.id).collect();
    let mut on_file = records::on_file_of(reader, &ids)?;
    let changes = cases.iter().filter_map(|it| {
        let before = on_file.remove(&it.case.id)?;
        let after = before.promising(Measured::of(&it.case, &zone)?);
        (before != after).then_some(Change {
            case: it.case.id,
            before,
            after,
        })
    });
    Ok(changes.collect())
}

/// Cases of one day mostly move alike: the sums are moved once for all of them.
fn changed(tx: &mut Tx, changes: &[Change<Measured>]) -> Result<(), Error> {
    let mut alike: HashMap<(Measured, Measured), i64> = HashMap::new();
    for it in changes {
        let of_any = |m: &Measured| Measured {
            complaint: Id::default(),
            ..m.clone()
        };
        *alike
            .entry((of_any(&it.before), of_any(&it.after)))
            .or_default() += 1;
    }
    for ((before, after), n) in &alike {
        summed(tx, Some(before), Some(after), *n);
    }
    let all: Vec<&Measured> = changes.iter().map(|it| &it.after).collect();
    parts(&all).try_for_each(|some| records::keep_promises(tx, some))
}

fn moved(tx: &mut Tx, before: Option<Measured>, after: Option<Measured>) -> Result<(), Error> {
    let after = after.map(|after| after.on_the_days_of(before.as_ref()));
    if before == after {
        return Ok(());
    }
    let (before, after) = (before.as_ref(), after.as_ref());
    keep(tx, before, after)?;
    summed(tx, before, after, 1);
    Ok(())
}

/// So many cases that count alike moved from one to the other.
fn summed(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>, n: i64) {
    sums(tx, before, after, n);
    pending(tx, before, after, n);
    ages(tx, before, after, n);
}

struct Zone(TimeZone);

fn zone(tx: &mut Tx) -> Result<TimeZone, Error> {
    if let Some(Zone(zone)) = tx.memo.get(Id::ORGANISATION) {
        return Ok(zone.clone());
    }
    let zone = organisation(tx)?.zone();
    tx.memo.keep(Id::ORGANISATION, Zone(zone.clone()));
    Ok(zone)
}

fn keep(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>) -> Result<(), Error> {
    let Some(m) = after else {
        let gone = before.map(|m| m.complaint).unwrap_or_default();
        tx.execute(&sql("DELETE FROM figure_case WHERE complaint = $1").arg(gone))?;
        return Ok(());
    };
    let query = match before {
        None => sql("INSERT INTO figure_case (complaint, unit, category, channel, language, counted, is_open, received_on,
                received_span, closed_on, closed_span, acknowledge_on, acknowledged_in_time, answer_on, answered_in_time,
                resolve_on, resolved_in_time, first_contact, assessed, wrong_priority, referred, repeated, improvement,
                reopened, noted)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                $22, $23, $24, $25)"),
        Some(_) => sql("UPDATE figure_case SET unit = $2, category = $3, channel = $4, language = $5, counted = $6,
                is_open = $7, received_on = $8, received_span = $9, closed_on = $10, closed_span = $11,
                acknowledge_on = $12, acknowledged_in_time = $13, answer_on = $14, answered_in_time = $15,
                resolve_on = $16, resolved_in_time = $17, first_contact = $18, assessed = $19, wrong_priority = $20,
                referred = $21, repeated = $22, improvement = $23, reopened = $24, noted = $25
              WHERE complaint = $1"),
    };
    tx.execute(&columns(query, m))?;
    Ok(())
}

fn columns(query: Sql, m: &Measured) -> Sql {
    query
        .arg(m.complaint)
        .arg(m.unit_text())
        .arg(m.category.as_str())
        .arg(m.channel.as_str())
        .arg(m.language.as_str())
        .arg(m.counted)
        .arg(m.is_open)
        .arg(m.received_on)
        .arg(m.received_span)
        .arg(m.closed_on)
        .arg(m.closed_span)
        .arg(m.acknowledgement.due_on)
        .arg(m.acknowledgement.in_time)
        .arg(m.answer.due_on)
        .arg(m.answer.in_time)
        .arg(m.resolution.due_on)
        .arg(m.resolution.in_time)
        .arg(m.first_contact)
        .arg(m.assessed)
        .arg(m.wrong_priority)
        .arg(m.referred)
        .arg(m.repeated)
        .arg(m.improvement)
        .arg(m.reopened)
        .arg(m.noted())
}
