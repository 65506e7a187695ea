//! The look at the clock (7.3): whose next reminder has come is told, once, and the
//! fact says whom. After a long stop the highest rung that has passed is told alone;
//! a clock set back tells nothing twice, because what was told lies in the facts.
//! Nobody is told while the office is closed. Evidence: `reminded`.

use super::{
    Obligation, What, passed,
    people::told_to,
    records::{Row, due_cases, is_due, on_file},
    rungs::{self, named},
    untold,
};
use crate::{
    Complaint, House,
    at::Colleague,
    facts::Reminded,
    house::{calendar, colleagues},
    record::find,
};
use redress_kernel::{
    By, Draft, Id, Instant,
    calendar::Calendar,
    clock::{Level, Occasion, Reminder},
};
use redress_store::{Error, NewJob, Tx};
use std::collections::BTreeSet;

/// The kind of the job that mails a person what they were told in one round.
pub const MAIL: &str = "reminder-mail";
/// So many cases are told of in one write: a request waits for no more.
const CASES_AT_ONCE: i64 = 25;
/// And so many writes are one round; what is left is told in the next.
const PARTS_MAX: usize = 80;
/// The mail waits for the rest of its round.
const MAIL_SECONDS: i64 = 30;
const MAIL_ATTEMPTS: u32 = 12;

/// Tells what is due now. True: somebody was told something.
pub fn round(house: &House) -> Result<bool, Error> {
    let now = house.now();
    let due = house.db.read_now(|reader| -> Result<bool, Error> {
        Ok(is_due(reader, now)? && in_office_hours(&*calendar(reader)?, now))
    })?;
    let mut told = false;
    for _ in 0..PARTS_MAX {
        if !due || !house.db.write_now(move |tx| part(tx, now))? {
            break;
        }
        told = true;
    }
    Ok(told)
}

/// A day that is worked and has no hours is open as a whole.
pub fn in_office_hours(days: &Calendar, now: Instant) -> bool {
    let Some(day) = days.local(now).map(|local| local.date()) else {
        return false;
    };
    match days.open_on(day).as_slice() {
        [] => days.works_on(day),
        spans => spans.iter().any(|(from, to)| *from <= now && now < *to),
    }
}

/// False when nothing was left. The rows are read in the write itself: whichever
/// process comes second finds that they have moved on.
fn part(tx: &mut Tx, now: Instant) -> Result<bool, Error> {
    let cases = due_cases(tx, now, CASES_AT_ONCE)?;
    if cases.is_empty() {
        return Ok(false);
    }
    let (days, people) = (calendar(tx)?, colleagues(tx)?);
    let mut some = false;
    for id in cases {
        let rows = on_file(tx, id)?;
        let Some(case) = find(tx, id)? else { continue };
        for fact in told_of(&case, &rows, &people, &days, now) {
            mail_to(tx, &fact)?;
            tx.record(Draft::of(id, &fact), &By::system(now))?;
            some = true;
        }
    }
    Ok(some)
}

/// The facts of one case in this round; pure.
fn told_of(
    case: &Complaint,
    rows: &[Row],
    people: &[Colleague],
    days: &Calendar,
    now: Instant,
) -> Vec<Reminded> {
    let owed = case.owed(days).into_iter().filter(Obligation::is_open);
    let told = owed.filter_map(|it| {
        let key = (it.what.code(), it.number);
        let row = rows.iter().find(|row| row.key() == (&*key.0, key.1))?;
        let at = row.next_at.filter(|at| *at <= now)?;
        let planned = row.next_rung.as_deref().and_then(named)?;
        // Dates that are counted anew reach their rows in parts; until then what the row
        // planned is about another end. The day of a remedy is nobody's count.
        let same = Some(row.until_at) == it.due || it.what == What::Remedy;
        let left = untold(&it, case, days);
        // Hours that were changed since the row was written move what is planned; it is
        // told nevertheless, or it would be looked at for ever.
        let as_planned = || {
            let occasion = planned;
            same.then(|| (Reminder { at, occasion }, Vec::new()))
        };
        let (rung, skipped) = passed(&left, now, same.then_some(planned)).or_else(as_planned)?;
        Some(fact(&it, case, rung, &skipped, people, now))
    });
    told.collect()
}

fn fact(
    it: &Obligation,
    case: &Complaint,
    rung: Reminder,
    skipped: &[Reminder],
    people: &[Colleague],
    now: Instant,
) -> Reminded {
    let level: Level = match rung.occasion {
        Occasion::Warning => it.by,
        Occasion::Missed(level) => level,
    };
    let names = skipped.iter().map(|it| rungs::name(it.occasion).to_owned());
    Reminded {
        obligation: it.what.code().into_owned(),
        number: it.number,
        due: it.due.unwrap_or_default(),
        rung: rungs::name(rung.occasion).to_owned(),
        planned: rung.at,
        to: told_to(case, level, people),
        skipped: names.collect(),
        round: now,
    }
}

/// One mail a person and round, whatever it says in the end.
fn mail_to(tx: &mut Tx, fact: &Reminded) -> Result<(), Error> {
    let people: BTreeSet<Id> = fact.to.iter().copied().collect();
    for person in people {
        let letter = tx.new_id(fact.round);
        tx.enqueue(NewJob {
            kind: MAIL,
            key: format!("{MAIL} {person} {}", fact.round.micros()),
            payload: format!("{person} {} {letter}", fact.round.micros()),
            run_at: fact.round.plus_seconds(MAIL_SECONDS),
            max_attempts: MAIL_ATTEMPTS,
        })?;
    }
    Ok(())
}
