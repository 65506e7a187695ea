//! The sums follow each fact: what the case counted before is taken off, what it
//! counts now is put on. Everything comes out of the folded facts; the zone whose
//! days are counted is the one decided at that point of the journal.

use super::{
    counts::{Counts, FIRST_PROMISE},
    dimension::Dimension,
    measured::Measured,
    records,
};
use crate::{
    Complaint,
    facts::{DatesRecounted, Happened, Received},
    house::organisation,
    inbox::recount::every_open,
};
use jiff::tz::TimeZone;
use redress_kernel::{Entry, Id, indicator::View};
use redress_store::{Error, Sql, Tx, sql};

/// Facts that come often and move no figure.
const UNCOUNTED: &[&str] = &[
    "queued",
    "noted",
    "call-logged",
    "waiting-set",
    "message-received",
];

/// Runs behind the inbox, which leaves the folded case in the memo.
pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.about == Id::ORGANISATION {
        tx.memo.take::<Zone>(Id::ORGANISATION);
    }
    if entry.is::<DatesRecounted>() {
        return every_open(tx, recounted);
    }
    let kind = entry.kind.as_str();
    if !Happened::KINDS.contains(&kind) || UNCOUNTED.contains(&kind) {
        return Ok(());
    }
    let zone = zone(tx)?;
    let Some(case) = tx.memo.get::<Complaint>(entry.about) else {
        return Ok(());
    };
    let after = Measured::of(case, &zone);
    let before = if entry.is::<Received>() {
        None
    } else {
        records::on_file(tx, entry.about)?
    };
    moved(tx, before, after)
}

/// One fact gave this case other dates: it waits among the pending by its new ones.
fn recounted(tx: &mut Tx, case: &Complaint) -> Result<(), Error> {
    let after = Measured::of(case, &zone(tx)?);
    let before = records::on_file(tx, case.id)?;
    moved(tx, before, after)
}

