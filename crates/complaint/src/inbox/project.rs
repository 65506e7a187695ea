//! The row of a case, written anew from its folded facts whenever one is added.

use super::{
    queries::{COMPLAINANT, SUBJECT},
    records::Tally,
    recount::{self, Change, Dated},
};
use crate::{
    Complaint,
    facts::{ConflictDeclared, ConflictLifted, Happened, LineDrawn, PersonConcernUnnamed},
    identity::mask_of,
    obligations::{What, days},
    record::{kept, newest},
};
use jiff::tz::TimeZone;
use redress_kernel::{Entry, Id, Instant};
use redress_store::{Error, Read, Tx, parts, sql};
use std::collections::HashMap;

/// No due date: sorts after every real one.
pub const NEVER: i64 = i64::MAX;

/// Projects every fact about a complaint; other subjects are not its business.
pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if recount::project(tx, entry)? {
        return Ok(());
    }
    if !Happened::KINDS.contains(&entry.kind.as_str()) {
        return Ok(());
    }
    let case = newest(tx, entry)?;
    if case.reference.is_empty() {
        return Ok(());
    }
    tx.write_behind("complaint", case.id, row_of);
    if may_let_somebody_in(entry) {
        nobody_any_more(tx, case.id)?;
    }
    if !case.unlisted() {
        kept_apart(tx, &case)?;
    }
    tx.memo.keep(case.id, case);
    Ok(())
}

fn row_of(tx: &mut Tx, id: Id) -> Result<(), Error> {
    let case = kept(tx, id)?;
    written(tx, &case)?;
    tx.memo.keep(id, case);
    Ok(())
}

/// Writes the row of a case, takes one away that is in no list, and moves it in the tallies.
fn written(tx: &mut Tx, case: &Complaint) -> Result<(), Error> {
    let before = Tally::on_file(tx, case.id)?;
    let due = next_due(tx, case)?;
    let after = (!case.unlisted()).then(|| Tally::with(case, due.map(|(_, at)| at)));
    match (&before, &after) {
        (Some(_), Some(_)) => rewrite(tx, case, due)?,
        (None, Some(_)) => insert(tx, case, due)?,
        (_, None) => remove(tx, case.id)?,
    }
    Tally::moved(tx, before.as_ref(), after.as_ref(), 1);
    Ok(())
}

/// Where a case is counted, and the step that its next date is about.
pub(crate) type Next = (Tally, Option<String>);

/// The rows whose date came out differently.
pub(super) fn differing(
    reader: &mut impl Read,
    cases: &[Dated],
) -> Result<Vec<Change<Next>>, Error> {
    let ids: Vec<Id> = cases.iter().map(|it| it.case.id).collect();
    let mut on_file = Tally::of_these(reader, &ids)?;
    let changes = cases.iter().filter_map(|it| {
        let before = on_file.remove(&it.case.id)?;
        let step = step_of(it.due);
        let after = (Tally::with(&it.case, it.due.map(|(_, at)| at)), step);
        (before != after).then_some(Change {
            case: it.case.id,
            before,
            after,
        })
    });
    Ok(changes.collect())
}

pub(super) fn redated(tx: &mut Tx, changes: &[Change<Next>]) -> Result<(), Error> {
    for some in parts(changes) {
        let rows = some.iter().map(|it| {
            let (tally, step) = &it.after;
            [it.case.into(), tally.due_at.into(), step.clone().into()]
        });
        let query = sql("UPDATE complaint SET due_at = v.column2, due_step = v.column3 FROM ")
            .rows(["TEXT", "BIGINT", "TEXT"], rows);
        tx.execute(&query.push(" AS v WHERE complaint.id = v.column1"))?;
    }
    let mut moves: HashMap<(&Tally, &Tally), i64> = HashMap::new();
    for it in changes {
        *moves.entry((&it.before.0, &it.after.0)).or_default() += 1;
    }
    for ((before, after), n) in moves {
        Tally::moved(tx, Some(before), Some(after), n);
    }
    Ok(())
}

/// What is due next, and when.
type Due = Option<(What, Instant)>;

fn step_of(due: Due) -> Option<String> {
    due.map(|(what, _)| what.code().into_owned())
}

/// Only a promised remedy asks for the zone, and few complaints have one.
fn next_due(tx: &mut Tx, case: &Complaint) -> Result<Due, Error> {
    if case.remedies.is_empty() {
        return Ok(case.next_due(&TimeZone::UTC));
    }
    Ok(case.next_due(&days(tx)?.zone))
}

