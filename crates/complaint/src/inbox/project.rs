//! The row of a case, written anew from its folded facts whenever one is added.

use super::queries::searchable;
use crate::{
    Complaint,
    facts::{Erased, Happened, PersonConcernUnnamed},
};
use redress_kernel::{Entry, Id};
use redress_store::{Error, Read, Tx, sql};

/// No due date: sorts after every real one.
pub const NEVER: i64 = i64::MAX;

/// Projects every fact about a complaint; other subjects are not its business.
pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !Happened::KINDS.contains(&entry.kind.as_str()) {
        return Ok(());
    }
    let case = folded(tx, entry)?;
    if case.reference.is_empty() {
        return Ok(());
    }
    let before = Tally::on_file(tx, case.id)?;
    let after = (!case.annulled()).then(|| Tally::of(&case));
    match (&before, &after) {
        (Some(_), Some(_)) => rewrite(tx, &case)?,
        (None, Some(_)) => insert(tx, &case)?,
        (_, None) => remove(tx, case.id)?,
    }
    if entry.is::<PersonConcernUnnamed>() {
        nobody_any_more(tx, case.id)?;
    }
    if after.is_some() {
        subjects(tx, &case)?;
    }
    let (before, after) = (before.filter(|t| t.open), after.filter(|t| t.open));
    if before != after {
        before.map_or(Ok(()), |tally| tally.add(tx, -1))?;
        after.map_or(Ok(()), |tally| tally.add(tx, 1))?;
    }
    tx.memo.keep(case.id, case);
    Ok(())
}

/// The case with this entry in it. While one transaction records several facts,
/// the fold is carried from one to the next; an erasure reads everything again,
/// because earlier entries changed under it.
fn folded(tx: &mut Tx, entry: &Entry) -> Result<Complaint, Error> {
    if entry.is::<Erased>() {
        tx.memo.take::<Complaint>(entry.about);
    } else if let Some(mut case) = tx.memo.take::<Complaint>(entry.about)
        && case.version < entry.seq
    {
        case.apply(entry);
        return Ok(case);
    }
    Ok(Complaint::fold(&tx.entries(entry.about)?))
}

fn insert(tx: &mut Tx, c: &Complaint) -> Result<(), Error> {
    let due = c.next_due();
    tx.execute(
        &sql("INSERT INTO complaint (id, reference, version, stage, is_open, owner, unit, channel, language, category,
                priority, safety, waiting, needs_reply, complainant, subject, received_at, recorded_at, due_at, due_step, closed_at, words)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)")
            .arg(c.id)
            .arg(c.reference.as_str())
            .arg(c.version)
            .arg(c.stage().name())
            .arg(i64::from(c.is_open()))
            .arg(c.owner)
            .arg(c.unit)
            .arg(c.channel.as_str())
            .arg(c.language.tag())
            .arg(category(c))
            .arg(c.priority())
            .arg(i64::from(is_safety(c)))
            .arg(waiting(c))
            .arg(i64::from(c.needs_reply))
            .arg(c.complainant_name())
            .arg(c.subject_line())
            .arg(c.received_at)
            .arg(c.recorded_at)
            .arg(due.map_or(NEVER, |(_, at)| at.micros()))
            .arg(due.map(|(step, _)| step.name().to_owned()))
            .arg(c.closed.as_ref().map(|closed| closed.at))
            .arg(words(c)),
    )?;
    Ok(())
}

/// The import that brought it in was undone: nothing lists it any more.
fn remove(tx: &mut Tx, case: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM complaint WHERE id = $1").arg(case))?;
    tx.execute(&sql("DELETE FROM complaint_subject WHERE complaint = $1").arg(case))?;
    Ok(())
}

/// What a search looks through: the name and the subject line.
fn words(c: &Complaint) -> String {
    searchable(&format!("{} {}", c.complainant_name(), c.subject_line()))
}