fn moved(tx: &mut Tx, before: Option<Measured>, after: Option<Measured>) -> Result<(), Error> {
    if before == after {
        return Ok(());
    }
    keep(tx, before.as_ref(), after.as_ref())?;
    sums(tx, before.as_ref(), after.as_ref())?;
    pending(tx, before.as_ref(), after.as_ref())?;
    ages(tx, before.as_ref(), after.as_ref())
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

/// A place where a case is counted, and what it adds there. `of` is the view's name
/// in the sums and the due day among the pending.
#[derive(Debug, PartialEq)]
struct Cell<K> {
    of: K,
    dimension: &'static str,
    span: i64,
    value: String,
    unit: String,
    counts: Counts,
}

/// What changed from one to the other, place by place; nothing where nothing did.
fn changes<K: PartialEq + Copy>(
    before: Option<&Measured>,
    after: Option<&Measured>,
    parts: impl Fn(&Measured) -> Vec<(K, i64, Counts)>,
) -> Vec<Cell<K>> {
    let mut cells: Vec<Cell<K>> = Vec::with_capacity(12);
    for (m, times) in [(after, 1), (before, -1)] {
        let Some(m) = m else { continue };
        let unit = m.unit_text();
        for (of, span, counts) in parts(m) {
            for dimension in Dimension::KEPT {
                let value = dimension.value(m);
                let same = |cell: &&mut Cell<K>| {
                    cell.of == of
                        && cell.dimension == dimension.column()
                        && cell.span == span
                        && cell.value == value
                        && cell.unit == unit
                };
                if let Some(cell) = cells.iter_mut().find(same) {
                    cell.counts.add(&counts, times);
                    continue;
                }
                let mut changed = Counts::default();
                changed.add(&counts, times);
                cells.push(Cell {
                    of,
                    dimension: dimension.column(),
                    span,
                    value: value.to_owned(),
                    unit: unit.clone(),
                    counts: changed,
                });
            }
        }
    }
    cells.retain(|cell| !cell.counts.is_zero());
    cells
}

fn sums(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>) -> Result<(), Error> {
    let views = |m: &Measured| -> Vec<(&'static str, i64, Counts)> {
        View::ALL
            .into_iter()
            .map(|view| (view.name(), m.span(view), m.settled(view)))
            .filter(|(_, span, _)| *span != super::measured::NEVER_ON)
            .collect()
    };
    let cells = changes(before, after, views);
    if cells.is_empty() {
        return Ok(());
    }
    let mut query = sql("INSERT INTO figure_count (view, dimension, span, value, unit, counted, is_open, first_contact, assessed,
            wrong_priority, referred, repeated, improvement, reopened, acknowledgement_due, acknowledged_in_time,
            answer_due, answered_in_time, resolution_due, resolved_in_time) VALUES ");
    for (place, cell) in cells.into_iter().enumerate() {
        query = query.push(if place == 0 { "(" } else { ", (" });
        query = query.bind(cell.of).push(", ");
        query = cell_values(query, cell.dimension, cell.span, cell.value, cell.unit);
        query = query.bind_all(cell.counts.0).push(")");
    }
    tx.execute(&query.push(
        " ON CONFLICT (view, dimension, span, value, unit) DO UPDATE SET
            counted = figure_count.counted + excluded.counted,
            is_open = figure_count.is_open + excluded.is_open,
            first_contact = figure_count.first_contact + excluded.first_contact,
            assessed = figure_count.assessed + excluded.assessed,
            wrong_priority = figure_count.wrong_priority + excluded.wrong_priority,
            referred = figure_count.referred + excluded.referred,
            repeated = figure_count.repeated + excluded.repeated,
            improvement = figure_count.improvement + excluded.improvement,
            reopened = figure_count.reopened + excluded.reopened,
            acknowledgement_due = figure_count.acknowledgement_due + excluded.acknowledgement_due,
            acknowledged_in_time = figure_count.acknowledged_in_time + excluded.acknowledged_in_time,
            answer_due = figure_count.answer_due + excluded.answer_due,
            answered_in_time = figure_count.answered_in_time + excluded.answered_in_time,
            resolution_due = figure_count.resolution_due + excluded.resolution_due,
            resolved_in_time = figure_count.resolved_in_time + excluded.resolved_in_time",
    ))?;
    Ok(())
}

fn pending(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>) -> Result<(), Error> {
    let days = |m: &Measured| -> Vec<(i64, i64, Counts)> {
        let pending = m.pending().into_iter();
        pending
            .map(|(due_on, part)| (due_on, m.received_span, part))
            .collect()
    };
    let cells = changes(before, after, days);
    if cells.is_empty() {
        return Ok(());
    }
    let mut query = sql("INSERT INTO figure_pending (dimension, span, value, unit, due_on, acknowledgement_due,
            acknowledged_in_time, answer_due, answered_in_time, resolution_due, resolved_in_time) VALUES ");
    for (place, cell) in cells.into_iter().enumerate() {
        query = query.push(if place == 0 { "(" } else { ", (" });
        query = cell_values(query, cell.dimension, cell.span, cell.value, cell.unit);
        query = query.bind(cell.of).push(", ");
        let promises = cell.counts.0.into_iter().skip(FIRST_PROMISE);
        query = query.bind_all(promises).push(")");
    }
    tx.execute(&query.push(
        " ON CONFLICT (dimension, due_on, span, value, unit) DO UPDATE SET
            acknowledgement_due = figure_pending.acknowledgement_due + excluded.acknowledgement_due,
            acknowledged_in_time = figure_pending.acknowledged_in_time + excluded.acknowledged_in_time,
            answer_due = figure_pending.answer_due + excluded.answer_due,
            answered_in_time = figure_pending.answered_in_time + excluded.answered_in_time,
            resolution_due = figure_pending.resolution_due + excluded.resolution_due,
            resolved_in_time = figure_pending.resolved_in_time + excluded.resolved_in_time",
    ))?;
    Ok(())
}

fn cell_values(query: Sql, dimension: &'static str, span: i64, value: String, unit: String) -> Sql {
    let query = query.bind(dimension).push(", ").bind(span).push(", ");
    query.bind(value).push(", ").bind(unit).push(", ")
}

fn ages(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>) -> Result<(), Error> {
    let place = |m: &Measured| m.is_open.then(|| (m.received_on, m.unit_text()));
    let (was, is) = (before.and_then(place), after.and_then(place));
    if was == is {
        return Ok(());
    }
    if let Some((day, unit)) = is {
        tx.execute(
            &sql(
                "INSERT INTO figure_age (received_on, unit, n) VALUES ($1, $2, 1)
                  ON CONFLICT (received_on, unit) DO UPDATE SET n = figure_age.n + 1",
            )
            .arg(day)
            .arg(unit),
        )?;
    }
    if let Some((day, unit)) = was {
        let one_less =
            sql("UPDATE figure_age SET n = n - 1 WHERE received_on = $1 AND unit = $2").arg(day);
        tx.execute(&one_less.arg(unit.as_str()))?;
        let none =
            sql("DELETE FROM figure_age WHERE received_on = $1 AND unit = $2 AND n = 0").arg(day);
        tx.execute(&none.arg(unit))?;
    }
    Ok(())
}