fn insert(tx: &mut Tx, c: &Complaint, due: Due) -> Result<(), Error> {
    let (name, subject) = labels(tx, c)?;
    tx.execute(
        &sql("INSERT INTO complaint (id, reference, version, stage, is_open, owner, unit, channel, language, category,
                priority, safety, waiting, needs_reply, complainant, subject, received_at, recorded_at, due_at, due_step, closed_at, aside, significant, sensitive)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)")
            .arg(c.id)
            .arg(c.reference.as_str())
            .arg(c.version)
            .arg(c.stage().name())
            .arg(i64::from(c.is_open()))
            .arg(c.owner)
            .arg(c.unit)
            .arg(c.channel.as_str())
            .arg(c.language.tag())
            .arg(c.first_category())
            .arg(c.priority())
            .arg(i64::from(is_safety(c)))
            .arg(waiting(c))
            .arg(i64::from(c.needs_reply))
            .arg(name)
            .arg(subject)
            .arg(c.received_at)
            .arg(c.recorded_at)
            .arg(due.map_or(NEVER, |(_, at)| at.micros()))
            .arg(step_of(due))
            .arg(c.closed.as_ref().map(|closed| closed.at))
            .arg(i64::from(is_aside(c)))
            .arg(significant(c))
            .arg(i64::from(c.sensitive)),
    )?;
    Ok(())
}

/// What a list shows of people lies closed; the subject of an ordinary case is searched
/// and lies open. Lists are read by many: names stand in none of their subjects.
fn labels(tx: &mut Tx, c: &Complaint) -> Result<(String, String), Error> {
    let name = tx.close(COMPLAINANT, c.id, c.complainant_name())?;
    let subject = mask_of(c).over(&c.subject_line());
    let subject = match c.sensitive {
        true => tx.close(SUBJECT, c.id, &subject)?,
        false => subject,
    };
    Ok((name, subject))
}

/// The import that brought it in was undone: nothing lists it any more.
fn remove(tx: &mut Tx, case: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM complaint WHERE id = $1").arg(case))?;
    tx.execute(&sql("DELETE FROM complaint_subject WHERE complaint = $1").arg(case))?;
    Ok(())
}

fn rewrite(tx: &mut Tx, c: &Complaint, due: Due) -> Result<(), Error> {
    let (name, subject) = labels(tx, c)?;
    tx.execute(
        &sql("UPDATE complaint SET version = $2, stage = $3, is_open = $4, owner = $5, unit = $6, language = $7,
                category = $8, priority = $9, safety = $10, waiting = $11, needs_reply = $12, complainant = $13,
                subject = $14, due_at = $15, due_step = $16, closed_at = $17, aside = $18, significant = $19, sensitive = $20
              WHERE id = $1")
            .arg(c.id)
            .arg(c.version)
            .arg(c.stage().name())
            .arg(i64::from(c.is_open()))
            .arg(c.owner)
            .arg(c.unit)
            .arg(c.language.tag())
            .arg(c.first_category())
            .arg(c.priority())
            .arg(i64::from(is_safety(c)))
            .arg(waiting(c))
            .arg(i64::from(c.needs_reply))
            .arg(name)
            .arg(subject)
            .arg(due.map_or(NEVER, |(_, at)| at.micros()))
            .arg(step_of(due))
            .arg(c.closed.as_ref().map(|closed| closed.at))
            .arg(i64::from(is_aside(c)))
            .arg(significant(c))
            .arg(i64::from(c.sensitive)),
    )?;
    Ok(())
}

/// After these somebody may see the case again: the rows are written anew.
fn may_let_somebody_in(entry: &Entry) -> bool {
    entry.is::<PersonConcernUnnamed>()
        || entry.is::<LineDrawn>()
        || entry.is::<ConflictDeclared>()
        || entry.is::<ConflictLifted>()
}

/// Who is complained about, the line above them, and whoever declared a conflict: for
/// these people the case does not exist. What two persons opened stands in no list either.
fn kept_apart(tx: &mut Tx, c: &Complaint) -> Result<(), Error> {
    for person in c.kept_apart() {
        tx.execute(
            &sql("INSERT INTO complaint_subject (person, complaint) VALUES ($1, $2) ON CONFLICT (person, complaint) DO NOTHING")
                .arg(person)
                .arg(c.id),
        )?;
    }
    Ok(())
}

/// Whoever was named by mistake sees the case again; the others are written anew.
fn nobody_any_more(tx: &mut Tx, complaint: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM complaint_subject WHERE complaint = $1").arg(complaint))
        .map(|_| ())
}

fn is_safety(c: &Complaint) -> bool {
    c.assessment
        .as_ref()
        .map_or(c.danger, |assessment| assessment.safety)
}

fn waiting(c: &Complaint) -> Option<String> {
    c.waiting.as_ref().map(|waiting| waiting.on.clone())
}

pub(super) fn is_aside(c: &Complaint) -> bool {
    c.waiting.as_ref().is_some_and(|waiting| waiting.aside)
}

/// 0 no, 1 not confirmed yet, 2 confirmed by top management (5.4.1).
pub(super) fn significant(c: &Complaint) -> i64 {
    match &c.significant {
        None => 0,
        Some(it) => 1 + i64::from(it.confirmed_at.is_some()),
    }
}