fn rewrite(tx: &mut Tx, c: &Complaint) -> Result<(), Error> {
    let due = c.next_due();
    tx.execute(
        &sql("UPDATE complaint SET version = $2, stage = $3, is_open = $4, owner = $5, unit = $6, language = $7,
                category = $8, priority = $9, safety = $10, waiting = $11, needs_reply = $12, complainant = $13,
                subject = $14, due_at = $15, due_step = $16, closed_at = $17, words = $18
              WHERE id = $1")
            .arg(c.id)
            .arg(c.version)
            .arg(c.stage().name())
            .arg(i64::from(c.is_open()))
            .arg(c.owner)
            .arg(c.unit)
            .arg(c.language.tag())
            .arg(category(c))
            .arg(c.priority())
            .arg(i64::from(is_safety(c)))
            .arg(waiting(c))
            .arg(i64::from(c.needs_reply))
            .arg(c.complainant_name())
            .arg(c.subject_line())
            .arg(due.map_or(NEVER, |(_, at)| at.micros()))
            .arg(due.map(|(step, _)| step.name().to_owned()))
            .arg(c.closed.as_ref().map(|closed| closed.at))
            .arg(words(c)),
    )?;
    Ok(())
}

/// Who is complained about: for these people the case does not exist.
fn subjects(tx: &mut Tx, c: &Complaint) -> Result<(), Error> {
    for person in c.concerns.iter().filter_map(|concern| concern.colleague) {
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

fn category(c: &Complaint) -> Option<String> {
    c.issues.first().and_then(|issue| issue.category.clone())
}

fn is_safety(c: &Complaint) -> bool {
    c.assessment
        .as_ref()
        .map_or(c.danger, |assessment| assessment.safety)
}

fn waiting(c: &Complaint) -> Option<String> {
    c.waiting.as_ref().map(|waiting| waiting.on.clone())
}

/// The bucket in which an open case is counted. Due dates end with a local day,
/// so there are few of them.
#[derive(Debug, PartialEq)]
struct Tally {
    open: bool,
    unit: String,
    owner: String,
    waiting: i64,
    due_at: i64,
}

impl Tally {
    fn of(c: &Complaint) -> Tally {
        let text = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
        Tally {
            open: c.is_open(),
            unit: text(c.unit),
            owner: text(c.owner),
            waiting: i64::from(c.waiting.is_some()),
            due_at: c.next_due().map_or(NEVER, |(_, at)| at.micros()),
        }
    }

    fn on_file(tx: &mut Tx, id: Id) -> Result<Option<Tally>, Error> {
        let query =
            sql("SELECT is_open, unit, owner, waiting, due_at FROM complaint WHERE id = $1")
                .arg(id);
        tx.one(&query, |row| {
            Ok(Tally {
                open: row.int(0)? == 1,
                unit: row.opt_text(1)?.unwrap_or_default(),
                owner: row.opt_text(2)?.unwrap_or_default(),
                waiting: i64::from(row.opt_text(3)?.is_some()),
                due_at: row.int(4)?,
            })
        })
    }

    fn add(&self, tx: &mut Tx, n: i64) -> Result<(), Error> {
        tx.execute(
            &sql("INSERT INTO complaint_tally (unit, owner, waiting, due_at, n) VALUES ($1, $2, $3, $4, $5)
                  ON CONFLICT (unit, owner, waiting, due_at) DO UPDATE SET n = complaint_tally.n + excluded.n")
                .arg(self.unit.as_str())
                .arg(self.owner.as_str())
                .arg(self.waiting)
                .arg(self.due_at)
                .arg(n),
        )?;
        if n > 0 {
            return Ok(());
        }
        tx.execute(
            &sql("DELETE FROM complaint_tally WHERE unit = $1 AND owner = $2 AND waiting = $3 AND due_at = $4 AND n = 0")
                .arg(self.unit.as_str())
                .arg(self.owner.as_str())
                .arg(self.waiting)
                .arg(self.due_at),
        )?;
        Ok(())
    }
}
